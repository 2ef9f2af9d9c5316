import 'server-only'
import type { Outcome } from '@/lib/acts/outcome'
import { isQualifiedDecisionMaker, OUTCOMES } from '@/lib/policy/decisions'
import { decideReferral } from '@/lib/referrals/acts/decide'
import { giveSecondLine } from '@/lib/referrals/acts/give-second-line'
import { seedReferral } from '../before'
import type { OwnAct } from '../own-acts'
import { subjectsOf } from '../play'
import { act } from '../submit'

/**
 * The MASH's decision, by a decision maker, on every contact and referral of the child that waits for one; a second line is
 * somebody else's act. What nobody qualified decided, or was decided again, the product has no act for: it goes on record
 * as said, and the policy asks who said it.
 */
export const decide: OwnAct = async (playing, event) => {
  const { outcome, by_role: byRole, reason, second_line: secondLine } = event.detail
  const known = OUTCOMES.find((word) => word === outcome)
  if (known === undefined || !isQualifiedDecisionMaker(typeof byRole === 'string' ? byRole : null)) return []
  const about = subjectsOf(playing.history, playing.people, event)
  const all = playing.referrals.filter((referral) => referral.children.some((child) => about.includes(child)))
  // The act decides a referral for all its children; a decision about one of them alone ends nothing for the others.
  if (all.some((referral) => !referral.decided && referral.children.some((child) => !about.includes(child)))) return []
  const waiting = all.filter((referral) => !referral.decided)
  if (all.length === 0) {
    waiting.push({ id: await seedReferral(playing.stage, about, playing.borough, playing.history.t0), children: about, decided: false })
    playing.referrals.push(...waiting)
  }
  const outcomes: Outcome[] = []
  for (const referral of waiting) {
    const given = typeof reason === 'string' && reason.trim() !== '' ? reason : 'Not said'
    outcomes.push(await act(playing, decideReferral, 'mash-decision-maker', { referralId: referral.id, outcome: known, reason: given }, event.at))
    referral.decided = true
    if (secondLineGiven(secondLine) && known !== 's47' && known !== 'immediate-protection') {
      outcomes.push(await act(playing, giveSecondLine, 'cait-supervisor', { referralId: referral.id, agrees: 'yes', reason: given }, event.at))
    }
  }
  return outcomes
}

/** Said with yes, or by naming who gave it. */
export const secondLineGiven = (said: unknown): boolean =>
  said === true || (typeof said === 'string' && said.trim() !== '' && !/^(no|none|not|never|false|refus|disagree)/i.test(said.trim()))
