import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { membershipFor } from '@/lib/access/permissions'
import type { Act, ActContext } from '@/lib/acts/act'
import { forbidden, invalid, notFound } from '@/lib/acts/outcome'
import { EVENT_KINDS } from '@/lib/policy/events'
import { borough, id, instant, optionalText } from '@/lib/referrals/input'
import { eventHeading } from '@/lib/wording/events'
import { answerForLinked } from './answer-for-linked'
import { answerForOthers } from './answer-for-others'
import { eventDetail } from './detail'
import { furtherRight, hasOwnAct, neverByHand } from './own-acts'

export const entryInput = z.object({
  kind: z.enum(EVENT_KINDS, { error: 'Choose what happened' }),
  borough,
  subjects: z.array(id).min(1, 'Choose whom it is about').max(50, 'Choose at most 50 people'),
  occurredAt: instant('Enter when it happened'),
  referralId: id.nullish().transform((value) => value ?? null),
  heading: optionalText(160),
  /** What the event carries, in the policy's words. Unknown keys are kept and ignored. */
  detail: eventDetail,
})
export type EntryInput = z.output<typeof entryInput>

/**
 * The plain chronology act: puts any event on record that has no act of its own. Gate, chronology and deadlines run as for
 * every act, so a duty that hangs on the event starts or stops by it.
 */
export const recordEntry: Act<typeof entryInput> = {
  name: 'record-entry',
  right: 'record-entry',
  input: entryInput,
  async run(context, input) {
    if (hasOwnAct(input.kind)) throw invalid('kind', 'This has a form of its own: record it there')
    return recordPlainly(context, input)
  },
}

/**
 * The same for every event word of a case history, those with an act of their own included: a history may say of them what
 * that act would ask for and nobody wrote down. Not offered in any form.
 */
export const recordAnyEntry: Act<typeof entryInput> = { name: 'record-any-entry', right: 'record-entry', input: entryInput, run: recordPlainly }

async function recordPlainly(context: ActContext, input: EntryInput) {
  const membership = context.as(input.borough)
  const further = furtherRight(input.kind)
  if (further !== null && membershipFor(context.actor, further, input.borough) === null) throw forbidden('Your role may not record this here.')
  if (neverByHand(input.kind)) throw invalid('kind', 'This is written by Holdfast itself')
  if (input.occurredAt.getTime() > context.now.getTime()) throw invalid('occurredAt', 'This is in the future: enter when it happened')
  const subjects = [...new Set(input.subjects)]
  const known = await context.tx.person.count({ where: { id: { in: subjects } } })
  // Not visible is not found: an entry must not tell that a hidden record exists.
  if (known !== subjects.length) throw notFound()
  const flag = input.detail['flag']
  if (input.kind === 'flag-changed' && typeof flag === 'string' && flag !== '') await changeFlag(context, subjects, flag, input)
  await answerForOthers(context, subjects, input)
  if (input.kind === 'child-seen' || input.kind === 'child-interviewed') {
    await answerForLinked(context, subjects, { kind: input.kind, ledger: input.borough, occurredAt: input.occurredAt, referralId: input.referralId })
  }
  const entryId = context.record({
    ledger: input.borough, kind: input.kind, heading: input.heading ?? eventHeading(input.kind, input.detail), occurredAt: input.occurredAt, subjects,
    referralId: input.referralId, source: membership.teamName, body: input.detail,
  })
  return { goTo: `/people/${subjects[0] ?? ''}`, says: 'Put on the record.', ids: { entryId } }
}

/** The mark on the person follows the entry, so that the identity bar and the chronology never say two things. */
async function changeFlag(context: ActContext, subjects: readonly string[], code: string, input: EntryInput): Promise<void> {
  const { tx, actor } = context
  if (input.detail['change'] === 'removed') {
    await tx.flag.updateMany({ where: { personId: { in: [...subjects] }, code, removedAt: null }, data: { removedAt: input.occurredAt } })
    return
  }
  if (input.detail['change'] !== 'added') return
  const has = await tx.flag.findMany({ where: { personId: { in: [...subjects] }, code, removedAt: null }, select: { personId: true } })
  await tx.flag.createMany({ data: subjects.filter((person) => !has.some((row) => row.personId === person)).map((personId) => ({
    id: randomUUID(), personId, code, addedAt: input.occurredAt, addedBy: actor.accountId,
  })) })
}
