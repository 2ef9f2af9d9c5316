import type { RunningClock, VerdictView } from '@/lib/meetings/view'
import { joined } from '@/lib/wording/lists'
import { Due } from '../ui/due'
import { Notice } from '../ui/notice'
import { Table, type Column } from '../ui/table'

const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

/** Was everyone there, who was not, and what runs on because of it. */
export function Verdict({ verdict }: { readonly verdict: VerdictView }) {
  const clause = <p className="clause">{verdict.clause.id} · {verdict.clause.title} · {verdict.clause.edition} · {verdict.clause.source} · judged by {verdict.pack}</p>
  if (verdict.state === 'quorate') return <Notice tone="green" title="Held, quorate"><p>Everyone whom the procedures ask for took part.</p>{clause}</Notice>
  if (verdict.state === 'not-known') return <Notice tone="amber" title="Held; who took part is not known"><p>Nothing was raised on what nobody knows.</p>{clause}</Notice>
  return (
    <Notice tone="red" title="Held, not quorate">
      <p>Missing: <b>{joined(verdict.missing.map(lowerFirst))}</b>. Whoever was missing may hold what the others do not know.</p>
      <p>The 24-hour target is answered. The clock of the procedures runs on, and the full meeting is asked for.</p>
      {clause}
    </Notice>
  )
}

const COLUMNS: readonly Column<RunningClock>[] = [
  { key: 'what', head: 'What follows', kind: 'row', cell: (clock) => (
    <>{clock.words}<span className="sub">Why: {clock.children.map((child, index) => <span key={child.dutyId}>{index === 0 ? '' : ' · '}<a href={`/duties/${child.dutyId}`}><span className="sr-only">{clock.words}, </span>{child.name}</a></span>)}</span></>
  ) },
  { key: 'due', head: 'Due', cell: (clock) => (clock.notice ? <span className="due late">Open</span> : <Due left={clock.left} bar={false} />) },
]

/** Clocks and notices about discussions that are open for these children now. */
export function RunningClocks({ clocks }: { readonly clocks: readonly RunningClock[] }) {
  return (
    <Table
      caption="What runs on for these children" columns={COLUMNS} rows={clocks} rowKey={(clock) => clock.id}
      tone={(clock) => (clock.notice || clock.left.tone === 'late' ? 'late' : undefined)} empty="Nothing about a strategy discussion is open for these children."
    />
  )
}
