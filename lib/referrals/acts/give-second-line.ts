import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { NOT_MET } from '@/lib/policy/decisions'
import { referralPage, workOn } from '../find-referral'
import { choice, id, text } from '../input'

const input = z.object({
  referralId: id, agrees: choice(['yes', 'no'], 'Say whether you agree that the threshold is not met'), reason: text(5000, 'Give your reason'),
})

/**
 * The second line on a grave "threshold not met": another decision maker or a CAIT supervisor. Agreeing ends the clocks;
 * disagreeing leaves them running and reopens the decision. Nobody gives the second line on their own decision.
 */
export const giveSecondLine: Act<typeof input> = {
  name: 'give-second-line',
  right: 'give-second-line',
  input,
  async run(context, { referralId, agrees, reason }) {
    const { referral, childIds, record } = await workOn(context, referralId)
    const { accountId, name } = context.actor
    if (referral.decidedAt === null || !NOT_MET.includes(referral.outcome ?? '')) throw conflict('There is no decision here that needs a second line')
    if (referral.decidedBy === accountId) {
      context.refuse([{
        rule: 'second-line-own-decision', clause: 'ref-outcomes', field: 'agrees', says: 'You made this decision yourself: the second line is somebody else’s.',
        wayForward: 'Ask another decision maker or a CAIT supervisor of the borough.',
      }], { borough: referral.borough, subjects: childIds, referralId })
    }
    const agreed = agrees === 'yes'
    const { count } = await context.tx.referral.updateMany({
      where: { id: referralId, secondLineAt: null, decidedAt: referral.decidedAt },
      data: agreed
        ? { secondLineBy: accountId, secondLineAt: context.now }
        : { outcome: null, outcomeReason: null, decidedBy: null, decidedAt: null },
    })
    if (count === 0) throw invalid('agrees', 'A second line has been given already')
    record({
      kind: 'second-line-given', heading: agreed ? `Second line by ${name}: threshold not met` : `Second line by ${name}: does not agree, to be decided again`,
      body: { agrees: agreed, reason, by: name },
    })
    return { goTo: referralPage(referralId), says: agreed ? 'Agreed. The duties of the concern are ended.' : 'Not agreed: the referral waits for another decision, and its clocks run on.', ids: { referralId } }
  },
}
