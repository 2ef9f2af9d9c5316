import type { OtherRow, Others, OthersList } from '@/lib/posing-risk/view'
import { Button, LinkButton } from '../ui/button'
import { Due } from '../ui/due'
import { Select } from '../ui/select'
import { Table, type Column } from '../ui/table'
import { Person } from '../warning-notices/notices'

/** The address of a list of the page, with its filters. */
export function othersAddress(list: OthersList, asked: { borough?: string | null; after?: string | null } = {}): string {
  const query = new URLSearchParams()
  if (list !== 'owed') query.set('list', list)
  if (asked.borough) query.set('borough', asked.borough)
  if (asked.after) query.set('after', asked.after)
  return `/adults/others${query.size === 0 ? '' : `?${query.toString()}`}`
}

export function OthersFilter({ view }: { readonly view: Others }) {
  return (
    <form method="get" action="/adults/others" aria-label="Borough" className="bar">
      {view.list === 'owed' ? null : <input type="hidden" name="list" value={view.list} />}
      <Select name="borough" label="Borough of the child" empty="All of London" options={view.boroughs} value={view.borough ?? ''} />
      <Button look="second" small>Show</Button>
    </form>
  )
}

export function OthersTable({ view }: { readonly view: Others }) {
  return (
    <Table
      caption={view.list === 'owed' ? 'Children at risk from the same person, soonest due first' : 'Children linked to an adult, nothing looked into since'} columns={COLUMNS} rows={view.rows} rowKey={(row) => row.key} tone={(row) => (row.left?.tone === 'late' ? 'late' : undefined)}
      empty={view.list === 'owed' ? 'Nothing is owed: every child linked to an adult of concern has been looked at.' : 'Every tie to an adult of concern was looked into, or a clock runs for it.'}
    />
  )
}

const COLUMNS: readonly Column<OtherRow>[] = [
  { key: 'child', head: 'Child', kind: 'row', cell: (row) => <><Person shown={row.child} /><span className="sub">{row.child.masked ? 'nothing more is shown' : `${row.child.age}, ${row.where}`}</span></> },
  { key: 'adult', head: 'Adult', label: 'Adult', cell: (row) => <ul className="plain">{row.adults.map((adult) => <li key={adult.id}><Person shown={adult} adult /></li>)}</ul> },
  { key: 'what', head: 'What is owed', label: 'What is owed', cell: (row) => <>{row.what}<span className="sub">since {row.since}</span></> },
  { key: 'left', head: 'Due', label: 'Due', cell: (row) => (row.left === null ? 'No clock runs' : <Due left={row.left} bar={false} />) },
  { key: 'do', head: '', kind: 'act', cell: (row) => (row.doIt === null ? <span className="sub whitespace-normal">Ring: {row.ring}</span> : <LinkButton small href={row.doIt} about={row.child.name}>Look into it</LinkButton>) },
]
