import { dueAfter } from '../../calendar/duration'
import { dutiesOf, isOpen } from '../../duties'
import { isAfter, listOf, textOf, type PolicyEvent } from '../../events'
import { durationOf } from '../../packs'
import type { History } from '../../rule'
import { endsProtection, isTaken } from '../../rules/police-protection/stage'
import { householdChild } from '../../rules/risk/household-child'
import { linkedChild } from '../../rules/risk/linked-child'
import { widerRisk } from '../../rules/risk/wider'
import { hasSuspect, mayBeSameSuspect, namedSuspects } from '../../suspects'
import { isInspectorOrAbove } from '../../who'
import type { Gate } from '../gate'
import { isSeen, whyNotSeen } from './child-not-seen'
import { enquiryBefore, isAboutAChild } from './enquiry'

/** What can be left open, and how a person is told of it. */
export const UNRESOLVED = {
  suspect: 'the suspect has not been identified and dealt with',
  'wider-risk': 'other children at risk have not been assessed',
  whereabouts: 'where the child is has not been confirmed',
  direction: 'a supervisor’s direction or an agreed action is open',
  contradiction: 'the record contradicts itself',
  protection: 'the child is in police protection',
} as const
export type Unresolved = keyof typeof UNRESOLVED

const DEALT_WITH: readonly string[] = ['arrested', 'interviewed', 'spoken-to', 'cawn-served', 'charged', 'cautioned', 'eliminated', 'dead', 'deceased']
const TO_CLOSE = /\bclos|no further|nothing (more|further)|\bnfa\b|\bnone\b|\bfiled?\b/i

/** closure-unresolved: no enquiry is closed while a risk in it is open (HMIC 2016 L2968–2999). */
export const closureUnresolvedRisk: Gate = {
  id: 'closure-unresolved-risk',
  clause: 'closure-unresolved',
  kinds: ['case-closed'],
  refuses(event, history) {
    const open = unresolvedAt(event, history)
    if (open.length === 0) return null
    return {
      field: 'unresolved', says: `A risk is unresolved: ${open.map((one) => UNRESOLVED[one]).join('; ')}.`,
      wayForward: 'Do what is open, or have an inspector record for each why it cannot be done and what protects the children meanwhile.',
    }
  },
}

/** What is open in the enquiry that this entry would close. An inspector's recorded answer (`risks_answered`) settles one that cannot be done. */
export function unresolvedAt(closure: PolicyEvent, history: History): readonly Unresolved[] {
  const enquiry = enquiryBefore(closure, history)
  const answered = new Set(enquiry.filter((event) => event.kind === 'supervisor-review' && isInspectorOrAbove(textOf(event, 'rank')) === true)
    .flatMap((event) => listOf(event, 'risks_answered')))
  const asked: Readonly<Record<Unresolved, () => boolean>> = {
    suspect: () => isSuspectOpen(enquiry),
    'wider-risk': () => isWiderRiskOpen(closure, history, enquiry),
    whereabouts: () => isWhereaboutsOpen(closure, enquiry),
    direction: () => isDirectionOpen(enquiry),
    contradiction: () => isContradicted(enquiry),
    protection: () => isProtected(closure, history),
  }
  return (Object.keys(asked) as Unresolved[]).filter((one) => !answered.has(one) && asked[one]())
}

/** A suspect told of, and nobody arrested, interviewed, spoken to, warned, charged or disposed of. */
function isSuspectOpen(enquiry: readonly PolicyEvent[]): boolean {
  const done = enquiry.filter((event) => event.kind === 'disposal-given' || (event.kind === 'suspect-action' && DEALT_WITH.includes(textOf(event, 'action') ?? '')))
  return enquiry.filter(hasSuspect).some((event) => !done.some((act) => mayBeSameSuspect(namedSuspects(act), namedSuspects(event))))
    || (enquiry.some((event) => event.kind === 'suspect-action' && textOf(event, 'action') === 'identified') && done.length === 0)
}

/** Taken into police protection within its 72 hours, and neither ended nor followed by an order (s46-72h). */
function isProtected(closure: PolicyEvent, history: History): boolean {
  const before = history.events.filter((event) => event.id !== closure.id && !isAfter(event, closure))
  const taken = before.findLast(isTaken)
  if (taken === undefined || before.some((event) => endsProtection(event) && isAfter(event, taken))) return false
  return closure.at.getTime() < dueAfter(taken.at, durationOf(history.packAt(taken), 'police-protection.max')).dueAt.getTime()
}

function isWiderRiskOpen(closure: PolicyEvent, history: History, enquiry: readonly PolicyEvent[]): boolean {
  const own = new Set(enquiry.map((event) => event.id))
  const before = history.events.filter((event) => event.id !== closure.id && !isAfter(event, closure))
  return dutiesOf({ ...history, events: before }, [widerRisk, householdChild, linkedChild]).some((duty) => isOpen(duty) && own.has(duty.startedBy.id))
}

/** Missing and not back; said to be unknown; or never seen by anybody since the concern. */
function isWhereaboutsOpen(closure: PolicyEvent, enquiry: readonly PolicyEvent[]): boolean {
  const confirmed = enquiry.findLastIndex((event) => event.kind === 'child-returned' || textOf(event, 'whereabouts') === 'confirmed')
  const lost = enquiry.findLastIndex((event) => event.kind === 'missing-reported' || ['unknown', 'not known', 'not confirmed'].includes(textOf(event, 'whereabouts') ?? ''))
  if (lost > confirmed) return true
  return isAboutAChild(enquiry) && enquiry.length > 0 && confirmed < 0 && !isSeen(enquiry) && whyNotSeen(closure, enquiry) === null
}

/** An agreed action not done, or a supervisor's direction after which nothing was done. A direction to close is none. */
function isDirectionOpen(enquiry: readonly PolicyEvent[]): boolean {
  const open = enquiry.filter((event) => event.kind === 'action-set').some((set) => !enquiry.some((event) => isAfter(event, set) && (
    (event.kind === 'action-completed' && sameAction(event, set)) || (event.kind === 'action-set' && textOf(event, 'carried_from') !== null && textOf(event, 'carried_from') === textOf(set, 'action_id')))))
  if (open) return true
  const review = enquiry.findLastIndex((event) => event.kind === 'supervisor-review')
  const direction = enquiry[review] === undefined ? null : textOf(enquiry[review], 'direction')
  return direction !== null && !TO_CLOSE.test(direction) && review === enquiry.length - 1
}

function sameAction(done: PolicyEvent, set: PolicyEvent): boolean {
  const [doneId, setId] = [textOf(done, 'action_id'), textOf(set, 'action_id')]
  if (doneId !== null && setId !== null) return doneId === setId
  const what = textOf(done, 'action')
  return what === null || what.toLowerCase() === (textOf(set, 'action') ?? '').toLowerCase()
}

/** An entry says that it contradicts another, and nothing since resolves it. */
function isContradicted(enquiry: readonly PolicyEvent[]): boolean {
  const found = enquiry.findLastIndex((event) => contradicts(event))
  return found >= 0 && !enquiry.slice(found + 1).some((event) => textOf(event, 'resolves') !== null || event.detail['resolves'] === true)
}

function contradicts(event: PolicyEvent): boolean {
  const said = event.detail['contradicts']
  return said === true || (typeof said === 'string' && said !== '') || (Array.isArray(said) && said.length > 0)
}
