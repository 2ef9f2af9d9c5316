'use client'

import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import type { RecordedLine } from './lines'

const COLUMNS: readonly Column<RecordedLine>[] = [
  { key: 'what', head: 'Measure', kind: 'row', cell: (row) => <>{row.title}<span className="sub">{row.borough}</span>{row.clause === null ? null : <span className="sub">{row.clause}</span>}</> },
  { key: 'value', head: 'Figure', kind: 'num', label: 'Figure', cell: (row) => <b>{row.value}</b> },
  { key: 'target', head: 'Target of its year', kind: 'num', label: 'Target of its year', cell: (row) => (row.target === null ? 'none' : <>{`${row.target}, ${row.better} is better`}{row.targetBy === null ? null : <span className="sub">{row.targetBy}</span>}</>) },
  { key: 'held', head: 'Held against it', label: 'Held against it', cell: (row) => (row.withdrawn !== null ? <Tag>taken back</Tag> : row.breach === null ? (row.target === null ? <span className="sub">–</span> : <Tag tone="green">met</Tag>) : <Tag tone="red">{row.breach}</Tag>) },
  { key: 'on', head: 'Measured on', label: 'Measured on', cell: (row) => row.on },
  { key: 'source', head: 'Source', label: 'Source', cell: (row) => <>{row.source}<span className="sub">recorded {row.recorded}</span>{row.withdrawn === null ? null : <span className="sub">{row.withdrawn}</span>}{row.mayWithdraw ? <a href={`/figures/recorded?back=${row.key}#back`}>Take it back<span className="sr-only">{`: ${row.title}, ${row.borough}, ${row.on}`}</span></a> : null}</> },
]

/** A component of the browser for what DutyRows says. */
export function RecordedRows({ rows, empty }: { readonly rows: readonly RecordedLine[]; readonly empty: string }) {
  return <Table caption="Figures from outside" columns={COLUMNS} rows={rows} rowKey={(row) => row.key} tone={(row) => (row.withdrawn !== null ? 'off' : row.breach === null ? undefined : 'late')} empty={empty} />
}
