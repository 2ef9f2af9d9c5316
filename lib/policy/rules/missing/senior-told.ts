import { isAfter } from '../../events'
import { episodeAt } from '../../missing/episode'
import { gradeOf } from '../../missing/risk-proposed'
import type { TimescaleRule } from '../../rule'
import { isGrown } from '../grown'
import { endOf, startOf } from './start'

/** mis-high-senior: seniors hear of a child at high risk at once. */
export const seniorTold: TimescaleRule = {
  form: 'clock',
  id: 'missing/senior-told',
  alert: 'high-risk-senior-not-told',
  breach: true,
  title: 'High risk told to seniors',
  plain: 'When a missing child is graded at high risk the duty inspector and the assistant director of children’s social care are told at once.',
  meets: 'A senior told, by name and office; or the child back.',
  clause: 'mis-high-senior',
  owedBy: 'missing-unit',
  opens: 'each',
  parameters: ['missing.senior'],
  starts(event, history) {
    const episode = gradeOf(event) === 'high' && !isGrown(event, history) ? episodeAt(event, history) : null
    if (episode === null || (episode.returned !== null && isAfter(event, episode.returned))) return null
    const before = episode.events.filter((one) => isAfter(event, one)).map(gradeOf).findLast((grade) => grade !== null) ?? null
    return before === 'high' ? null : startOf(event, episode, history, 'missing.senior', ['the risk is graded high'])
  },
  stops: (event, _clock, history) => (event.kind === 'senior-informed' ? { how: 'met' } : endOf(event, 'out', history)),
}
