import { parse } from 'csv-parse/sync'

/** Limits of one file: what the page says, and what a request may hold. */
export const MOST_LINES = 200
export const LARGEST_FILE = 400_000

export interface ReadFile {
  readonly text: string
  /** 'UTF-8', or what was taken instead and must be said: accents may be wrong. */
  readonly encoding: 'UTF-8' | 'Windows-1252'
}

/** The words of a file of bytes. A problem is a sentence without its full stop. */
export function wordsOf(bytes: Uint8Array): ReadFile | { readonly problem: string } {
  if (bytes.byteLength === 0) return { problem: 'The file is empty' }
  if (bytes.byteLength > LARGEST_FILE) return { problem: `The file is larger than ${LARGEST_FILE / 1000} kB: import it in parts` }
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { problem: 'This is a workbook, not a CSV file: save it as CSV first' }
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16 || bytes.includes(0)) return { problem: 'This is no CSV file in UTF-8: save it as "CSV UTF-8"' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
  }
}

export interface Rows {
  readonly heads: readonly string[]
  /** Cells by line; `no` is the line of the file on which it begins. */
  readonly rows: readonly { readonly no: number; readonly cells: readonly string[] }[]
}

/** Commas, semicolons or tabs, as the first line has most of; quotes as usual. Every cell is text: a formula stays the words it is. */
export function rowsOf(text: string): Rows | { readonly problem: string } {
  const first = text.split(/\r\n|\n|\r/, 1)[0] ?? ''
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (first.split(sign).length > first.split(best).length ? sign : best))
  try {
    const all = parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, trim: true, info: true, max_record_size: 60_000, to: MOST_LINES + 2 }) as unknown as
      { record: string[]; info: { lines: number } }[]
    const [heads, ...rows] = all
    if (heads === undefined) return { problem: 'The file is empty' }
    if (rows.length > MOST_LINES) return { problem: `The file has more than ${MOST_LINES} lines: import it in parts` }
    return { heads: heads.record, rows: rows.filter(({ record }) => record.some((cell) => cell !== '')).map(({ record, info }) => ({ no: info.lines, cells: record })) }
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? `, near line ${String(error.lines)}` : ''
    return { problem: `The file cannot be read as CSV${line}: a quote may be open` }
  }
}
