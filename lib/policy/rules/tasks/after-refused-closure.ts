import { listOf, textOf, type PolicyEvent } from '../../events'
import { unresolvedAt } from '../../gates/closure/unresolved-risk'
import type { TimescaleRule } from '../../rule'
import { isSeenAndSpokenTo } from '../../seen'
import { taskRule } from '../task'

const wasRefused = (event: PolicyEvent, gate: string): boolean => event.kind === 'act-refused' && listOf(event, 'rules').includes(gate)

/** inv-child-seen: a closing that was refused for want of seeing the child leaves the seeing to be done. */
export const seeAfterRefusedClosure: TimescaleRule = taskRule({
  id: 'tasks/see-after-refused-closure', task: 'see-and-speak-to-child', alert: 'closure-waits-for-child', title: 'Child to be seen before closing',
  plain: 'A closing was refused because nobody had seen and spoken to the child: the child is seen, or a supervisor records why that cannot be.',
  meets: 'The child seen and spoken to, or observed where too young; or the enquiry closed on a supervisor’s reason.', clause: 'inv-child-seen', owedBy: 'police',
  parameter: 'task.see-before-closing', opens: 'once',
  calledForBy: (event) => (wasRefused(event, 'closure-child-not-seen') ? 'the enquiry was to be closed with the child unseen' : null),
  doneBy: (event) => isSeenAndSpokenTo(event) || event.kind === 'case-closed',
})

/** closure-unresolved: nobody knows where the child is, and the enquiry was to be closed. */
export const confirmWhereabouts: TimescaleRule = taskRule({
  id: 'tasks/confirm-whereabouts', task: 'confirm-whereabouts', alert: 'closure-waits-for-whereabouts', title: 'Where the child is, confirmed before closing',
  plain: 'A closing was refused while nobody had confirmed where the child is: find out, see the child or have another agency or force see them.',
  meets: 'The child seen, returned, or the whereabouts confirmed on the record; or the enquiry closed.', clause: 'closure-unresolved', owedBy: 'police',
  parameter: 'task.confirm-whereabouts', opens: 'once',
  calledForBy: (event, history) => (wasRefused(event, 'closure-unresolved-risk') && unresolvedAt(event, history).includes('whereabouts')
    ? 'the enquiry was to be closed and where the child is was not confirmed' : null),
  doneBy: (event) => isSeenAndSpokenTo(event) || event.kind === 'child-returned' || event.kind === 'case-closed' || textOf(event, 'whereabouts') === 'confirmed',
})
