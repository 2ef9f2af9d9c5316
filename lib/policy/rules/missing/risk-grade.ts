import { isAfter, type PolicyEvent } from '../../events'
import { absentUntil } from '../../missing/class'
import type { Episode } from '../../missing/episode'
import { gradeOf } from '../../missing/risk-proposed'
import type { ClockStart, TimescaleRule } from '../../rule'
import { isGrown } from '../grown'
import { classBy, endOf, startOf } from './start'

/** missing.risk-review, mis-no-low: a missing child is graded within the hour (conflict 14.32). */
export const riskGrade: TimescaleRule = {
  form: 'clock',
  id: 'missing/risk-grade',
  alert: 'missing-risk-not-graded',
  breach: true,
  title: 'First grade of risk',
  plain: 'The risk of a missing child is graded within the hour of the report, or of the moment from which the child is classed missing.',
  meets: 'A grade of risk on the record, or the child back.',
  clause: 'missing.risk-review',
  owedBy: 'control-room',
  opens: 'each',
  parameters: ['missing.risk-grade'],
  starts(event, history): ClockStart | null {
    const stands = isGrown(event, history) ? null : classBy(event, history)
    if (stands === null || !stands.made || isGraded(event, stands.episode)) return null
    const { episode, now } = stands
    if (event.kind === 'child-returned') return null
    if (now.class === 'missing') return startOf(event, episode, history, 'missing.risk-grade', [now.how === 'reported' ? 'the child was reported missing' : 'the child is classed missing', ...(now.how === 'by-fact' ? [now.because] : [])])
    // Nothing happens at 24 hours that could start a clock: it is set when the class is.
    return startOf(event, episode, history, 'missing.risk-grade', ['a child absent for 24 hours is missing from that minute, and is graded within the hour after it'], { from: absentUntil(episode, history) })
  },
  stops(event, clock, history) {
    if (gradeOf(event) !== null) return { how: 'met' }
    if (event.kind === 'child-returned') return { how: 'ended', why: 'returned' }
    // A clock set for the change at 24 hours gives way to the one that an earlier change starts.
    return clock.from.getTime() > clock.by.at.getTime() ? endOf(event, 'absent', history) : endOf(event, 'missing', history)
  },
}

const isGraded = (event: PolicyEvent, episode: Episode): boolean => episode.events.some((one) => gradeOf(one) !== null && isAfter(event, one))
