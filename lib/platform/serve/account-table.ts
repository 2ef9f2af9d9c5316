import type { DemonstrationAccount } from './seed'

/** The accounts as a plain table for a terminal; empty text when there are none. */
export function accountTable(accounts: readonly DemonstrationAccount[]): string {
  if (accounts.length === 0) return ''
  const columns: (keyof DemonstrationAccount)[] = ['email', 'password', 'name', 'role', 'agency', 'borough']
  const rows = [Object.fromEntries(columns.map((column) => [column, column])) as Record<keyof DemonstrationAccount, string>, ...accounts]
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length)))
  const line = (row: Record<keyof DemonstrationAccount, string>) => columns.map((column, index) => row[column].padEnd(widths[index] ?? 0)).join('  ').trimEnd()
  return `\nDemonstration accounts:\n${rows.map((row) => `  ${line(row)}`).join('\n')}\n\n`
}
