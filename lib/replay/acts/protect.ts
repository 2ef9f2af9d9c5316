import 'server-only'
import { recordChildSeen, recordSuspectAction } from '@/lib/closing/acts/work'
import { endPoliceProtection, extendPoliceProtection } from '@/lib/protection/acts/carry-on'
import { takePoliceProtection } from '@/lib/protection/acts/take'
import { SUSPECT_WORDS } from '@/lib/wording/closing'
import type { HistoryEvent } from '../history'
import type { OwnAct } from '../own-acts'
import { subjectsOf, type Playing } from '../play'
import { act } from '../submit'

const TOLD = 'As the history tells it'
/** What stands of each history: the plain act makes no row that could be ended. */
const standing = new WeakMap<Playing, Map<string, string>>()

/** Says the history no more than these? Then the act loses nothing of it. */
const saysOnly = (event: HistoryEvent, ...keys: string[]): boolean => Object.keys(event.detail).every((key) => keys.includes(key))

/** Police protection of one child taken, kept up or ended. Taken again it hangs on what nobody wrote down: the plain act keeps that. */
export const protect: OwnAct = async (playing, event) => {
  const [childId, ...others] = subjectsOf(playing.history, playing.people, event)
  if (childId === undefined || others.length > 0 || !saysOnly(event, 'change')) return []
  const kept = standing.get(playing) ?? new Map<string, string>()
  standing.set(playing, kept)
  const protectionId = kept.get(childId)
  if (event.detail['change'] === 'taken' && protectionId === undefined) {
    const outcome = await act(playing, takePoliceProtection, 'cait-supervisor', {
      personId: childId, takenAt: event.at, takenBy: TOLD, takenRank: 'constable', ground: TOLD, place: TOLD,
    }, event.at)
    if (outcome.ok) kept.set(childId, outcome.result.ids['protectionId'] ?? '')
    return [outcome]
  }
  if (protectionId === undefined) return []
  if (event.detail['change'] === 'extended') return [await act(playing, extendPoliceProtection, 'cait-supervisor', { protectionId, until: event.at, reason: TOLD }, event.at)]
  if (event.detail['change'] !== 'ended') return []
  return [await act(playing, endPoliceProtection, 'cait-supervisor', { protectionId, endedAt: event.at, how: 'no-longer-needed', place: TOLD, account: TOLD }, event.at)]
}

const WHO: readonly (readonly [RegExp, string])[] = [[/police|officer|detective|\bpc\b|\bdc\b/i, 'police'], [/social|csc/i, 'csc']]

/** One child seen by those whom the history names. */
export const see: OwnAct = async (playing, event) => {
  const [childId, ...others] = subjectsOf(playing.history, playing.people, event)
  const { by, spoken_to: spoken, observed } = event.detail
  if (childId === undefined || others.length > 0 || typeof by !== 'string' || typeof spoken !== 'boolean' || !saysOnly(event, 'by', 'spoken_to', 'observed')) return []
  const seenBy = WHO.filter(([words]) => words.test(by)).map(([, agency]) => agency)
  if (seenBy.length === 0) return []
  return [await act(playing, recordChildSeen, 'cait-supervisor', {
    personId: childId, seenAt: event.at, by: seenBy, who: by, place: TOLD, spokenTo: spoken ? 'yes' : 'no', observed: observed === true ? 'yes' : 'no', views: TOLD, account: TOLD,
  }, event.at)]
}

/** A step against a suspect whom the history does not tell apart; one it names by its own reference stays with the plain act. */
export const step: OwnAct = async (playing, event) => {
  const [childId, ...others] = subjectsOf(playing.history, playing.people, event)
  const { action } = event.detail
  if (childId === undefined || others.length > 0 || typeof action !== 'string' || !Object.hasOwn(SUSPECT_WORDS, action) || !saysOnly(event, 'action')) return []
  return [await act(playing, recordSuspectAction, 'cait-supervisor', { personId: childId, action, at: event.at, account: TOLD }, event.at)]
}
