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
 * the other child's record for this one is answered. Without this the worker would have to record one visit twice. Only clocks
 * that the actor may see are answered.
 */
export async function answerForLinked(context: ActContext, subjects: readonly string[], done: Done): Promise<void> {
  const waiting = await context.tx.deadline.findMany({
    where: { rule: linkedChild.id, itemId: { in: [...subjects] }, metAt: null, endedAt: null, supersededAt: null, startsAt: { lte: done.occurredAt },
      ...(done.alone === true ? { childId: { notIn: [...subjects] } } : {}),
    },
    select: { childId: true, itemId: true },
  })
  for (const subject of new Set(waiting.map((row) => row.itemId))) {
    if (subject === null) continue
    context.record({
      ledger: done.ledger, kind: 'information-actioned', heading: 'The other child was assessed', occurredAt: done.occurredAt,
      subjects: [...new Set(waiting.filter((row) => row.itemId === subject).map((row) => row.childId))], referralId: done.referralId,
      // `of` names nothing that waits: this answers the one clock and no contact.
      body: { of: `linked:${subject}`, linked_child: subject, through: done.kind },
    })
  }
}
