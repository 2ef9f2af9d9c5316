import { sameReferral } from '../../decisions'
import { textOf } from '../../events'
import { referringAgency } from '../../referring-agency'
import type { NoticeRule } from '../../rule'

/** ref-outcome-feedback: the referrer is told the outcome and the reasons with the decision. */
export const outcomeTold: NoticeRule = {
  form: 'notice',
  id: 'referral/outcome-told',
  alert: 'referrer-not-told',
  title: 'Referrer to be told the outcome',
  plain: 'Whoever referred a child is told what was decided and why.',
  meets: 'The outcome told to the referrer.',
  clause: 'ref-outcome-feedback',
  owedBy: 'mash',
  raises(event, history) {
    if (event.kind !== 'referral-decided') return null
    const referral = history.events.findLast((earlier) => earlier.kind === 'referral-made' && sameReferral(event, earlier)
      && earlier.at.getTime() <= event.at.getTime())
    if (referral === undefined || referringAgency(textOf(referral, 'referrer'), textOf(referral, 'from')) === null) return null
    return { because: ['a decision was made on a professional’s referral'] }
  },
  remedies: (event, raisedBy) => event.kind === 'referrer-told' && sameReferral(event, raisedBy),
}
