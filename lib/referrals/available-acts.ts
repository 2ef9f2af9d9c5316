import type { Actor } from '@/lib/access/actor'
import { membershipFor, type ActName } from '@/lib/access/permissions'

/** Where a referral stands, computed from its dated facts and never stored. */
export type ReferralStatus = 'waiting' | 'claimed' | 'second-line' | 'decided' | 'became-referral'

interface DatedFacts {
  readonly claimedBy: string | null
  readonly decidedAt: Date | null
  readonly becameReferralId: string | null
  readonly secondLineAt: Date | null
  /** Whether the decision that stands needs a second line. */
  readonly needsSecondLine: boolean
}

export function referralStatus(facts: DatedFacts): ReferralStatus {
  if (facts.becameReferralId !== null) return 'became-referral'
  if (facts.decidedAt !== null) return facts.needsSecondLine && facts.secondLineAt === null ? 'second-line' : 'decided'
  return facts.claimedBy === null ? 'waiting' : 'claimed'
}

export const REFERRAL_ACTS = [
  'claim-referral', 'release-referral', 'set-rag', 'decide-referral', 'give-second-line', 'allocate-referral', 'add-facts', 'acknowledge-referrer',
  'tell-referrer', 'confirm-in-writing', 'record-strategy-discussion', 'take-referral', 'complete-pac',
  'record-emergency',
] as const
export type ReferralAct = (typeof REFERRAL_ACTS)[number]

/** What may happen next, by status: total, so that a new status asks what it allows. The acts ask again for themselves. */
const NEXT: Readonly<Record<ReferralStatus, readonly ReferralAct[]>> = {
  waiting: ['claim-referral', 'set-rag', 'decide-referral', 'allocate-referral', 'add-facts', 'acknowledge-referrer', 'confirm-in-writing', 'record-strategy-discussion', 'take-referral', 'complete-pac', 'record-emergency'],
  claimed: ['release-referral', 'set-rag', 'decide-referral', 'allocate-referral', 'add-facts', 'acknowledge-referrer', 'confirm-in-writing', 'record-strategy-discussion', 'take-referral', 'complete-pac', 'record-emergency'],
  'second-line': ['give-second-line', 'allocate-referral', 'add-facts', 'tell-referrer', 'acknowledge-referrer', 'confirm-in-writing', 'record-strategy-discussion', 'complete-pac'],
  decided: ['allocate-referral', 'add-facts', 'tell-referrer', 'acknowledge-referrer', 'confirm-in-writing', 'record-strategy-discussion', 'complete-pac'],
  'became-referral': [],
}

const RIGHTS: Readonly<Record<ReferralAct, ActName>> = {
  'claim-referral': 'claim', 'release-referral': 'release', 'set-rag': 'set-rag', 'decide-referral': 'decide-referral', 'give-second-line': 'give-second-line',
  'allocate-referral': 'allocate', 'add-facts': 'add-facts', 'acknowledge-referrer': 'acknowledge-referrer', 'tell-referrer': 'tell-referrer',
  'confirm-in-writing': 'acknowledge-referrer', 'record-strategy-discussion': 'record-strategy-discussion', 'take-referral': 'record-referral', 'complete-pac': 'add-facts', 'record-emergency': 'add-facts',
}

/** Status × act × role: what this actor is offered on this referral. */
export function availableActs(
  actor: Actor, status: ReferralStatus, referral: { borough: string; urgent: boolean; claimedBy: string | null; decidedBy: string | null; form: string; acknowledged: boolean; told: boolean; lacking: boolean },
): ReferralAct[] {
  return NEXT[status].filter((act) => {
    if (membershipFor(actor, RIGHTS[act], referral.borough, { urgent: referral.urgent }) === null) return false
    switch (act) {
      case 'release-referral': return referral.claimedBy === actor.accountId
      case 'give-second-line': return referral.decidedBy !== actor.accountId
      case 'take-referral': return referral.form === 'contact'
      case 'complete-pac': return referral.lacking
      case 'acknowledge-referrer': return !referral.acknowledged
      case 'tell-referrer': return !referral.told
      default: return true
    }
  })
}
