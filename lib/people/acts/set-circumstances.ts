import 'server-only'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { changesBetween, circumstancesOf, seenDigest, type Circumstances } from '../identity'
import { setCircumstancesInput } from '../input'
import { personToChange } from '../worked-person'

/** Whether the child is looked after and by whom, the plan, the placement, the lead: what rules ask about the child. */
export const setCircumstances: Act<typeof setCircumstancesInput> = {
  name: 'set-circumstances',
  right: 'correct-person',
  input: setCircumstancesInput,
  async run(context, input) {
    const { tx, now } = context
    const { ledger } = await personToChange(context, 'correct-person', input.personId)
    const row = await tx.person.findUnique({ where: { id: input.personId } })
    if (row === null) throw notFound()
    const before = circumstancesOf(row)
    if (seenDigest(before) !== input.seen) throw conflict('Somebody changed this while you were typing: look at what stands now.')
    const after: Circumstances = {
      lookedAfter: input.lookedAfter, responsibleAuthority: input.lookedAfter === false ? null : input.responsibleAuthority,
      planCategory: input.planCategory, placement: input.placement, leadName: input.leadName,
    }
    const changes = changesBetween(before, after)
    if (changes.length === 0) throw invalid('form', 'Nothing is changed')
    const changed = await tx.person.updateMany({ where: { id: row.id, ...before }, data: { ...after } })
    if (changed.count === 0) throw conflict('Somebody changed this at the same moment: look at what stands now.')
    // Whoever lives with a child is told when the child is put on a plan, as when it comes to live there on one.
    if ((before.planCategory === null && after.planCategory !== null) || (before.lookedAfter !== true && after.lookedAfter === true)) context.household(row.id)
    context.record({
      ledger, kind: 'record-updated', heading: `Circumstances changed: ${changes.map((change) => change.words).join(', ')}`, occurredAt: now, subjects: [row.id],
      body: { about: 'circumstances', changes: changes.map(({ field, before: was, after: is }) => ({ field, before: was, after: is })), reason: input.reason },
    })
    return { goTo: `/people/${row.id}`, says: 'Changed. What stood before stays on record.', ids: { personId: row.id } }
  },
}
