import 'server-only'
import { z } from 'zod'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { policyHistories } from '@/lib/deadlines/histories'
import { NOT_MET, OUTCOMES, secondLineReasons } from '@/lib/policy/decisions'
import { outcomeWords } from '@/lib/wording/outcomes'
import { referralPage, workOn, type FoundReferral } from '../find-referral'
import { choice, id, text } from '../input'

export const decisionInput = z.object({
  referralId: id, outcome: choice(OUTCOMES, 'Choose what response the referral needs'), reason: text(5000, 'Give the reason for the decision'),
})

/**
 * ref-decision, ref-outcomes: a qualified decision maker decides what response a referral needs; it closes on the decision.
 * "Threshold not met" ends the duties the concern had started; where the concern is grave they run on until another
 * person's second line agrees.
 */
export const decideReferral: Act<typeof decisionInput> = {
  name: 'decide-referral',
  right: 'decide-referral',
  input: decisionInput,
  async run(context, { referralId, outcome, reason }) {
    const found = await workOn(context, referralId)
    const { count } = await context.tx.referral.updateMany({
      where: { id: referralId, decidedAt: null, becameReferralId: null },
      data: { outcome, outcomeReason: reason, decidedBy: context.actor.accountId, decidedAt: context.now },
    })
    if (count === 0) throw conflict('This referral has been decided already')
    const grave = NOT_MET.includes(outcome) ? await reasonsForSecondLine(context, found) : []
    found.record({
      kind: 'referral-decided', heading: `Decided: ${outcomeWords(outcome)}`,
      body: { outcome, reason, by_role: found.membership.role, second_line: false, ...(grave.length > 0 ? { second_line_needed: grave } : {}) },
    })
    const says = grave.length > 0
      ? `Decided. ${grave.join('; ')}: the clocks run on until somebody else gives a second line.`
      : 'Decided. The referrer is to be told the outcome.'
    return { goTo: referralPage(referralId), says, ids: { referralId } }
  },
}

/** Why "threshold not met" needs a second line here, over all its children; empty when it does not. */
export async function reasonsForSecondLine(context: ActContext, { referral, childIds }: FoundReferral): Promise<string[]> {
  const histories = await policyHistories(context.tx, childIds, context.now)
  const concerns = [referral.concern, ...referral.otherConcerns].filter((concern): concern is string => concern !== null)
  return [...new Set([...histories.values()].flatMap((history) => secondLineReasons(concerns, history, null)))]
}
