import { answerOf, isAfter, textOf, type PolicyEvent } from '../../events'
import type { History, NoticeRule } from '../../rule'
import { doerOf } from '../../who'

/** sd-police-role: an enquiry agreed as joint is made by both, never by one agency for the other (HMIC 2016 L2306–2310, L2342–2349). */
export const jointByOne: NoticeRule = {
  form: 'notice',
  id: 'enquiry/joint-by-one',
  alert: 'joint-enquiry-single-agency',
  title: 'Joint enquiry made by one agency',
  plain: 'An enquiry that was agreed as joint is made by police and children’s social care together: social care does not investigate a crime alone.',
  meets: 'The enquiry made by both agencies.',
  clause: 'sd-police-role',
  owedBy: 'police',
  raises(event, history) {
    const by = doerOf(event)
    if (event.kind !== 'enquiry-visit' || by === null || (by.police && by.socialCare) || !agreedJoint(event, history)) return null
    return { because: ['the enquiry was agreed as joint', `it was made by ${by.words} alone`] }
  },
  remedies(event) {
    const by = doerOf(event)
    return event.kind === 'enquiry-visit' && by !== null && by.police && by.socialCare
  },
}

/** As the visit says; where it does not say, as the last discussion decided. */
function agreedJoint(event: PolicyEvent, history: History): boolean {
  const said = answerOf(event, 'joint_agreed')
  if (said !== null) return said
  const discussion = history.events.findLast((earlier) => earlier.kind === 'strategy-discussion-held' && isAfter(event, earlier))
  return discussion !== undefined && textOf(discussion, 'enquiry') === 'joint'
}
