import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import { Prisma } from '@/lib/platform/generated/client'
import { actsOnWaiting, contactUnactioned } from '@/lib/policy/rules/contact/unactioned'
import type { EntryInput } from './record-entry'

/** A row of the ledger that says a contact waits for its first look. The alert is in the index of what is open; the rule alone would read all of that. */
const WAITING = Prisma.sql`alert = ${contactUnactioned.alert} AND rule = ${contactUnactioned.id} AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL`

/**
 * A contact about brothers and sisters is one item: once somebody acts on it for one of them it no longer waits for the
 * others. Without this an officer who has seen one child would be told that nobody looked at the contact. What each child
 * is owed beyond that (to be seen, discussed, allocated) runs on for each.
 */
export async function answerForOthers(context: ActContext, subjects: readonly string[], input: EntryInput): Promise<void> {
  // An item acted on by its name is about those whom that entry names.
  if (!actsOnWaiting(input.kind) || input.detail['of'] !== undefined) return
  const mine = await context.tx.$queryRaw<{ startedBy: string }[]>`
    SELECT started_by AS "startedBy" FROM deadline WHERE ${WAITING} AND child_id = ANY (${[...subjects]}::uuid[]) AND starts_at <= ${input.occurredAt}::timestamptz`
  const others = mine.length === 0 ? [] : await context.tx.$queryRaw<{ startedBy: string; childId: string }[]>`
    SELECT started_by AS "startedBy", child_id AS "childId" FROM deadline
    WHERE ${WAITING} AND started_by = ANY (${mine.map((row) => row.startedBy)}::uuid[]) AND child_id <> ALL (${[...subjects]}::uuid[])`
  if (others.length === 0) return
  const items = await context.tx.$queryRaw<{ id: string; concern: string | null }[]>`
    SELECT DISTINCT id, body->>'concern' AS concern FROM policy_history(${[...subjects]}::uuid[])`
  const acted = input.detail['concern']
  for (const item of items) {
    const left = others.filter((row) => row.startedBy === item.id)
    // An act about another concern answers nothing of this one, for nobody.
    if (left.length === 0 || (typeof acted === 'string' && item.concern !== null && item.concern !== acted)) continue
    context.record({
      ledger: input.borough, kind: 'information-actioned', heading: 'Acted on, for another child of the same contact', occurredAt: input.occurredAt,
      subjects: left.map((row) => row.childId), referralId: input.referralId, body: { of: item.id, through: input.kind },
    })
  }
}
