import type { DiscussionFigures } from '@/lib/figures/discussions'
import type { DutyFigure, Shown } from '@/lib/figures/view'
import { figureHref, listHref } from '../figures/address'
import { Hidden, manyOf } from '../figures/numbers'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'

/** The shares, none alone: how many, how late the late ones are, and what is open and late now. Each number opens its list. */
export function Figures({ found: { asked, stretch, figures } }: { readonly found: DiscussionFigures }) {
  if (figures === null) return <section aria-labelledby="held-in-time"><h2 id="held-in-time">Held in time</h2><p>This month’s are still being counted. <a href={figureHref('/figures', asked)}>The figures</a> say when they are there.</p></section>
  const cell = (figure: DutyFigure, many: Shown, part: string, about: string) => manyOf(many, figure.listed ? () => listHref(asked, asked.borough, figure.measure)(part) : null, `${about}: ${figure.title}, ${stretch}`)
  const lateness = (figure: DutyFigure, words: string | null) => words ?? (figure.late === null || figure.openLate === null ? <Hidden /> : 'none late')
  const columns: Column<DutyFigure>[] = [
    { key: 'what', head: 'Discussions, by child', kind: 'row', cell: (figure) => <><a href={`/figures/london?measure=${figure.measure}`}>{figure.title}</a><span className="sub">{stretch}</span></> },
    { key: 'share', head: 'Held in time', kind: 'num', label: 'Held in time', cell: (figure) => <>{cell(figure, figure.inTime, 'in-time', 'held in time')} of {figure.ofDone ? figure.shareOf : cell(figure, figure.judged, 'judged', 'judged')}<span className="sub">{figure.share ?? (figure.judged === 0 ? 'none judged yet' : '')}{figure.ofDone ? ' of those done' : ''}</span>{figure.target === null ? null : <span className="sub">{`target ${figure.target}% `}{figure.meets === false ? <Tag tone="red">missed</Tag> : figure.meets ? <Tag tone="green">met</Tag> : null}{figure.targetBy === null ? null : ` ${figure.targetBy}`}</span>}</> },
    { key: 'quorate', head: 'and quorate', kind: 'num', label: 'In time and quorate', cell: (figure) => <>{cell(figure, figure.quorate, 'quorate', 'in time and quorate')}<span className="sub">{figure.shareQuorate ?? ''}</span></> },
    { key: 'late', head: 'Held late', kind: 'num', label: 'Held late', cell: (figure) => cell(figure, figure.late, 'late', 'held late') },
    { key: 'open', head: 'Open and late now', kind: 'num', label: 'Open and late now', cell: (figure) => cell(figure, figure.openLate, 'open-late', 'open and late now') },
    { key: 'median', head: 'How late: middle', kind: 'num', label: 'How late, the middle one', cell: (figure) => lateness(figure, figure.median) },
    { key: 'worst', head: 'worst', kind: 'num', label: 'How late, the worst', cell: (figure) => lateness(figure, figure.worst) },
    { key: 'rest', head: 'Open in all', kind: 'num', label: 'Open in all, with those whose time is left', cell: (figure) => cell(figure, figure.open, 'open', 'open') },
  ]
  return (
    <section aria-labelledby="held-in-time">
      <h2 id="held-in-time">Held in time</h2>
      <Table caption="Share of strategy discussions held in time" columns={columns} rows={figures} rowKey={(figure) => figure.measure} stack />
      <p>Over twelve months: {figures.map(({ measure, title }, index) => <span key={measure}>{index === 0 ? '' : ' · '}<a className="inline-block min-h-6" href={listHref({ ...asked, period: 'year' }, asked.borough, measure)('judged')}>{title}</a></span>)} · <a className="inline-block min-h-6" href={figureHref('/figures', { ...asked, period: 'year' })}>All figures</a></p>
      <p className="sub">
        Counted by child, from when the clock started; open and late are those of earlier months too. Judged are those held, and those late and still open. Starts annulled as entered in error have left the figures. The 24 hours are stopped by any discussion, the procedure’s time by a quorate one only.
      </p>
    </section>
  )
}
