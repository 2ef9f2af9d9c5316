import { harmless, NOT_SHOWN, type Cell, type Sheet } from './sheet'

const quoted = (cell: Cell): string => (typeof cell === 'number' ? String(cell) : `"${harmless(cell ?? NOT_SHOWN).replaceAll('"', '""')}"`)

/** RFC 4180, with the mark by which Excel knows UTF-8. Several tables one under the other, each under its title. */
export const csvOf = (sheets: readonly Sheet[]): string =>
  `\uFEFF${sheets.map((sheet) => [[sheet.title], sheet.columns, ...sheet.rows].map((row) => row.map(quoted).join(',')).join('\r\n')).join('\r\n\r\n')}\r\n`
