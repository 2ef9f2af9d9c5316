import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import { linkedChild } from '@/lib/policy/rules/risk/linked-child'

/** What was done, and about whom. */
interface Done {
  readonly kind: string
  readonly ledger: string
  readonly occurredAt: Date
  readonly referralId: string | null
  /** True for a referral: one that names both children together tells of the one and has not yet assessed the other. */
  readonly alone?: boolean
}

/**
 * A child who was named as another's sibling, friend or suspect has been seen, or referred to social care: the clock that runs on
 * the other child's record for this one is answered. Without this the worker would have to record one visit twice. In whatever
 * borough the other clock runs: a child seen in one is seen for all. Two narrow functions do what lies beyond the actor's reach, for
 * children within it: nothing of the other case is read or shown.
 */
export async function answerForLinked(context: ActContext, subjects: readonly string[], done: Done): Promise<void> {
  const found = await context.tx.$queryRaw<{ child_id: string; item_id: string }[]>`
    SELECT child_id, item_id FROM linked_waiting(${[...subjects]}::uuid[], ${linkedChild.id}, ${done.occurredAt})`
  const waiting = found.filter((row) => done.alone !== true || !subjects.includes(row.child_id)).map((row) => ({ childId: row.child_id, itemId: row.item_id }))
  const result = done.kind === 'referral-made' ? 'at-risk' : 'in-hand'
  await context.tx.$executeRaw`SELECT answer_named(${[...subjects]}::uuid[], ${done.occurredAt}::timestamptz, ${result}, ${done.alone === true})`
  for (const subject of new Set(waiting.map((row) => row.itemId))) {
    context.record({
      ledger: done.ledger, kind: 'information-actioned', heading: 'The other child was assessed', occurredAt: done.occurredAt,
      subjects: [...new Set(waiting.filter((row) => row.itemId === subject).map((row) => row.childId))], referralId: done.referralId,
      // `of` names nothing that waits: this answers the one clock and no contact.
      body: { of: `linked:${subject}`, linked_child: subject, through: done.kind },
    })
  }
}
