'use client'

// The tables of figures. Rendered on the server like everything else and whole without a script; components of the browser only so that their rows
// travel beside the page as plain data, and not a second time as every element of every cell: two thirds of what a dashboard sent.
import type { ReactNode } from 'react'
import type { Asked, Shown } from '@/lib/figures/view'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { listHref } from './address'
import type { CentralLine, DutyLine, EntryLine, RiskLine } from './lines'
import { Hidden, manyOf, numberWords } from './numbers'
import { STANDING_WORDS } from '@/lib/wording/standing'

type Line = Pick<DutyLine, 'measure' | 'title' | 'borough' | 'words' | 'listed'>
type Cell<L extends Line> = (line: L, many: Shown, part: string, about: string) => ReactNode

/** Numbers of a line, each with its list: the lines of a table are asked for one after another, so the address of the last is kept. */
function cellFor<L extends Line>(asked: Asked): Cell<L> {
  let [of, href]: [L | null, ReturnType<typeof listHref> | null] = [null, null]
  return (line, many, part, about) => {
    if (line !== of) [of, href] = [line, line.listed ? listHref(asked, line.borough ?? asked.borough, line.measure) : null]
    const list = href
    return manyOf(many, list === null ? null : () => list(part), `${about}: ${line.title}, ${line.words}`)
  }
}

const keyOf = (line: Line): string => `${line.measure} ${line.words}`
const lateness = (figure: Pick<DutyLine, 'late' | 'openLate'>, words: string | null): ReactNode => words ?? (figure.late === null || figure.openLate === null ? <Hidden /> : 'none late')

interface DutyRowsProps {
  readonly caption: string
  readonly lines: readonly DutyLine[]
  readonly asked: Asked
  readonly byBorough?: boolean
  readonly first?: string
  readonly empty?: string
}

export function DutyRows({ caption, lines, asked, byBorough = false, first = 'Borough', empty }: DutyRowsProps) {
  const cell = cellFor<DutyLine>(asked)
  const quorum = lines.some((line) => line.quorate !== null)
  // What is raised at once has no time of its own: it was answered, or was not.
  const [done, judged] = lines.every((line) => line.notice) && lines.length > 0 ? ['Answered', 'raised'] : ['In time', 'judged']
  const columns: Column<DutyLine>[] = [
    { key: 'what', head: byBorough ? first : 'Measure', kind: 'row', cell: (line) => (byBorough ? line.words : <Named line={line} sub={line.clause} />) },
    { key: 'share', head: done, kind: 'num', label: done, cell: (line) => <><b>{line.share ?? (line.judged === 0 ? 'none judged' : <Hidden />)}</b>{line.ofDone ? <span className="sub">of those done</span> : null}{line.target === null ? null : <span className="sub">{`target ${line.target}% `}<Target meets={line.meets} /></span>}{line.targetBy === null ? null : <span className="sub">{line.targetBy}</span>}</> },
    { key: 'of', head: `Of those ${judged}`, kind: 'num', label: `${done}, of those ${judged}`, cell: (line) => <>{cell(line, line.inTime, 'in-time', 'in time')} of {line.ofDone ? <>{numberWords(line.shareOf ?? 0)}<span className="sub">done</span></> : cell(line, line.judged, 'judged', 'judged')}</> },
    ...(quorum ? [{ key: 'quorate', head: 'and quorate', kind: 'num', label: 'In time and quorate', cell: (line: DutyLine) => (line.quorate === null ? <span className="sub">–</span> : <>{cell(line, line.quorate.many, 'quorate', 'in time and quorate')}<span className="sub">{line.quorate.share ?? ''}</span></>) } as const] : []),
    { key: 'late', head: 'Done late', kind: 'num', label: 'Done late', cell: (line) => cell(line, line.late, 'late', 'done late') },
    { key: 'median', head: 'How late: middle', kind: 'num', label: 'How late, the middle one', cell: (line) => lateness(line, line.median) },
    { key: 'worst', head: 'worst', kind: 'num', label: 'How late, the worst', cell: (line) => lateness(line, line.worst) },
    { key: 'open', head: 'Open and late now', kind: 'num', label: 'Open and late now', cell: (line) => cell(line, line.openLate, 'open-late', 'open and late') },
    ...(lines.some((line) => line.standing !== null) ? [{ key: 'standing', head: 'Against London', label: 'Against London', cell: (line: DutyLine) => (line.standing === null ? <span className="sub">–</span> : STANDING_WORDS[line.standing]) }] : []),
  ]
  return <Table caption={caption} columns={columns} rows={lines} rowKey={keyOf} tone={(line) => (line.standing === 'far-low' ? 'late' : undefined)} empty={empty} />
}

