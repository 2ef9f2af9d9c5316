import { dueAfter } from '../calendar/duration'
import { isAfter, textOf, type EventKind, type PolicyEvent } from '../events'
import { durationOf, type Pack } from '../packs'
import { remember } from '../remember'
import type { History } from '../rule'
import { knownAt } from './as-known'

/** One time away, from the first that is known of it to the return. */
export interface Episode {
  /** The id of the entry it began with. */
  readonly id: string
  /** The report; or, where none is on record, the entry that presupposes one. */
  readonly first: PolicyEvent
  readonly begun: Date
  readonly reported: boolean
  /** The entries that are about this time away, in order, the first among them. */
  readonly events: readonly PolicyEvent[]
  readonly returned: PolicyEvent | null
}

const OF_AN_EPISODE: ReadonlySet<EventKind> = new Set([
  'missing-reported', 'episode-classified', 'missing-risk-graded', 'informant-recontacted', 'sighting-recorded', 'enquiry-made', 'social-care-notified',
  'senior-informed', 'child-returned', 'safe-and-well-check', 'return-home-interview', 'interview-shared',
])
/** Nothing is told of a time away by these alone: they follow a return or go with one. */
const FOLLOWS: ReadonlySet<EventKind> = new Set(['safe-and-well-check', 'return-home-interview', 'interview-shared', 'social-care-notified', 'senior-informed'])

export const isOfAnEpisode = (event: PolicyEvent): boolean => OF_AN_EPISODE.has(event.kind)

interface Growing { first: PolicyEvent; events: PolicyEvent[]; returned: PolicyEvent | null; name: string | null }

const remembered = new WeakMap<readonly PolicyEvent[], readonly Episode[]>()

/**
 * The times away of a child, in order. An entry that names its episode (`episode_id`) is of that one; else it is of the one that stands.
 * A further report while the child is out is a second caller when it comes within a day of the last word, otherwise a new time away: the
 * return between them was not written down.
 */
export function episodesOf(history: History): readonly Episode[] {
  const known = remembered.get(history.events)
  if (known !== undefined) return known
  const all: Growing[] = []
  for (const event of history.events) if (isOfAnEpisode(event)) place(event, all, history)
  const episodes = all.map(({ first, events, returned }) => ({ id: first.id, first, begun: first.at, reported: first.kind === 'missing-reported', events, returned }))
  remembered.set(history.events, episodes)
  return episodes
}

function place(event: PolicyEvent, all: Growing[], history: History): void {
  const name = textOf(event, 'episode_id')
  const named = name === null ? undefined : all.find((one) => one.name === name)
  const last = named ?? all.at(-1)
  if (last === undefined || (named === undefined && opensAnother(event, last, history))) {
    if (!FOLLOWS.has(event.kind)) all.push({ first: event, events: [event], returned: event.kind === 'child-returned' ? event : null, name })
    return
  }
  last.name ??= name
  last.events.push(event)
  if (event.kind === 'child-returned') last.returned ??= event
}

/** Does this entry begin another time away than the last one on record? */
function opensAnother(event: PolicyEvent, last: Growing, history: History): boolean {
  const name = textOf(event, 'episode_id')
  if (name !== null && last.name !== null && name !== last.name) return true
  if (event.kind === 'missing-reported') return last.returned !== null || !isWithinADay(last.events.at(-1) ?? last.first, event, history)
  // Back twice, never reported between: the second is of a time away that nobody wrote down, unless it is the same return told again.
  return event.kind === 'child-returned' && last.returned !== null && !isWithinADay(last.returned, event, history)
}

function isWithinADay(earlier: PolicyEvent, event: PolicyEvent, history: History): boolean {
  return event.at.getTime() <= dueAfter(earlier.at, durationOf(history.packAt(earlier), 'absent.max')).dueAt.getTime()
}

const byEntry = remember((episodes: readonly Episode[]) => new Map(episodes.flatMap((episode) => episode.events.map((event) => [event.id, episode] as const))))

/** The time away that an entry belongs to; null where it belongs to none. An entry not on record yet belongs to what stands before it. */
export function episodeAt(event: PolicyEvent, history: History): Episode | null {
  const found = byEntry(episodesOf(history)).get(event.id)
  if (found !== undefined || !isOfAnEpisode(event) || history.events.some((one) => one.id === event.id)) return found ?? null
  return byEntry(episodesOf({ ...history, events: knownAt(event, history).events })).get(event.id) ?? null
}

export const lastEpisode = (history: History): Episode | null => episodesOf(history).at(-1) ?? null

/** The time away that is not over. */
export function openEpisode(history: History): Episode | null {
  const last = lastEpisode(history)
  return last === null || last.returned !== null ? null : last
}

/** Was the child out at that moment? The time away that stood then, any entry of any kind among it. */
export function episodeDuring(event: PolicyEvent, history: History): Episode | null {
  return episodesOf(history).findLast((episode) => !isAfter(episode.first, event) && (episode.returned === null || !isAfter(event, episode.returned))) ?? null
}

/** An episode keeps the pack it began under (conflict 14.16): a pack adopted since judges nothing in it. */
export const packOfEpisode = (episode: Episode, history: History): Pack => history.packAt(episode.first)
