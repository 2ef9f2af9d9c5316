import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { policyHistories } from '@/lib/deadlines/histories'
import { dueAfter } from '@/lib/policy/calendar/duration'
import { durationOf, type Pack } from '@/lib/policy/packs'

/** The rules that the child’s borough followed at the moment a call came: an episode keeps them to its end (conflict 14.16). */
export async function packBegunUnder(tx: Tx, personId: string, reportedAt: Date, now: Date): Promise<Pack> {
  const history = (await policyHistories(tx, [personId], now)).get(personId)
  if (history === undefined) throw new Error('a child on record has a history')
  return history.packAt({ id: '', kind: 'missing-reported', at: reportedAt, recordedAt: now, order: history.events.length, referralId: null, detail: {} })
}

/** mis-absent-24h: until when a child may be absent, counted from the report whenever it was classed (conflict 14.17). */
export const absentUntil = (pack: Pack, reportedAt: Date): Date => dueAfter(reportedAt, durationOf(pack, 'absent.max')).dueAt
