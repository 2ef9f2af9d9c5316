import 'server-only'
import { appendEntries } from '@/lib/chronology/append'
import { newEntryId } from '@/lib/chronology/new-entry-id'
import { policyHistories } from '@/lib/deadlines/histories'
import { syncDeadlines } from '@/lib/deadlines/sync'
import { TIMED_WORK } from '@/lib/deadlines/watch'
import { withTransaction, type Tx } from '@/lib/platform/db'
import { classNow } from '@/lib/policy/missing/class'

interface AbsentRow { readonly id: string; readonly person_id: string; readonly absent_until: Date }

/**
 * mis-reclass-on-info: after every act about these children. A fact that closes the class absent makes the child missing at that instant,
 * whoever brought it and wherever: a flag added in another borough too. Only the instant is written; the class itself is computed from it.
 */
export async function endAbsentByFact(tx: Tx, childIds: readonly string[], now: Date): Promise<void> {
  const absent = childIds.length === 0 ? [] : await tx.$queryRaw<AbsentRow[]>`SELECT id, person_id, absent_until FROM absent_episodes(${[...childIds]}::uuid[])`
  if (absent.length === 0) return
  const histories = await policyHistories(tx, absent.map((row) => row.person_id), now)
  for (const row of absent) {
    const history = histories.get(row.person_id)
    const classed = history === undefined ? null : classNow(history)
    if (classed?.class === 'missing' && classed.since.getTime() < row.absent_until.getTime()) {
      await tx.$executeRaw`SELECT end_absent(${row.id}::uuid, ${classed.since}::timestamptz)`
    }
  }
}

const REACH = { 'app.account': TIMED_WORK, 'app.record_boroughs': '*', 'app.narrative_boroughs': '' } as const

interface OverRow { readonly id: string; readonly person_id: string; readonly borough: string; readonly absent_until: Date; readonly by_time: boolean }

/**
 * mis-absent-24h, made formal: writes down that absent children whose time is over are missing. Every screen has shown it since that instant;
 * from here on it stands in the chronology. Idempotent: a round that comes second changes nothing. Gives how many.
 */
export async function writeDownMissing(now: Date): Promise<number> {
  const over = await withTransaction(REACH, (tx) => tx.$queryRaw<OverRow[]>`SELECT id, person_id, borough, absent_until, by_time FROM absent_over(${now}::timestamptz)`)
  let written = 0
  for (const row of over) {
    written += await withTransaction(REACH, async (tx) => {
      await tx.$executeRaw`SELECT lock_people(ARRAY[${row.person_id}]::uuid[])`
      const [changed] = await tx.$queryRaw<{ done: boolean }[]>`SELECT class_missing(${row.id}::uuid, ${row.absent_until}::timestamptz) AS done`
      if (changed?.done !== true) return 0
      const id = newEntryId()
      await tx.episodeEntry.createMany({ data: [{ entryId: id, episodeId: row.id }] })
      await appendEntries(tx, [{
        id, ledger: row.borough, kind: 'episode-classified', heading: row.by_time ? 'Missing: absent for 24 hours' : 'Missing: a fact on record closes the class absent', occurredAt: row.absent_until,
        subjects: [row.person_id], agency: 'other', body: { as: 'missing', by: 'Holdfast', automatic: true, episode_id: row.id },
      }], now)
      await syncDeadlines(tx, [row.person_id], now)
      return 1
    })
  }
  return written
}
