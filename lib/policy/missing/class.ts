import { ageOn } from '../child'
import { dueAfter } from '../calendar/duration'
import { isAfter, textOf, type PolicyEvent } from '../events'
import { exploitationKnown, flagRemovedLately } from '../exploitation'
import { durationOf, numberOf, wordsOf, type Pack } from '../packs'
import type { History } from '../rule'
import { isGrown } from '../rules/grown'
import { knownAt, type AsKnown } from './as-known'
import { episodesOf, lastEpisode, packOfEpisode, type Episode } from './episode'
import { knownRisks, type KnownRisk } from './known-risks'
import type { Known } from '../exploitation'

export type Class = 'missing' | 'absent'

/** What closes the class absent, gathered once: the gates, the panel, the class by itself and the alerts all read this. */
export interface AgainstAbsent {
  /** Whole years at the report, by London date. */
  readonly age: number | null
  readonly exploitation: readonly Known[]
  readonly flagRemoved: Date | null
  readonly risks: readonly KnownRisk[]
}

/** The facts against the class absent as they were known at a moment of an episode that began then. */
export function againstAbsent(known: AsKnown, begun: Date, pack: Pack): AgainstAbsent {
  return { age: ageOn(known.history.child, begun), exploitation: exploitationKnown(known), flagRemoved: flagRemovedLately(known, pack), risks: knownRisks(known) }
}

/** Why this child is missing in all cases, as clause and words; null where nothing known closes the class absent. */
export function alwaysMissing(facts: AgainstAbsent, pack: Pack): { readonly clause: string; readonly because: string } | null {
  if (!wordsOf(pack, 'missing.classes').includes('absent')) return { clause: 'mis-def-app-2017', because: 'absent is no class of its own any more' }
  const least = numberOf(pack, 'absent.min-age')
  if (facts.age !== null && facts.age < least) return { clause: 'mis-u13', because: `the child was ${facts.age} when reported, under ${least}` }
  const [exploited] = facts.exploitation
  if (exploited !== undefined) return { clause: 'mis-cse-flag', because: exploited.why }
  const [risk] = facts.risks
  return risk === undefined ? null : { clause: 'mis-def-absent', because: risk.why }
}

/** The class from one moment on, and why. */
export interface Classed {
  readonly class: Class
  readonly since: Date
  /** `reported`: by the report itself. `recorded`: somebody set it. `by-fact`: by a fact that closes absent. `by-time`: after 24 hours. */
  readonly how: 'reported' | 'recorded' | 'by-fact' | 'by-time'
  /** The entry that made it so; null for the passing of time. */
  readonly by: PolicyEvent | null
  readonly because: string
  readonly clause: string
}

const SET: Readonly<Record<string, Class>> = { missing: 'missing', absent: 'absent' }
/** The class that an entry sets, or null. */
export const classSetBy = (event: PolicyEvent): Class | null =>
  (event.kind === 'episode-classified' || event.kind === 'missing-reported' ? SET[textOf(event, 'as') ?? textOf(event, 'classification') ?? ''] ?? null : null)

/** Holdfast's own change at 24 hours, made formal by the worker. */
export const isOwnChange = (event: PolicyEvent): boolean =>
  event.kind === 'episode-classified' && (event.detail['automatic'] === true || /^(system|holdfast|automatic)/i.test(textOf(event, 'by') ?? ''))

/** When an absent child becomes missing by itself: 24 elapsed hours from the report, or from what presupposes one (conflict 14.17). */
export const absentUntil = (episode: Episode, history: History): Date => dueAfter(episode.begun, durationOf(packOfEpisode(episode, history), 'absent.max')).dueAt

const remembered = new WeakMap<History, Map<string, readonly Classed[]>>()

/**
 * Every class that a time away had, in order, up to the history's `now`: as reported, as somebody set it, missing by itself at the fact that
 * closes absent, missing by itself at exactly 24 hours. Computed and stored nowhere: a stopped worker changes nothing.
 */
