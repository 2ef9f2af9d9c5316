import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'

/** sd-record: the record goes to those who took part within one working day. */
export const circulation: TimescaleRule = {
  form: 'clock',
  id: 'strategy-discussion/circulation',
  alert: 'strategy-record-not-circulated',
  breach: true,
  title: 'Record of the strategy discussion sent to those present',
  plain: 'The record of a strategy discussion is shared with everyone who took part within one working day.',
  meets: 'The record marked as sent to those who took part.',
  clause: 'sd-record',
  owedBy: 'csc',
  opens: 'each',
  parameters: ['strategy.circulation'],
  starts(event, history) {
    if (event.kind !== 'strategy-discussion-held') return null
    return {
      by: event, from: event.at, duration: durationOf(history.packAt(event), 'strategy.circulation'),
      parameter: 'strategy.circulation', because: ['a strategy discussion was held'], item: event.id,
    }
  },
  stops(event, clock) {
    return event.kind === 'minutes-circulated' && (event.detail['of'] === clock.by.id || event.detail['of'] === clock.by.detail['meeting_id'])
      ? { how: 'met' } : null
  },
}
