import 'server-only'
import { randomUUID } from 'node:crypto'
import { beginCovers } from '@/lib/access/team-cover'
import { appendEntries, type ReadyEntry } from '@/lib/chronology/append'
import { newEntryId } from '@/lib/chronology/new-entry-id'
import { withTransaction, type Tx } from '@/lib/platform/db'
import { rungsReached, type Rung, type Told } from '@/lib/policy/ladder'
import type { OwedBy } from '@/lib/policy/rule'
import { dutyRota, type Addressee } from '@/lib/rota/on-duty'
import { roleWords } from '@/lib/wording/roles'
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
  acknowledgedAt: Date | null
  explanation: unknown
}

/**
 * One round of the watch: tells whoever must know of each open duty that has climbed a rung by `now`. Idempotent: a
 * (duty, rung, role) is told once however often a round runs or is cut short. Nothing on screen waits for it: whether
 * a duty is late is computed when it is shown. Gives how many were told.
 */
export async function watchDeadlines(now: Date): Promise<number> {
  // What a team covers from today on is in its own row before anybody is told.
  await withTransaction(REACH, (tx) => beginCovers(tx, now))
  let told = 0
  let after: { dueAt: Date; id: string } | null = null
  for (;;) {
    const batch: Watched[] = await nextBatch(after, now)
    // Most of a batch has nothing new to tell: asked of the whole batch at once, a round costs a few statements, not one for each open duty of London.
    for (const { duty, ...climb } of await climbing(batch, now)) told += await withTransaction(REACH, (tx) => tellOf(tx, duty, climb, now))
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
    select: { id: true, form: true, alert: true, rule: true, childId: true, borough: true, owedBy: true, startsAt: true, dueAt: true, referralId: true, escalationLevel: true, acknowledgedAt: true, explanation: true },
  }))
}

/** One row to be written: a rung, told to a role or to somebody on duty as it. */
interface Telling extends Addressee { readonly rung: Rung }
interface Climbing { readonly duty: Watched; readonly rungs: readonly Told[]; readonly tellings: readonly Telling[] }

/** The duties of a batch that have reached a rung somebody has not been told of. */
async function climbing(batch: readonly Watched[], now: Date): Promise<Climbing[]> {
  return withTransaction(REACH, async (tx) => {
    const [packOf, rota] = [await packsOf(tx, batch.map((duty) => duty.borough)), await dutyRota(tx, now)]
    const told = await tx.notification.findMany({ where: { deadlineId: { in: batch.map((duty) => duty.id) } }, select: { deadlineId: true, rung: true, toRole: true, toAccount: true } })
    const byDuty = new Map<string, ToldRow[]>()
    for (const row of told) byDuty.set(row.deadlineId, [...(byDuty.get(row.deadlineId) ?? []), row])
    return batch
      .map((duty): Climbing => {
        const rungs = rungsReached({ ...duty, owedBy: duty.owedBy as OwedBy }, packOf(duty.borough, now), now)
        return { duty, rungs, tellings: untold(duty, rungs, byDuty.get(duty.id) ?? [], rota) }
      })
      .filter(({ tellings }) => tellings.length > 0)
  })
}

interface ToldRow { readonly rung: string; readonly toRole: string; readonly toAccount: string | null }

/**
 * Who has not been told yet. Each rung is told once; after that only the highest is told again, to whoever has come on duty
 * since, and only while nobody has taken the duty in hand.
 */
function untold(duty: Watched, rungs: readonly Told[], told: readonly ToldRow[], rota: (role: string, borough: string) => Addressee[]): Telling[] {
  const found = new Map<string, Telling>()
  const highest = rungs.at(-1)?.rung
  for (const { rung, roles } of rungs) {
    for (const role of roles) {
      const addressed = rota(role, duty.borough)
      // Told to the role itself: everybody of it sees it, on duty or not, and nobody is told twice.
      if (told.some((row) => row.rung === rung && row.toRole === role && row.toAccount === null)) continue
      const before = told.some((row) => row.rung === rung && (row.toRole === role || addressed.some((one) => one.role === row.toRole)))
      if (before && (rung !== highest || duty.acknowledgedAt !== null)) continue
      for (const one of addressed) {
        if (told.some((row) => row.rung === rung && row.toRole === one.role && row.toAccount === one.accountId)) continue
        found.set(`${rung} ${one.role} ${one.accountId ?? ''}`, { rung, ...one })
      }
    }
  }
  return [...found.values()]
}

async function tellOf(tx: Tx, duty: Watched, { rungs, tellings }: Pick<Climbing, 'rungs' | 'tellings'>, now: Date): Promise<number> {
  const { count } = await tx.notification.createMany({
    data: tellings.map((one) => ({
      id: randomUUID(), deadlineId: duty.id, rung: one.rung, toRole: one.role, toAccount: one.accountId, borough: duty.borough, at: now,
      says: `${sayingOf(duty, one.rung)}${one.insteadOf === null ? '' : ` Nobody is on duty as ${roleWords(one.insteadOf)}.`}`,
    })),
    skipDuplicates: true,
  })
  const level = Math.max(...rungs.map((reached) => LEVELS[reached.rung]))
  if (level > duty.escalationLevel) {
    await tx.$executeRaw`SELECT write_deadlines(${JSON.stringify([{ op: 'escalate', id: duty.id, level }])}::jsonb)`
  }
  // Another round got there first: it has written the entry. Told again to the next shift, it has passed its time once all the same.
  if (count === tellings.length && duty.form === 'clock' && tellings.some((one) => one.rung === 'breach') && !(await isWrittenDown(tx, duty))) await appendEntries(tx, [breachEntry(duty)], now)
  return count
}

async function isWrittenDown(tx: Tx, duty: Watched): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ there: boolean }[]>`SELECT EXISTS (SELECT 1 FROM duty_entries(ARRAY[${duty.id}]::uuid[]) WHERE kind = 'duty-breached') AS there`
  return found?.there === true
}

function breachEntry(duty: Watched): ReadyEntry {
  return {
    id: newEntryId(), ledger: duty.borough, kind: 'duty-breached', heading: `${titleOf(duty)} passed its time`, occurredAt: duty.dueAt, subjects: [duty.childId],
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
