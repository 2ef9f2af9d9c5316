import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayAs } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { namesOf } from '@/lib/deadlines/children'
import { isId } from '@/lib/people/standing'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import type { Waiting } from '@/lib/shell/waiting'
import { boroughWords } from '@/lib/wording/boroughs'
import { momentWords } from '@/lib/wording/london-words'
import { interviewWords } from '@/lib/wording/return'
import { timeLeft, type TimeLeft } from '@/lib/wording/time-left'
import { returnWords } from './queries'

export interface InterviewLine { readonly id: string; readonly about: string; readonly from: string; readonly asked: string; readonly left: TimeLeft; readonly answered: string | null }
export interface InterviewPage extends InterviewLine {
  readonly place: string | null
  readonly withdrawn: boolean
  readonly words: readonly { readonly label: string; readonly text: string }[]
}

const MOST = 50
const teamsOf = (actor: Actor): string[] => actor.memberships.filter((one) => one.role === 'partner' && mayAs(one, 'return-home-interview', { agency: one.agency })).map(({ teamId }) => teamId)

/** Return home interviews that the actor’s own team is asked for: those that wait, soonest due first; or those that it did, newest first. */
export function interviewsAskedOfUs(actor: Actor, asked: { answered: boolean }, now: Date): Promise<InterviewLine[]> {
  return readAs(actor, async (tx) => {
    const rows = await tx.interviewRequest.findMany({ where: { teamId: { in: teamsOf(actor) }, ...(asked.answered ? { answeredAt: { not: null } } : { answeredAt: null, withdrawnAt: null }) }, orderBy: asked.answered ? [{ answeredAt: 'desc' }, { id: 'asc' }] : [{ dueAt: 'asc' }, { id: 'asc' }], take: MOST })
    if (rows.length > 0) await logReading(tx, actor, { personIds: rows.map((row) => row.personId), depth: 'index', page: 'return home interviews asked of our team' }, now)
    const nameOf = await namesOf(tx, rows.map((row) => row.askedBy))
    return rows.map((row) => lineOf(row, nameOf, now))
  })
}

/** One of them, with the own interview; another team's is not there. */
export function interviewAsked(actor: Actor, id: string, now: Date): Promise<InterviewPage | null> {
  if (!isId(id)) return Promise.resolve(null)
  return readAs(actor, async (tx) => {
    const row = await tx.interviewRequest.findFirst({ where: { id, teamId: { in: teamsOf(actor) } } })
    if (row === null) return null
    await logReading(tx, actor, { personIds: [row.personId], depth: 'index', page: 'a return home interview asked of our team' }, now)
    const nameOf = await namesOf(tx, [row.askedBy])
    const [own] = await tx.$queryRaw<{ body: unknown }[]>`SELECT interview_words(${id}::uuid) AS body`
    return { ...lineOf(row, nameOf, now), place: row.place, withdrawn: row.withdrawnAt !== null, words: returnWords(own?.body ?? null, 'return-home-interview') }
  })
}

/** How many wait for the actor's own teams, and how many are late: for the bar. Null where none can be asked of them. */
export function interviewsWaiting(actor: Actor, now: Date): Waiting | null {
  const teams = teamsOf(actor)
  return teams.length === 0 ? null : Prisma.sql`
    SELECT count(*)::int AS waiting, (count(*) FILTER (WHERE q.due_at < ${now}::timestamptz))::int AS late FROM (
      SELECT i.due_at FROM interview_request i WHERE i.team_id = ANY (${teams}::uuid[]) AND i.answered_at IS NULL AND i.withdrawn_at IS NULL ORDER BY i.due_at LIMIT ${MOST}) q`
}

type Row = Awaited<ReturnType<Tx['interviewRequest']['findMany']>>[number]

const lineOf = (row: Row, nameOf: (id: string | null) => string | null, now: Date): InterviewLine => ({
  id: row.id, about: row.about, from: `${nameOf(row.askedBy) ?? 'Somebody'}, ${boroughWords(row.borough)} children’s social care`, asked: momentWords(row.askedAt, now),
  left: timeLeft({ dueAt: row.dueAt, dayEnd: false, startsAt: row.askedAt }, now), answered: row.how === null ? null : interviewWords(row.how),
})
