import { concernOf, isThresholdConcern } from '../../concerns'
import { endedByDecision } from '../../decisions'
import { cscReferralParameter } from '../../due/choosers'
import { textOf, type EventKind, type PolicyEvent } from '../../events'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'
import { isPolice } from '../../who'
import { isGrown } from '../grown'
import { answersAgain } from '../once'

/** What police learn by themselves, wherever it was sent. */
const LEARNT: readonly EventKind[] = ['missing-reported', 'child-returned', 'intelligence-checked', 'safe-and-well-check']
const SOCIAL_CARE = /^(csc|social|children['’]?s social|local authority|edt|emergency duty)/i

/** csc-referral: police pass a concern about a child to children's social care (HMIC 2016 L2112–2117: two weeks; L1512, L3543–3547). */
export const toCsc: TimescaleRule = {
  form: 'clock',
  id: 'referral/to-csc',
  alert: 'csc-referral-overdue',
  breach: true,
  title: 'Concern passed to children’s social care',
  plain: 'A concern about a child that reaches the police is passed to children’s social care: within four hours where it is of the same-day kind, otherwise within 24 hours.',
  meets: 'The concern passed or referred to children’s social care, a strategy discussion, or a decision that the threshold is not met.',
  clause: 'csc-referral',
  owedBy: 'police',
  task: 'refer-to-csc',
  opens: 'once',
  parameters: ['csc-referral', 'csc-referral.same-day'],
  starts(event, history) {
    const concern = concernOf(event)
    if (!isThresholdConcern(concern) || !reachesPolice(event) || isGrown(event, history)) return null
    const parameter = cscReferralParameter({ concern })
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), parameter), parameter,
      because: [`the concern is ${concern.replaceAll('-', ' ')}`, 'police know of it'],
    }
  },
  stops(event, clock, history) {
    if (event.kind === 'strategy-discussion-held' || event.kind === 'passed-to-csc' || (event.kind === 'referral-made' && SOCIAL_CARE.test(textOf(event, 'to') ?? ''))) return { how: 'met' }
    return endedByDecision(event, clock.by, history)
  },
  stillAnswered: answersAgain,
}

/** Did police learn of it, and not from social care, who know? */
function reachesPolice(event: PolicyEvent): boolean {
  if (LEARNT.includes(event.kind)) return true
  const to = textOf(event, 'to')
  const toPolice = to !== null && isPolice(to)
  if (event.kind === 'contact-received') return toPolice
  const fromSocialCare = SOCIAL_CARE.test(textOf(event, 'from') ?? '')
  return !fromSocialCare && ((event.kind === 'referral-made' && toPolice) || event.kind === 'information-received')
}
