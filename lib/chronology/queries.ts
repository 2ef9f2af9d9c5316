import 'server-only'
import { atLeast, type Depth } from '@/lib/access/visibility'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { isEventKind } from '@/lib/policy/events'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { agencyWords, senderWords } from '@/lib/wording/agencies'
import { EVENT_WORDS, eventTone } from '@/lib/wording/events'
import { momentWords } from '@/lib/wording/london-words'
import { say } from '@/lib/wording/say'
import { entryWords } from './entry-words'
import type { Choice, Chronology, EntryLine } from './view'

const PAGE = 30
/** Recorded more than this after it happened is told: a call written down in the same minutes is not. */
const SOON_MS = 10 * 60_000

export interface Asked {
  readonly kind?: string | undefined
  readonly agency?: string | undefined
  readonly before?: string | undefined
  readonly take?: number
}

/**
 * A person's chronology, newest first, by key. For pages that have the person open at record depth and have written the reading log; the
 * words come only with `depth` narrative, and row-level security holds the same beneath.
 */
export async function chronologyIn(tx: Tx, personId: string, depth: Depth, asked: Asked, now: Date): Promise<Chronology> {
  const groups = await tx.entrySubject.groupBy({ by: ['kind', 'agency'], where: { personId }, _count: { _all: true } })
  const kinds = choices(groups.map((group) => group.kind), (kind) => (isEventKind(kind) ? EVENT_WORDS[kind] : say(EVENT_WORDS, kind)))
  const agencies = choices(groups.map((group) => group.agency), agencyWords)
  const kind = kinds.find((choice) => choice.value === asked.kind) ?? null
  const agency = agencies.find((choice) => choice.value === asked.agency) ?? null
  const chosen = groups.filter((group) => (kind === null || group.kind === kind.value) && (agency === null || group.agency === agency.value))
  const after = readCursor(asked.before)
  const take = asked.take ?? PAGE
  const rows = await tx.entrySubject.findMany({
    where: {
      personId, ...(kind === null ? {} : { kind: kind.value }), ...(agency === null ? {} : { agency: agency.value }),
      // The bound by itself: from two alternatives the index would be walked from its beginning, and each page would cost what all before it did.
      ...(after === null ? {} : { occurredAt: { lte: after.at }, OR: [{ occurredAt: { lt: after.at } }, { occurredAt: after.at, entryId: { lt: after.id } }] }),
    },
    orderBy: [{ occurredAt: 'desc' }, { entryId: 'desc' }], take: take + 1, select: { entryId: true, occurredAt: true },
  })
  const shown = rows.slice(0, take)
  const last = shown.at(-1)
  return {
    entries: await entryLines(tx, shown.map((row) => row.entryId), depth, now), kinds, agencies, kind, agency,
    next: rows.length > take && last !== undefined ? writeCursor({ at: last.occurredAt, id: last.entryId }) : null,
    total: chosen.reduce((sum, group) => sum + group._count._all, 0),
  }
}

/** The newest entries about a person, for a page that shows a few of them. Opened and logged as for `chronologyIn`. */
export const latestEntries = (tx: Tx, personId: string, depth: Depth, take: number, now: Date): Promise<EntryLine[]> =>
  linesOf(tx, Prisma.sql`(SELECT s.entry_id, row_number() OVER (ORDER BY s.occurred_at DESC, s.entry_id DESC) AS place
    FROM entry_subject s WHERE s.person_id = ${personId}::uuid ORDER BY s.occurred_at DESC, s.entry_id DESC LIMIT ${take})`, depth, now)

/** These entries, in the order given. */
export async function entryLines(tx: Tx, ids: readonly string[], depth: Depth, now: Date): Promise<EntryLine[]> {
  return ids.length === 0 ? [] : linesOf(tx, Prisma.sql`unnest(${[...ids]}::uuid[]) WITH ORDINALITY`, depth, now)
}

interface LineRow {
  id: string
  kind: string
  heading: string
  occurred_at: Date
  recorded_at: Date
  agency: string
  source: string | null
  referral_id: string | null
  corrects: string | null
  subject_ids: string[]
  by: string | null
  corrected: boolean
  has_words: boolean
  redacted: boolean
  /** Told of another record while the two were joined; they have been parted. */
  parted: boolean
  body: unknown
}

/** `chosen` gives entry ids and their place. The words are asked for only where they open; beneath, their own policy hides them too. */
async function linesOf(tx: Tx, chosen: Prisma.Sql, depth: Depth, now: Date): Promise<EntryLine[]> {
  // At record depth the words open to nobody but the assessment team, and to it of what bears on exploitation. OFFSET keeps the question who asks
  // inside, where it is put once: for everybody else no words are looked up at all.
  const words = atLeast(depth, 'narrative') ? Prisma.sql`LEFT JOIN entry_payload p ON p.entry_id = e.id`
    : Prisma.sql`LEFT JOIN LATERAL (SELECT w.entry_id, w.redacted_at, w.body FROM entry_payload w WHERE cardinality((SELECT app_exploitation_boroughs())) > 0 AND w.entry_id = e.id AND entry_bears(e.id) OFFSET 0) p ON true`
  const rows = await tx.$queryRaw<LineRow[]>`
    SELECT e.id, e.kind, e.heading, e.occurred_at, e.recorded_at, e.agency, e.source, e.referral_id, e.corrects, e.subject_ids, a.name AS by,
      EXISTS (SELECT 1 FROM entry c WHERE c.corrects = e.id) AS corrected, entry_parted(e.id) AS parted,
      p.entry_id IS NOT NULL AS has_words, coalesce(p.redacted_at IS NOT NULL, false) AS redacted, p.body
    FROM ${chosen} AS chosen (entry_id, place) JOIN entry e ON e.id = chosen.entry_id
    ${words}
    LEFT JOIN account a ON a.id = e.recorded_by ORDER BY chosen.place`
  return rows.map((row) => ({
    // Of somebody else after all: that it was told here stays, and what was said is read on the other record.
    id: row.id, heading: row.parted ? `Of another person, from whom this record was parted: ${row.heading}` : row.heading, at: row.occurred_at.toISOString(), when: momentWords(row.occurred_at, now),
    recorded: row.recorded_at.getTime() - row.occurred_at.getTime() > SOON_MS ? `recorded ${momentWords(row.recorded_at, now)}` : null, by: row.by ?? 'Holdfast',
    agency: agencyWords(row.agency), source: row.source === null ? null : senderWords(row.source), referralId: row.referral_id, tone: eventTone(row.kind),
    words: !row.has_words || row.redacted || row.parted ? [] : entryWords(row.body, row.kind), redacted: row.redacted,
    others: Math.max(0, new Set(row.subject_ids).size - 1), corrected: row.corrected, correction: row.corrects !== null,
  }))
}

function choices(values: readonly string[], words: (value: string) => string): Choice[] {
  return [...new Set(values)].map((value) => ({ value, label: words(value) })).sort((a, b) => a.label.localeCompare(b.label, 'en-GB'))
}
