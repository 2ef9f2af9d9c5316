import { answerOf, isAfter, listOf, textOf, type PolicyEvent } from '../../events'
import { endsForThresholdNotMet } from '../../decisions'
import { disputeParameter, isGrave } from '../../due/choosers'
import { concernOf } from '../../concerns'
import { durationOf } from '../../packs'
import { quorumOf } from '../../quorum'
import type { History, TimescaleRule } from '../../rule'

/** escalation-dispute: a disagreement between agencies goes up the line, the lowest stage first; the child's safety never waits. */
export const disputeNextStage: TimescaleRule = {
  form: 'clock',
  id: 'dispute/next-stage',
  alert: 'dispute-unresolved',
  breach: true,
  title: 'Disagreement between agencies settled, or taken up a stage',
  plain: 'A challenge or a dissent is settled within five working days, or the same day where the child is not safe; otherwise the managers of the next stage take it.',
  meets: 'What was challenged done, the dissent withdrawn, the disagreement settled, or taken up a stage: the next stage then has the same time again.',
  clause: 'escalation-dispute',
  owedBy: 'csc',
  opens: 'each',
  parameters: ['escalation.dispute', 'escalation.dispute.unsafe'],
  starts(event, history) {
    const dispute = disputeOf(event, history)
    if (dispute === null) return null
    const { root, stage } = dispute
    const unsafe = answerOf(root, 'unsafe') === true || isGrave(concernOf(root))
    const parameter = disputeParameter({ unsafe })
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), parameter), parameter, item: root.id,
      because: [
        root.kind === 'police-challenge' ? 'police challenged that no discussion was called' : `${textOf(root, 'agency') ?? 'an agency'} dissents`,
        ...(stage === 1 ? [] : [`it was taken up: this is stage ${stage} of ${DISPUTE_STAGES.length}`]),
        unsafe ? 'the child is not safe meanwhile' : 'nothing says that the child is unsafe meanwhile',
      ],
    }
  },
  stops(event, clock, history) {
    if (takesUp(event, clock.by)) return { how: 'met' }
    const root = disputeOf(clock.by, history)?.root ?? clock.by
    if (event.kind === 'dispute-settled') return textOf(event, 'of') === root.id ? { how: 'met' } : null
    if (root.kind === 'police-challenge') {
      if (event.kind === 'strategy-discussion-held' && quorumOf(event, history).quorate !== false) return { how: 'met' }
      return endsForThresholdNotMet(event, root, history) ? { how: 'ended', why: 'threshold-not-met' } : null
    }
    const withdrawn = event.kind === 'position-given' && textOf(event, 'agency') === textOf(root, 'agency') && !isDispute(event)
    return withdrawn ? { how: 'met' } : null
  },
}

/** The disagreement itself taken up a stage, or the duty that was challenged; any other duty of the child settles nothing. */
function takesUp(event: PolicyEvent, dispute: PolicyEvent): boolean {
  if (event.kind !== 'duty-escalated') return false
  const challenged = listOf(dispute, 'duties')
  return listOf(event, 'started_by').includes(dispute.id) || listOf(event, 'duties').some((duty) => challenged.includes(duty))
}

/** Who settles it at each stage, the lowest first. Taking it up once more than this is for the safeguarding board, outside Holdfast. */
export const DISPUTE_STAGES = ['the workers concerned', 'their managers', 'the managers of the borough', 'London'] as const

/**
 * The disagreement that this event raises or takes up, and the stage it then stands at; null for any other event. A stage is begun by the
 * escalation of the stage before it: escalating the duty that was challenged moves that duty, and begins none.
 */
export function disputeOf(event: PolicyEvent, history: History): { root: PolicyEvent; stage: number } | null {
  if (isDispute(event)) return { root: event, stage: 1 }
  if (event.kind !== 'duty-escalated') return null
  const begun = listOf(event, 'started_by')
  for (const earlier of history.events) {
    if (!begun.includes(earlier.id) || !isAfter(event, earlier)) continue
    const before = disputeOf(earlier, history)
    if (before !== null && before.stage < DISPUTE_STAGES.length) return { root: before.root, stage: before.stage + 1 }
  }
  return null
}

const isDispute = (event: PolicyEvent): boolean => event.kind === 'police-challenge'
  || (event.kind === 'position-given' && (answerOf(event, 'agrees') === false || textOf(event, 'position') === 'dissent'))
