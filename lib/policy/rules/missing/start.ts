import type { PolicyEvent } from '../../events'
import { classesOf, classWith, type Classed } from '../../missing/class'
import { episodeAt, episodeDuring, packOfEpisode, type Episode } from '../../missing/episode'
import { durationOf, type DurationParameter } from '../../packs'
import type { ClockStart, History, Stop } from '../../rule'

/** A clock of a time away: it keeps the pack that this began under (conflict 14.16), and says so when it was put on record late. */
export function startOf(event: PolicyEvent, episode: Episode, history: History, parameter: DurationParameter, because: readonly string[], more: Partial<ClockStart> = {}): ClockStart {
  return {
    by: event, from: event.at, duration: durationOf(packOfEpisode(episode, history), parameter), parameter, keepsPackOf: episode.first,
    because: [...because, ...lateWords(event)], ...more,
  }
}

const HOUR_MS = 3_600_000

/** Typed in afterwards: what happened keeps its own time, and what was late by then is late. */
export function lateWords(event: PolicyEvent): readonly string[] {
  const hours = Math.floor((event.recordedAt.getTime() - event.at.getTime()) / HOUR_MS)
  return hours < 1 ? [] : [`it was put on record ${hours === 1 ? 'an hour' : `${hours} hours`} after it happened`]
}

/** The class with this entry, and whether it is this entry that made it so. */
export function classBy(event: PolicyEvent, history: History): { readonly episode: Episode; readonly now: Classed; readonly made: boolean } | null {
  const episode = episodeAt(event, history) ?? episodeDuring(event, history)
  const now = episode === null ? null : classWith(event, episode, history)
  if (episode === null || now === null) return null
  const before = classesOf(episode, history)[classesOf(episode, history).indexOf(now) - 1]
  return { episode, now, made: now.by?.id === event.id && before?.class !== now.class }
}

const ENDED = { returned: { how: 'ended', why: 'returned' }, missing: { how: 'ended', why: 'classed-missing' }, absent: { how: 'ended', why: 'classed-absent' } } as const

/** What ends a clock that runs only while the child is out and has this class: the return, or another class set by this entry. */
export function endOf(event: PolicyEvent, while_: 'missing' | 'absent' | 'out', history: History): Stop | null {
  if (event.kind === 'child-returned') return ENDED.returned
  if (while_ === 'out') return null
  const stands = classBy(event, history)
  return stands === null || !stands.made || stands.now.class === while_ ? null : ENDED[stands.now.class]
}
