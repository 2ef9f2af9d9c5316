import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import type { ActName } from '@/lib/access/permissions'
import { openReferralsOf } from '@/lib/chronology/add/waiting'
import { personToChange } from '@/lib/people/worked-person'
import type { KIND_WORDS } from '@/lib/wording/protection'

export const protectionPage = (personId: string): string => `/people/${personId}/protection`

/** A protection of this kind that still stands, with the child whom it keeps. Right and reach are asked first; ended is a conflict. */
export async function standingProtection(context: ActContext, right: ActName, id: string, kind: keyof typeof KIND_WORDS) {
  const row = await context.tx.protection.findFirst({ where: { id, kind } })
  if (row === null) throw notFound()
  const { ledger } = await personToChange(context, right, row.personId)
  if (row.endedAt !== null) throw conflict('This has ended already: open the page again to see how.')
  return { row, ledger }
}

/** What happened cannot be ahead of now. */
export function notAhead(context: ActContext, field: string, at: Date): void {
  if (at.getTime() > context.now.getTime()) throw invalid(field, 'This is in the future: enter when it happened')
}

/** A referral that is chosen is one of this child that is open. */
export async function openReferral(context: ActContext, personId: string, referralId: string | null): Promise<void> {
  if (referralId === null) return
  const open = await openReferralsOf(context.tx, context.actor, personId)
  if (!open.some((referral) => referral.id === referralId)) throw invalid('referralId', 'This referral is no longer open: choose again')
}

/** What is known, without what is not: a rule reads absence as not known. */
export const known = (detail: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null && value !== undefined))
