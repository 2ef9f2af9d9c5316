import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import { actsOnWaiting, contactUnactioned } from '@/lib/policy/rules/contact/unactioned'
import type { EntryInput } from './record-entry'

const OPEN = { rule: contactUnactioned.id, metAt: null, endedAt: null, supersededAt: null } as const

/**
 * A contact about brothers and sisters is one item: once somebody acts on it for one of them it no longer waits for the
 * others. Without this an officer who has seen one child would be told that nobody looked at the contact. What each child
 * is owed beyond that (to be seen, discussed, allocated) runs on for each.
 */
export async function answerForOthers(context: ActContext, subjects: readonly string[], input: EntryInput): Promise<void> {
  // An item acted on by its name is about those whom that entry names.
  if (!actsOnWaiting(input.kind) || input.detail['of'] !== undefined) return
  const mine = await context.tx.deadline.findMany({ where: { ...OPEN, childId: { in: [...subjects] }, startsAt: { lte: input.occurredAt } }, select: { startedBy: true } })
  const others = mine.length === 0 ? [] : await context.tx.deadline.findMany({
    where: { ...OPEN, startedBy: { in: mine.map((row) => row.startedBy) }, childId: { notIn: [...subjects] } }, select: { startedBy: true, childId: true },
  })
  if (others.length === 0) return
  const items = await context.tx.$queryRaw<{ id: string; concern: string | null }[]>`
    SELECT DISTINCT id, body->>'concern' AS concern FROM policy_history(${[...subjects]}::uuid[])`
  const acted = input.detail['concern']
  for (const item of items) {
    const waiting = others.filter((row) => row.startedBy === item.id)
    // An act about another concern answers nothing of this one, for nobody.
    if (waiting.length === 0 || (typeof acted === 'string' && item.concern !== null && item.concern !== acted)) continue
    context.record({
      ledger: input.borough, kind: 'information-actioned', heading: 'Acted on, for another child of the same contact', occurredAt: input.occurredAt,
      subjects: waiting.map((row) => row.childId), referralId: input.referralId, body: { of: item.id, through: input.kind },
    })
  }
}
