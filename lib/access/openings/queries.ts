import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { openingLine } from '@/lib/people/queries'
import type { OpeningLine } from '@/lib/people/view'
import { boroughWords } from '@/lib/wording/boroughs'
import { eachOther } from './each-other'

export interface ReviewLine extends OpeningLine {
  readonly borough: string
  /** One's own: somebody else answers for it. */
  readonly own: boolean
  readonly waits: boolean
  /** Why this reviewer may not answer for it, and who does; null where they may, or where it is answered for. */
  readonly mayNot: { readonly says: string; readonly wayForward: string } | null
}

export interface Reviewable {
  readonly lines: readonly ReviewLine[]
  /** More wait than are shown: these are the oldest. */
  readonly more: boolean
}

const MOST = 100

/**
 * The break-glass openings a reviewer answers for, those that wait first. The person is not named: whoever reviews judges the reason, and opening the record
 * would need a break-glass of their own. Null where the actor reviews nothing.
 */
export async function openingsToReview(actor: Actor, now: Date): Promise<Reviewable | null> {
  if (!mayEver(actor, 'review-break-glass')) return null
  return readAs(actor, async (tx) => {
    const waiting = await tx.recordOpening.findMany({ where: { breakGlass: true, reviewedAt: null }, orderBy: { openedAt: 'asc' }, take: MOST + 1 })
    const rows = [
      ...waiting.slice(0, MOST),
      ...await tx.recordOpening.findMany({ where: { breakGlass: true, reviewedAt: { not: null } }, orderBy: { reviewedAt: 'desc' }, take: 20 }),
    ]
    const reach = await tx.personReach.findMany({ where: { personId: { in: rows.map((row) => row.personId) } }, select: { personId: true, borough: true } })
    const accounts = await tx.account.findMany({ where: { id: { in: rows.flatMap((row) => [row.accountId, row.reviewedBy ?? row.accountId]) } }, select: { id: true, name: true } })
    const name = (id: string): string => accounts.find((account) => account.id === id)?.name ?? 'Not known'
    const refused = await eachOther(tx, actor, rows.filter((row) => row.reviewedAt === null), now)
    const lines = rows.flatMap((row) => {
      const known = reach.filter((one) => one.personId === row.personId)
      const borough = known.find((one) => membershipFor(actor, 'review-break-glass', one.borough) !== null)?.borough
      if (borough === undefined) return []
      return [{ ...openingLine(row, name, now), borough: boroughWords(borough), own: row.accountId === actor.accountId, waits: row.reviewedAt === null, mayNot: row.reviewedAt === null ? refused(row) : null }]
    })
    return { lines, more: waiting.length > MOST }
  })
}
