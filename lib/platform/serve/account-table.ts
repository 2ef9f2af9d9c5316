import type { DemonstrationAccount } from './seed'

/** Boroughs with more accounts than this are shown in full at the start; so are the central teams. */
const FEW = 5

/**
 * The accounts as a plain table for a terminal; empty text when there are none. `all: false` leaves out the boroughs that
 * have but a few, and says how many there are: a start that prints two hundred lines is one that nobody reads.
 */
export function accountTable(accounts: readonly DemonstrationAccount[], { all = false }: { all?: boolean } = {}): string {
  const many = (borough: string): boolean => accounts.filter((account) => account.borough === borough).length > FEW
  const shown = all ? accounts : accounts.filter((account) => account.borough === 'london' || many(account.borough))
  if (shown.length === 0) return ''
  const columns: (keyof DemonstrationAccount)[] = ['email', 'password', 'name', 'role', 'agency', 'borough']
  const rows = [Object.fromEntries(columns.map((column) => [column, column])) as Record<keyof DemonstrationAccount, string>, ...shown]
  const widths = columns.map((column) => Math.max(...rows.map((row) => row[column].length)))
  const line = (row: Record<keyof DemonstrationAccount, string>) => columns.map((column, index) => row[column].padEnd(widths[index] ?? 0)).join('  ').trimEnd()
  const more = accounts.length - shown.length
  return `\nDemonstration accounts:\n${rows.map((row) => `  ${line(row)}`).join('\n')}\n${more > 0 ? `  and ${more} more in the other boroughs: npm run -s accounts\n` : ''}\n`
}
