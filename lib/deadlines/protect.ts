/** The counts of one line of a table of figures. `inTime` is quorate and not quorate together; `judged` is in time, late, and open and late. */
export const COUNTED = ['quorate', 'notQuorate', 'inTime', 'late', 'openLate', 'judged', 'running'] as const
export type Counted = (typeof COUNTED)[number]
export type Counts = Readonly<Record<Counted, number>>
/** Null: not shown. */
export type ShownCounts = Readonly<Record<Counted, number | null>>

/** Fewer than this many of a part could point at a child (domain/access.md, depth "figure"). None at all points at nobody. */
const FEWEST = 5

/** Sums that a reader could do with one line: a hidden number must not be what is left over. */
const SUMS: readonly (readonly Counted[])[] = [['quorate', 'notQuorate', 'inTime'], ['inTime', 'late', 'openLate', 'judged']]

/**
 * The counts as somebody sees them who may list nobody: 1 to 4 are hidden, and beside each so many others that none can be
 * reckoned back, neither along its line nor down its column. `lines` add up to `total`, where there is one.
 */
export function protect(lines: readonly Counts[], total: Counts | null): { lines: ShownCounts[]; total: ShownCounts | null } {
  const all = total === null ? lines : [...lines, total]
  const hidden = all.map((counts) => new Set(COUNTED.filter((cell) => counts[cell] > 0 && counts[cell] < FEWEST)))
  const sums = [
    ...all.flatMap((_, line) => SUMS.map((cells) => cells.map((cell) => ({ line, cell })))),
    ...(total === null ? [] : COUNTED.map((cell) => all.map((_, line) => ({ line, cell })))),
  ]
  for (let changed = true; changed;) {
    changed = false
    for (const sum of sums) {
      const counts = sum.filter(({ line, cell }) => (all[line]?.[cell] ?? 0) > 0)
      const shown = counts.filter(({ line, cell }) => hidden[line]?.has(cell) === false).sort((a, b) => (all[a.line]?.[a.cell] ?? 0) - (all[b.line]?.[b.cell] ?? 0))
      const [next] = shown
      if (counts.length - shown.length !== 1 || next === undefined) continue
      hidden[next.line]?.add(next.cell)
      changed = true
    }
  }
  const seen = all.map((counts, line): ShownCounts => {
    const cell = (name: Counted): number | null => (hidden[line]?.has(name) ? null : counts[name])
    return { quorate: cell('quorate'), notQuorate: cell('notQuorate'), inTime: cell('inTime'), late: cell('late'), openLate: cell('openLate'), judged: cell('judged'), running: cell('running') }
  })
  return total === null ? { lines: seen, total: null } : { lines: seen.slice(0, -1), total: seen.at(-1) ?? null }
}
