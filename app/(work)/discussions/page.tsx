import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { Table, type Column } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { discussionsCalled } from '@/lib/meetings/calls/queries'
import type { CalledLine } from '@/lib/meetings/calls/view'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

const COLUMNS: readonly Column<CalledLine>[] = [
  { key: 'when', head: 'When', kind: 'row', cell: (line) => <a href={line.href}>{line.when}</a> },
  { key: 'about', head: 'About', cell: (line) => <>{line.about}<span className="sub">{line.reference}, {line.borough}</span></> },
  { key: 'mine', head: 'You', cell: (line) => (line.mine === null ? <span className="sub">Not asked</span> : <Tag tone={line.waits ? 'amber' : 'grey'}>{line.mine}</Tag>) },
  { key: 'gaps', head: 'Not coming', cell: (line) => (line.gaps.length === 0 ? null : line.gaps.map((gap) => <span className="block" key={gap}><Tag tone="red">{gap}</Tag></span>)) },
]

/** Discussions to come: those one is asked to, and those of one's boroughs. */
export default async function DiscussionsPage() {
  const page = await pageActor()
  const [frame, { lines, more }] = await Promise.all([frameFor(page), discussionsCalled(page.actor, page.now)])
  const waiting = lines.filter((line) => line.waits).length
  return (
    <Shell {...frame} title="Meetings" current="/discussions">
      <PageHead title="Meetings to come" lede={waiting === 0 ? 'Nobody waits for your answer.' : waiting === 1 ? 'One waits for your answer.' : `${waiting} wait for your answer.`} />
      {more ? <p>There are more than are listed: of what should be recorded by now the latest 50, of what is to come the next 50.</p> : null}
      <Table caption="Meetings to come" columns={COLUMNS} rows={lines} rowKey={(line) => line.id} tone={(line) => (line.gaps.length > 0 ? 'late' : undefined)} empty="No meeting is called that you are asked to or that your boroughs hold." />
    </Shell>
  )
}
