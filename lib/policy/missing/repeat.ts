import { dueAfter } from '../calendar/duration'
import { concernOf } from '../concerns'
import { isAfter, type PolicyEvent } from '../events'
import { exploitationKnown } from '../exploitation'
import { earlierCount } from '../known-before'
import { durationOf, numberOf } from '../packs'
import { rememberAt } from '../remember'
import type { History } from '../rule'
import { knownAt } from './as-known'
import { episodesOf, type Episode } from './episode'

/** The threshold reached, and by what (mis-repeat-threshold). */
export interface Repeat {
  /** Times away in the window, this one and those known from before among them. */
  readonly count: number
  readonly because: readonly string[]
}

/**
 * Times away up to this entry in the rolling window, missing and absent alike (R223: absent hides none), and those known from before
 * without dates: leaving them out would treat the forty-seventh as the first.
 */
export function episodeCount(event: PolicyEvent, history: History): number {
  return recentEpisodes(event, history).length + earlierCount(history, 'missing', event) + earlierCount(history, 'absent', event)
}

/** Is the threshold reached by number, by a long time away, or because this or another of them has a link to exploitation? */
export const repeatAt = rememberAt((event: PolicyEvent, history: History): Repeat | null => {
  const byNumber = repeatByNumber(event, history)
  if (byNumber !== null) return byNumber
  const linked = recentEpisodes(event, history).some((episode) => exploitationKnown(knownAt(episode.first, history)).length > 0)
  return linked ? { count: episodeCount(event, history), because: ['there is a link to exploitation'] } : null
})

/** The same without the link to exploitation, which closes a class on its own clause. */
export function repeatByNumber(event: PolicyEvent, history: History): Repeat | null {
  const pack = history.packAt(event)
  const count = episodeCount(event, history)
  const because: string[] = []
  if (count >= numberOf(pack, 'repeat-missing')) because.push(`it is time away number ${count}`)
  const long = durationOf(pack, 'repeat-missing.long-episode')
  const wasLong = ({ begun, returned }: Episode): boolean => returned !== null && !isAfter(returned, event) && dueAfter(begun, long).dueAt.getTime() <= returned.at.getTime()
  if (recentEpisodes(event, history).some(wasLong)) because.push('an earlier time away lasted 24 hours or more')
  if (concernOf(event) === 'repeat-missing') because.push('it is reported as a repeat')
  return because.length === 0 ? null : { count, because }
}

/** Those that began within the window before this entry, the one it belongs to among them. */
export function recentEpisodes(event: PolicyEvent, history: History): readonly Episode[] {
  const window = durationOf(history.packAt(event), 'repeat-missing.window')
  const events = history.events.some((one) => one.id === event.id) ? history.events : [...history.events.filter((one) => !isAfter(one, event)), event]
  return episodesOf({ ...history, events }).filter((episode) => !isAfter(episode.first, event) && dueAfter(episode.begun, window).dueAt.getTime() > event.at.getTime())
}
