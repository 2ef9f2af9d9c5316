import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import { forbidden, notFound } from '@/lib/acts/outcome'
import { membershipFor, type ActName } from '@/lib/access/permissions'
import { atLeast } from '@/lib/access/visibility'
import type { IndexCard } from './card'
import { isId, ledgerOf, standingOf } from './standing'

/**
 * The person an act changes: in reach at record depth, and known to a borough in which the actor may do it. Stops with
 * not found where nothing is visible, forbidden where only the index is. `ledger`: whose ledger its entries are, the borough the person lives in;
 * `borough`: where the actor works on it, that one if they may there. Rows that only one borough's people open are the actor's: of somebody who has
 * moved away since, the ledger is beyond their reach.
 */
export async function personToChange(context: ActContext, right: ActName, personId: string): Promise<{ card: IndexCard; ledger: string; borough: string }> {
  const [standing, ledger] = await Promise.all([standingOf(context.tx, context.actor, personId, context.now), isId(personId) ? ledgerOf(context.tx, personId) : 'london'])
  if (standing === null) throw notFound()
  if (standing.card.masked) throw forbidden('This record is restricted.')
  if (!atLeast(standing.depth, 'record')) throw forbidden('Only the index of this record is open to you.')
  const { card } = standing
  const may = (known: string): boolean => membershipFor(context.actor, right, known) !== null
  const borough = (card.boroughs.includes(ledger) && may(ledger) ? ledger : card.boroughs.find(may)) ?? card.boroughs[0] ?? 'london'
  context.as(borough)
  return { card, ledger, borough }
}
