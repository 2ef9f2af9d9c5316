import 'server-only'
import { randomUUID } from 'node:crypto'
import { logReading } from '@/lib/access/reading-log'
import type { ActContext } from '@/lib/acts/act'
import type { ActResult } from '@/lib/acts/outcome'
import { ledgerOf } from '@/lib/people/standing'
import { hoursLater, type OpeningPurpose } from './purposes'

interface Asked {
  readonly personId: string
  readonly purpose: OpeningPurpose
  readonly reason: string
}

/** How the two openings differ, once the act has judged that the record may be opened. */
export interface Manner {
  readonly breakGlass: boolean
  readonly hours: number
  /** What the reading log calls it. */
  readonly logged: string
  readonly heading: string
  /** What follows "The record is open to you for N hours." */
  readonly andThen: string
}

/** Opens a record to the actor, all of it, until it shuts by itself: the opening, the reading log and the chronology, in one transaction. */
export async function openRecord({ tx, actor, now, record }: ActContext, asked: Asked, manner: Manner): Promise<ActResult> {
  const endsAt = hoursLater(now, manner.hours)
  const openingId = randomUUID()
  await tx.recordOpening.createMany({ data: [{
    id: openingId, accountId: actor.accountId, ...asked, depth: 'narrative', breakGlass: manner.breakGlass, openedAt: now, endsAt,
  }] })
  await logReading(tx, actor, { personIds: [asked.personId], depth: 'narrative', page: manner.logged, reason: asked.reason }, now)
  record({
    ledger: await ledgerOf(tx, asked.personId), kind: 'record-opened', heading: manner.heading, occurredAt: now, subjects: [asked.personId],
    body: { purpose: asked.purpose, reason: asked.reason, opening_id: openingId, break_glass: manner.breakGlass, ends_at: endsAt.toISOString() },
  })
  return { goTo: `/people/${asked.personId}`, says: `The record is open to you for ${manner.hours} hours. ${manner.andThen}`, ids: { openingId } }
}

/**
 * A restricted record that was used without being opened: its name, age and borough are shown from now on to those who look for the child. It opens nothing (it shuts in the moment it opens)
 * and is answered for like any break-glass: reported missing, a guessed record would otherwise give its name with nobody asked why.
 */
export async function usedWithoutOpening({ tx, actor, now, record }: ActContext, asked: Asked, borough: string): Promise<void> {
  const openingId = randomUUID()
  await tx.recordOpening.createMany({ data: [{ id: openingId, accountId: actor.accountId, ...asked, depth: 'index', breakGlass: true, openedAt: now, endsAt: now }] })
  record({
    ledger: borough, kind: 'record-opened', heading: 'Restricted record used, not opened: the child was reported missing', occurredAt: now, subjects: [asked.personId],
    body: { purpose: asked.purpose, reason: asked.reason, opening_id: openingId, break_glass: true, ends_at: now.toISOString() },
  })
}
