import { createHash } from 'node:crypto'
import { readTypedDate, readTypedInstant } from '@/lib/wording/london-input'
import { AGENCY_WORDS } from '@/lib/wording/agencies'
import { CONCERN_WORDS } from '@/lib/wording/concerns'
import { bornProblem } from '@/lib/people/born'
import { referralInput } from '../input'
import type { Rows } from './read-file'

/** The columns of a file, in the order in which the page names them. A head is read in any case, `what_happened` as `what happened`. */
export const COLUMNS = [
  'reference', 'from', 'who exactly', 'received', 'given name', 'family name', 'description', 'born', 'age', 'sex', 'address', 'postcode', 'concern', 'rating', 'urgent', 'what happened', 'referrer', 'contact',
] as const
export type ColumnName = (typeof COLUMNS)[number]
export const NEEDED: readonly ColumnName[] = ['from', 'received', 'what happened']

export interface CellProblem {
  readonly column: ColumnName | null
  readonly message: string
}

export interface Line {
  readonly no: number
  readonly cells: Readonly<Record<ColumnName, string>>
  /** What the line says, as one word: the same line of the same borough is one notification, whoever imports it and when. */
  readonly digest: string
  /** The raw input of its act. */
  readonly notification: Readonly<Record<string, unknown>>
  readonly problems: readonly CellProblem[]
}

/** The lines of a file for one borough. A file that lacks a column is refused whole. */
export function linesOf({ heads, rows }: Rows, borough: string, now: Date): readonly Line[] | { readonly problem: string } {
  const names = heads.map((head) => head.toLowerCase().replace(/[_\s]+/g, ' ').trim())
  const missing = NEEDED.filter((column) => !names.includes(column))
  if (missing.length > 0) return { problem: `The first line names the columns, and lacks: ${missing.join(', ')}` }
  const unknown = names.filter((name) => name !== '' && !(COLUMNS as readonly string[]).includes(name))
  if (unknown.length > 0) return { problem: `Columns that are not known: ${unknown.join(', ').slice(0, 200)}. Nothing of them would be kept, so rename or remove them` }
  if (new Set(names).size !== names.length) return { problem: 'A column is there twice' }
  return rows.map((row) => {
    const cells = Object.fromEntries(COLUMNS.map((column) => [column, row.cells[names.indexOf(column)] ?? ''])) as Record<ColumnName, string>
    return lineOf(row.no, cells, borough, now, row.cells.length > names.length && row.cells.slice(names.length).some((cell) => cell !== ''))
  })
}

function lineOf(no: number, cells: Record<ColumnName, string>, borough: string, now: Date, tooMany: boolean): Line {
  const problems: CellProblem[] = tooMany ? [{ column: null, message: 'More cells than columns: a cell with a comma needs quotes' }] : []
  const received = instantOf(cells.received)
  if (received === null) problems.push({ column: 'received', message: 'Enter the day and time, such as 21/11/2026 14:30' })
  else if (received.getTime() > now.getTime()) problems.push({ column: 'received', message: 'This is in the future' })
  const born = cells.born === '' ? null : dayOf(cells.born)
  if (cells.born !== '' && born === null) problems.push({ column: 'born', message: 'Enter the day, such as 27/3/2012' })
  const fromAgency = codeOf({ ...AGENCY_WORDS, public: 'Public', family: 'Family' }, cells.from)
  if (fromAgency === null) problems.push({ column: 'from', message: 'Not an agency we know, nor public or family' })
  const concern = cells.concern === '' ? null : codeOf(CONCERN_WORDS, cells.concern)
  if (cells.concern !== '' && concern === null) problems.push({ column: 'concern', message: 'Not a concern of the list' })
  const police = fromAgency === 'police'
  const notification = {
    form: 'contact', ...(police ? { way: 'pac' } : {}), borough, channel: police ? 'police-system' : 'email', fromAgency: fromAgency ?? 'other', fromWords: cells['who exactly'], toAgency: 'csc',
    theirReference: cells.reference, referrerName: cells.referrer, referrerContact: cells.contact, concern, rag: cells.rating.toLowerCase(), urgency: urgencyOf(cells.urgent), narrative: cells['what happened'],
    children: [{
      givenName: cells['given name'], familyName: cells['family name'], description: cells.description, bornOn: born, age: cells.age === '' ? null : cells.age, sex: cells.sex.toLowerCase(),
      address: cells.address, postcode: cells.postcode,
    }],
    adults: [], receivedAt: (received ?? now).toISOString(),
  }
  const read = referralInput.safeParse(notification)
  if (read.success) {
    const wrong = bornProblem(read.data.children[0]?.bornOn ?? null, now)
    if (wrong !== null) problems.push({ column: 'born', message: wrong })
  } else {
    for (const issue of read.error.issues) {
      const column = COLUMN_OF[issue.path.join('.')] ?? null
      if (!problems.some((problem) => problem.column === column)) problems.push({ column, message: issue.message })
    }
  }
  const place = ({ column }: CellProblem): number => (column === null ? COLUMNS.length : COLUMNS.indexOf(column))
  problems.sort((a, b) => place(a) - place(b))
  return { no, cells, digest: createHash('sha256').update(JSON.stringify([borough, COLUMNS.map((column) => cells[column])])).digest('hex'), notification, problems }
}

const COLUMN_OF: Readonly<Record<string, ColumnName>> = {
  'theirReference': 'reference', 'fromAgency': 'from', 'fromWords': 'who exactly', 'receivedAt': 'received', 'children.0.givenName': 'given name', 'children.0.familyName': 'family name',
  'children.0.description': 'description', 'children.0.bornOn': 'born', 'children.0.age': 'age', 'children.0.sex': 'sex', 'children.0.address': 'address', 'children.0.postcode': 'postcode',
  'concern': 'concern', 'rag': 'rating', 'urgency': 'urgent', 'narrative': 'what happened', 'referrerName': 'referrer', 'referrerContact': 'contact',
}

const urgencyOf = (cell: string): string => ({ yes: 'high', urgent: 'high', high: 'high', no: 'normal', normal: 'normal' })[cell.toLowerCase()] ?? cell

/** The code of a word of ours, written as the code or in its words. */
function codeOf(words: Readonly<Record<string, string>>, cell: string): string | null {
  const said = cell.trim().toLowerCase().replaceAll('’', "'")
  if (said === 'school') return Object.hasOwn(words, 'education') ? 'education' : null
  return Object.entries(words).find(([code, word]) => code === said || word.toLowerCase().replaceAll('’', "'") === said)?.[0] ?? null
}

const DAY = String.raw`(?:(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})|(?<d>\d{1,2})\/(?<m>\d{1,2})\/(?<y>\d{4}))`
const ON = new RegExp(`^${DAY}$`)
const AT = new RegExp(`^${DAY}[ T](?<time>\\d{1,2}:\\d{2})(?::\\d{2})?$`)

const partsOf = (groups: Record<string, string | undefined>) => ({ day: groups['day'] ?? groups['d'] ?? '', month: groups['month'] ?? groups['m'] ?? '', year: groups['year'] ?? groups['y'] ?? '' })

function dayOf(cell: string): string | null {
  const groups = ON.exec(cell)?.groups
  const read = groups === undefined ? null : readTypedDate(partsOf(groups), 'This')
  return read?.ok === true ? read.value : null
}

function instantOf(cell: string): Date | null {
  const groups = AT.exec(cell)?.groups
  const read = groups === undefined ? null : readTypedInstant({ ...partsOf(groups), time: groups['time'] ?? '' }, 'This')
  return read?.ok === true ? read.value : null
}
