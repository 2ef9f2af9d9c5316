import type { PolicyEvent } from '../events'
import { numberOf, wordsOf, type Pack } from '../packs'
import type { History } from '../rule'
import { isGrown } from '../rules/grown'
import { asAt } from '../states/state'
import { isInspectorOrAbove, isSupervisor } from '../who'
import { knownAt, type AsKnown } from './as-known'
import type { CallFacts } from './asked'
import { choicesFor, type ClosedBy, type Panel, type PanelFacts, type PanelValues } from './choices'
import { absentUntil, againstAbsent, classesOf, classSetBy, type Class } from './class'
import { episodeAt, episodesOf, openEpisode, packOfEpisode } from './episode'
import { onlyRejectedReason } from './phrases'
import { answersIn, QUESTIONS, type Answer } from './questions'
import { episodeCount } from './repeat'
import { groundsOf, proposedFor } from './risk-proposed'

export type { Choice, ClosedBy, Panel, PanelFacts, PanelValues } from './choices'

/** What of a pack the panel stands on. */
export const valuesOf = (pack: Pack): PanelValues => ({
  pack: pack.id, classes: wordsOf(pack, 'missing.classes'), grades: wordsOf(pack, 'missing.grades'), floor: wordsOf(pack, 'missing.risk-floor')[0] ?? null,
  leastAge: numberOf(pack, 'absent.min-age'), highUnderAge: numberOf(pack, 'missing.high-under-age'), highYoungAge: numberOf(pack, 'missing.high-young-age'),
})

/** Which classes and grades are open, which are closed and by which clause, which need whose reason. The pure core of it all. */
export const classificationPanel = (facts: PanelFacts, pack: Pack): Panel => choicesFor(facts, valuesOf(pack))

/** The panel for an entry that is about to be written, or is on record: what was open with it and everything before it. */
export function panelAt(event: PolicyEvent, history: History): Panel {
  const known = knownAt(event, history)
  return classificationPanel(factsFor(known, event), packFor(known))
}

/** What a caller has answered so far, at this moment, and on record nowhere. */
export interface Asked {
  readonly answers: Readonly<Record<string, Answer>>
  readonly indicators?: readonly string[]
  readonly concern?: string | null
  /** The moment asked about: when the call came, where it is typed in after it. Else the history's own `now`. */
  readonly now?: Date
}

/** The live panel: the record as it stands at `history.now` with what is being typed laid upon it. It begins a time away where none is open. */
export const panelNow = (history: History, asked: Asked): Panel => panelAt(beingAsked(history, asked), history)

function beingAsked(history: History, asked: Asked): PolicyEvent {
  const at = asked.now ?? history.now
  // While the child is out it is a further word about the same time away, however long that has lasted.
  const kind = openEpisode(asAt(history, at)) === null ? 'missing-reported' : 'informant-recontacted'
  return {
    id: 'being-asked', kind, at, recordedAt: history.now, order: history.events.length + 1, referralId: null,
    detail: { answers: asked.answers, indicators: asked.indicators ?? [], concern: asked.concern ?? null },
  }
}

/** The same as plain facts, for a browser that lays each further answer upon them by itself (`withAnswers`). */
export function callFacts(history: History, asked: Asked): { readonly call: CallFacts; readonly values: PanelValues; readonly pack: Pack } {
  const event = beingAsked(history, asked)
  const known = knownAt(event, history)
  const pack = packFor(known)
  const { proposed: _proposed, ...facts } = factsFor(known, event)
  return { call: { ...facts, grounds: groundsOf(known) }, values: valuesOf(pack), pack }
}

const packFor = ({ history, events, at }: AsKnown): Pack => {
  const episode = episodesOf({ ...history, events }).at(-1)
  const last = events.at(-1)
  if (episode !== undefined) return packOfEpisode(episode, history)
  if (last === undefined) throw new Error(`nothing is known at ${at.toISOString()}`)
  return history.packAt(last)
}

function factsFor(known: AsKnown, event: PolicyEvent): PanelFacts {
  const before: History = { ...known.history, events: known.events, now: known.at }
  const pack = packFor(known)
  const episode = episodeAt(event, before)
  const answered = new Map((episode?.events ?? [event]).flatMap((one) => [...answersIn(one)]))
  return {
    ...againstAbsent(known, episode?.begun ?? event.at, pack),
    adult: isGrown(event, known.history),
    standing: episode === null ? null : standingBefore(event, episode.id, before),
    over: episode !== null && known.at.getTime() >= absentUntil(episode, before).getTime(),
    proposed: proposedFor(known),
    unasked: QUESTIONS.filter((question) => !answered.has(question.id)).map((question) => question.id),
    earlier: episodeCount(episode?.first ?? event, before),
  }
}

/** The class that stood before this entry; null where it is only presumed: nobody has said missing, and no grade was given to a missing child. */
function standingBefore(event: PolicyEvent, episodeId: string, history: History): Class | null {
  const without: History = { ...history, events: history.events.filter((one) => one.id !== event.id) }
  const episode = episodesOf(without).find((one) => one.id === episodeId)
  if (episode === undefined) return null
  const last = classesOf(episode, without).at(-1)
  if (last === undefined || (last.how === 'reported' && !episode.events.some((one) => one.kind === 'missing-risk-graded' || classSetBy(one) === 'missing'))) return null
  return last.class
}

/** What of the class absent is refused for this entry: what closes it, and what asks for a reason that is not there. */
export function refusedOfAbsent(event: PolicyEvent, history: History, who: string | null, reason: string | null): readonly ClosedBy[] {
  const absent = panelAt(event, history).classes.find((one) => one.value === 'absent')
  return (absent?.by ?? []).filter((one) => one.reasonFrom === null || !isReasonOf(one.reasonFrom, who, reason))
}

/** Given by somebody who may, and stating facts. Who gave it not known passes: every act of Holdfast says who. */
function isReasonOf(whose: 'supervisor' | 'inspector', who: string | null, reason: string | null): boolean {
  if (reason === null || onlyRejectedReason(reason) !== null) return false
  return who === null || (whose === 'inspector' ? isInspectorOrAbove(who) === true : isSupervisor(who))
}

