import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { logReading } from '@/lib/access/reading-log'
import { boroughsAt, figureBoroughs } from '@/lib/access/visibility'
import { Prisma } from '@/lib/platform/generated/client'
import { boroughWords } from '@/lib/wording/boroughs'
import { momentWords } from '@/lib/wording/london-words'
import { spanWords } from '@/lib/wording/spans'
import { childrenOf } from './children'
import { discussions, figureOf, partIs, type FigureOf, type Part } from './figures'
import { bandWords, dueWords } from './lines'
import type { BehindRow, MeasureView } from './view'

const PAGE = 25

interface JudgedRow {
  id: string
  child_id: string
  borough: string
  alert: string
  basis: string | null
  starts_at: Date
  due_at: Date
  day_end: boolean
  met_at: Date | null
  ended_at: Date | null
  part: string
  not_quorate: boolean
}

/** The list behind a figure: the same rows that were counted, newest due first. Null for who has no figures, or no record behind them: a list is at record depth. */
export async function behindFigure(
  actor: Actor, of: FigureOf & { part: Part; after: string | null }, now: Date,
): Promise<{ figure: MeasureView; rows: BehindRow[]; next: string | null } | null> {
  if (figureBoroughs(actor).length === 0 || boroughsAt(actor, 'record').length === 0) return null
  return readAs(actor, async (tx) => {
    const [at, id] = (of.after ?? '').split('.')
    const after = at !== undefined && id !== undefined && /^[0-9a-z]{1,11}$/.test(at) && /^[0-9a-f-]{36}$/.test(id) ? { at: new Date(Number.parseInt(at, 36)), id } : null
    const found = await tx.$queryRaw<JudgedRow[]>(Prisma.sql`
      WITH ${discussions(actor, of, now)} SELECT id, child_id, borough, alert, basis, starts_at, due_at, day_end, met_at, ended_at, part, not_quorate FROM judged
      WHERE ${partIs(of.part)} ${after === null ? Prisma.empty : Prisma.sql`AND (due_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
      ORDER BY due_at DESC, id DESC LIMIT ${PAGE + 1}`)
    const shown = found.slice(0, PAGE)
    const childOf = await childrenOf(tx, actor, shown.map((row) => row.child_id), now)
    const rows = shown.map((row): BehindRow => {
      const late = row.part === 'late' || row.part === 'open-late' || row.part === 'ended-late'
      return {
        id: row.id, child: childOf(row.child_id), borough: boroughWords(row.borough), words: bandWords(row), started: momentWords(row.starts_at, now), due: dueWords({ dueAt: row.due_at, dayEnd: row.day_end }),
        how: howWords(row, now), late, quorate: row.met_at === null ? null : row.not_quorate ? 'Held, not quorate' : 'Quorate',
      }
    })
    const read = rows.filter((row) => !row.child.masked).map((row) => row.child.id)
    if (read.length > 0) await logReading(tx, actor, { personIds: read, depth: 'record', page: 'figures of strategy discussions' }, now)
    const last = shown.at(-1)
    return {
      rows, figure: await figureOf(tx, actor, of, now),
      next: found.length > PAGE && last !== undefined ? `${last.due_at.getTime().toString(36)}.${last.id}` : null,
    }
  })
}

function howWords(row: JudgedRow, now: Date): string {
  const over = (at: Date): string => spanWords(at.getTime() - row.due_at.getTime())
  if (row.met_at !== null) return row.part === 'in-time' ? `Held ${momentWords(row.met_at, now)}, in time` : `Held ${momentWords(row.met_at, now)}, late by ${over(row.met_at)}`
  if (row.ended_at !== null) return row.part === 'ended-late' ? `Ended without one, ${over(row.ended_at)} after its time` : 'Ended without one: the threshold was not met'
  return row.part === 'open-late' ? `Not held: overdue by ${over(now)}` : 'Not held yet, time is left'
}
