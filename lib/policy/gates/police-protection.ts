import { dueAfter } from '../calendar/duration'
import { answerOf, instantOf, isAfter, textOf, type PolicyEvent } from '../events'
import { durationOf } from '../packs'
import type { History } from '../rule'
import { isInspectorOrAbove } from '../who'
import type { Gate } from './gate'

/** s46-72h: no child is kept in police protection beyond 72 hours; a fresh taking needs fresh grounds and an inspector. */
export const policeProtectionOver72h: Gate = {
  id: 'police-protection-over-72h',
  clause: 's46-72h',
  kinds: ['police-protection'],
  refuses(event, history) {
    const change = textOf(event, 'change')
    const taken = history.events.findLast((earlier) => earlier.kind === 'police-protection' && textOf(earlier, 'change') === 'taken' && !isAfter(earlier, event))
    if (taken === undefined) return null
    if (change === 'extended') return isBeyond(event, taken, history) ? OVER : null
    if (change !== 'taken' || !isBackToBack(event, taken, history)) return null
    const missing = [...(isKnownMissing(event, 'ground') ? ['fresh grounds'] : []), ...(lacksInspector(event) ? ['an inspector’s authority'] : [])]
    if (missing.length === 0) return null
    return {
      field: 'ground', says: `Police protection was taken already: taking it again needs ${missing.join(' and ')}.`,
      wayForward: 'Record what is new since the first taking and the inspector who authorised it, or apply for an emergency protection order.',
    }
  },
}

const OVER = {
  says: 'Police protection cannot be kept beyond 72 hours from when it was taken.',
  wayForward: 'End it, or apply for an emergency protection order. Taking it again needs fresh grounds and an inspector.',
}

const limitOf = (taken: PolicyEvent, history: History): Date => dueAfter(taken.at, durationOf(history.packAt(taken), 'police-protection.max')).dueAt

/** Recorded past the limit, or until a time past it. */
function isBeyond(event: PolicyEvent, taken: PolicyEvent, history: History): boolean {
  const until = instantOf(event, 'until') ?? event.at
  return Math.max(until.getTime(), event.at.getTime()) > limitOf(taken, history).getTime()
}

/** Not ended, or so short a while ago that it would carry on the first. */
function isBackToBack(event: PolicyEvent, taken: PolicyEvent, history: History): boolean {
  const ended = history.events.findLast((earlier) => earlier.kind === 'police-protection' && textOf(earlier, 'change') === 'ended' && isAfter(earlier, taken) && !isAfter(earlier, event))
  return event.at.getTime() <= dueAfter(ended?.at ?? limitOf(taken, history), durationOf(history.packAt(event), 'police-protection.max')).dueAt.getTime()
}

/** There and empty, or denied: known not to be so. Absent is not known, and refuses nothing. */
function isKnownMissing(event: PolicyEvent, key: string): boolean {
  if (answerOf(event, 'fresh_grounds') === false) return true
  if (!Object.hasOwn(event.detail, key)) return false
  const value = event.detail[key]
  return value === null || value === false || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)
}

const lacksInspector = (event: PolicyEvent): boolean => answerOf(event, 'inspector') === false
  || isInspectorOrAbove(textOf(event, 'authorised_by') ?? textOf(event, 'rank') ?? textOf(event, 'by')) === false
