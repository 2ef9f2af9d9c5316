import type { TeamLine, TeamView } from '@/lib/administration/view'
import { Table, type Column } from '../ui/table'

const TEAMS: readonly Column<TeamLine>[] = [
  { key: 'name', head: 'Team', kind: 'row', cell: (line) => <><a href={`/admin/teams/${line.id}`}>{line.name}</a><span className="sub">{line.kind}</span></> },
  { key: 'agency', head: 'Agency', label: 'Agency', cell: (line) => line.agency },
  { key: 'covers', head: 'Covers', label: 'Covers', cell: (line) => line.covers },
  { key: 'people', head: 'People now', kind: 'num', label: 'People now', cell: (line) => line.people },
]

export function TeamTable({ lines }: { readonly lines: readonly TeamLine[] }) {
  return <Table caption="Teams" columns={TEAMS} rows={lines} rowKey={(line) => line.id} empty="No team is found." />
}

const MEMBERS: readonly Column<TeamView['members'][number]>[] = [
  { key: 'name', head: 'Name', kind: 'row', cell: (line) => <a href={`/admin/accounts/${line.accountId}`}>{line.name}</a> },
  { key: 'role', head: 'Role', label: 'Role', cell: (line) => line.role },
]
const COVERS: readonly Column<TeamView['history'][number]>[] = [
  { key: 'from', head: 'From', kind: 'row', cell: (line) => <>{line.from}{line.toCome ? <span className="sub">to come</span> : null}</> },
  { key: 'covers', head: 'Covers', label: 'Covers', cell: (line) => line.covers },
  { key: 'by', head: 'Set', label: 'Set', cell: (line) => <>{line.set}<span className="sub">{line.by}</span></> },
]

export function TeamTables({ team }: { readonly team: TeamView }) {
  return (
    <>
      <Table caption="People in the team now" showCaption columns={MEMBERS} rows={team.members} rowKey={(line) => `${line.accountId} ${line.role}`} empty="Nobody is in this team now." />
      <Table caption="What it covers, by date" showCaption columns={COVERS} rows={team.history} rowKey={(line) => line.id} empty="What it covers has not been changed since it was set up." />
    </>
  )
}
