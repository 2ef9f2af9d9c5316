import { endsForThresholdNotMet } from '../../decisions'
import type { PolicyEvent } from '../../events'
import { durationOf, type DurationParameter } from '../../packs'
import { quorumOf } from '../../quorum'
import type { ClockStart, History, Stop, TimescaleRule } from '../../rule'
import { discussionStillAnswers, planReviewAnswers } from './still-answers'
import { momentOf, thresholdAt, type Basis } from './threshold'

interface Band {
  readonly basis: Basis
  readonly title: string
  readonly plain: string
  readonly clause: string
  /** Where what started it stands on another clause: by concern. */
  readonly clauses?: Readonly<Record<string, string>>
  readonly parameter: DurationParameter
  readonly moment: 'concern_identified_at' | 'received_at' | 'initial_report_at'
  readonly owedBy: 'csc' | 'police'
  /** The force target stops on any discussion, a police and social care call included; every other band on a quorate one. */
  readonly stopsOn: 'any' | 'quorate'
}

/**
 * One band of the strategy discussion: its own clause, duration and moment; the start, the stop and what still answers
 * a new fact are the same for all, so they are said once here.
 */
export function strategyBand(band: Band): TimescaleRule {
  return {
    form: 'clock',
    id: `strategy-discussion/${band.basis}`,
    alert: 'strategy-discussion-overdue',
    basis: band.basis,
    breach: band.stopsOn === 'quorate',
    title: band.title,
    plain: band.plain,
    meets: band.stopsOn === 'any'
      ? 'Any strategy discussion, a police and social care call included.'
      : 'A quorate strategy discussion: social worker, their manager, health, police, and the referring agency where the referrer is a professional outside police and social care.',
    clause: band.clause,
    owedBy: band.owedBy,
    task: 'convene-strategy-discussion',
    opens: 'once',
    parameters: [band.parameter],
    starts(event: PolicyEvent, history: History): ClockStart | null {
      const threshold = thresholdAt(event, history)
      if (threshold === null || !threshold.bases.includes(band.basis) || planReviewAnswers(event, threshold.concern, history)) return null
      return {
        by: event, from: momentOf(event, band.moment), duration: durationOf(history.packAt(event), band.parameter),
        parameter: band.parameter, because: threshold.because, clause: band.clauses?.[threshold.concern] ?? band.clause,
      }
    },
    stops(event: PolicyEvent, clock: ClockStart, history: History): Stop | null {
      if (event.kind === 'strategy-discussion-held') {
        return band.stopsOn === 'any' || quorumOf(event, history).quorate !== false ? { how: 'met' } : null
      }
      return endsForThresholdNotMet(event, clock.by, history) ? { how: 'ended', why: 'threshold-not-met' } : null
    },
    stillAnswered: discussionStillAnswers,
  }
}
