import type { ToldLine } from '@/lib/deadlines/told'
import { ChildLink } from '../duties/child-link'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Due } from '../ui/due'
import { Table, type Column } from '../ui/table'

const COLUMNS: readonly Column<ToldLine>[] = [
  { key: 'due', head: 'Due', cell: (line) => <Due left={line.left} bar={false} /> },
  { key: 'what', head: 'What is owed', kind: 'row', cell: (line) => <><a href={`/duties/${line.dutyId}`}>{line.words}</a><span className="sub">{line.why}</span></> },
  { key: 'child', head: 'Child', cell: (line) => <><ChildLink child={line.child} /><span className="sub">{line.borough}</span></> },
  { key: 'told', head: 'Told', label: 'Told', cell: (line) => line.told },
  { key: 'act', head: '', kind: 'act', cell: (line) => (line.acknowledged ? 'In hand' : <TakeInHand line={line} />) },
]

function TakeInHand({ line }: { readonly line: ToldLine }) {
  return (
    <ActForm act="acknowledge-duty" bare then="/told" page="/told" hidden={{ deadlineIds: line.dutyId, note: 'Seen on the list of what was told' }}>
      <Button look="second" small about={`${line.words}, ${line.child.name}`}>Take in hand</Button>
    </ActForm>
  )
}

/** What the watch told one's role: the way to each duty, and taking it in hand in one press. */
export function ToldTable({ lines }: { readonly lines: readonly ToldLine[] }) {
  return (
    <Table
      caption="What you have been told" columns={COLUMNS} rows={lines} rowKey={(line) => line.id}
      tone={(line) => (line.left.tone === 'late' ? 'late' : undefined)} empty="Nothing open has been told to your role."
    />
  )
}
