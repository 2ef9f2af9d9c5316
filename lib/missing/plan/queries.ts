import 'server-only'
import { namesOf } from '@/lib/deadlines/children'
import type { Tx } from '@/lib/platform/db'
import { londonDate, plainDate } from '@/lib/policy/calendar/london'
import { bornWords, momentWords } from '@/lib/wording/london-words'
import { PLAN_HOW_WORDS } from '@/lib/wording/return'
import { say } from '@/lib/wording/say'
import type { PlanVersion, PlanView } from './view'

type Row = Awaited<ReturnType<Tx['triggerPlan']['findMany']>>[number]

const MOST = 50

/** The plan that stands for a child, or null. In a transaction of whoever may see it: the wall lets those through who look for the child. */
export async function planOf(tx: Tx, personId: string, now: Date): Promise<PlanView | null> {
  const row = await tx.triggerPlan.findFirst({ where: { personId, endedAt: null }, orderBy: { version: 'desc' } })
  if (row === null) return null
  const nameOf = await namesOf(tx, [row.madeBy])
  const back = await tx.episode.findFirst({ where: { personId, returnedAt: { gt: row.madeAt } }, select: { id: true } })
  const day = plainDate(row.reviewOn.toISOString().slice(0, 10))
  return { ...versionOf(row, nameOf, now), personId, review: bornWords(day), late: day < londonDate(now), awaySince: back !== null }
}

/** The versions before the one that stands, newest first. */
export async function earlierPlans(tx: Tx, personId: string, now: Date): Promise<PlanVersion[]> {
  const rows = await tx.triggerPlan.findMany({ where: { personId }, orderBy: { version: 'desc' }, take: MOST })
  const nameOf = await namesOf(tx, rows.map((row) => row.madeBy))
  return rows.slice(1).map((row) => versionOf(row, nameOf, now))
}

function versionOf(row: Row, nameOf: (id: string | null) => string | null, now: Date): PlanVersion {
  return {
    id: row.id, version: row.version, what: say(PLAN_HOW_WORDS, row.how), made: `${momentWords(row.madeAt, now)}${nameOf(row.madeBy) === null ? '' : ` by ${nameOf(row.madeBy) ?? ''}`}`,
    // Taken away under an authority: it says so and leaves no hole.
    first: row.first === '' ? 'Redacted' : row.first, places: row.places, people: row.people, contact: row.contact, travel: row.travel, risks: row.risks,
  }
}
