/** Fewer than this many could point at a child (domain/access.md, depth "figure"). None at all points at nobody. */
export const FEWEST = 5

/** A cell of a table that is to be shown: its value, and where the same number stands twice, the same name. */
export type Cells = ReadonlyMap<string, number>

/**
 * Which cells are hidden from somebody with no list behind them: 1 to 4, and beside each so many others that none can be reckoned back.
 * `sums`: cells of which one is the sum of the rest. Wherever one gap alone would be left in a sum, its smallest other part goes too.
 */
export function hiddenCells(cells: Cells, sums: readonly (readonly string[])[]): ReadonlySet<string> {
  const hidden = new Set([...cells].filter(([, value]) => value > 0 && value < FEWEST).map(([name]) => name))
  for (let changed = true; changed;) {
    changed = false
    for (const sum of sums) {
      const known = [...new Set(sum)].filter((name) => (cells.get(name) ?? 0) > 0)
      const shown = known.filter((name) => !hidden.has(name)).sort((a, b) => (cells.get(a) ?? 0) - (cells.get(b) ?? 0))
      const [next] = shown
      if (known.length - shown.length !== 1 || next === undefined) continue
      hidden.add(next)
      changed = true
    }
  }
  return hidden
}
