import { listOf, textOf, type PolicyEvent } from '../../events'
import { episodeDuring } from '../../missing/episode'
import type { ClockStart, TimescaleRule } from '../../rule'
import { actsOnWaiting } from '../contact/unactioned'
import { isGrown } from '../grown'
import { startOf } from './start'

/** mis-info-channel: news of a child who is out is acted on within the hour (HMIC 2016 L2132–2137: fourteen hours in an inbox). */
export const missingInformation: TimescaleRule = {
  form: 'clock',
  id: 'missing/information',
  alert: 'missing-information-waiting',
  breach: true,
  title: 'News of the missing child acted on',
  plain: 'Whatever is learnt while a child is out, a sighting, a message, an e-mail, has a clock of its own of one hour, until somebody has acted on it.',
  meets: 'The item marked as acted on, or an act about the child: an enquiry, a grade, a visit, the child seen or back.',
  clause: 'mis-info-channel',
  owedBy: 'missing-unit',
  opens: 'each',
  parameters: ['missing.information'],
  starts(event, history): ClockStart | null {
    if (event.kind !== 'information-received' && event.kind !== 'sighting-recorded') return null
    const episode = isGrown(event, history) ? null : episodeDuring(event, history)
    return episode === null ? null : startOf(event, episode, history, 'missing.information', ['it was learnt while the child is out'], { item: event.id })
  },
  stops(event, clock) {
    const of = named(event)
    if (event.kind === 'information-actioned' || event.kind === 'enquiry-made') {
      return of.length === 0 || of.some((item) => item === clock.by.id || item === clock.by.detail['ref']) ? { how: 'met' } : null
    }
    return actsOnWaiting(event.kind) || event.kind === 'child-returned' ? { how: 'met' } : null
  },
}

function named(event: PolicyEvent): readonly string[] {
  const several = listOf(event, 'of')
  const one = textOf(event, 'of')
  return several.length > 0 ? several : one === null ? [] : [one]
}
