import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import { forbidden, notFound } from '@/lib/acts/outcome'
import { membershipFor, type ActName } from '@/lib/access/permissions'
import { atLeast } from '@/lib/access/visibility'
import type { IndexCard } from './card'
import { isId, ledgerOf, standingOf } from './standing'

/**
 * The person an act changes: in reach at record depth, and known to a borough in which the actor may do it. Stops with
 * not found where nothing is visible, forbidden where only the index is.
 */
export async function personToChange(context: ActContext, right: ActName, personId: string): Promise<{ card: IndexCard; ledger: string }> {
  const [standing, ledger] = await Promise.all([standingOf(context.tx, context.actor, personId, context.now), isId(personId) ? ledgerOf(context.tx, personId) : 'london'])
  if (standing === null) throw notFound()
  if (standing.card.masked) throw forbidden('This record is restricted.')
  if (!atLeast(standing.depth, 'record')) throw forbidden('Only the index of this record is open to you.')
  const { card } = standing
  const borough = card.boroughs.find((known) => membershipFor(context.actor, right, known) !== null)
  context.as(borough ?? card.boroughs[0] ?? 'london')
  return { card, ledger }
}
