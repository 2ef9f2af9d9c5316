import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayAs } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { namesOf } from '@/lib/deadlines/children'
import { isId } from '@/lib/people/standing'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import type { Waiting } from '@/lib/shell/waiting'
import { agencyWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { LAWFUL_BASIS_WORDS } from '@/lib/wording/enquiry'
import { momentWords } from '@/lib/wording/london-words'
import { say } from '@/lib/wording/say'
import { timeLeft } from '@/lib/wording/time-left'
import { REQUEST_FIELDS } from './find-request'
import { answerLine, chasedWords, dueOf, requestState } from './lines'
import type { AskedLine, AskedList, AskedPage } from './view'
import { answerWords, requestWords, type RequestWords } from './words'

const PAGE = 25
const MOST = 100
const FIELDS = { ...REQUEST_FIELDS, answers: { select: { id: true, kind: true, basis: true, answeredAt: true, answeredBy: true }, orderBy: { answeredAt: 'asc' } } } as const

/** Teams for which the actor may answer. */
const teamsOf = (actor: Actor): string[] => actor.memberships.filter((membership) => mayAs(membership, 'answer-request', { agency: membership.agency })).map((membership) => membership.teamId)

/** Questions put to the actor's own teams: those that wait, soonest due first; or those that are answered or withdrawn, newest first. */
export function askedOfUs(actor: Actor, asked: { answered: boolean; after?: string | undefined }, now: Date): Promise<AskedList> {
  const cursor = readCursor(asked.after)
  const own = { teamId: { in: teamsOf(actor) } }
  const waits = { withdrawnAt: null, answers: { none: {} } }
  const at = asked.answered ? 'askedAt' : 'dueAt'
  const beyond = cursor === null ? {} : { OR: [{ [at]: asked.answered ? { lt: cursor.at } : { gt: cursor.at } }, { [at]: cursor.at, id: { gt: cursor.id } }] }
  return readAs(actor, async (tx) => {
    const rows = await tx.informationRequest.findMany({
      where: { AND: [own, asked.answered ? { NOT: waits } : waits, beyond] }, select: FIELDS,
      orderBy: [asked.answered ? { askedAt: 'desc' } : { dueAt: 'asc' }, { id: 'asc' }], take: PAGE + 1,
    })
    const shown = rows.slice(0, PAGE)
    const [wordsOf, nameOf] = [await requestWords(tx, shown.map((row) => row.id)), await namesOf(tx, shown.map((row) => row.askedBy))]
    for (const row of shown) await logAsked(tx, actor, row.id, now)
    const last = shown.at(-1)
    return {
      rows: shown.map((row) => lineOf(row, wordsOf(row.id), nameOf, now)), answered: asked.answered, waiting: await tx.informationRequest.count({ where: { ...own, ...waits }, take: MOST }),
      next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last[at], id: last.id }) : null,
    }
  })
}

/** One question with the own answers, or null: another team's question is not there. */
export function askedPage(actor: Actor, id: string, now: Date): Promise<AskedPage | null> {
  if (!isId(id)) return Promise.resolve(null)
  return readAs(actor, async (tx) => {
    const row = await tx.informationRequest.findFirst({ where: { id, teamId: { in: teamsOf(actor) } }, select: FIELDS })
    if (row === null) return null
    await logAsked(tx, actor, id, now)
    const words = (await requestWords(tx, [id]))(id)
    const said = await answerWords(tx, row.answers.map((answer) => answer.id))
    const nameOf = await namesOf(tx, [row.askedBy, ...row.answers.map((answer) => answer.answeredBy)])
    return {
      ...lineOf(row, words, nameOf, now), purpose: words?.purpose ?? '', basis: say(LAWFUL_BASIS_WORDS, row.basis),
      team: actor.memberships.find((membership) => membership.teamId === row.teamId)?.teamName ?? '', withdrawn: row.withdrawnAt !== null,
      answers: row.answers.map((answer) => answerLine(answer, said(answer.id), row.dueAt, nameOf, now)),
    }
  })
}

/** How many questions wait for the actor's own teams, and how many are late: for the bar. Null where nothing can be asked of them. */
export function askedWaiting(actor: Actor, now: Date): Waiting | null {
  const teams = teamsOf(actor)
  return teams.length === 0 ? null : Prisma.sql`
    SELECT count(*)::int AS waiting, (count(*) FILTER (WHERE q.due_at < ${now}::timestamptz))::int AS late FROM (
      SELECT i.due_at FROM information_request i WHERE i.team_id = ANY (${teams}::uuid[]) AND i.withdrawn_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM information_answer n WHERE n.request_id = i.id) ORDER BY i.due_at LIMIT ${MOST}) q`
}

/** Restricted since it was asked: of its words nothing is left, and whoever asked rings. */
const SHUT_SINCE = 'This record is restricted now. Ring whoever asked.'

interface Row {
  readonly id: string
  readonly borough: string
  readonly askedBy: string
  readonly askedAgency: string
  readonly askedAt: Date
  readonly dueAt: Date
  readonly chasedTimes: number
  readonly chasedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly answers: readonly { readonly kind: string; readonly answeredAt: Date }[]
}

function lineOf(row: Row, words: RequestWords | undefined, nameOf: (id: string | null) => string | null, now: Date): AskedLine {
  return {
    id: row.id, about: words?.about ?? SHUT_SINCE, question: words?.question ?? '', from: `${nameOf(row.askedBy) ?? 'Somebody'}, ${agencyWords(row.askedAgency)}, ${boroughWords(row.borough)} MASH`,
    asked: momentWords(row.askedAt, now), state: requestState(row, now), left: timeLeft(dueOf(row), now), chased: chasedWords(row, now),
  }
}

/** Whoever opens a question reads whom it is about, and that the child is known to a MASH: that is in the child's reading log. */
async function logAsked(tx: Tx, actor: Actor, requestId: string, now: Date): Promise<void> {
  const children = await tx.$queryRaw<{ id: string }[]>`SELECT c AS id FROM policy_request_children(${requestId}::uuid) AS c`
  await logReading(tx, actor, { personIds: children.map((child) => child.id), depth: 'index', page: 'a question to our agency' }, now)
}
