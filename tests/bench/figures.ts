/** The time below which a share of the turns stayed, in milliseconds. */
export function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100
}

export const ratio = (one: number, other: number): number => Math.round((one / other) * 100) / 100
export const kb = (bytes: number): number => Math.round(bytes / 100) / 10

/** A table as Markdown has it, aligned for who reads it as text. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) => Math.max(3, head.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`
  return [line(heads), `|${widths.map((width, column) => (column === 0 ? `:${'-'.repeat(width + 1)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`, ...rows.map(line)].join('\n')
}
export const number = (value: number | null, digits = 1): string => (value === null ? '–' : value.toFixed(digits))
