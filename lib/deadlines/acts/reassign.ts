import { z } from 'zod'
import type { Act, ActContext } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { membershipFor } from '@/lib/access/permissions'
import { agencyOwing, assigneeNamed, type Assignee } from '../assignees'
import { changeDeadlines, dutiesInput, mattersOf, mattersWords, recordOn, resultOf, sortChosen, type ChosenDuty, type Left } from './chosen'
import { tell } from './tell'

const input = dutiesInput.extend({
  /** 'account:<id>' or 'team:<id>', as the list of the form offers them. */
  assignee: z.string({ error: 'Choose who is to do it' }).regex(/^(account|team):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'Choose who is to do it'),
})

/** Gives a duty to a named worker or team of the agency that owes it: a decision maker social care's, a CAIT supervisor the police's. */
export const reassign: Act<typeof input> = {
  name: 'reassign',
  right: 'reassign',
  input,
  async run(context, { deadlineIds, note, assignee }) {
    const to = await assigneeNamed(context.tx, assignee, context.now)
    if (to === null) throw invalid('assignee', 'Choose somebody who works there now')
    const sorted = await sortChosen(context, 'reassign', deadlineIds, (duty) => judge(context, duty, to))
    await changeDeadlines(context, sorted.taken.map((duty) => ({ op: 'assign', id: duty.id, account: to.accountId, team: to.teamName })))
    for (const matter of mattersOf(sorted.taken)) {
      recordOn(context, matter, 'reassign', {
        kind: 'duty-reassigned', heading: `Given to ${to.name}: ${mattersWords(matter.duties)}`,
        body: { note, to: to.name, account: to.accountId, team: to.teamName, from: matter.duties[0].assignedTeam },
      })
      await tell(context, matter, {
        rung: 'assigned', toRole: to.role ?? 'team', ...(to.accountId === null ? {} : { toAccount: to.accountId }), says: `Given to ${to.accountId === null ? 'your team' : 'you'}: ${mattersWords(matter.duties)}.`,
      })
    }
    return resultOf(sorted, `Given to ${to.name}`)
  },
}

function judge(context: ActContext, duty: ChosenDuty, to: Assignee): Left | null {
  const agency = agencyOwing(duty.owedBy)
  if (agency === null) return { why: 'state', says: 'it belongs to whoever owns the action or made the referral' }
  const mine = context.actor.memberships.some((membership) =>
    membership.agency === agency && membershipFor({ ...context.actor, memberships: [membership] }, 'reassign', duty.borough) !== null)
  if (!mine) return { why: 'right', says: agency === 'csc' ? 'a decision maker of social care gives it to somebody' : 'a CAIT supervisor gives it to somebody' }
  if (to.agency !== agency) return { why: 'state', says: `${to.name} works for another agency than the one that owes it` }
  return to.boroughs.length === 0 || to.boroughs.includes(duty.borough) ? null : { why: 'state', says: `${to.name} does not work in this borough` }
}
