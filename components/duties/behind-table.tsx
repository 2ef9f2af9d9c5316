import type { BehindRow } from '@/lib/deadlines/view'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { ChildLink } from './child-link'

export const PART_WORDS = {
  all: 'All', judged: 'Judged', 'in-time': 'In time', 'in-time-quorate': 'In time and quorate', 'not-quorate': 'In time, not quorate', late: 'Held late',
  'open-late': 'Open and late', running: 'Time is left', ended: 'Ended without one', 'ended-late': 'Ended after their time',
} as const satisfies Readonly<Record<string, string>>

const COLUMNS: readonly Column<BehindRow>[] = [
  { key: 'child', head: 'Child', kind: 'row', cell: (row) => <><ChildLink child={row.child} /><span className="sub">{row.borough}</span></> },
  { key: 'band', head: 'Band', label: 'Band', cell: (row) => <a href={`/duties/${row.id}`}>{row.words}<span className="sr-only">, {row.child.name}: why then?</span></a> },
  { key: 'started', head: 'Started', label: 'Started', cell: (row) => row.started },
  { key: 'due', head: 'Due', label: 'Due', cell: (row) => row.due },
  { key: 'how', head: 'What became of it', cell: (row) => <>{row.how}{row.quorate === 'Held, not quorate' ? <> <Tag tone="amber">Not quorate</Tag></> : null}</> },
]

/** The discussions that one figure counts. */
export function BehindTable({ rows, caption }: { readonly rows: readonly BehindRow[]; readonly caption: string }) {
  return <Table caption={caption} columns={COLUMNS} rows={rows} rowKey={(row) => row.id} tone={(row) => (row.late ? 'late' : undefined)} empty="No discussion counts here." />
}
