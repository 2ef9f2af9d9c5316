import { textOf } from '../../events'
import { absentUntil, isOwnChange } from '../../missing/class'
import { gradeOf } from '../../missing/risk-proposed'
import type { TimescaleRule } from '../../rule'
import { isGrown } from '../grown'
import { classBy, endOf, startOf } from './start'

/** mis-absent-24h: a child still absent after 24 hours is missing, by itself (HMIC 2016 L1840–1842). */
export const absentToMissing: TimescaleRule = {
  form: 'clock',
  id: 'missing/absent-to-missing',
  alert: 'absent-over-24h',
  breach: true,
  title: 'Absent for 24 hours',
  plain: 'A child who is still absent 24 hours after the report becomes missing at that minute, whoever is on duty, and is looked for.',
  meets: 'The child back, or classed missing before the 24 hours are over. After them: a person takes the change up with a grade of risk or by classing the child missing.',
  clause: 'mis-absent-24h',
  owedBy: 'control-room',
  opens: 'each',
  parameters: ['absent.max'],
  starts(event, history) {
    const stands = isGrown(event, history) ? null : classBy(event, history)
    if (stands === null || !stands.made || stands.now.class !== 'absent' || event.kind === 'child-returned') return null
    return startOf(event, stands.episode, history, 'absent.max', ['the child is classed absent'], { from: stands.episode.begun })
  },
  stops(event, clock, history) {
    const stands = event.kind === 'episode-classified' && textOf(event, 'as') === 'missing' ? classBy(event, history) : null
    if (stands !== null) {
      const until = absentUntil(stands.episode, history).getTime()
      // Holdfast's own change, or anybody's at that very minute, is the change itself and not what should have come before it.
      if (isOwnChange(event) || (event.at.getTime() === until && textOf(event, 'by') === null)) return null
      return { how: 'met' }
    }
    // Once the 24 hours are over the child is missing: who grades the risk has taken it up.
    if (gradeOf(event) !== null && event.at.getTime() > clock.from.getTime() && classBy(event, history)?.now.class === 'missing') return { how: 'met' }
    return endOf(event, 'absent', history)
  },
}
