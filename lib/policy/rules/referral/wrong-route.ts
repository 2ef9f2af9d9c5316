import { concernOf } from '../../concerns'
import { answerOf, textOf, type PolicyEvent } from '../../events'
import type { NoticeRule } from '../../rule'
import { isKeptByCait, relationshipOf } from '../../suspects'

/** A desk that opens in the morning, not a team that sets out now: as case histories name it. A referral of our own form says its route. */
const DESK = /desk|\bcait\b|cait-|in-?box|referral unit/i

/** ref-crime-999: a recent rape or another live emergency goes by 999 and then to Sapphire (HMIC 2016 L1918–1926). */
export const wrongRoute: NoticeRule = {
  form: 'notice',
  id: 'referral/wrong-route',
  alert: 'referral-wrong-route',
  title: 'Emergency sent to a referral desk',
  plain: 'A recent rape or another live emergency by somebody who is no relative, carer or professional goes by 999 and then to Sapphire. A referral desk loses hours.',
  meets: 'The matter taken by Sapphire, or police at the scene.',
  clause: 'ref-crime-999',
  owedBy: 'mash',
  raises(event) {
    if (event.kind !== 'referral-made' || !wentToDesk(event) || !isEmergency(event)) return null
    if (answerOf(event, 'staff_concerned') === true || isKeptByCait(relationshipOf(event))) return null
    return { because: [textOf(event, 'route') === 'desk' ? 'it was written to a desk, not called in' : `the referral went to ${textOf(event, 'to')}`, 'it tells of a rape or a live emergency outside the family'] }
  },
  remedies(event) {
    if (event.kind === 'case-allocated') return /sapphire/i.test(textOf(event, 'team') ?? '')
    if (event.kind === 'referral-made') return /sapphire|999/i.test(textOf(event, 'to') ?? '')
    return event.kind === 'suspect-action' && ['arrested', 'interviewed'].includes(textOf(event, 'action') ?? '')
  },
}

const wentToDesk = (event: PolicyEvent): boolean => textOf(event, 'route') === 'desk' || DESK.test(textOf(event, 'to') ?? '')

const isEmergency = (event: PolicyEvent): boolean => answerOf(event, 'live_emergency') === true
  || (concernOf(event) === 'penetrative-abuse' && answerOf(event, 'recent') !== false)
