import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayAs, mayEver } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { figureBoroughs } from '@/lib/access/visibility'
import { namesOf } from '@/lib/deadlines/children'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { londonDate, plainDate } from '@/lib/policy/calendar/london'
import { clause } from '@/lib/policy/clauses'
import { LONDON, ownTargetOn } from '@/lib/policy/measures/local-targets'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { boroughWords } from '@/lib/wording/boroughs'
import { bornWords, momentWords, sortableInstant } from '@/lib/wording/london-words'
import { localTargets, TARGETED, targetedCalled, targetFor, targetWords } from './targets'
import type { LocalTargetList, LocalTargetRow } from './view'

const PAGE = 25
interface Row { id: string; borough: string; measure: string; value: number | null; from_date: string; reason: string; recorded_at: Date; recorded_by: string; withdrawn_at: Date | null; withdrawn_by: string | null; withdrawn_why: string | null }

/** Every target that was set locally in the reader's boroughs, and London's, last first: what holds, what is to come, what was and what was taken back. Null for who has no figures. */
export async function targetsList(actor: Actor, after: string | undefined, now: Date, times: 'near' | 'kept' = 'near'): Promise<LocalTargetList | null> {
  if (figureBoroughs(actor).length === 0) return null
  const may = new Set(actor.memberships.filter((one) => mayAs(one, 'set-local-target')).flatMap((one) => (one.role === 'london-lead' ? [LONDON] : one.boroughs.length === 0 ? BOROUGH_CODES : one.boroughs)))
  const [from, today] = [readCursor(after), londonDate(now)]
  const moment = (at: Date): string => (times === 'kept' ? sortableInstant(at) : momentWords(at, now))
  return readAs(actor, async (tx) => {
    const [locals, rows] = await Promise.all([localTargets(tx, now), tx.$queryRaw<Row[]>`
      SELECT t.id, t.borough, t.measure, t.value, t.from_date::text, t.reason, t.recorded_at, t.recorded_by, w.recorded_at AS withdrawn_at, w.recorded_by AS withdrawn_by, w.reason AS withdrawn_why
      FROM local_target t LEFT JOIN local_target_withdrawal w ON w.target_id = t.id
      WHERE t.recorded_at <= ${now}::timestamptz AND (${from === null} OR (t.recorded_at, t.id) < (${from?.at ?? now}::timestamptz, ${from?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid))
      ORDER BY t.recorded_at DESC, t.id DESC LIMIT ${PAGE + 1}`])
    const shown = rows.slice(0, PAGE)
    const nameOf = await namesOf(tx, shown.flatMap((row) => [row.recorded_by, ...(row.withdrawn_by === null ? [] : [row.withdrawn_by])]))
    const last = shown.at(-1)
    return {
      rows: shown.map((row): LocalTargetRow => {
        const [targeted, begins] = [targetedCalled(row.measure), plainDate(row.from_date)]
        const unit = targeted ?? { unit: 'count' as const }
        const beside = targeted === null ? null : targetFor(targeted, row.borough, begins, locals.filter((one) => one.borough !== row.borough))
        const standing = ownTargetOn(locals, row.measure, row.borough, today)
        const followed = locals.filter((one) => one.borough === row.borough && one.measure === row.measure && one.from > begins && one.from <= today).toSorted((a, b) => (a.from < b.from ? -1 : 1))[0]
        return {
          key: row.id, title: targeted?.title ?? row.measure, clause: targeted === null ? null : clause(targeted.clause).source, borough: boroughWords(row.borough), value: row.value === null ? null : targetWords(unit, row.value), better: targeted?.better ?? 'higher',
          beside: beside === null ? null : `${targetWords(unit, beside.value)}${beside.by === null ? '' : ', London’s'}`, from: bornWords(begins),
          state: row.withdrawn_at !== null ? 'taken back' : begins > today ? 'to come' : followed !== undefined ? 'ended' : row.value === null || standing === null ? 'none' : 'holds',
          ended: followed === undefined || row.withdrawn_at !== null ? null : bornWords(followed.from), reason: row.reason, recorded: `${moment(row.recorded_at)} by ${nameOf(row.recorded_by) ?? 'somebody'}`,
          withdrawn: row.withdrawn_at === null ? null : `taken back ${moment(row.withdrawn_at)} by ${nameOf(row.withdrawn_by ?? '') ?? 'somebody'}: ${row.withdrawn_why ?? ''}`,
          mayWithdraw: row.withdrawn_at === null && begins > today && may.has(row.borough),
        }
      }),
      boroughs: [...may].map((code) => ({ value: code, label: boroughWords(code) })),
      measures: may.size === 0 ? [] : TARGETED.map((one) => { const standing = targetFor(one, null, today, []); return { value: one.id, label: standing === null ? one.title : `${one.title} (the policy asks for ${targetWords(one, standing.value)})` } }),
      exports: mayEver(actor, 'export-figures'), next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.recorded_at, id: last.id }) : null,
    }
  })
}
