import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { mayEver } from '@/lib/access/permissions'
import { inReach } from '@/lib/access/visibility'
import { actionWords } from '@/lib/access/words'
import { namesOf } from '@/lib/deadlines/children'
import { dueWords } from '@/lib/deadlines/lines'
import { peopleMeant } from '@/lib/people/meant'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import type { Tx } from '@/lib/platform/db'
import { momentWords } from '@/lib/wording/london-words'
import { actionLines, formerDates } from './lines'
import { actionOpen } from './reach'
import type { ActionLine, ActionList, ActionPage, Whose } from './view'

const PAGE = 25
/** Counts stop here: beyond it the number tells nobody anything and costs a scan. */
const MOST = 100
const MOST_LOOKED_THROUGH = 2000

interface Asked {
  readonly whose?: string | undefined
  readonly ended?: boolean
  readonly after?: string | undefined
  /** Whose actions are looked for: the child’s name, spelled otherwise or not, date of birth, reference. Only for those who may look for people. */
  readonly q?: string | null
}

const LIST_WORDS: Readonly<Record<Whose, string>> = { mine: 'Mine', agency: 'My agency’s', borough: 'All of my boroughs' }

/** Partners have their own actions and no others; whoever reads no record has no borough's list. */
function listsOf(actor: Actor): Whose[] {
  return inReach(actor, 'record').borough?.in.length === 0 ? ['mine'] : ['mine', 'agency', 'borough']
}

function whereOf(actor: Actor, whose: Whose): object {
  const agencies = [...new Set(actor.memberships.map((membership) => membership.agency))]
  switch (whose) {
    case 'mine': return { ownerId: actor.accountId }
    case 'agency': return { ownerAgency: { in: agencies }, ...inReach(actor, 'record') }
    case 'borough': return inReach(actor, 'record')
  }
}

/** Actions by whose they are: the open ones with the longest overdue first, or those that have ended. */
export function actionList(actor: Actor, asked: Asked, now: Date): Promise<ActionList> {
  const lists = listsOf(actor)
  const ended = asked.ended === true
  return readAs(actor, async (tx) => {
    const whose = lists.find((list) => list === asked.whose) ?? await firstWithWork(tx, actor, lists)
    const open = { doneAt: null, carriedAt: null }
    const searches = mayEver(actor, 'see-person')
    const q = searches ? asked.q ?? null : null
    const list = whereOf(actor, whose)
    const where = q === null ? list : { AND: [list, { childId: { in: await childrenMeant(tx, q, { AND: [list, ended ? { NOT: open } : open] }, ended) } }] }
    const cursor = readCursor(asked.after)
    const onwards = cursor === null ? {} : { OR: [{ dueAt: ended ? { lt: cursor.at } : { gt: cursor.at } }, { dueAt: cursor.at, id: { gt: cursor.id } }] }
    const standing = ended ? { NOT: open } : open
    const rows = await tx.action.findMany({ where: { AND: [where, standing, onwards] }, orderBy: [{ dueAt: ended ? 'desc' : 'asc' }, { id: 'asc' }], take: PAGE + 1 })
    const waiting = await tx.action.findMany({ where: { AND: [where, open] }, select: { dueAt: true, dueDayEnd: true }, orderBy: { dueAt: 'asc' }, take: MOST + 1 })
    const shown = rows.slice(0, PAGE)
    const lines = await actionLines(tx, actor, shown, now)
    await logSeen(tx, actor, lines, 'actions', now, q)
    const last = shown.at(-1)
    return {
      whose, ended, q, searches, rows: lines, open: Math.min(waiting.length, MOST), more: waiting.length > MOST,
      late: waiting.slice(0, MOST).filter((row) => (row.dueDayEnd ? row.dueAt <= now : row.dueAt < now)).length,
      lists: lists.map((list) => ({ whose: list, words: LIST_WORDS[list] })),
      next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.dueAt, id: last.id }) : null,
    }
  })
}

/** Of the children of a list those whom the search of people means; of what has ended, among the two thousand latest. */
async function childrenMeant(tx: Tx, q: string, where: object, ended: boolean): Promise<string[]> {
  const rows = await tx.action.findMany({ where, select: { childId: true }, orderBy: { dueAt: ended ? 'desc' : 'asc' }, take: MOST_LOOKED_THROUGH })
  return peopleMeant(tx, q, rows.map((row) => row.childId))
}

/** Without a list asked for: one's own where there is any, else the agency's, which is never empty of work by accident. */
async function firstWithWork(tx: Tx, actor: Actor, lists: readonly Whose[]): Promise<Whose> {
  if (lists.length === 1) return 'mine'
  const own = await tx.action.findFirst({ where: { ownerId: actor.accountId, doneAt: null, carriedAt: null }, select: { id: true } })
  return own === null ? 'agency' : 'mine'
}

/** One action with the dates it had before. Null where it is out of reach. */
export function actionPage(actor: Actor, id: string, now: Date): Promise<ActionPage | null> {
  return readAs(actor, async (tx) => {
    const row = await tx.action.findFirst({ where: { AND: [{ id }, actionOpen(actor)] } })
    if (row === null) return null
    const [line] = await actionLines(tx, actor, [row], now)
    if (line === undefined) return null
    const former = ((await formerDates(tx, [id])).get(id) ?? []).reverse()
    const nameOf = await namesOf(tx, [row.setBy])
    const follows = row.carriedTo === null ? null : await tx.action.findUnique({ where: { id: row.carriedTo }, select: { id: true, dueAt: true, dueDayEnd: true } })
    await logSeen(tx, actor, [line], 'action', now)
    const wordsOf = await actionWords(tx, [id, ...former.map((earlier) => earlier.id)])
    const hidden = wordsOf(id) === undefined
    return {
      line, setWords: `Set ${momentWords(row.setAt, now)} by ${nameOf(row.setBy) ?? 'somebody'}`, evidence: hidden ? null : wordsOf(id)?.evidence ?? null,
      before: former.map((earlier) => ({
        due: dueWords({ dueAt: earlier.dueAt, dayEnd: earlier.dueDayEnd }), why: hidden || wordsOf(earlier.id) === undefined ? 'Not shown' : wordsOf(earlier.id)?.carriedWhy ?? 'No reason on record', when: momentWords(earlier.carriedAt ?? earlier.dueAt, now),
      })),
      follows: follows === null ? null : { id: follows.id, due: dueWords({ dueAt: follows.dueAt, dayEnd: follows.dueDayEnd }) },
    }
  })
}

/** A list of names with what is to be done about them opens their records that far. */
async function logSeen(tx: Tx, actor: Actor, lines: readonly ActionLine[], page: string, now: Date, q: string | null = null): Promise<void> {
  const seen = lines.filter((line) => !line.child.masked).map((line) => line.child.id)
  if (seen.length > 0) await logReading(tx, actor, { personIds: seen, depth: 'record', page, ...(q === null ? {} : { query: q }) }, now)
}
