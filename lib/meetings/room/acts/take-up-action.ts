import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { actionWords } from '@/lib/access/words'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { addActions } from '@/lib/actions/add-action'
import { settle } from '@/lib/actions/find-action'
import { dueOf, dueToCome } from '@/lib/actions/input'
import { overdue } from '@/lib/policy/calendar/duration'
import { id, instant, optionalText } from '@/lib/referrals/input'
import { actionsToTakeUp } from '../../agenda/earlier-actions'
import { meetingToChange } from '../../agenda/find'

const input = z.object({
  callId: id,
  actionId: id,
  outcome: z.enum(['done', 'carried', 'not-due'], { error: 'Say what became of it' }),
  evidence: optionalText(2000),
  reason: optionalText(1000),
  dueOn: z.string().trim().nullish(),
  dueAt: instant('Enter the new date').nullish(),
  note: optionalText(1000),
}).superRefine((said, context) => {
  const problem = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
  if (said.outcome === 'done' && said.evidence === null) problem('evidence', 'Say what shows that it was done')
  if (said.outcome !== 'carried') return
  if (said.reason === null) problem('reason', 'Say why it is carried')
  const due = dueOf(said)
  if ('message' in due) problem('dueOn', said.dueOn ? due.message : 'Enter the new date')
})

/**
 * Takes up one unfinished action of an earlier meeting, before anything else (mase-actions): done with what shows it, carried with a reason to a
 * new date, or not due yet. What is late is one of the first two: an action is not put off by saying nothing of it.
 */
export const takeUpAction: Act<typeof input> = {
  name: 'take-up-action',
  right: 'convene-map',
  input,
  async run(context, said) {
    const { tx, actor, now } = context
    const { call, kind } = await meetingToChange(context, said.callId, 'run', 'open')
    const about = await tx.meetingItem.findMany({ where: { callId: call.id, kind: 'victim' }, select: { personId: true } })
    const waiting = await actionsToTakeUp(tx, call, about.flatMap((one) => one.personId ?? []))
    if (!waiting.includes(said.actionId)) {
      const reviewed = await tx.actionReview.findFirst({ where: { callId: call.id, actionId: said.actionId }, select: { by: true } })
      const by = reviewed === null ? null : await tx.account.findUnique({ where: { id: reviewed.by }, select: { name: true } })
      throw reviewed === null ? notFound() : conflict(`${by?.name ?? 'Somebody'} has taken this up already.`)
    }
    const action = await tx.action.findFirst({ where: { id: said.actionId } })
    if (action === null) throw notFound()
    const words = (await actionWords(tx, [action.id]))(action.id)
    if (said.outcome === 'not-due') {
      // An action about somebody restricted is settled by whoever may read it; here it is taken up as far as it can be.
      if (words !== undefined && overdue({ dueAt: action.dueAt, dayEnd: action.dueDayEnd }, now)) throw invalid('outcome', 'Its date has passed: say that it is done, or carry it with a reason')
    } else {
      if (words === undefined) throw invalid('outcome', 'What it says does not open to you: leave it to who owns it')
      const children = (await tx.$queryRaw<{ id: string }[]>`SELECT policy_action_children(${action.id}::uuid) AS id`).map((child) => child.id)
      const subjects = [action.childId, ...children.filter((child) => child !== action.childId)]
      if (said.outcome === 'done') {
        await settle(context, action.id, { doneAt: now, doneBy: actor.accountId, evidence: said.evidence ?? '' })
        context.record({
          ledger: action.borough, kind: 'action-completed', heading: 'Action done', occurredAt: now, subjects,
          body: { action_id: action.id, action: words.what, evidence: said.evidence, told_at: kind.agenda.meeting, meeting_id: call.id },
        })
      } else {
        const due = dueToCome(said, now)
        if (due.dueAt.getTime() <= action.dueAt.getTime()) throw invalid('dueOn', 'This is no later than the date agreed: an action is carried to a later one')
        const carriedTo = randomUUID()
        await settle(context, action.id, { carriedAt: now, carriedBy: actor.accountId, carriedTo, carriedWhy: said.reason ?? '' })
        await addActions(context, [{ what: words.what, ownerAgency: action.ownerAgency, ownerName: action.ownerName, ...due }], {
          id: carriedTo, borough: action.borough, childIds: subjects, meetingId: action.meetingId, callId: call.id, itemId: action.itemId, setAt: now,
          carried: { from: action.id, reason: said.reason ?? '', ownerId: action.ownerId },
        })
      }
    }
    await tx.actionReview.createMany({ data: [{ callId: call.id, actionId: action.id, outcome: said.outcome, note: said.note, by: actor.accountId, at: now }] })
    return {
      goTo: `${kind.path}/${call.id}/room?part=earlier`, ids: { actionId: action.id, callId: call.id },
      says: { 'done': 'Taken up: done.', 'carried': 'Taken up: carried to the new date.', 'not-due': 'Taken up: not due yet.' }[said.outcome],
    }
  },
}
