/** Fewer than this many could point at a child (domain/access.md, depth "figure"). None at all points at nobody. */
export const FEWEST = 5

/** Cells of tables that are to be shown, each with its value; a number that stands twice is one cell. */
export type Cells<Cell> = ReadonlyMap<Cell, number>

/** Sums of cells, with the sums that each cell stands in: of a table that is counted again and again it is put together once. */
export interface Sums<Cell> {
  readonly sums: readonly (readonly Cell[])[]
  readonly of: ReadonlyMap<Cell, readonly number[]>
}

export function sumsOver<Cell>(sums: readonly (readonly Cell[])[]): Sums<Cell> {
  const of = new Map<Cell, number[]>()
  for (const [at, sum] of sums.entries()) for (const cell of new Set(sum)) {
    const known = of.get(cell)
    if (known === undefined) of.set(cell, [at]); else known.push(at)
  }
  return { sums, of }
}

/**
 * Which cells are hidden from somebody with no list behind them: 1 to 4, and beside each so many others that none can be reckoned back.
 * `sums`: cells of which one is the sum of the rest. Wherever one gap alone would be left in a sum, another part goes too: the one that is missed
 * least (`worth`, all alike where nothing is said), and of these the smallest; noughts tell nothing. `known`: what the reader can list elsewhere,
 * which is shown and hides nothing.
 */
export function hiddenCells<Cell>(cells: Cells<Cell>, asked: Sums<Cell> | readonly (readonly Cell[])[], known: (cell: Cell) => boolean = () => false, worth: (cell: Cell) => number = () => 0): ReadonlySet<Cell> {
  const { sums, of } = 'of' in asked ? asked : sumsOver(asked)
  const hidden = new Set<Cell>()
  const gaps = sums.map(() => 0)
  const look: number[] = []
  const hide = (cell: Cell): void => {
    if (hidden.has(cell)) return
    hidden.add(cell)
    for (const at of of.get(cell) ?? []) { gaps[at] = (gaps[at] ?? 0) + 1; look.push(at) }
  }
  /** Of what is left in a sum the first of the smallest that are missed least. */
  const leastMissed = (sum: readonly Cell[]): Cell | undefined => {
    let [found, least, cheapest]: [Cell | undefined, number, number] = [undefined, Infinity, Infinity]
    for (const cell of sum) {
      const [many, cost] = [cells.get(cell) ?? 0, worth(cell)]
      if (many > 0 && (cost < cheapest || (cost === cheapest && many < least)) && !hidden.has(cell) && !known(cell)) [found, least, cheapest] = [cell, many, cost]
    }
    return found
  }
  for (const [cell, many] of cells) if (many > 0 && many < FEWEST && !known(cell)) hide(cell)
  for (let next = 0; next < look.length; next += 1) {
    const at = look[next] ?? 0
    const other = gaps[at] === 1 ? leastMissed(sums[at] ?? []) : undefined
    if (other !== undefined) hide(other)
  }
  return hidden
}
