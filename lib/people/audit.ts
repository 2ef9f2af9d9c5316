import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { logReading } from '@/lib/access/reading-log'
import type { Tx } from '@/lib/platform/db'
import { agencyWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { instantWords } from '@/lib/wording/london-words'
import { DEPTH_WORDS } from '@/lib/wording/outcomes'
import { say } from '@/lib/wording/say'
import type { PersonCard } from './card'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { cardsOf } from './standing'

export interface AuditPerson {
  readonly id: string
  readonly name: string
  readonly masked: boolean
}

/** One reading of the log, as an auditor reads it: whoever was opened by it, in one line. */
export interface AuditLine {
  readonly key: string
  readonly when: string
  readonly who: string
  readonly whoId: string
  /** Null where nobody was opened: a search that found nobody, this page. */
  readonly person: AuditPerson | null
  /** The others opened by the same reading: a list of twenty-five is one line. */
  readonly others: readonly AuditPerson[]
  readonly depth: string
  readonly page: string
  /** What was typed into a search. Not told for a restricted person: it may be the name. */
  readonly query: string | null
  readonly reason: string | null
}

export interface RefusalLine {
  readonly key: string
  readonly when: string
  readonly who: string
  readonly agency: string
  readonly borough: string
  readonly says: string
}

export interface AuditPage<Line> {
  readonly lines: readonly Line[]
  readonly next: string | null
  /** Whose readings only, where one account was chosen. */
  readonly by: { readonly id: string; readonly name: string } | null
}

const PAGE = 50
/** Rows of the log on one page of readings: a list writes one row for each person on it. */
const ROWS = 200

/** The reading log, newest first. Null for whoever is no auditor. That an auditor looked is in the log too. */
export async function readingLog(actor: Actor, asked: { before?: string | undefined; by?: string | undefined }, now: Date): Promise<AuditPage<AuditLine> | null> {
  if (!mayEver(actor, 'see-reading-log')) return null
  return readAs(actor, async (tx) => {
    await logReading(tx, actor, { personIds: [], depth: 'index', page: 'the reading log' }, now)
    const by = await accountOf(tx, asked.by)
    const after = readCursor(asked.before)
    const rows = await tx.readingLog.findMany({
      where: { ...(by === null ? {} : { accountId: by.id }), ...(after === null ? {} : { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }) },
      orderBy: [{ at: 'desc' }, { id: 'desc' }], take: ROWS + 1,
    })
    const shown = wholeReadings(rows)
    const accounts = await tx.account.findMany({ where: { id: { in: [...new Set(shown.map((row) => row.accountId))] } }, select: { id: true, name: true } })
    const cards = await cardsOf(tx, shown.flatMap((row) => row.personId ?? []), now)
    // What was typed stands on every line of one search: where it found somebody restricted, it is told on none of them.
    const secret = new Set(shown.filter((row) => row.personId !== null && cards.get(row.personId)?.masked !== false).map(searchOf))
    // One reading that fills more than a page: who else it found is not seen here.
    for (const row of [...shown.slice(0, 1).filter((first) => first.at.getTime() === after?.at.getTime()), ...shown.slice(ROWS - 1).filter((end) => rows.length > ROWS && searchOf(end) === searchOf(rows[ROWS] ?? end))]) secret.add(searchOf(row))
    const last = shown.at(-1)
    return {
      by, next: rows.length > ROWS && last !== undefined ? writeCursor(last) : null,
      lines: readings(shown).map((reading): AuditLine => {
        const [row] = reading
        const people = reading.flatMap((one) => (one.personId === null ? [] : [personOf(one.personId, cards)]))
        return {
          key: row.id, when: instantWords(row.at), who: accounts.find((account) => account.id === row.accountId)?.name ?? 'Not known', whoId: row.accountId,
          person: people[0] ?? null, others: people.slice(1), depth: say(DEPTH_WORDS, row.depth), page: row.page,
          query: secret.has(searchOf(row)) ? null : row.query,
          // Why somebody opened a record before it was restricted may say who it is; why the glass was broken is what an auditor judges.
          reason: row.page !== 'opened by break-glass' && people.some((person) => person.masked) ? null : row.reason,
        }
      }),
    }
  })
}

/** A page ends between two readings: of a search that is cut in two, the one half would tell what was typed for somebody restricted in the other. */
function wholeReadings<Row extends LogRow>(rows: readonly Row[]): readonly Row[] {
  const next = rows.at(ROWS)
  if (next === undefined) return rows
  const cut = rows.findIndex((row) => searchOf(row) === searchOf(next))
  return rows.slice(0, cut > 0 ? Math.min(cut, ROWS) : ROWS)
}

const personOf = (id: string, cards: ReadonlyMap<string, PersonCard>): AuditPerson => {
  const card = cards.get(id)
  return { id, name: card?.name ?? 'Restricted person', masked: card?.masked ?? true }
}

interface LogRow { id: string; at: Date; accountId: string; personId: string | null; depth: string; page: string; query: string | null; reason: string | null }

/** Rows written by one reading, together. */
function readings(rows: readonly LogRow[]): [LogRow, ...LogRow[]][] {
  const found = new Map<string, [LogRow, ...LogRow[]]>()
  for (const row of rows) {
    const key = [row.at.getTime(), row.accountId, row.depth, row.page, row.query ?? '', row.reason ?? ''].join(' ')
    const reading = found.get(key)
    if (reading === undefined) found.set(key, [row])
    else reading.push(row)
  }
  return [...found.values()]
}

const searchOf = (row: { at: Date; accountId: string; query: string | null }): string => `${row.at.getTime()} ${row.accountId} ${row.query ?? ''}`

/** What policy refused, over all London, newest first. Null for whoever is no auditor. */
export async function refusalsMade(actor: Actor, before: string | undefined, now: Date): Promise<AuditPage<RefusalLine> | null> {
  if (!mayEver(actor, 'see-reading-log')) return null
  return readAs(actor, async (tx) => {
    await logReading(tx, actor, { personIds: [], depth: 'index', page: 'what policy refused' }, now)
    const after = readCursor(before)
    const rows = await tx.entry.findMany({
      where: { kind: 'act-refused', ...(after === null ? {} : { OR: [{ recordedAt: { lt: after.at } }, { recordedAt: after.at, id: { lt: after.id } }] }) },
      orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }], take: PAGE + 1, select: { id: true, recordedAt: true, recordedBy: true, agency: true, ledger: true, heading: true },
    })
    const shown = rows.slice(0, PAGE)
    const accounts = await tx.account.findMany({ where: { id: { in: [...new Set(shown.map((row) => row.recordedBy))] } }, select: { id: true, name: true } })
    const last = shown.at(-1)
    return {
      by: null, next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.recordedAt, id: last.id }) : null,
      lines: shown.map((row) => ({
        key: row.id, when: instantWords(row.recordedAt), who: accounts.find((account) => account.id === row.recordedBy)?.name ?? 'Not known', agency: agencyWords(row.agency),
        borough: boroughWords(row.ledger), says: row.heading.replace(/^Refused: /, ''),
      })),
    }
  })
}

async function accountOf(tx: Tx, id: string | undefined): Promise<{ id: string; name: string } | null> {
  if (id === undefined || !/^[0-9a-f-]{36}$/.test(id)) return null
  return tx.account.findUnique({ where: { id }, select: { id: true, name: true } })
}
