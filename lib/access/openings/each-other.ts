import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/platform/db'
import type { Refusal } from '@/lib/policy/rule'

/** Within this the second answer of a pair is taken for the return of the first. */
const SAME_DAY_MS = 24 * 3_600_000

type Opening = { readonly personId: string; readonly accountId: string }

/**
 * glass-review: another person answers, and nobody signs off their own matter. Two who opened the same record have one matter between them: neither answers for the other
 * until a third has answered for them; and whoever has just been answered for by somebody does not answer for them in turn. Asked of several openings at once: what the page
 * offers and what the act allows are decided here. Null where this actor may answer.
 */
export async function eachOther(tx: Tx, actor: Actor, openings: readonly Opening[], now: Date): Promise<(opening: Opening) => Refusal | null> {
  const justNow = new Date(now.getTime() - SAME_DAY_MS)
  const own = openings.length === 0 ? [] : await tx.recordOpening.findMany({
    where: {
      breakGlass: true, accountId: actor.accountId,
      OR: [{ personId: { in: openings.map((one) => one.personId) }, reviewedAt: null }, { reviewedBy: { in: openings.map((one) => one.accountId) }, OR: [{ personId: { in: openings.map((one) => one.personId) } }, { reviewedAt: { gt: justNow } }] }],
    },
    select: { personId: true, reviewedBy: true, reviewedAt: true },
  })
  return (opening) => {
    const found = own.find((one) => (one.personId === opening.personId && (one.reviewedAt === null || one.reviewedBy === opening.accountId)) || (one.reviewedBy === opening.accountId && one.reviewedAt !== null && one.reviewedAt > justNow))
    return found === undefined ? null : {
      rule: 'break-glass-each-other', clause: 'glass-review', field: 'verdict',
      says: found.reviewedAt === null ? 'You opened this record by break-glass yourself, and nobody has answered for that yet.' : 'Whoever opened this record has answered for an opening of yours: two people do not answer for each other.',
      wayForward: 'A third answers for this one: another reviewer of the borough, its manager or an auditor. It climbs until somebody has.',
    }
  }
}
