import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { openingLine } from '@/lib/people/queries'
import type { OpeningLine } from '@/lib/people/view'
import { boroughWords } from '@/lib/wording/boroughs'

export interface ReviewLine extends OpeningLine {
  readonly borough: string
  /** One's own: somebody else answers for it. */
  readonly own: boolean
  readonly waits: boolean
}

const MOST = 100

/**
 * The break-glass openings a reviewer answers for, those that wait first. The person is not named: whoever reviews judges the reason, and opening the record
 * would need a break-glass of their own. Null where the actor reviews nothing.
 */
export async function openingsToReview(actor: Actor, now: Date): Promise<ReviewLine[] | null> {
  if (!mayEver(actor, 'review-break-glass')) return null
  return readAs(actor, async (tx) => {
    const rows = [
      ...await tx.recordOpening.findMany({ where: { breakGlass: true, reviewedAt: null }, orderBy: { openedAt: 'asc' }, take: MOST }),
      ...await tx.recordOpening.findMany({ where: { breakGlass: true, reviewedAt: { not: null } }, orderBy: { reviewedAt: 'desc' }, take: 20 }),
    ]
    const reach = await tx.personReach.findMany({ where: { personId: { in: rows.map((row) => row.personId) } }, select: { personId: true, borough: true } })
    const accounts = await tx.account.findMany({ where: { id: { in: rows.flatMap((row) => [row.accountId, row.reviewedBy ?? row.accountId]) } }, select: { id: true, name: true } })
    const name = (id: string): string => accounts.find((account) => account.id === id)?.name ?? 'Not known'
    return rows.flatMap((row) => {
      const known = reach.filter((one) => one.personId === row.personId)
      const borough = known.find((one) => membershipFor(actor, 'review-break-glass', one.borough) !== null)?.borough
      if (borough === undefined) return []
      return [{ ...openingLine(row, name, now), borough: boroughWords(borough), own: row.accountId === actor.accountId, waits: row.reviewedAt === null }]
    })
  })
}
