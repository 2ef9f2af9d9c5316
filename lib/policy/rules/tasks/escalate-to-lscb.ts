import { absentRunning, raises } from '../../meetings/members'
import { isOf, meetingOf } from '../../meetings/kind'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'

/** mase-members: away from two meetings running, an agency is raised with the safeguarding board (HMIC 2016 L2557–2561). */
export const escalateToLscb: TimescaleRule = {
  form: 'clock',
  id: 'tasks/escalate-to-lscb',
  alert: 'board-escalation-outstanding',
  breach: false,
  title: 'Agency raised with the safeguarding board',
  plain: 'An agency that had to be there was away from two meetings of one kind running: the chair raises it with the safeguarding board. Each agency by itself; what was raised before is counted anew.',
  meets: 'The agency raised with the safeguarding board.',
  clause: 'mase-members',
  owedBy: 'mase-chair',
  task: 'escalate-to-lscb',
  opens: 'once',
  parameters: ['task.escalate-to-lscb'],
  starts(event, history) {
    // A MAPPA has a co-ordinator of its own to hear of it.
    if (isOf(event, 'MAPPA')) return null
    return absentRunning(event, history).map((agency) => ({
      by: event, from: event.at, duration: durationOf(history.packAt(event), 'task.escalate-to-lscb'), parameter: 'task.escalate-to-lscb' as const, item: agency,
      because: [`away from two ${meetingOf(event) ?? 'meetings'} meetings running: ${agency.replaceAll('-', ' ')}`],
    }))
  },
  stops: (event, clock) => (raises(event, clock.item ?? '') ? { how: 'met' } : null),
  // It starts only on meetings since the last time it was raised.
  stillAnswered: () => false,
}
