import type { DutyRule } from '../rule'
import { actionOwnDate } from './action/own-date'
import { namedWorker } from './allocation/named-worker'
import { contactUnactioned } from './contact/unactioned'
import { childSeen } from './child/seen'
import { conferenceOnWeekend } from './conference/weekday'
import { disputeNextStage } from './dispute/next-stage'
import { orderExpiry } from './emergency-protection-order/expiry'
import { jointByOne } from './enquiry/joint-by-one'
import { cumulativeIncidents } from './family/cumulative-incidents'
import { supervisorReview } from './investigation/supervisor-review'
import { withdrawalReview } from './investigation/withdrawal-review'
import { agencyAnswer } from './mash/agency-answer'
import { mashAssessment } from './mash/assessment'
import { emergencyClaim } from './mash/emergency-claim'
import { handoverAccepted } from './mash/handover-accepted'
import { queueBreach } from './measure/queue-breach'
import { targetMissed } from './measure/target-missed'
import { discussionFirst } from './meeting/discussion-first'
import { pacIncomplete } from './merlin/incomplete'
import { pacSubmitted } from './police/merlin-pac'
import { designatedOfficer } from './police-protection/designated-officer'
import { protectionExpiring } from './police-protection/expiring'
import { protectionExpiry } from './police-protection/expiry'
import { protectionFirstWarning } from './police-protection/first-warning'
import { absentCallback } from './missing/absent-callback'
import { absentToMissing } from './missing/absent-to-missing'
import { childAtRiskArrested } from './missing/arrested'
import { debriefReferred } from './missing/debrief-referred'
import { gradeTooLow } from './missing/grade-too-low'
import { classificationInconsistent } from './missing/inconsistent'
import { missingInformation } from './missing/information'
import { interviewShared } from './missing/interview-shared'
import { regrade } from './missing/regrade'
import { repeatMissing } from './missing/repeat'
import { returnHomeInterview } from './missing/return-home-interview'
import { riskGrade } from './missing/risk-grade'
import { riskReview } from './missing/risk-review'
import { safeAndWell } from './missing/safe-and-well'
import { seniorTold } from './missing/senior-told'
import { socialCareTold } from './missing/social-care'
import { recordUpdate } from './record/update'
import { acknowledgement } from './referral/acknowledgement'
import { referralDecision } from './referral/decision'
import { openCase } from './referral/open-case'
import { outcomeTold } from './referral/outcome-told'
import { toCsc } from './referral/to-csc'
import { wrongRoute } from './referral/wrong-route'
import { writtenFollowUp } from './referral/written-followup'
import { householdChild } from './risk/household-child'
import { linkedChild } from './risk/linked-child'
import { widerRisk } from './risk/wider'
import { circulation } from './strategy-discussion/circulation'
import { complex } from './strategy-discussion/complex'
import { forceTarget } from './strategy-discussion/force-24h'
import { immediateAction } from './strategy-discussion/immediate-action'
import { planNotice } from './strategy-discussion/plan-notice'
import { quorumNotice } from './strategy-discussion/quorum-notice'
import { sameDay } from './strategy-discussion/same-day'
import { standard } from './strategy-discussion/standard'
import { twoAgencyFollowUp } from './strategy-discussion/two-agency-followup'
import { confirmWhereabouts, seeAfterRefusedClosure } from './tasks/after-refused-closure'
import { checkAllSystems } from './tasks/check-all-systems'
import { checkWiderRisk } from './tasks/check-wider-risk'
import { makeTriggerPlan } from './tasks/make-trigger-plan'
import { reviewUnusedPowers } from './tasks/review-unused-powers'
import { seniorReview } from './tasks/senior-review'

/** Every duty Holdfast knows. A new duty is a rule file, its clause, its test, and its line here. */
export const DUTY_RULES: readonly DutyRule[] = [
  sameDay, forceTarget, immediateAction, standard, complex, twoAgencyFollowUp, quorumNotice, planNotice, circulation,
  emergencyClaim, handoverAccepted,
  mashAssessment, referralDecision, acknowledgement, writtenFollowUp, outcomeTold, contactUnactioned, namedWorker, actionOwnDate,
  discussionFirst, jointByOne, wrongRoute, openCase, pacSubmitted, pacIncomplete, disputeNextStage, conferenceOnWeekend,
  toCsc, childSeen, recordUpdate, widerRisk, householdChild, linkedChild, cumulativeIncidents, supervisorReview, withdrawalReview,
  protectionFirstWarning, protectionExpiring, protectionExpiry, designatedOfficer, orderExpiry, checkAllSystems, checkWiderRisk, seniorReview,
  seeAfterRefusedClosure, confirmWhereabouts,
  agencyAnswer, queueBreach, targetMissed,
  riskGrade, absentCallback, absentToMissing, riskReview, socialCareTold, seniorTold, missingInformation, regrade, safeAndWell, returnHomeInterview,
  debriefReferred, interviewShared, repeatMissing, classificationInconsistent, gradeTooLow, childAtRiskArrested, makeTriggerPlan, reviewUnusedPowers,
]

export const dutyRule = (id: string): DutyRule | undefined => DUTY_RULES.find((rule) => rule.id === id)
