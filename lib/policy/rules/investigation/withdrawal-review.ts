import { textOf } from '../../events'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'

/** withdrawal.review: a complaint withdrawn is no end of the risk; fear is often why (HMIC 2016 L1936–1942, L2478–2494). */
export const withdrawalReview: TimescaleRule = {
  form: 'clock',
  id: 'investigation/withdrawal-review',
  alert: 'withdrawal-unreviewed',
  breach: true,
  title: 'Withdrawn complaint reviewed',
  plain: 'When a victim or a parent withdraws a complaint, a supervisor looks within 24 hours at why, at what is feared and at what the child wants. A review before the withdrawal does not answer it.',
  meets: 'A supervisor’s review after the withdrawal.',
  clause: 'withdrawal.review',
  owedBy: 'police',
  opens: 'each',
  parameters: ['withdrawal.review'],
  starts(event, history) {
    if (event.kind !== 'complaint-withdrawn') return null
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), 'withdrawal.review'), parameter: 'withdrawal.review', item: event.id,
      because: [`the complaint was withdrawn${textOf(event, 'reason') === null ? ', and why is not known' : `: ${textOf(event, 'reason')}`}`],
    }
  },
  stops: (event) => (event.kind === 'supervisor-review' ? { how: 'met' } : null),
}
