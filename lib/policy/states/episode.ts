import { isChild } from '../child'
import { classNow } from '../missing/class'
import { knownNow } from '../missing/as-known'
import { lastEpisode, packOfEpisode } from '../missing/episode'
import { conflictingAnswers } from '../missing/questions'
import { proposedFor } from '../missing/risk-proposed'
import { wordsOf } from '../packs'
import type { History } from '../rule'
import type { State } from './state'

/** Missing or absent, by the last time away; after the return what it was then. Null: never away. */
export const episodeClassification: State = {
  field: 'episode.classification',
  title: 'Class',
  clause: 'mis-def-missing-2013',
  read: (history) => classNow(history)?.class ?? null,
}

/** The lowest grade allowed while a child is missing; null for an absent child, who has no grade, and for an adult. */
export const episodeRiskFloor: State = {
  field: 'episode.risk-floor',
  title: 'Lowest grade of risk',
  clause: 'mis-no-low',
  read(history) {
    const episode = lastEpisode(history)
    if (episode === null || classNow(history)?.class !== 'missing' || isAdult(history)) return null
    return wordsOf(packOfEpisode(episode, history), 'missing.risk-floor')[0] ?? null
  },
}

/** The grade that the recorded facts propose. */
export const episodeRiskProposed: State = {
  field: 'episode.risk-proposed',
  title: 'Proposed grade of risk',
  clause: 'mis-high-indicators',
  read: (history) => (lastEpisode(history) === null || isAdult(history) ? null : proposedFor(knownNow(history)).grade),
}

/** Two callers said opposite things, or an entry contradicts another, and both are on the record. */
export const timelineConflictKept: State = {
  field: 'timeline.conflict-kept',
  title: 'Conflicting answers kept',
  clause: 'mis-reclass-on-info',
  read(history) {
    const { events } = knownNow(history)
    const episode = lastEpisode(history)
    return conflictingAnswers(episode?.events ?? events).length > 0 || events.some((event) => contradicts(event.detail['contradicts']))
  },
}

const contradicts = (said: unknown): boolean => said === true || (typeof said === 'string' && said !== '') || (Array.isArray(said) && said.length > 0)

const isAdult = ({ child, now }: History): boolean =>
  (child.adultSince !== undefined && child.adultSince !== null ? !child.ageDisputed && child.adultSince.getTime() <= now.getTime() : !isChild(child))
