import 'server-only'
import { randomUUID } from 'node:crypto'
import { appendEntries, type ReadyEntry } from '@/lib/chronology/append'
import { withTransaction, type Tx } from '@/lib/platform/db'
import { rungsReached, type Rung, type Told } from '@/lib/policy/ladder'
import type { OwedBy } from '@/lib/policy/rule'
import { packsOf } from './pack-for'

/** The account under which the timed work is recorded (migration worker). */
export const TIMED_WORK = '00000000-0000-4000-8000-000000000001'

const REACH = { 'app.account': TIMED_WORK, 'app.record_boroughs': '*', 'app.narrative_boroughs': '' } as const
const BATCH = 100
/** No duty is warned of earlier than a quarter of its time before it is due; an action may be agreed for a year from now. */
const HORIZON_MS = 100 * 24 * 60 * 60 * 1000
const LEVELS: Readonly<Record<Rung, number>> = { warning: 0, breach: 0, supervisor: 1, manager: 2 }

interface Watched {
  id: string
  form: string
  alert: string
  rule: string
  childId: string
  borough: string
  owedBy: string
  startsAt: Date
  dueAt: Date
  referralId: string | null
  escalationLevel: number
  explanation: unknown
}

/**
 * One round of the watch: tells whoever must know of each open duty that has climbed a rung by `now`. Idempotent: a
 * (duty, rung, role) is told once however often a round runs or is cut short. Nothing on screen waits for it: whether
 * a duty is late is computed when it is shown. Gives how many were told.
 */
export async function watchDeadlines(now: Date): Promise<number> {
  let told = 0
  let after: { dueAt: Date; id: string } | null = null
  for (;;) {
    const batch: Watched[] = await nextBatch(after, now)
    // Most of a batch has nothing new to tell: asked of the whole batch at once, a round costs a few statements, not one for each open duty of London.
    for (const { duty, rungs } of await climbing(batch, now)) told += await withTransaction(REACH, (tx) => tellOf(tx, duty, rungs, now))
    const last = batch.at(-1)
    if (last === undefined || batch.length < BATCH) return told
    after = { dueAt: last.dueAt, id: last.id }
  }
}

function nextBatch(after: { dueAt: Date; id: string } | null, now: Date): Promise<Watched[]> {
  return withTransaction(REACH, (tx) => tx.deadline.findMany({
    where: {
      metAt: null, endedAt: null, supersededAt: null, escalationLevel: { lt: LEVELS.manager }, dueAt: { lte: new Date(now.getTime() + HORIZON_MS) },
      ...(after === null ? {} : { OR: [{ dueAt: { gt: after.dueAt } }, { dueAt: after.dueAt, id: { gt: after.id } }] }),
    },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], take: BATCH,
    select: { id: true, form: true, alert: true, rule: true, childId: true, borough: true, owedBy: true, startsAt: true, dueAt: true, referralId: true, escalationLevel: true, explanation: true },
  }))
}

interface Climbing { readonly duty: Watched; readonly rungs: readonly Told[] }

/** The duties of a batch that have reached a rung somebody has not been told of. */
async function climbing(batch: readonly Watched[], now: Date): Promise<Climbing[]> {
  return withTransaction(REACH, async (tx) => {
    const packOf = await packsOf(tx, batch.map((duty) => duty.borough))
    const told = await tx.notification.findMany({ where: { deadlineId: { in: batch.map((duty) => duty.id) } }, select: { deadlineId: true, rung: true, toRole: true } })
    const known = new Set(told.map((row) => `${row.deadlineId} ${row.rung} ${row.toRole}`))
    return batch
      .map((duty) => ({ duty, rungs: rungsReached({ ...duty, owedBy: duty.owedBy as OwedBy }, packOf(duty.borough, now), now) }))
      .filter(({ duty, rungs }) => rungs.some((reached) => reached.roles.some((role) => !known.has(`${duty.id} ${reached.rung} ${role}`))))
  })
}

async function tellOf(tx: Tx, duty: Watched, rungs: readonly Told[], now: Date): Promise<number> {
  const rows = rungs.flatMap((reached) => reached.roles.map((role) => ({
    id: randomUUID(), deadlineId: duty.id, rung: reached.rung, toRole: role, borough: duty.borough, says: sayingOf(duty, reached.rung), at: now,
  })))
  const before = new Set((await tx.notification.findMany({ where: { deadlineId: duty.id }, select: { rung: true, toRole: true } })).map((row) => `${row.rung} ${row.toRole}`))
  const fresh = rows.filter((row) => !before.has(`${row.rung} ${row.toRole}`))
  if (fresh.length === 0) return 0
  const { count } = await tx.notification.createMany({ data: fresh, skipDuplicates: true })
  const level = Math.max(...rungs.map((reached) => LEVELS[reached.rung]))
  if (level > duty.escalationLevel) {
    await tx.$executeRaw`SELECT write_deadlines(${JSON.stringify([{ op: 'escalate', id: duty.id, level }])}::jsonb)`
  }
  // Another round got there first: it has written the entry.
  if (count === fresh.length && fresh.some((row) => row.rung === 'breach') && duty.form === 'clock') await appendEntries(tx, [breachEntry(duty)], now)
  return count
}

function breachEntry(duty: Watched): ReadyEntry {
  return {
    id: randomUUID(), ledger: duty.borough, kind: 'duty-breached', heading: `${titleOf(duty)} passed its time`, occurredAt: duty.dueAt, subjects: [duty.childId],
    referralId: duty.referralId, agency: 'other', body: { of: duty.id, rule: duty.rule },
  }
}

const titleOf = (duty: Watched): string => {
  const explanation = duty.explanation as { title?: string } | null
  return explanation?.title ?? duty.rule
}

/** Never a child's name: what is told may travel by mail. */
function sayingOf(duty: Watched, rung: Rung): string {
  const what = titleOf(duty)
  switch (rung) {
    case 'warning': return `${what}: three quarters of the time are gone.`
    case 'breach': return `${what} is past its time.`
    case 'supervisor': return `${what} is past its time and has not been answered: your team owes it.`
    case 'manager': return `${what} has been past its time for a day.`
  }
}
