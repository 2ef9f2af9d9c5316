import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { PlanGlance } from './board-view'

/** The standing trigger plan of each of these children, as whoever takes the call needs it: what to do first, where, who, how. */
export async function planGlances(tx: Tx, people: readonly string[]): Promise<Map<string, PlanGlance>> {
  const rows = people.length === 0 ? [] : await tx.triggerPlan.findMany({
    where: { personId: { in: [...people] }, endedAt: null }, orderBy: { version: 'asc' },
    select: { personId: true, version: true, first: true, places: true, people: true, contact: true, travel: true, risks: true },
  })
  return new Map(rows.map((row) => [row.personId, {
    version: row.version,
    lines: ([['Do first', row.first], ['Places', row.places], ['People', row.people], ['How to reach the child', row.contact], ['How the child travels', row.travel], ['Risks', row.risks]] as const)
      .flatMap(([term, words]) => (words === null || words === '' ? [] : [{ term, words }])),
  }]))
}
