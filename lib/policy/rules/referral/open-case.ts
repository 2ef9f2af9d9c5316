import { isAfter, textOf } from '../../events'
import { sameReferral } from '../../decisions'
import { closesMatter } from '../../matter'
import type { NoticeRule } from '../../rule'

/** ref-open-case: the allocated worker hears at once of a referral on an open case; it does not go through the MASH again. */
export const openCase: NoticeRule = {
  form: 'notice',
  id: 'referral/open-case',
  alert: 'referral-on-open-case',
  title: 'Referral on a case that is open',
  plain: 'A referral about a child whose case is allocated and open goes to the allocated worker at once, and the worker who took it in is told whose it is.',
  meets: 'The referral given to the allocated worker, or decided.',
  clause: 'ref-open-case',
  owedBy: 'mash',
  raises(event, history) {
    if (event.kind !== 'referral-made') return null
    const before = history.events.filter((earlier) => isAfter(event, earlier))
    const allocated = before.slice(before.findLastIndex((earlier) => closesMatter(earlier, history)) + 1)
      .findLast((earlier) => earlier.kind === 'case-allocated')
    if (allocated === undefined) return null
    return { because: [`the case is open and allocated to ${textOf(allocated, 'worker') ?? textOf(allocated, 'team') ?? 'a worker'}`] }
  },
  remedies: (event, raisedBy) =>
    (event.kind === 'case-allocated' || event.kind === 'referral-decided' || event.kind === 'information-actioned') && sameReferral(event, raisedBy),
}
