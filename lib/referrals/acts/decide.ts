import 'server-only'
import { z } from 'zod'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { heardFrom } from '@/lib/enquiry/heard'
import { policyHistories } from '@/lib/deadlines/histories'
import { NOT_MET, OUTCOMES, secondLineReasons } from '@/lib/policy/decisions'
import { outcomeWords } from '@/lib/wording/outcomes'
import { referralPage, workOn, type FoundReferral } from '../find-referral'
import { choice, id, text, writable } from '../input'

/** Levels of the London Continuum of Need (merlin-levels). */
export const LEVELS = ['level-1', 'level-2', 'level-3', 'level-4'] as const
/** What was asked for is '' where it was left empty; what was not asked for is not known. */
const askedFor = z.string().trim().max(5000, 'Use at most 5000 characters').refine(writable, 'This has signs that cannot be kept').optional()

export const decisionInput = z.object({
  referralId: id, outcome: choice(OUTCOMES, 'Choose what response the referral needs'), reason: text(5000, 'Give the reason for the decision'),
  levelOfNeed: z.enum([...LEVELS, ''], { error: 'Choose from the list' }).optional(),
  informationGathered: askedFor, analysis: askedFor, risk: askedFor, mitigation: askedFor,
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
  async run(context, { referralId, outcome, reason, ...basis }) {
    const found = await workOn(context, referralId)
    const notLookedFor = await context.tx.referralPerson.count({ where: { referralId, provisional: true, lookedAt: null } })
    const heard = await heardFrom(context.tx, referralId)
    const { count } = await context.tx.referral.updateMany({
      where: { id: referralId, decidedAt: null, becameReferralId: null },
      data: { outcome, outcomeReason: reason, decidedBy: context.actor.accountId, decidedAt: context.now },
    })
    if (count === 0) throw conflict('This referral has been decided already')
    const grave = NOT_MET.includes(outcome) ? await reasonsForSecondLine(context, found) : []
    found.record({
      kind: 'referral-decided', heading: `Decided: ${outcomeWords(outcome)}`,
      body: { outcome, reason, by_role: found.membership.role, second_line: false, ...(notLookedFor > 0 ? { not_looked_for: notLookedFor } : {}), ...basisOf(outcome, basis), ...heard, ...(grave.length > 0 ? { second_line_needed: grave } : {}) },
    })
    const says = grave.length > 0
      ? `Decided. ${grave.join('; ')}: the clocks run on until somebody else gives a second line.`
      : 'Decided. The referrer is to be told the outcome.'
    return { goTo: referralPage(referralId), says, ids: { referralId } }
  },
}

type Basis = Omit<z.output<typeof decisionInput>, 'referralId' | 'outcome' | 'reason'>

/**
 * mash-min-info: what the enquiry closes on, for the gate to judge. A decision that goes on to protection or a strategy
 * discussion closes no enquiry: what is empty there is left unsaid, so that no child in danger waits for a form to be filled.
 */
function basisOf(outcome: string, basis: Basis): Record<string, string> {
  const said = {
    level_of_need: basis.levelOfNeed, information_gathered: basis.informationGathered, analysis: basis.analysis, risk: basis.risk, mitigation: basis.mitigation,
  }
  return Object.fromEntries(Object.entries(said).flatMap(([key, words]) => (words === undefined || (words === '' && !NOT_MET.includes(outcome)) ? [] : [[key, words]])))
}

/** Why "threshold not met" needs a second line here, over all its children; empty when it does not. */
export async function reasonsForSecondLine(context: ActContext, { referral, childIds }: FoundReferral): Promise<string[]> {
  const histories = await policyHistories(context.tx, childIds, context.now)
  const concerns = [referral.concern, ...referral.otherConcerns].filter((concern): concern is string => concern !== null)
  return [...new Set([...histories.values()].flatMap((history) => secondLineReasons(concerns, history, null)))]
}
