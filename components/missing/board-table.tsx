import type { BoroughFigure, MissingRow, PlanGlance } from '@/lib/missing/board-view'
import { Due } from '../ui/due'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'

/** The class, and the risk in its word. */
export function ClassAndGrade({ row }: { readonly row: Pick<MissingRow, 'class' | 'until' | 'grade' | 'gradeWords' | 'tooLow'> }) {
  if (row.class === 'absent') return <><Tag tone="grey">Absent</Tag>{row.until === null ? null : <span className="sub">{row.until}</span>}</>
  return (
    <>
      <Tag tone={row.grade === 'high' ? 'solid' : row.grade === null ? 'red' : 'amber'}>{row.gradeWords}</Tag>
      <span className="sub">Missing</span>
      {row.tooLow ? <span className="sub"><b>Too low</b> for the facts</span> : null}
    </>
  )
}

/** The trigger plan in the row: one key away from the name, with no script. */
export function PlanDetails({ plan, about }: { readonly plan: PlanGlance | null; readonly about: string }) {
  if (plan === null) return null
  return (
    <details className="mt-1">
      <summary>Trigger plan<span className="sr-only"> of {about}</span></summary>
      <dl className="in">{plan.lines.map((line) => <div key={line.term}><dt className="strong">{line.term}</dt><dd className="whitespace-pre-line">{line.words}</dd></div>)}</dl>
    </details>
  )
}

const COLUMNS: readonly Column<MissingRow>[] = [
  { key: 'risk', head: 'Risk', cell: (row) => <ClassAndGrade row={row} /> },
  {
    key: 'child', head: 'Child', kind: 'row', cell: (row) => (
      <>
        <a className="strong" href={row.href}>{row.child.name}</a>{row.child.age === null ? null : `, ${row.child.age}`}
        {row.child.masked ? <> <Tag tone="grey">Restricted</Tag></> : null}
        {row.child.flags.map((flag) => <span key={flag.words}> <Tag tone={flag.tone}>{flag.words}</Tag></span>)}
        <span className="sub">{row.borough}</span>
        <PlanDetails plan={row.plan} about={row.child.name} />
      </>
    ),
  },
  { key: 'away', head: 'Away', cell: (row) => <><b>{row.away}</b><span className="sub">{row.since}</span>{row.from === null ? null : <span className="sub">from {row.from}</span>}</> },
  {
    key: 'next', head: 'Due next', cell: (row) => (row.next === null ? 'Nothing falls due' : (
      <>
        <Due left={row.next.left} />
        <span className="sub">{row.next.words}: {row.next.owedBy.toLowerCase()}{row.late === 0 ? '' : `; ${row.late} more past ${row.late === 1 ? 'its' : 'their'} time`}</span>
      </>
    )),
  },
  {
    key: 'with', head: 'With', label: 'With', cell: (row) => (
      <>
        {row.heldBy}
        {row.offered === null ? null : <span className="sub"><Tag tone="amber">Handed over, not accepted</Tag> {row.offered}</span>}
        {row.calls === null ? null : <span className="sub">Calls the informant: {row.calls.replace(/^Control room, /, '')}</span>}
        {row.news === null ? null : <span className="sub"><Tag tone="red">{row.news}</Tag></span>}
      </>
    ),
  },
]
const INDEX_COLUMNS = COLUMNS.filter(({ key }) => key !== 'next' && key !== 'with')

/** Children who are away, the highest risk first and within it what falls due next. */
export function MissingTable({ rows, index, empty }: { readonly rows: readonly MissingRow[]; readonly index: boolean; readonly empty: string }) {
  return (
    <Table
      caption="Missing and absent children" columns={index ? INDEX_COLUMNS : COLUMNS} rows={rows} rowKey={(row) => row.id} empty={empty}
      tone={(row) => (row.next?.left.tone === 'late' || row.late > 0 ? 'late' : undefined)}
    />
  )
}

const FIGURES: readonly Column<BoroughFigure>[] = [
  { key: 'borough', head: 'Borough', kind: 'row', cell: (row) => <a href={`/missing?borough=${row.code}`}>{row.borough}</a> },
  { key: 'missing', head: 'Missing', kind: 'num', cell: (row) => row.missing },
  { key: 'absent', head: 'Absent', kind: 'num', cell: (row) => row.absent },
  { key: 'high', head: 'High risk', kind: 'num', cell: (row) => row.high },
  { key: 'ungraded', head: 'Not graded', kind: 'num', cell: (row) => row.ungraded },
  { key: 'late', head: 'Something past its time', kind: 'num', cell: (row) => row.late },
]

/** How many are away, borough by borough; the list behind each number is the index. */
export function MissingFigures({ rows }: { readonly rows: readonly BoroughFigure[] }) {
  return <Table caption="By borough" showCaption columns={FIGURES} rows={rows} rowKey={(row) => row.code} stack={false} empty="No child is away in any borough." />
}
