import 'server-only'
import { callBack } from '@/lib/missing/acts/call-back'
import { gradeEpisode } from '@/lib/missing/acts/grade'
import { reportMissing } from '@/lib/missing/acts/report'
import { QUESTIONS } from '@/lib/policy/missing/questions'
import { GRADES, type CallerKind } from '@/lib/wording/missing'
import type { HistoryEvent } from '../history'
import type { OwnAct } from '../own-acts'
import { subjectsOf, type Playing } from '../play'
import { act } from '../submit'

const TOLD = 'As the history tells it'
/** The time away that stands of each child of a history: the plain act makes no row of one. */
const standing = new WeakMap<Playing, Map<string, string>>()

const saysOnly = (event: HistoryEvent, ...keys: string[]): boolean => Object.keys(event.detail).every((key) => keys.includes(key))

const CALLERS: readonly (readonly [RegExp, CallerKind])[] = [
  [/social worker/i, 'social-worker'], [/foster|carer/i, 'carer'], [/home|placement|support worker|residential|key ?worker|staff/i, 'care-home'], [/school|college|teacher/i, 'school'], [/police|officer|constable/i, 'police'],
  [/parent|mother|father|mum|dad|guardian/i, 'parent'],
]

/** The answers as the act takes them; null where one of them is none of the questions of the call. */
function answersOf(event: HistoryEvent): Record<string, string> | null {
  const given = event.detail['answers'] ?? {}
  if (typeof given !== 'object' || Array.isArray(given)) return null
  const pairs = Object.entries(given as Record<string, unknown>)
  if (pairs.some(([question, answer]) => !QUESTIONS.some(({ id }) => id === question) || (answer !== null && typeof answer !== 'boolean'))) return null
  return Object.fromEntries(pairs.map(([question, answer]) => [question, answer === null ? 'unknown' : answer === true ? 'yes' : 'no']))
}

const one = (playing: Playing, event: HistoryEvent): string | null => {
  const [childId, ...others] = subjectsOf(playing.history, playing.people, event)
  return childId === undefined || others.length > 0 ? null : childId
}

/**
 * A call that a child is away. The act classes and reports in one: a history that classes the child absent, at any time, says who did and why in its
 * own words, and the plain act keeps them.
 */
export const report: OwnAct = async (playing, event) => {
  const [childId, answers] = [one(playing, event), answersOf(event)]
  const absent = playing.history.events.some((other) => other.kind === 'episode-classified' && other.detail['as'] === 'absent')
  const { by, indicators } = event.detail
  if (childId === null || answers === null || absent || !saysOnly(event, 'by', 'answers', 'indicators') || (by != null && typeof by !== 'string')) return []
  const outcome = await act(playing, reportMissing, 'mash-officer', {
    personId: childId, borough: playing.borough, reportedAt: event.at, callerKind: CALLERS.find(([words]) => words.test(by ?? ''))?.[1] ?? 'other', answers, indicators: Array.isArray(indicators) ? indicators : [], as: 'missing',
  }, event.at)
  if (outcome.ok) {
    const kept = standing.get(playing) ?? new Map<string, string>()
    standing.set(playing, kept.set(childId, outcome.result.ids['episodeId'] ?? ''))
  }
  return [outcome]
}

/** The risk of a missing child graded, where the report went through its act. */
export const grade: OwnAct = async (playing, event) => {
  const episodeId = standing.get(playing)?.get(one(playing, event) ?? '')
  const { level, rationale } = event.detail
  if (episodeId === undefined || !GRADES.some((known) => known === level) || !saysOnly(event, 'level', 'rationale', 'by')) return []
  return [await act(playing, gradeEpisode, 'mash-officer', { episodeId, grade: level, reason: typeof rationale === 'string' && rationale !== '' ? rationale : TOLD }, event.at)]
}

/** The informant called back, with the questions again. */
export const recontact: OwnAct = async (playing, event) => {
  const [episodeId, answers] = [standing.get(playing)?.get(one(playing, event) ?? ''), answersOf(event)]
  const interval = event.detail['agreed_interval_hours']
  if (episodeId === undefined || answers === null || !saysOnly(event, 'by', 'answers', 'agreed_interval_hours') || (interval != null && typeof interval !== 'number')) return []
  return [await act(playing, callBack, 'mash-officer', { episodeId, calledAt: event.at, reached: 'yes', answers, interval }, event.at)]
}
