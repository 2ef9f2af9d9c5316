/**
 * Lists inside a form (children, participants, actions) without a script. Rows are posted as `list-0-name`, `list-1-name` …
 * and their number as `list-count`. The buttons post `intent=add-list` or `intent=remove-list-1`; the door asks
 * `withListIntent` and, given an answer, saves it as the draft and sends the browser back to the form.
 */
type Values = Readonly<Record<string, string | readonly string[]>>

const ADD = /^add-([a-z][a-z-]*)$/
const REMOVE = /^remove-([a-z][a-z-]*)-(\d{1,2})$/
const MOST_ROWS = 30

/** How many rows the form shows: what was posted, else `start`; at least `least`, at most 30. */
export function rowsOf(values: Values | undefined, list: string, start = 1, least = 1): number {
  const posted = values?.[`${list}-count`]
  const count = typeof posted === 'string' && /^\d{1,2}$/.test(posted) ? Number(posted) : start
  return Math.min(Math.max(count, least), MOST_ROWS)
}

/** The values with a row added or removed, or null when the intent is not about a list. */
export function withListIntent(values: Values, intent: string): Record<string, string | readonly string[]> | null {
  const added = ADD.exec(intent)?.[1]
  if (added !== undefined) return { ...values, [`${added}-count`]: String(Math.min(rowsOf(values, added, 1, 0) + 1, MOST_ROWS)) }
  const removed = REMOVE.exec(intent)
  const list = removed?.[1]
  if (list === undefined) return null
  return withoutRow(values, list, Number(removed?.[2]))
}

function withoutRow(values: Values, list: string, row: number): Record<string, string | readonly string[]> {
  const cell = new RegExp(`^${list}-(\\d{1,2})-(.+)$`)
  const kept: Record<string, string | readonly string[]> = {}
  for (const [name, value] of Object.entries(values)) {
    const match = cell.exec(name)
    const at = Number(match?.[1])
    if (!match || at < row) kept[name] = value
    else if (at > row) kept[`${list}-${at - 1}-${match[2]}`] = value
  }
  const count = rowsOf(values, list, 1, 0)
  kept[`${list}-count`] = String(row < count ? count - 1 : count)
  return kept
}
