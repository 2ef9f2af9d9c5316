import type { Agenda, MeetingKind } from '../kind'
import { map } from './map'
import { mase } from './mase'
import { strategyDiscussion } from './strategy-discussion'

export const MEETING_KINDS: readonly MeetingKind[] = [strategyDiscussion, map, mase]

/** The declaration of that kind. Throws where there is none: a meeting of no kind has no quorum and no record. */
export function meetingKind(id: string): MeetingKind {
  const kind = MEETING_KINDS.find((known) => known.id === id)
  if (kind === undefined) throw new Error(`No kind of meeting "${id}"`)
  return kind
}

export type AgendaKind = MeetingKind & { readonly agenda: Agenda }
/** The kinds that go through an agenda. */
export const AGENDA_KINDS: readonly AgendaKind[] = MEETING_KINDS.filter((kind): kind is AgendaKind => kind.agenda !== null)

/** The declaration of a kind with an agenda; null for any other word: a called strategy discussion has no agenda. */
export const agendaKind = (id: string): AgendaKind | null => AGENDA_KINDS.find((kind) => kind.id === id) ?? null
