import type { ListRow, ListView, SinceRow } from '@/lib/figures/view'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'

interface Person { readonly personId: string; readonly name: string; readonly masked: boolean; readonly borough: string; readonly age?: string | null }
const Who = ({ row }: { readonly row: Person }) => (
  <>{row.masked ? <b>{row.name}</b> : <a className="strong" href={`/people/${row.personId}`}>{row.name}</a>}<span className="sub">{[row.age ?? '', row.borough].filter(Boolean).join(', ')}</span></>
)

/** The rows that one figure counts. */
export function ListTable({ view }: { readonly view: ListView }) {
  const duties = view.parts.length > 0
  const columns: Column<ListRow>[] = [
    { key: 'who', head: 'Child', kind: 'row', cell: (row) => <Who row={row} /> },
    { key: 'what', head: 'What', label: 'What', cell: (row) => (duties ? <a href={`/duties/${row.key}`}>{row.what}<span className="sr-only">, {row.name}: why then?</span></a> : row.what) },
    { key: 'when', head: duties ? 'Began' : 'When', label: duties ? 'Began' : 'When', cell: (row) => <>{row.when}{row.typedLate !== null ? <span className="sub">{row.typedLate}</span> : null}</> },
    ...(duties ? [
      { key: 'due', head: 'Due', label: 'Due', cell: (row: ListRow) => row.due ?? '' },
      { key: 'how', head: 'What became of it', cell: (row: ListRow) => row.how },
    ] : []),
  ]
  return <Table caption={view.title} columns={columns} rows={view.rows} rowKey={(row) => row.key} tone={(row) => (row.late ? 'late' : undefined)} empty="Nothing counts here." />
}

const SINCE: readonly Column<SinceRow>[] = [
  { key: 'who', head: 'Child', kind: 'row', cell: (row) => <Who row={row} /> },
  { key: 'what', head: 'What', label: 'What', cell: (row) => row.what },
  { key: 'changed', head: 'What changed', label: 'What changed', cell: (row) => <>{row.changed}<span className="sub">{row.way}</span></> },
  { key: 'recorded', head: 'On record since', label: 'On record since', cell: (row) => <>{row.recorded} {row.typedLate ? <Tag tone="amber">Typed in late</Tag> : null}</> },
]
export function SinceTable({ rows, title }: { readonly rows: readonly SinceRow[]; readonly title: string }) {
  return <Table caption={`What changed: ${title}`} columns={SINCE} rows={rows} rowKey={(row) => row.key} empty="Nothing of this figure has changed since that day." />
}
