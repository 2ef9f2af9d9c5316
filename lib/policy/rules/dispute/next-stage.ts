import { answerOf, listOf, textOf, type PolicyEvent } from '../../events'
import { endsForThresholdNotMet } from '../../decisions'
import { disputeParameter, isGrave } from '../../due/choosers'
import { concernOf } from '../../concerns'
import { durationOf } from '../../packs'
import { quorumOf } from '../../quorum'
import type { TimescaleRule } from '../../rule'

/** escalation-dispute: a disagreement between agencies goes up the line, the lowest stage first; the child's safety never waits. */
export const disputeNextStage: TimescaleRule = {
  form: 'clock',
  id: 'dispute/next-stage',
  alert: 'dispute-unresolved',
  breach: true,
  title: 'Disagreement between agencies settled, or taken up a stage',
  plain: 'A challenge or a dissent is settled within five working days, or the same day where the child is not safe; otherwise the managers of the next stage take it.',
  meets: 'What was challenged done, the dissent withdrawn, or the matter taken up a stage.',
  clause: 'escalation-dispute',
  owedBy: 'csc',
  opens: 'each',
  parameters: ['escalation.dispute', 'escalation.dispute.unsafe'],
  starts(event, history) {
    if (!isDispute(event)) return null
    const unsafe = answerOf(event, 'unsafe') === true || isGrave(concernOf(event))
    const parameter = disputeParameter({ unsafe })
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), parameter), parameter, item: event.id,
      because: [
        event.kind === 'police-challenge' ? 'police challenged that no discussion was called' : `${textOf(event, 'agency') ?? 'an agency'} dissents`,
        unsafe ? 'the child is not safe meanwhile' : 'nothing says that the child is unsafe meanwhile',
      ],
    }
  },
  stops(event, clock, history) {
    if (takesUp(event, clock.by)) return { how: 'met' }
    if (clock.by.kind === 'police-challenge') {
      if (event.kind === 'strategy-discussion-held' && quorumOf(event, history).quorate !== false) return { how: 'met' }
      return endsForThresholdNotMet(event, clock.by, history) ? { how: 'ended', why: 'threshold-not-met' } : null
    }
    const withdrawn = event.kind === 'position-given' && textOf(event, 'agency') === textOf(clock.by, 'agency') && !isDispute(event)
    return withdrawn ? { how: 'met' } : null
  },
}

/** The disagreement itself taken up a stage, or the duty that was challenged; any other duty of the child settles nothing. */
function takesUp(event: PolicyEvent, dispute: PolicyEvent): boolean {
  if (event.kind !== 'duty-escalated') return false
  const challenged = listOf(dispute, 'duties')
  return listOf(event, 'started_by').includes(dispute.id) || listOf(event, 'duties').some((duty) => challenged.includes(duty))
}

const isDispute = (event: PolicyEvent): boolean => event.kind === 'police-challenge'
  || (event.kind === 'position-given' && (answerOf(event, 'agrees') === false || textOf(event, 'position') === 'dissent'))