export function classesOf(episode: Episode, history: History): readonly Classed[] {
  const held = remembered.get(history) ?? new Map<string, readonly Classed[]>()
  remembered.set(history, held)
  const known = held.get(episode.id)
  if (known !== undefined) return known
  const classes = walk(episode, history)
  held.set(episode.id, classes)
  return classes
}

/**
 * What is on the child's own record has no date: a plan made in March must not judge a time away in January. What closes absent later is an
 * entry; what stood before was asked at the gate.
 */
export const dated = (history: History): History =>
  ({ ...history, child: { ...history.child, planCategory: null, health: [], indicators: [], flags: history.child.flags.filter((flag) => flag === 'cse-risk') } })

function walk(episode: Episode, history: History): Classed[] {
  const datedOnly = dated(history)
  const pack = packOfEpisode(episode, history)
  const until = absentUntil(episode, history)
  const changes: Classed[] = []
  const current = (): Class => changes.at(-1)?.class ?? 'missing'
  const passTime = (at: Date, isReturn: boolean): void => {
    const gone = isReturn ? at.getTime() > until.getTime() : at.getTime() >= until.getTime()
    if (current() === 'absent' && gone) changes.push({ class: 'missing', since: until, how: 'by-time', by: null, because: 'a child absent for 24 hours is missing', clause: 'mis-absent-24h' })
  }
  const during = history.events.filter((event) => !isAfter(episode.first, event) && (episode.returned === null || !isAfter(event, episode.returned)))
  for (const event of during) {
    const isFirst = event.id === episode.first.id
    passTime(event.at, event === episode.returned)
    const set = isFirst || episode.events.some((one) => one.id === event.id) ? classSetBy(event) : null
    if (isFirst) changes.push({ class: set ?? 'missing', since: event.at, how: set === null ? 'reported' : 'recorded', by: event, because: set === null ? 'a report without a class is missing' : 'so it was recorded', clause: set === 'absent' ? 'mis-def-absent' : 'mis-def-missing-2013' })
    else if (set !== null && set !== current() && !(set === 'absent' && event.at.getTime() >= until.getTime())) {
      changes.push({ class: set, since: event.at, how: 'recorded', by: event, because: 'so it was recorded', clause: set === 'absent' ? 'mis-def-absent' : 'mis-reclass-on-info' })
    }
    if (current() !== 'absent' || isGrown(event, history)) continue
    const closed = alwaysMissing(againstAbsent(knownAt(event, datedOnly), episode.begun, pack), pack)
    if (closed !== null) changes.push({ class: 'missing', since: event.at, how: 'by-fact', by: event, ...closed })
  }
  passTime(episode.returned?.at ?? history.now, episode.returned !== null)
  return changes
}

/** The class that stood with this entry and everything before it; null before the time away began. */
export function classWith(event: PolicyEvent, episode: Episode, history: History): Classed | null {
  return classesOf(episode, history).findLast((one) => (one.by === null ? one.since.getTime() <= event.at.getTime() : !isAfter(one.by, event))) ?? null
}

/** The class of the last time away at the history's `now`; after the return the one that stood then. Null where there was none. */
export function classNow(history: History): Classed | null {
  const episode = lastEpisode(history)
  return episode === null ? null : classesOf(episode, history).at(-1) ?? null
}

/** When an absent child that is still out becomes missing by itself; null where the class is not absent. */
export const becomesMissingAt = (episode: Episode, history: History): Date | null =>
  (episode.returned === null && classesOf(episode, history).at(-1)?.class === 'absent' ? absentUntil(episode, history) : null)

/** Times somebody changed the class, over all times away: the change at 24 hours is none (classification-inconsistent). */
export function switchesOf(history: History): readonly PolicyEvent[] {
  const set = episodesOf(history).flatMap((episode) => decided(classesOf(episode, history)))
  return set.flatMap((one, index) => {
    const before = set[index - 1]
    return before !== undefined && before.class !== one.class && one.by !== null ? [one.by] : []
  })
}

/** A first class that was only presumed is none where somebody set one at once after it. */
function decided(classes: readonly Classed[]): readonly Classed[] {
  const own = classes.filter((one) => one.how !== 'by-time')
  return own[0]?.how === 'reported' && own[1]?.how === 'recorded' ? own.slice(1) : own
}

