import { dueAfter } from '../calendar/duration'
import { ageOn } from '../child'
import { concernOf } from '../concerns'
import { listOf, textOf, type PolicyEvent } from '../events'
import { exploitationKnown } from '../exploitation'
import { durationOf, numberOf, wordsOf } from '../packs'
import { remember } from '../remember'
import type { History } from '../rule'
import { knownAt, type AsKnown } from './as-known'
import { episodesOf, packOfEpisode, type Episode } from './episode'
import { proposedFrom, type Grounds, type Proposed } from './grounds'
import { answersIn } from './questions'
import { episodeCount } from './repeat'

const UNSAFE_ADULT: readonly string[] = ['online-contact-adult', 'older-adult-contact', 'found-with-adults', 'sexual-activity-adult', 'meeting-arranged']
const SELF_HARM = /suicid|self[- ]?harm|overdos|ligature/i
/** Medicine that cannot wait, told in the words of a record. */
const ESSENTIAL = /insulin|diabet|epilep|seizure|anti[- ]?psychotic|bipolar|lithium|steroid|heart|transplant|essential medic|medication|medicine|inhaler|asthma|epipen|anaphyla/i

export type { Proposed } from './grounds'

/** The grade that the recorded facts propose for a missing child (mis-high-indicators): see `proposedFrom`. */
export const proposedFor: (known: AsKnown) => Proposed = remember(proposed)

function proposed(known: AsKnown): Proposed {
  const { history, events, at } = known
  const episode = episodesOf({ ...history, events }).at(-1) ?? null
  const pack = episode === null ? history.packAt(events.at(-1) ?? NONE) : packOfEpisode(episode, history)
  return proposedFrom({ age: ageOn(history.child, episode?.begun ?? at), exploitation: exploitationKnown(known) }, groundsOf(known), {
    highUnderAge: numberOf(pack, 'missing.high-under-age'), highYoungAge: numberOf(pack, 'missing.high-young-age'),
  })
}

const NONE: PolicyEvent = { id: '', kind: 'missing-reported', at: new Date(0), recordedAt: new Date(0), order: 0, referralId: null, detail: {} }

/** What raises the grade, from the record and from what callers answered. */
export function groundsOf(known: AsKnown): Grounds {
  const { history, events, at } = known
  const episode = episodesOf({ ...history, events }).at(-1) ?? null
  const indicators = new Set([...history.child.indicators, ...events.flatMap((event) => listOf(event, 'indicators'))])
  const said = (question: string): boolean => events.some((event) => answersIn(event).get(question) === true)
  return {
    selfHarm: isSelfHarm(known), medicated: isMedicated(known), trafficked: said('trafficking') || events.some((event) => concernOf(event) === 'trafficking'),
    unsafeAdult: UNSAFE_ADULT.some((one) => indicators.has(one)) || said('unsafe_adult'), toOthers: indicators.has('poses-risk-to-others') || said('risk_to_others'),
    substances: indicators.has('alcohol-or-drugs') || said('substance'),
    repeat: episode !== null && isRepeat(episode, events, history), longGone: episode !== null && isLongGone(episode, at, history),
  }
}

const isSelfHarm = ({ history, events }: AsKnown): boolean => [...(history.child.health ?? []), ...events.flatMap((event) => listOf(event, 'health'))].some((need) => SELF_HARM.test(need))
  || events.some((event) => event.kind === 'self-harm-incident' || answersIn(event).get('suicide_attempt') === true)

/** Said by a caller, or a recorded need that speaks of medicine that cannot wait. */
const isMedicated = ({ history, events }: AsKnown): boolean => [...(history.child.health ?? []), ...events.flatMap((event) => listOf(event, 'health'))].some((need) => ESSENTIAL.test(need))
  || events.some((event) => answersIn(event).get('medication') === true)

function isRepeat(episode: Episode, events: readonly PolicyEvent[], history: History): boolean {
  const last = events.at(-1) ?? episode.first
  return events.some((event) => concernOf(event) === 'repeat-missing') || episodeCount(last, { ...history, events }) >= numberOf(history.packAt(last), 'repeat-missing')
}

/** Gone so long at that moment; once back it is as long as it was. */
function isLongGone(episode: Episode, at: Date, history: History): boolean {
  const until = episode.returned === null || episode.returned.at.getTime() > at.getTime() ? at : episode.returned.at
  return dueAfter(episode.begun, durationOf(packOfEpisode(episode, history), 'missing.long-gone')).dueAt.getTime() <= until.getTime()
}

/** The grade that the facts on record with this entry propose. */
export const riskProposed = (event: PolicyEvent, history: History): 'medium' | 'high' => proposedFor(knownAt(event, history)).grade

/** Is a grade below what the facts propose? Null or unknown words are no grade. */
export function isGradedBelow(graded: PolicyEvent, history: History): boolean {
  const level = gradeOf(graded)
  if (level === null) return false
  const scale = wordsOf(history.packAt(graded), 'missing.grades')
  return scale.includes(level) && scale.indexOf(level) < scale.indexOf(riskProposed(graded, history))
}

/** The grade that an entry records; null where it records none. */
export const gradeOf = (event: PolicyEvent): string | null => (event.kind === 'missing-risk-graded' ? textOf(event, 'level') : null)
