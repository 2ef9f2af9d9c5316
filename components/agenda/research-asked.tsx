import { Table } from '../ui/table'
import { Tag } from '../ui/tag'

interface Row {
  readonly id: string
  readonly title: string
  readonly when: string
  readonly due: string
  readonly late: boolean
  readonly missing: number
}

/** Meetings that the own agency is asked to, and what they still wait for from its records. */
export function ResearchAsked({ rows }: { readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null
  return (
    <>
      <h2>Research for meetings</h2>
      <Table
        caption="Research for meetings" rows={rows} rowKey={(row) => row.id} tone={(row) => (row.late ? 'late' : undefined)}
        columns={[
          { key: 'meeting', head: 'Meeting', kind: 'row', cell: (row) => <><a href={`/meetings/${row.id}`}>{row.title}</a><span className="sub">{row.when}</span></> },
          { key: 'due', head: 'Due', cell: (row) => <>{row.late ? <><Tag tone="red">Late</Tag> It was due by the end of {row.due}</> : `By the end of ${row.due}`}</> },
          { key: 'missing', head: 'Your agency', cell: (row) => (row.missing === 0 ? <Tag tone="green">Everything sent</Tag> : <Tag tone={row.late ? 'red' : 'amber'}>{row.missing === 1 ? 'Nothing yet on one item' : `Nothing yet on ${row.missing} items`}</Tag>) },
          { key: 'act', head: '', kind: 'act', cell: (row) => <a className="btn second small" href={`/meetings/${row.id}/research`}>{row.missing === 0 ? 'Open' : 'Look and send'}<span className="sr-only">: {row.title}</span></a> },
        ]}
      />
    </>
  )
}
