import type { AccountLine, AccountView, RoleLine } from '@/lib/administration/view'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { DateField } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import { Notice } from '../ui/notice'
import { Table, type Column } from '../ui/table'
import type { Drafts } from './account-forms'

const PEOPLE: readonly Column<AccountLine>[] = [
  { key: 'name', head: 'Name', kind: 'row', cell: (line) => <><a href={`/admin/accounts/${line.id}`}>{line.name}</a><span className="sub">{line.email}</span></> },
  { key: 'roles', head: 'Role and team', cell: (line) => (line.roles.length === 0 ? 'none' : line.roles.map((role) => <span className="block" key={role}>{role}</span>)) },
  { key: 'state', head: 'Account', label: 'Account', cell: (line) => line.state },
]

export function AccountTable({ lines }: { readonly lines: readonly AccountLine[] }) {
  return <Table caption="People with an account" columns={PEOPLE} rows={lines} rowKey={(line) => line.id} tone={(line) => (line.closed ? 'off' : undefined)} empty="Nobody is found." />
}

interface RolesProps {
  readonly account: AccountView
  readonly path: string
  readonly drafts: Drafts
  /** The membership whose form came back with problems. */
  readonly ending: string | null
}

/** Roles by date, the latest first; what is past stays to be seen. */
export function RolesTable({ account, path, drafts, ending }: RolesProps) {
  const columns: Column<RoleLine>[] = [
    { key: 'role', head: 'Role', kind: 'row', cell: (line) => <>{line.role}{line.rank === null ? null : <span className="sub">{line.rank}</span>}</> },
    { key: 'team', head: 'Team', label: 'Team', cell: (line) => <><a href={`/admin/teams/${line.teamId}`}>{line.team}</a><span className="sub">{line.where}</span></> },
    { key: 'from', head: 'From', label: 'From', cell: (line) => line.from },
    { key: 'until', head: 'Until', label: 'Until', cell: (line) => line.until },
    { key: 'state', head: 'Now', label: 'Now', cell: (line) => (line.state === 'now' ? 'holds it' : line.state) },
    ...(account.own ? [] : [{ key: 'end', head: '', kind: 'act' as const, cell: (line: RoleLine) => (line.state === 'ended' ? null : <EndRole line={line} path={path} drafts={drafts} open={ending === line.id} />) }]),
  ]
  return <Table caption="Roles" showCaption columns={columns} rows={account.roles} rowKey={(line) => line.id} tone={(line) => (line.state === 'ended' ? 'off' : undefined)} empty="No role was ever given." />
}

function EndRole({ line, path, drafts, open }: { readonly line: RoleLine; readonly path: string; readonly drafts: Drafts; readonly open: boolean }) {
  const draft = open ? drafts('end-membership') : null
  return (
    <Details summary={<>End<span className="sr-only"> {line.role}, {line.team}</span></>} open={open}>
      <ActForm act="end-membership" page={path} draft={draft} hidden={{ membershipId: line.id }} scope={line.id} label={`End ${line.role}, ${line.team}`}>
        <DateField name="until" label="Ends on" hint="Left empty: now" draft={draft} scope={line.id} optional />
        <Field name="reason" label="Why?" draft={draft} scope={line.id} />
        <Button small>End the role</Button>
      </ActForm>
    </Details>
  )
}

/** The words of a new link, this once. */
export function NewLink({ origin, path, name }: { readonly origin: string; readonly path: string; readonly name: string }) {
  return (
    <Notice tone="amber" title={`The link with which ${name} sets a password`}>
      <p><code className="break-all">{origin}{path}</code></p>
      <p>It is shown this once: copy it now and hand it over yourself, not by a shared mailbox. It works once, for three days. Lost: reset the password for a new one.</p>
    </Notice>
  )
}
