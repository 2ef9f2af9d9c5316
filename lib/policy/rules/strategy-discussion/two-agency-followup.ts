import { endsForThresholdNotMet } from '../../decisions'
import { durationOf } from '../../packs'
import { quorumOf } from '../../quorum'
import type { TimescaleRule } from '../../rule'

/** sd-two-agency-call: a police and social care call is an interim step; the full meeting follows (HMIC 2016 L2313–2345). */
export const twoAgencyFollowUp: TimescaleRule = {
  form: 'clock',
  id: 'strategy-discussion/two-agency-followup',
  alert: 'strategy-full-meeting-overdue',
  breach: true,
  title: 'Full strategy meeting after a two-agency call',
  plain: 'Police and social care spoke by themselves. That is allowed as an urgent step; the full meeting is due within five working days of it, or earlier where the band runs out earlier.',
  meets: 'A quorate strategy discussion.',
  clause: 'sd-two-agency-call',
  owedBy: 'csc',
  task: 'convene-strategy-discussion',
  opens: 'once',
  parameters: ['strategy.two-agency-followup'],
  starts(event, history) {
    if (event.kind !== 'strategy-discussion-held' || !quorumOf(event, history).twoAgencyCall) return null
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), 'strategy.two-agency-followup'),
      parameter: 'strategy.two-agency-followup', because: ['only police and children’s social care took part'],
    }
  },
  stops(event, clock, history) {
    if (event.kind === 'strategy-discussion-held' && quorumOf(event, history).quorate !== false) return { how: 'met' }
    return endsForThresholdNotMet(event, clock.by, history) ? { how: 'ended', why: 'threshold-not-met' } : null
  },
}
