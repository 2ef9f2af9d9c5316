import 'server-only'
import type { IndexCard } from '@/lib/people/card'
import type { Tx } from '@/lib/platform/db'
import type { HomeLine } from './view'

/** Which of these are a person of concern to some child, as far as the reader's index goes. */
export async function ofConcern(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const edges = await tx.$queryRaw<{ person_id: string }[]>`SELECT person_id FROM concern_edges(${[...ids]}::uuid[], '{}'::uuid[]) WHERE as_what LIKE 'suspect%' OR as_what = 'notice'`
  return new Set(edges.map((edge) => edge.person_id).filter((one) => ids.includes(one)))
}

/** What somebody beside a child is seen by at once. */
export function marksOf(card: IndexCard, concern: ReadonlySet<string>): HomeLine['marks'] {
  const minor = card.years === null || card.years < 18
  return [
    ...(concern.has(card.id) ? [{ words: 'Person of concern to a child', tone: 'red' as const }] : []), ...(minor && card.planCategory !== null ? [{ words: 'Child protection plan', tone: 'red' as const }] : []),
    ...(minor && card.lookedAfter === true ? [{ words: 'Looked after', tone: 'plum' as const }] : []),
  ]
}