const Named = ({ line, sub }: { readonly line: Line; readonly sub: string }) => <><a href={`/figures/london?measure=${line.measure}`}>{line.title}</a><span className="sub">{sub}</span></>
const Target = ({ meets }: { readonly meets: boolean | null }) => (meets === null ? null : meets ? <Tag tone="green">met</Tag> : <Tag tone="red">missed</Tag>)

type Cells = ReturnType<typeof cellFor<RiskLine>>
const waitsColumns = (cell: Cells): Column<RiskLine>[] => [
  { key: 'late', head: 'Open and late', kind: 'num', label: 'Open and late', cell: (line) => <b>{cell(line, line.openLate, 'open-late', 'open and late')}</b> },
  { key: 'open', head: 'Open in all', kind: 'num', label: 'Open in all', cell: (line) => cell(line, line.open, 'open', 'open') },
  { key: 'oldest', head: 'The oldest has waited', kind: 'num', label: 'The oldest has waited', cell: (line) => line.oldest ?? (line.open === null ? <Hidden /> : '–') },
]

export function RiskRows({ caption, lines, asked }: { readonly caption: string; readonly lines: readonly RiskLine[]; readonly asked: Asked }) {
  const cell = cellFor<RiskLine>(asked)
  const columns: Column<RiskLine>[] = [
    { key: 'what', head: 'What waits', kind: 'row', cell: (line) => line.title },
    ...waitsColumns(cell),
    { key: 'worst', head: 'The latest is past its time by', kind: 'num', label: 'The latest is past its time by', cell: (line) => (line.openLate === 0 ? '–' : lateness(line, line.worst)) },
  ]
  return <Table caption={caption} columns={columns} rows={lines} rowKey={keyOf} tone={(line) => (line.openLate === 0 ? undefined : 'late')} empty="Nothing waits that these measures count." />
}

export function CentralRows({ lines, asked }: { readonly lines: readonly CentralLine[]; readonly asked: Asked }) {
  const cell = cellFor<RiskLine>(asked)
  const columns: Column<CentralLine>[] = [
    { key: 'what', head: 'Team, and what it owes', kind: 'row', cell: (line) => <>{line.owedBy}<span className="sub">{line.title}</span></> },
    ...waitsColumns(cell),
    { key: 'share', head: 'In time', kind: 'num', label: 'In time', cell: (line) => line.share ?? (line.judged === 0 ? 'none judged' : <Hidden />) },
    { key: 'judged', head: 'of those judged', kind: 'num', label: 'Judged', cell: (line) => cell(line, line.judged, 'judged', 'judged') },
  ]
  return <Table caption="What central teams owe to the children of the borough" columns={columns} rows={lines} rowKey={keyOf} tone={(line) => (line.openLate === 0 ? undefined : 'late')} />
}

/** A count has no share that is better higher: which way is better is said, where there is one. */
const BETTER: Readonly<Record<EntryLine['better'], string>> = { higher: '; more is better', lower: '; fewer is better', neither: '' }

export function EntryRows({ caption, lines, asked, byBorough = false }: { readonly caption: string; readonly lines: readonly EntryLine[]; readonly asked: Asked; readonly byBorough?: boolean }) {
  const before = lines.some((line) => line.before !== null)
  const href = (line: EntryLine) => (line.listed ? listHref(asked, line.borough ?? asked.borough, line.measure) : null)
  const columns: Column<EntryLine>[] = [
    { key: 'what', head: byBorough ? 'Borough' : 'Counted', kind: 'row', cell: (line) => (byBorough ? line.words : <Named line={line} sub={`${line.stands ? 'as it stands on the day' : line.of}${BETTER[line.better]} · ${line.clause}`} />) },
    { key: 'many', head: 'How many', kind: 'num', label: 'How many', cell: (line) => manyOf(line.many, href(line), `${line.title}, ${line.words}`) },
    ...(before ? [
      { key: 'before', head: 'A year before', kind: 'num', label: 'A year before', cell: (line: EntryLine) => (line.before === null ? <Hidden /> : numberWords(line.before)) } as const,
      { key: 'standing', head: 'Against its own year before', label: 'Against its own year before', cell: (line: EntryLine) => (line.standing === null ? <span className="sub">–</span> : STANDING_WORDS[line.standing]) },
    ] : []),
  ]
  return <Table caption={caption} columns={columns} rows={lines} rowKey={keyOf} />
}
