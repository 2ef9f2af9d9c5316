import type { ReactNode } from 'react'
import type { ChildDuties, DutyLine } from '@/lib/deadlines/view'
import { Due } from '../ui/due'
import { Pager } from '../ui/pager'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'

const COLUMNS: readonly Column<DutyLine>[] = [
  { key: 'due', head: 'Due', cell: (line) => <DueCell line={line} /> },
  { key: 'duty', head: 'Duty', kind: 'row', cell: (line) => <Duty line={line} /> },
  { key: 'owed', head: 'Owed by', label: 'Owed by', cell: (line) => <>{line.owedBy}<span className="sub">{line.withWhom ?? 'nobody named'}, {line.borough}</span></> },
]

/** A list of duties: the time, the duty with the way to its explanation, who owes it. */
export function DutyTable({ caption, lines, showCaption, empty }: { readonly caption: string; readonly lines: readonly DutyLine[]; readonly showCaption?: boolean; readonly empty?: string }) {
  return (
    <Table
      caption={caption} showCaption={showCaption ?? true} columns={COLUMNS} rows={lines} rowKey={(line) => line.id} empty={empty}
      tone={(line) => (line.state === 'late' ? 'late' : line.state === 'ended' || line.state === 'superseded' ? 'off' : undefined)}
    />
  )
}

interface ChildDutiesProps {
  readonly duties: ChildDuties
  readonly child: string
  readonly path: string
  /** What a table with nothing in it says. */
  readonly empty: string
  /** Between what is owed and what is over. */
  readonly children?: ReactNode
}

/** Everything owed to a child, and what was: late and open first, then met, ended and replaced, each under its own heading. */
export function ChildDutiesTables({ duties, child, path, empty, children }: ChildDutiesProps) {
  const owed = [...duties.late, ...duties.open]
  return (
    <>
      <DutyTable caption={`What is owed to ${child}`} lines={owed} empty={empty} />
      {children}
      {duties.later ? <p>Of what is over, those due earlier. <a href={path}>Back to the latest</a></p> : null}
      <Past caption="Met" lines={duties.met} />
      <Past caption="Ended without being met" lines={duties.ended} />
      <Past caption="Replaced by another due time" lines={duties.superseded} />
      {duties.earlier === null ? null : <Pager next={{ href: `${path}?before=${encodeURIComponent(duties.earlier)}`, words: 'Those due earlier' }}>{`Of what is over, ${duties.met.length + duties.ended.length + duties.superseded.length} are listed, the last due first.`}</Pager>}
    </>
  )
}

function Past({ caption, lines }: { readonly caption: string; readonly lines: readonly DutyLine[] }) {
  if (lines.length === 0) return null
  return <div className="mt-6"><DutyTable caption={`${caption} (${lines.length})`} lines={lines} /></div>
}

function DueCell({ line }: { readonly line: DutyLine }) {
  if (line.stateWords === null) return <Due left={line.left} />
  return (
    <>
      <span className="strong">{line.stateWords}</span>
      <span className="sub">was <time dateTime={line.left.dateTime}>{line.left.detail}</time></span>
      {line.state === 'met-late' ? <Tag tone="amber">Late</Tag> : null}
    </>
  )
}

function Duty({ line }: { readonly line: DutyLine }) {
  return (
    <>
      {line.words}{line.child === undefined ? null : <span className="font-normal">, {line.child}</span>}
      <span className="sub">
        <a href={`/duties/${line.id}`}>Why then?<span className="sr-only"> {line.words}{line.child === undefined ? '' : `, ${line.child}`}</span></a> {line.given === null ? '' : `${line.given} `}{line.from}
      </span>
    </>
  )
}
