import { expect, it } from 'vitest'
import { useDatabase } from '../support/database'
import { chanceOf } from '../support/random-figures'

/**
 * The middle, the worst and the oldest are looked for in long sorted lists that are kept, among what moved since: here beside every length laid out and
 * sorted, with lists longer and shorter than what moved, and many of one length.
 */
const database = useDatabase()
const SEED = Number(process.env['HOLDFAST_FIGURES_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const chance = chanceOf(SEED)
const [FROM, SINCE, AT] = [new Date('2025-12-01T00:00:00Z'), new Date('2026-11-22T02:00:00Z'), new Date('2026-11-22T03:10:00Z')]
const LISTS = ['late', 'open-late', 'older', 'waiting'] as const
type Lists = Readonly<Record<(typeof LISTS)[number], readonly number[]>>
interface Moved { readonly measure: string; readonly borough: string; readonly force: string; readonly part: string; readonly sign: number; readonly late_ms: number | null; readonly clock: number; readonly began: number }

const least = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b)
const without = (list: readonly number[], gone: readonly number[]): number[] => {
  const left = [...list]
  for (const one of gone) left.splice(left.indexOf(one), 1)
  return left
}

it('are those of every length laid out and sorted, with whatever came and went', async () => {
  const boroughs = ['bromley', 'lewisham', 'city-of-london']
  for (let turn = 0; turn < 60; turn += 1) {
    await database.admin('TRUNCATE figure_kept_span')
    const [many, spread] = [chance.of([0, 1, 3, 40, 900]), chance.of([3, 500, 86_400_000])]
    const some = (most: number): number[] => Array.from({ length: chance.below(most + 1) }, () => chance.below(spread))
    const moved: Moved[] = []
    const stands = new Map<string, Lists>()
    for (const borough of boroughs) {
      const force = borough === 'city-of-london' ? 'city' : 'met'
      // Of those that are open the list is of instants: the least is the longest.
      const open = (most: number): number[] => some(most).map((ago) => SINCE.getTime() - ago)
      const kept: Record<(typeof LISTS)[number], number[]> = { 'late': some(many), 'open-late': open(Math.ceil(many / chance.of([1, 12]))), 'older': open(chance.below(6)), 'waiting': [] }
      const running = open(8)
      kept.waiting = [...kept['open-late'], ...kept.older, ...running]
      await database.admin('INSERT INTO figure_kept_span (upto, from_at, scope, measure, late, open_late, older, waiting) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [SINCE, FROM, borough, 'm', ...LISTS.map((list) => least(kept[list]))])
      const goes = chance.of([0, 0.05, 1])
      const now: Record<(typeof LISTS)[number] | 'running', number[]> = { ...kept, running }
      for (const part of ['late', 'open-late', 'older', 'running'] as const) {
        const all = part === 'running' ? running : kept[part]
        const gone = all.filter(() => chance.below(100) < goes * 100)
        const come = part === 'late' ? some(chance.of([0, 5, 60])) : open(chance.of([0, 5, 60]))
        for (const [sign, which] of [[-1, gone], [1, come]] as const) for (const one of which) moved.push({ measure: 'm', borough, force, part, sign, late_ms: part === 'late' ? one : null, clock: one, began: one })
        now[part] = [...without(all, gone), ...come]
        if (part !== 'late') now.waiting = [...without(now.waiting, gone), ...come]
      }
      stands.set(borough, now)
    }
    const expected = (which: readonly string[]): object => {
      const list = (name: (typeof LISTS)[number]): number[] => which.flatMap((borough) => stands.get(borough)?.[name] ?? [])
      const ago = (name: (typeof LISTS)[number]): number[] => list(name).map((instant) => AT.getTime() - instant)
      const lengths = least([...list('late'), ...ago('open-late')])
      const half = lengths.length / 2
      return {
        median: lengths.length === 0 ? null : ((lengths[Math.ceil(half) - 1] ?? NaN) + (lengths[Math.floor(half)] ?? NaN)) / 2,
        worst: least([...lengths, ...ago('older')]).at(-1) ?? null, oldest: least(ago('waiting')).at(-1) ?? null,
      }
    }
    const rows = await database.admin(`SELECT force, borough, median, worst, oldest FROM figure_spans(ARRAY['m'], $1, $2, $3, $4, $5, ARRAY(SELECT r FROM jsonb_array_elements($6) AS x, jsonb_populate_record(NULL::figure_moved, x) AS r))
      ORDER BY borough NULLS FIRST, force DESC`, [FROM, SINCE, AT, boroughs, ['bromley'], JSON.stringify(moved)])
    const what = `turn ${turn}; again with HOLDFAST_FIGURES_SEED=${SEED}`
    expect({ what, rows }).toEqual({ what, rows: [
      { force: 'met', borough: null, ...expected(['bromley', 'lewisham']) }, { force: 'city', borough: null, ...expected(['city-of-london']) }, { force: 'met', borough: 'bromley', ...expected(['bromley']) },
    ] })
  }
})
