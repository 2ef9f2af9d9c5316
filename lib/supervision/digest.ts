import 'server-only'
import { randomUUID } from 'node:crypto'
import { loadActor } from '@/lib/access/load-actor'
import type { Role } from '@/lib/access/roles'
import { TIMED_WORK } from '@/lib/deadlines/watch'
import { withTransaction, type Tx } from '@/lib/platform/db'
import { env } from '@/lib/platform/env'
import { writeMails } from '@/lib/platform/mail/outbox'
import { londonDate } from '@/lib/policy/calendar/london'
import { onDuty } from '@/lib/rota/on-duty'
import { dateWords } from '@/lib/wording/london-words'
import { supervisionCounts, type Counts } from './counts'
import { digestBegins, digestEnds } from './mornings'

const AS_WORKER = { 'app.account': TIMED_WORK, 'app.record_boroughs': '*', 'app.narrative_boroughs': '' } as const
/** Whoever answers for what is on the board; the auditor looks when they choose, and is woken by nobody. */
const TOLD: readonly Role[] = ['cait-supervisor', 'borough-manager']

/**
 * Writes the morning's digest to each supervisor and manager on duty who has not had today's: from the hour until noon, so that whoever
 * comes on later in the morning has theirs then, and a worker that stood still in the night writes when it is back. Once a London day
 * to each, whatever runs how often: the database holds that (mail_digest_once). Gives how many were written.
 */
export async function writeDigests(now: Date): Promise<number> {
  if (now < digestBegins(now, env().HOLDFAST_DIGEST_HOUR) || now >= digestEnds(now)) return 0
  const reference = digestReference(now)
  const waiting = await withTransaction(AS_WORKER, (tx) => recipients(tx, reference, now))
  let written = 0
  for (const accountId of waiting) {
    // Counted within their own walls: nobody is told of more than they could open.
    const actor = await loadActor(accountId, now)
    const counts = actor === null ? null : await supervisionCounts(actor, null, now)
    if (counts === null) continue
    written += await withTransaction(AS_WORKER, async (tx) => {
      const mail = { kind: 'digest', borough: 'london', aboutId: randomUUID(), reference, path: '/digest', counts: numbersOf(counts), toAccounts: [accountId] } as const
      return (await writeMails(tx, mail, TIMED_WORK, now)).length
    })
  }
  return written
}

export const digestReference = (now: Date): string => `digest, ${dateWords(londonDate(now))}`

async function recipients(tx: Tx, reference: string, now: Date): Promise<string[]> {
  const [on, held, had] = [await onDuty(tx, now), await tx.membership.findMany({
    where: { role: { in: [...TOLD] }, since: { lte: now }, OR: [{ endedAt: null }, { endedAt: { gt: now } }] }, select: { role: true, team: { select: { boroughs: true } } },
  }), await tx.mail.findMany({ where: { kind: 'digest', reference }, select: { toAccount: true } })]
  const asked = new Map(held.flatMap(({ role, team }) => team.boroughs.map((borough) => [`${role} ${borough}`, { role, borough }] as const)))
  const told = new Set([...asked.values()].flatMap(({ role, borough }) => on(role, borough)))
  for (const { toAccount } of had) told.delete(toAccount)
  return [...told].sort()
}

/** The numbers of a digest by the names of its lists: how many stand, and how many of them are late. */
function numbersOf(counts: Counts): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).flatMap(([list, { total, late }]) => [[list, total], [`${list}-late`, late]]))
}
