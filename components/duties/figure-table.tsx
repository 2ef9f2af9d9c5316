import type { FigureLine } from '@/lib/deadlines/view'
import { Table, type Column } from '../ui/table'
import { MEASURE_WORDS } from './figures'

interface FigureTableProps {
  readonly caption: string
  readonly head: string
  readonly lines: readonly FigureLine[]
  /** Under each line's name: the measure, where lines differ in it. */
  readonly measured?: boolean
}

/** Shares with everything that must stand beside them: how many, quorate and not, how late the late ones are, what is open and late now. */
export function FigureTable({ caption, head, lines, measured = false }: FigureTableProps) {
  const columns: Column<FigureLine>[] = [
    { key: 'what', head, kind: 'row', cell: (line) => (measured ? <>{MEASURE_WORDS[line.measure]}<span className="sub">{line.words}</span></> : line.words) },
    { key: 'judged', head: 'Judged', kind: 'num', label: 'Judged', cell: (line) => <Count line={line} part="judged" many={line.judged} about="judged" /> },
    { key: 'in-time', head: 'Held in time', kind: 'num', label: 'Held in time', cell: (line) => <><Count line={line} part="in-time" many={line.inTime} about="held in time" /><span className="sub">{line.share ?? ''}</span></> },
    { key: 'quorate', head: 'quorate', kind: 'num', label: 'In time and quorate', cell: (line) => <><Count line={line} part="in-time-quorate" many={line.quorate} about="in time and quorate" /><span className="sub">{line.shareQuorate ?? ''}</span></> },
    { key: 'not-quorate', head: 'not quorate', kind: 'num', label: 'In time, not quorate', cell: (line) => <Count line={line} part="not-quorate" many={line.notQuorate} about="in time, not quorate" /> },
    { key: 'late', head: 'Held late', kind: 'num', label: 'Held late', cell: (line) => <Count line={line} part="late" many={line.late} about="held late" /> },
    { key: 'open', head: 'Open and late now', kind: 'num', label: 'Open and late now', cell: (line) => <Count line={line} part="open-late" many={line.openLate} about="open and late now" /> },
    { key: 'median', head: 'How late: middle', kind: 'num', label: 'How late, the middle one', cell: (line) => lateness(line, line.median) },
    { key: 'worst', head: 'worst', kind: 'num', label: 'How late, the worst', cell: (line) => lateness(line, line.worst) },
    { key: 'running', head: 'Time is left', kind: 'num', label: 'Time is left', cell: (line) => <Count line={line} part="running" many={line.running} about="with time left" /> },
  ]
  return <Table caption={caption} columns={columns} rows={lines} rowKey={(line) => line.key} stack={measured} />
}

const lateness = (line: FigureLine, words: string | null) => words ?? (line.late === 0 && line.openLate === 0 ? 'none late' : <Hidden />)

/** A number that opens its list where the reader may list; a hidden one says that it is hidden. */
function Count({ line, part, many, about }: { readonly line: FigureLine; readonly part: string; readonly many: number | null; readonly about: string }) {
  if (many === null) return <Hidden />
  if (!line.listed || many === 0) return <>{many.toLocaleString('en-GB')}</>
  return (
    <a className="inline-block min-h-6" href={`/strategy/figures?measure=${line.measure}&period=${line.period}&part=${part}${line.borough === null ? '' : `&borough=${line.borough}`}`}>
      {many.toLocaleString('en-GB')}<span className="sr-only"> {about}, {MEASURE_WORDS[line.measure]}, {line.words}</span>
    </a>
  )
}

const Hidden = () => <><span aria-hidden="true">·</span><span className="sr-only">not shown</span></>
