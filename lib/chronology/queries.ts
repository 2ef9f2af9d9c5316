import 'server-only'
import { atLeast, type Depth } from '@/lib/access/visibility'
import { readCursor, writeCursor } from '@/lib/people/cursor'
import { isEventKind } from '@/lib/policy/events'
import type { Tx } from '@/lib/platform/db'
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
      ...(after === null ? {} : { OR: [{ occurredAt: { lt: after.at } }, { occurredAt: after.at, entryId: { lt: after.id } }] }),
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

export async function entryLines(tx: Tx, ids: readonly string[], depth: Depth, now: Date): Promise<EntryLine[]> {
  if (ids.length === 0) return []
  const words = atLeast(depth, 'narrative')
  const [entries, payloads, corrections] = [
    await tx.entry.findMany({ where: { id: { in: [...ids] } } }),
    words ? await tx.entryPayload.findMany({ where: { entryId: { in: [...ids] } } }) : [],
    await tx.entry.findMany({ where: { corrects: { in: [...ids] } }, select: { corrects: true } }),
  ]
  const accounts = await tx.account.findMany({ where: { id: { in: [...new Set(entries.map((entry) => entry.recordedBy))] } }, select: { id: true, name: true } })
  const corrected = new Set(corrections.map((entry) => entry.corrects))
  return ids.flatMap((id) => {
    const entry = entries.find((row) => row.id === id)
    if (entry === undefined) return []
    const payload = payloads.find((row) => row.entryId === id)
    const late = entry.recordedAt.getTime() - entry.occurredAt.getTime() > SOON_MS
    return [{
      id, heading: entry.heading, at: entry.occurredAt.toISOString(), when: momentWords(entry.occurredAt, now),
      recorded: late ? `recorded ${momentWords(entry.recordedAt, now)}` : null, by: accounts.find((account) => account.id === entry.recordedBy)?.name ?? 'Holdfast',
      agency: agencyWords(entry.agency), source: entry.source === null ? null : senderWords(entry.source), referralId: entry.referralId, tone: eventTone(entry.kind),
      words: payload === undefined || payload.redactedAt !== null ? [] : entryWords(payload.body), redacted: payload !== undefined && payload.redactedAt !== null,
      others: Math.max(0, new Set(entry.subjectIds).size - 1), corrected: corrected.has(id), correction: entry.corrects !== null,
    }]
  })
}

function choices(values: readonly string[], words: (value: string) => string): Choice[] {
  return [...new Set(values)].map((value) => ({ value, label: words(value) })).sort((a, b) => a.label.localeCompare(b.label, 'en-GB'))
}
