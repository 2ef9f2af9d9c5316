/** A table as a file carries it: a heading, its columns, its rows. Numbers stay numbers; null is a small number that is not shown. */
export interface Sheet {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}
export type Cell = string | number | null
export const NOT_SHOWN = 'not shown'

/** What a spreadsheet would take for a formula, and run: it gets an apostrophe before it, which a spreadsheet reads as "this is text". */
export const harmless = (text: string): string => (/^[\s]*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text)
