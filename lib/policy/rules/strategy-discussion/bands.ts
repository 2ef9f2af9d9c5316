import { endsForThresholdNotMet } from '../../decisions'
import { answerOf, textOf, type PolicyEvent } from '../../events'
import { dueAfter } from '../../calendar/duration'
import { durationOf, type DurationParameter } from '../../packs'
import { quorumOf } from '../../quorum'
import type { ClockStart, History, Stop, TimescaleRule } from '../../rule'
import { momentOf, thresholdAt, type Basis } from './threshold'

interface Band {
  readonly basis: Basis
  readonly title: string
  readonly plain: string
  readonly clause: string
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
      if (threshold === null || !threshold.bases.includes(band.basis)) return null
      return {
        by: event, from: momentOf(event, band.moment), duration: durationOf(history.pack, band.parameter),
        parameter: band.parameter, because: threshold.because,
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

/**
 * Does a discussion already held answer a new fact? Not where the fact names a new person, offence or place, not where
 * it brings a concern the discussion was not about, and not when the discussion is too long ago (`strategy.standing.concern`
 * for a further missing episode `strategy.standing`). A wrong "yes" here would leave a child without a clock.
 */
function discussionStillAnswers(event: PolicyEvent, discussion: PolicyEvent, history: History): boolean {
  if (['new_person', 'new_offence', 'new_place', 'new_risk'].some((key) => answerOf(event, key) === true)) return false
  const before = history.events.filter((earlier) => earlier.at.getTime() <= discussion.at.getTime() && earlier.id !== event.id)
  if (namesNewSuspect(event, history)) return false
  const isEpisode = event.kind === 'missing-reported' || event.kind === 'informant-recontacted'
  const standing = durationOf(history.pack, isEpisode ? 'strategy.standing' : 'strategy.standing.concern')
  if (event.at.getTime() > dueAfter(discussion.at, standing).dueAt.getTime()) return false
  if (isEpisode) return true
  const concern = thresholdAt(event, history)?.concern ?? null
  const discussed = new Set(before.map((earlier) => thresholdAt(earlier, history)?.concern).filter((known) => known !== undefined))
  // Police protection needs its own discussion (s46-sequel), unless it carries out what one has just decided.
  if (event.kind === 'police-protection') return event.at.getTime() <= dueAfter(discussion.at, durationOf(history.pack, 'strategy.force-24h')).dueAt.getTime()
  return concern === null || discussed.size === 0 || discussed.has(concern) || sameFamily(concern, discussed)
}

/** Exploitation on the street and online is one concern for the discussion; a category set afterwards brings nothing new. */
function sameFamily(concern: string, discussed: ReadonlySet<string | undefined>): boolean {
  const exploitation = ['cse', 'online-cse']
  return exploitation.includes(concern) && exploitation.some((other) => discussed.has(other))
}

/** A suspect named by reference who was in no earlier entry is a new person ("known" and "unidentified" name nobody). */
function namesNewSuspect(event: PolicyEvent, history: History): boolean {
  const suspect = textOf(event, 'suspect')
  if (suspect === null || ['known', 'unidentified'].includes(suspect)) return false
  return !history.events.some((earlier) => earlier.id !== event.id && earlier.at.getTime() <= event.at.getTime()
    && textOf(earlier, 'suspect') === suspect)
}

