import type { MeetingLine, MeetingsView } from '@/lib/meetings/agenda/view'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'

const COLUMNS: readonly Column<MeetingLine>[] = [
  { key: 'meeting', head: 'Meeting', kind: 'row', cell: (line) => <><a href={`/meetings/${line.id}`}>{line.title}</a><span className="sub">{line.borough}</span></> },
  { key: 'when', head: 'When', cell: (line) => line.when },
  { key: 'about', head: 'Agenda', cell: (line) => line.about },
  { key: 'state', head: 'State', cell: (line) => <><Tag tone={line.tone}>{line.state}</Tag>{line.mine === null ? null : <span className="sub">{line.mine}</span>}</> },
]

/** Meetings of one kind of standing: in session, to come, not finished, missed. */
export function MeetingTable({ title, lines, most = lines.length, empty }: { readonly title: string; readonly lines: readonly MeetingLine[]; readonly most?: number; readonly empty?: string }) {
  if (lines.length === 0 && empty === undefined) return null
  return <><h2>{title}</h2>{lines.length > most ? <p>The first {most} are listed; there are more.</p> : null}<Table caption={title} columns={COLUMNS} rows={lines.slice(0, most)} rowKey={(line) => line.id} tone={(line) => (line.late ? 'late' : undefined)} empty={empty} /></>
}

type Absence = MeetingsView['absences'][number]

/** Agencies that stayed away twice running: the board hears of them. */
export function Absences({ rows }: { readonly rows: readonly Absence[] }) {
  if (rows.length === 0) return null
  return (
    <>
      <h2>Away from two meetings running</h2>
      <Table
        caption="Away from two meetings running" rows={rows} rowKey={(row) => `${row.id} ${row.agency}`} tone={(row) => (row.raised ? undefined : 'late')}
        columns={[
          { key: 'agency', head: 'Agency', kind: 'row', cell: (row) => row.words },
          { key: 'where', head: 'Meeting', cell: (row) => `${row.meeting}, ${row.borough}` },
          { key: 'board', head: 'Safeguarding board', cell: (row) => (row.raised ? <Tag tone="green">Raised with the board</Tag> : <Tag tone="red">Not raised yet</Tag>) },
          { key: 'act', head: '', kind: 'act', cell: (row) => <a className="btn second small" href={`/meetings/${row.id}/record#board`}>{row.raised ? 'Open' : 'Raise with the board'}<span className="sr-only">: {row.words}, {row.borough}</span></a> },
        ]}
      />
    </>
  )
}
