import type { PolicyEvent } from '../events'
import type { History, Refusal } from '../rule'
import { allocationNeedsSpecialist } from './allocation-needs-specialist'
import { allocationUntrained } from './allocation-untrained'
import { closureChildNotSeen } from './closure/child-not-seen'
import { noCrimeWithoutPoliceEnquiry } from './closure/no-crime'
import { closureUnresolvedRisk } from './closure/unresolved-risk'
import { designatedOfficerIsAnother } from './designated-officer'
import { orderExtendedOnce, orderOverEightDays } from './emergency-protection'
import { categoryRationale } from './exploitation/category-rationale'
import { noticeWithoutGround } from './exploitation/notice-ground'
import { flagRemoval } from './flag-removal'
import type { Gate } from './gate'
import { jointEnquiry } from './joint-enquiry'
import { lookedFor } from './looked-for'
import { mashMinimumInformation } from './mash-minimum-information'
import { meetingChairRank } from './meeting/chair-rank'
import { meetingItemUnrecorded } from './meeting/item-unrecorded'
import { listingWithoutStrategy } from './meeting/listing'
import { absentAfter24Hours, absentClassEnded, absentExploitation, absentKnownRisk, absentUnder13, downgradeNeedsInspector } from './missing/absent'
import { callbackInterval } from './missing/callback-interval'
import { missingRiskBelowMedium } from './missing/grade'
import { riskRationaleRejected } from './missing/rationale'
import { policeProtectionOver72h } from './police-protection'

/** Every gate Holdfast knows. A new one is a file, its clause, its test, and its line here. */
export const GATES: readonly Gate[] = [
  allocationUntrained, allocationNeedsSpecialist, flagRemoval, policeProtectionOver72h, designatedOfficerIsAnother, jointEnquiry, lookedFor, mashMinimumInformation,
  orderOverEightDays, orderExtendedOnce, closureChildNotSeen, closureUnresolvedRisk, noCrimeWithoutPoliceEnquiry,
  absentClassEnded, absentUnder13, absentExploitation, absentKnownRisk, absentAfter24Hours, downgradeNeedsInspector, riskRationaleRejected, missingRiskBelowMedium, callbackInterval,
  meetingChairRank, meetingItemUnrecorded, listingWithoutStrategy, categoryRationale, noticeWithoutGround,
]

/** Every rule that refuses this event, each with its clause and the way forward. Empty: it may be done. */
export function refusalsOf(event: PolicyEvent, history: History, gates: readonly Gate[] = GATES): Refusal[] {
  return gates.filter((gate) => gate.kinds.includes(event.kind)).flatMap((gate) => {
    const refusal = gate.refuses(event, history)
    return refusal === null ? [] : [{ rule: gate.id, clause: gate.clause, ...refusal }]
  })
}

export const isGated = (kind: PolicyEvent['kind']): boolean => GATES.some((gate) => gate.kinds.includes(kind))
