import { isAfter, listOf, textOf, type EventKind, type PolicyEvent } from '../../events'
import { exploitationKnown } from '../../exploitation'
import { exploitationConcern } from '../../exploitation/concern'
import { careAt, isServed, noticeGround } from '../../exploitation/notices'
import { tellsOfAdult } from '../../exploitation/options'
import { indicatorsIn, indicatorsKnown } from '../../exploitation/signs'
import { knownAt } from '../../missing/as-known'
import { answersIn } from '../../missing/questions'
import type { History } from '../../rule'
import { namesAnotherSuspect } from '../../suspects'
import { isGrown } from '../grown'
import { answers, leftOut } from '../meeting/option-not-considered'
import { bringsNew, stillStands } from '../once'
import { taskRule } from '../task'

const TELL: readonly EventKind[] = [
  'contact-received', 'referral-made', 'information-received', 'child-returned', 'missing-reported', 'informant-recontacted', 'intelligence-checked', 'safe-and-well-check', 'return-home-interview', 'child-interviewed', 'adult-linked',
]
/** Signs that tell of an adult with the child. */
const WITH_ADULT: readonly string[] = ['older-adult-contact', 'found-with-adults', 'online-contact-adult', 'meeting-arranged', 'sexual-activity-adult']

/** cawn-consider, cawn-eligibility: from the first word of an adult with the child, where a notice can be given (HMIC 2016 L2549–2553, L4180–4191). */
export const considerCawn = taskRule({
  id: 'tasks/consider-cawn', task: 'consider-cawn', alert: 'warning-notice-unconsidered', title: 'Warning notice considered',
  plain: 'An adult is with a child whom it may harm: police decide whether to serve a child abduction warning notice, where the child’s age and care allow one, and record why not where they do not.',
  meets: 'A notice served, or considered with the reason why not: by itself, at a MAP or MASE, or in the child’s item of one.', clause: 'cawn-consider', owedBy: 'police', parameter: 'task.consider-cawn', opens: 'once', endsWithConcern: true,
  calledForBy(event, history) {
    if (isGrown(event, history) || !canBeGiven(event, history)) return null
    if (leftOut(event, history).includes('cawn')) return 'a meeting did not consider a child abduction warning notice'
    return TELL.includes(event.kind) ? tellsOfAdultWith(event, history) : null
  },
  doneBy: (event) => isServed(event) || answers(event).includes('cawn'),
  stillAnswered: (event, answer, history) => !bringsNew(event, history) && !namesAnotherSuspect(event, history) && stillStands(event, answer, history) && !leftOut(event, history).includes('cawn'),
})

/** By the age at that moment and the care that the record tells of. What is not known is found out first, and never a reason to leave it. */
const canBeGiven = (event: PolicyEvent, history: History): boolean =>
  noticeGround(history.child, event.at, careAt({ ...history, events: knownAt(event, history).events, now: event.at }, event.at), history.packAt(event)).state !== 'closed'

function tellsOfAdultWith(event: PolicyEvent, history: History): string | null {
  if (indicatorsIn(event).some((indicator) => WITH_ADULT.includes(indicator))) return 'the child is in contact with an adult'
  if (answersIn(event).get('unsafe_adult') === true) return 'a caller says that the child may be with an unsafe adult'
  if (!tellsOfAdult(event) && event.kind !== 'adult-linked') return null
  const exploited = exploitationConcern(event) !== null || exploitationKnown(knownAt(event, history)).length > 0 || indicatorsKnown(knownAt(event, history)).some((one) => WITH_ADULT.includes(one))
  if (exploited) return 'there is an adult in a matter of exploitation'
  // Away with somebody: what the notice was made for.
  return isAway(event, history) || listOf(event, 'with').length > 0 || textOf(event, 'with') !== null ? 'the child was away with an adult' : null
}

const isAway = (event: PolicyEvent, history: History): boolean => event.kind === 'child-returned' || event.kind === 'missing-reported'
  || history.events.findLastIndex((one) => one.kind === 'missing-reported' && isAfter(event, one)) > history.events.findLastIndex((one) => one.kind === 'child-returned' && isAfter(event, one))
