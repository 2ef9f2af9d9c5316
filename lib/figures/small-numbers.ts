/** Fewer than this many could point at a child (domain/access.md, depth "figure"). None at all points at nobody. */
export const FEWEST = 5

/** A cell of a table that is to be shown: its value, and where the same number stands twice, the same name. */
export type Cells = ReadonlyMap<string, number>

/**
 * Which cells are hidden from somebody with no list behind them: 1 to 4, and beside each so many others that none can be reckoned back.
 * `sums`: cells of which one is the sum of the rest. Wherever one gap alone would be left in a sum, its smallest other part goes too. `known`: what
 * the reader can list elsewhere, which is shown and hides nothing.
 */
export function hiddenCells(cells: Cells, sums: readonly (readonly string[])[], known: (name: string) => boolean = () => false): ReadonlySet<string> {
  const value = (name: string): number => cells.get(name) ?? 0
  const hidden = new Set<string>()
  // Noughts tell nothing: of each sum what is left, the smallest first, and how many gaps it has.
  const parts = sums.map((sum) => [...new Set(sum)].filter((name) => value(name) > 0).sort((a, b) => value(a) - value(b)))
  const gaps = parts.map(() => 0)
  const sumsOf = new Map<string, number[]>()
  for (const [at, names] of parts.entries()) for (const name of names) sumsOf.set(name, [...(sumsOf.get(name) ?? []), at])
  const look: number[] = []
  const hide = (name: string): void => {
    if (hidden.has(name)) return
    hidden.add(name)
    for (const at of sumsOf.get(name) ?? []) { gaps[at] = (gaps[at] ?? 0) + 1; look.push(at) }
  }
  for (const [name, many] of cells) if (many > 0 && many < FEWEST && !known(name)) hide(name)
  for (let at = look.shift(); at !== undefined; at = look.shift()) {
    const next = gaps[at] === 1 ? parts[at]?.find((name) => !hidden.has(name) && !known(name)) : undefined
    if (next !== undefined) hide(next)
  }
  return hidden
}
