import { concernOf } from '../../concerns'
import type { EventKind } from '../../events'
import { hasSuspect } from '../../suspects'
import { answersAgain } from '../once'
import { taskRule } from '../task'

const NEWS: readonly EventKind[] = ['contact-received', 'referral-made', 'information-received', 'missing-reported', 'offender-registered', 'detained']

/** check-all-systems: the records of the child, the household and the suspect, wherever they are kept (HMIC 2016 L1944–1975). */
export const checkAllSystems = taskRule({
  id: 'tasks/check-all-systems', task: 'check-all-systems', alert: 'systems-not-checked', title: 'All systems checked',
  plain: 'When a concern comes in, the records of the child, of everyone in the household and of the suspect are searched in every system, so that no incident is dealt with by itself.',
  meets: 'A check of all systems, with what it found.', clause: 'check-all-systems', owedBy: 'mash', parameter: 'task.check-all-systems', opens: 'once', endsWithConcern: true,
  calledForBy(event) {
    if (event.kind === 'police-protection' || event.kind === 'pac-submitted') return null
    if (!NEWS.includes(event.kind)) return null
    const concern = concernOf(event)
    if (concern !== null) return `the concern is ${concern.replaceAll('-', ' ')}`
    if (hasSuspect(event)) return 'there is a suspect'
    return event.kind === 'missing-reported' ? 'a child was reported missing' : event.kind === 'offender-registered' ? 'an offender is to be managed'
      : event.kind === 'detained' ? 'a child was detained' : null
  },
  doneBy: (event) => event.kind === 'intelligence-checked',
  stillAnswered: answersAgain,
})
