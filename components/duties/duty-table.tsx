import type { ChildDuties, DutyLine } from '@/lib/deadlines/view'
import { Due } from '../ui/due'
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

/** Everything owed to a child, and what was: late and open first, then met, ended and replaced, each under its own heading. */
export function ChildDutiesTables({ duties, child }: { readonly duties: ChildDuties; readonly child: string }) {
  const owed = [...duties.late, ...duties.open]
  return (
    <>
      <DutyTable caption={`What is owed to ${child}`} lines={owed} empty="Nothing is owed just now." />
      <Past caption="Met" lines={duties.met} />
      <Past caption="Ended without being met" lines={duties.ended} />
      <Past caption="Replaced by another due time" lines={duties.superseded} />
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
