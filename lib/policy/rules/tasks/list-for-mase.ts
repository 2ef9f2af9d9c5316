import { exploitationConcern } from '../../exploitation/concern'
import { isScreenedOut } from '../../exploitation/category'
import { isHeld, isOf } from '../../meetings/kind'
import { isGrown } from '../grown'
import { answersAgain } from '../once'
import { taskRule } from '../task'

/** mase-gate, cse-no-wait: a child at risk of exploitation is on the next MASE (HMIC 2016 L2606–2613, L2630–2638). */
export const listForMase = taskRule({
  id: 'tasks/list-for-mase', task: 'list-for-mase', alert: 'mase-listing-outstanding', title: 'Listed for the next MASE',
  plain: 'A child of whom an exploitation concern is recorded is put on the list of the borough’s next MASE, with the strategy discussion behind it; or the child’s MAP sends its outputs there.',
  meets: 'The child listed for a MASE, or heard at one.', clause: 'mase-gate', owedBy: 'police', parameter: 'task.list-for-mase', opens: 'once', endsWithConcern: true,
  calledForBy: (event, history) => (isGrown(event, history) ? null : exploitationConcern(event)),
  doneBy: (event) => isHeld(event, 'MASE') || (event.kind === 'listed-for-meeting' && isOf(event, 'MASE')),
  endedBy: (event, _calledForBy, history) => (isScreenedOut(event, history) ? 'screened-out' : null),
  stillAnswered: answersAgain,
})
