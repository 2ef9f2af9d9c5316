import { concernOf } from '../../concerns'
import { suspectIdentifyParameter } from '../../due/choosers'
import { textOf, type EventKind } from '../../events'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'
import { bringsNew, stillStands } from '../once'

const TOLD_BY: readonly EventKind[] = ['contact-received', 'referral-made', 'information-received']
const IDENTIFIED: readonly string[] = ['identified', 'arrested']

/** suspect.identify: an unknown suspect is sought (HMIC 2016 L2979–2996, L3000–3008: nobody sought). */
export const suspectIdentified: TimescaleRule = {
  form: 'clock',
  id: 'investigation/suspect-identified',
  alert: 'suspect-identification-overdue',
  breach: true,
  title: 'Suspect identified',
  plain: 'A suspect whom nobody can name is identified within seven days; where the matter is images of abuse with no child known yet, within 28.',
  meets: 'The suspect identified, or arrested.',
  clause: 'suspect.identify',
  owedBy: 'police',
  opens: 'once',
  parameters: ['suspect.identify', 'suspect.identify.images'],
  starts(event, history) {
    if (!TOLD_BY.includes(event.kind) || textOf(event, 'suspect') !== 'unidentified') return null
    const parameter = suspectIdentifyParameter({ concern: concernOf(event) })
    return { by: event, from: event.at, duration: durationOf(history.packAt(event), parameter), parameter, because: ['the suspect is not identified', ...(parameter === 'suspect.identify.images' ? ['the matter is images of abuse'] : [])] }
  },
  stops: (event) => (event.kind === 'suspect-action' && IDENTIFIED.includes(textOf(event, 'action') ?? '') ? { how: 'met' } : null),
  stillAnswered: (event, identified, history) => !bringsNew(event, history) && stillStands(event, identified, history),
}
