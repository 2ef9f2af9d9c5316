import { Table, type Column } from '@/components/ui/table'
import { HelpPage } from '../../help-page'

interface Depth {
  readonly name: string
  readonly holds: string
}

const DEPTHS: readonly Depth[] = [
  { name: 'Figures', holds: 'Counted and never listed.' },
  { name: 'Index', holds: 'Name, age, borough, flags, plan, who looks after the child, which work is open and whom to ring.' },
  { name: 'Record', holds: 'The headings of the chronology, duties, people, meetings and decisions.' },
  { name: 'Narrative', holds: 'The words: allegations, answers of agencies, minutes, interviews.' },
]

const COLUMNS: readonly Column<Depth>[] = [
  { key: 'name', head: 'Depth', kind: 'row', cell: (depth) => depth.name },
  { key: 'holds', head: 'What it holds', cell: (depth) => depth.holds },
]

export default function WhoCanSeeWhat() {
  return (
    <HelpPage title="Who can see what" lede="Both failures harm children: a leak, and a wall.">
      <Table caption="The depths of a child's record" columns={COLUMNS} rows={DEPTHS} rowKey={(depth) => depth.name} />
      <h2>Your own borough or team, and the rest of London</h2>
      <p>How deep you see depends on your role and on where the child lives, was placed or found, or has been referred. Those who triage can see that a child is known anywhere in London.</p>
      <h2>With a reason</h2>
      <p>Where your role allows it, you can open a record beyond your own reach by giving a purpose and a sentence. It opens for eight hours, and those who lead the record are shown that you did.</p>
      <h2>Restricted people</h2>
      <p>A few records are open to named people only and appear masked. In an emergency one can be opened with a reason and your password, for three hours; another person reviews every such opening.</p>
      <h2>Reading is recorded</h2>
      <p>The Data Protection Act 2018 asks for a log of who consulted a record, when and why. Every opening is written down before the page is shown, searches included. So is every change.</p>
      <h2>If a page is not found</h2>
      <p>The address may be wrong, or the record may be out of your reach. Holdfast does not say which: that alone would tell that the child is known.</p>
    </HelpPage>
  )
}
