import { textOf } from '../../events'
import { hasExploitationFlag } from '../../exploitation'
import { categorySetBy, isScreenedOut } from '../../exploitation/category'
import { isGrown } from '../grown'
import { taskRule } from '../task'

/** flag-reconcile, flag-cse-remove: screened out, and the flag stands: partners are asked, and the flag kept or removed with a reason (HMIC 2016 L2008–2025). */
export const reconcileFlags = taskRule({
  id: 'tasks/reconcile-flags', task: 'reconcile-flags', alert: 'flag-against-category', title: 'Flag matched with the category',
  plain: 'A child was found not to be exploited and still carries the flag. It is kept with a reason, or partners are asked about removing it: it is not left because nobody looked.',
  meets: 'The flag matched, reviewed or removed after partners were asked; or a category of 1 or above.', clause: 'flag-reconcile', owedBy: 'police', parameter: 'task.reconcile-flags', opens: 'once',
  calledForBy: (event, history) => (isScreenedOut(event, history) && !isGrown(event, history) && hasExploitationFlag(event, history) ? 'the category is 0, and the child is flagged at risk of exploitation' : null),
  doneBy: (event) => event.kind === 'flags-reconciled' || event.kind === 'flag-reviewed' || (event.kind === 'flag-changed' && textOf(event, 'change') === 'removed'),
  endedBy: (event) => ((categorySetBy(event) ?? 0) >= 1 ? 'category-set-again' : null),
  stillAnswered: () => false,
})
