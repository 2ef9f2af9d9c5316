import type { Asked, DutyFigure, EntryFigure, Shown } from '@/lib/figures/view'
import type { ReactNode } from 'react'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { Hidden, Many } from './numbers'
import { STANDING_WORDS } from './standing'

type Cell = (figure: DutyFigure, many: Shown, part: string, about: string) => ReactNode
const cellFor = (asked: Asked): Cell => (figure, many, part, about) =>
  <Many many={many} listed={figure.listed} asked={asked} measure={figure.measure} borough={figure.borough ?? asked.borough} part={part} about={`${about}: ${figure.title}, ${figure.words}`} />

const lateness = (figure: DutyFigure, words: string | null): ReactNode => words ?? (figure.late === null || figure.openLate === null ? <Hidden /> : 'none late')

interface DutyTableProps {
  readonly caption: string
  readonly lines: readonly DutyFigure[]
  readonly asked: Asked
  /** Each line is a borough of one measure; else each line is a measure. */
  readonly byBorough?: boolean
  /** What its lines are, where they are not boroughs. */
  readonly first?: string
  readonly empty?: string
}

/** Shares, never alone: of how many, how late the late ones are, and what is open and late now. */
export function DutyTable({ caption, lines, asked, byBorough = false, first = 'Borough', empty }: DutyTableProps) {
  const cell = cellFor(asked)
  const quorum = lines.some((line) => line.quorum)
  // What is raised at once has no time of its own: it was answered, or was not.
  const [done, judged] = lines.every((line) => line.notice) && lines.length > 0 ? ['Answered', 'raised'] : ['In time', 'judged']
  const columns: Column<DutyFigure>[] = [
    { key: 'what', head: byBorough ? first : 'Measure', kind: 'row', cell: (line) => (byBorough ? line.words : <><a href={`/figures/london?measure=${line.measure}`}>{line.title}</a><span className="sub">{line.clause}</span></>) },
    { key: 'share', head: done, kind: 'num', label: done, cell: (line) => <><b>{line.share ?? (line.judged === 0 ? 'none judged' : line.judged === null ? <Hidden /> : <Hidden />)}</b>{line.target === null ? null : <span className="sub">target {line.target}% <Target meets={line.meets} /></span>}</> },
    { key: 'of', head: `Of those ${judged}`, kind: 'num', label: `${done}, of those ${judged}`, cell: (line) => <>{cell(line, line.inTime, 'in-time', 'in time')} of {cell(line, line.judged, 'judged', 'judged')}</> },
    ...(quorum ? [{ key: 'quorate', head: 'and quorate', kind: 'num', label: 'In time and quorate', cell: (line: DutyFigure) => (line.quorum ? <>{cell(line, line.quorate, 'quorate', 'in time and quorate')}<span className="sub">{line.shareQuorate ?? ''}</span></> : <span className="sub">–</span>) } as const] : []),
    { key: 'late', head: 'Done late', kind: 'num', label: 'Done late', cell: (line) => cell(line, line.late, 'late', 'done late') },
    { key: 'median', head: 'How late: middle', kind: 'num', label: 'How late, the middle one', cell: (line) => lateness(line, line.median) },
    { key: 'worst', head: 'worst', kind: 'num', label: 'How late, the worst', cell: (line) => lateness(line, line.worst) },
    { key: 'open', head: 'Open and late now', kind: 'num', label: 'Open and late now', cell: (line) => cell(line, line.openLate, 'open-late', 'open and late') },
    ...(lines.some((line) => line.standing !== null) ? [{ key: 'standing', head: 'Against London', label: 'Against London', cell: (line: DutyFigure) => (line.standing === null ? <span className="sub">–</span> : STANDING_WORDS[line.standing]) }] : []),
  ]
  return <Table caption={caption} columns={columns} rows={lines} rowKey={(line) => line.key} tone={(line) => (line.standing === 'far-low' ? 'late' : undefined)} empty={empty} />
}

const Target = ({ meets }: { readonly meets: boolean | null }) => (meets === null ? null : meets ? <Tag tone="green">met</Tag> : <Tag tone="red">missed</Tag>)

/** What waits and what of it is past its time: the first thing of a dashboard. */
export function RiskTable({ caption, lines, asked }: { readonly caption: string; readonly lines: readonly DutyFigure[]; readonly asked: Asked }) {
  const cell = cellFor(asked)
  const columns: Column<DutyFigure>[] = [
    { key: 'what', head: 'What waits', kind: 'row', cell: (line) => line.title },
    { key: 'late', head: 'Open and late', kind: 'num', label: 'Open and late', cell: (line) => <b>{cell(line, line.openLate, 'open-late', 'open and late')}</b> },
    { key: 'open', head: 'Open in all', kind: 'num', label: 'Open in all', cell: (line) => cell(line, line.open, 'open', 'open') },
    { key: 'oldest', head: 'The oldest has waited', kind: 'num', label: 'The oldest has waited', cell: (line) => line.oldest ?? (line.open === null ? <Hidden /> : '–') },
    { key: 'worst', head: 'The latest is past its time by', kind: 'num', label: 'The latest is past its time by', cell: (line) => (line.openLate === 0 ? '–' : lateness(line, line.worst)) },
  ]
  return <Table caption={caption} columns={columns} rows={lines} rowKey={(line) => line.key} tone={(line) => (line.openLate === 0 ? undefined : 'late')} empty="Nothing waits that these measures count." />
}

export function EntryTable({ caption, lines, asked, byBorough = false }: { readonly caption: string; readonly lines: readonly EntryFigure[]; readonly asked: Asked; readonly byBorough?: boolean }) {
  const before = lines.some((line) => line.before !== null)
  const columns: Column<EntryFigure>[] = [
    { key: 'what', head: byBorough ? 'Borough' : 'Counted', kind: 'row', cell: (line) => (byBorough ? line.words : <><a href={`/figures/london?measure=${line.measure}`}>{line.title}</a><span className="sub">{line.stands ? 'as it stands on the day' : line.of}</span></>) },
    { key: 'many', head: 'How many', kind: 'num', label: 'How many', cell: (line) => <Many many={line.many} listed={line.listed} asked={asked} measure={line.measure} borough={line.borough ?? asked.borough} about={`${line.title}, ${line.words}`} /> },
    ...(before ? [
      { key: 'before', head: 'A year before', kind: 'num', label: 'A year before', cell: (line: EntryFigure) => (line.before === null ? <Hidden /> : line.before.toLocaleString('en-GB')) } as const,
      { key: 'standing', head: 'Against its own year before', label: 'Against its own year before', cell: (line: EntryFigure) => (line.standing === null ? <span className="sub">–</span> : STANDING_WORDS[line.standing]) },
    ] : []),
  ]
  return <Table caption={caption} columns={columns} rows={lines} rowKey={(line) => line.key} />
}
