import type { MeasureView } from '@/lib/deadlines/view'
import { Table, type Column } from '../ui/table'

export const MEASURE_WORDS: Readonly<Record<MeasureView['measure'], string>> = {
  target: 'Within 24 hours of the initial report',
  procedure: 'Within the procedure’s time, quorate',
}

/** The shares, none alone: how many, how late the late ones are, and what is open and late now. Each number opens its list. */
export function Figures({ figures, borough }: { readonly figures: readonly MeasureView[]; readonly borough: string | null }) {
  const behind = (figure: MeasureView, part: string, words: string, about: string) => (
    <a className="inline-block min-h-6" href={`/strategy/figures?measure=${figure.measure}&period=${figure.period}&part=${part}${borough === null ? '' : `&borough=${borough}`}`}>
      {words}<span className="sr-only"> {about}, {MEASURE_WORDS[figure.measure]}, {figure.periodWords}</span>
    </a>
  )
  const columns: Column<MeasureView>[] = [
    { key: 'what', head: 'Discussions, by child', kind: 'row', cell: (figure) => <>{MEASURE_WORDS[figure.measure]}<span className="sub">{figure.periodWords}</span></> },
    { key: 'share', head: 'Held in time', kind: 'num', label: 'Held in time', cell: (figure) => <>{behind(figure, 'in-time', `${figure.inTime} of ${figure.judged}`, 'held in time')}<span className="sub">{figure.share ?? 'none judged yet'}</span></> },
    { key: 'quorate', head: 'and quorate', kind: 'num', label: 'In time and quorate', cell: (figure) => <>{behind(figure, 'in-time-quorate', String(figure.inTimeQuorate), 'in time and quorate')}<span className="sub">{figure.shareQuorate ?? ''}</span></> },
    { key: 'late', head: 'Held late', kind: 'num', label: 'Held late', cell: (figure) => behind(figure, 'late', String(figure.late), 'held late') },
    { key: 'open', head: 'Open and late now', kind: 'num', label: 'Open and late now', cell: (figure) => behind(figure, 'open-late', String(figure.openLate), 'open and late now') },
    { key: 'median', head: 'How late: middle', kind: 'num', label: 'How late, the middle one', cell: (figure) => figure.medianLate ?? 'none late' },
    { key: 'worst', head: 'worst', kind: 'num', label: 'How late, the worst', cell: (figure) => figure.worstLate ?? 'none late' },
    { key: 'rest', head: 'Not judged', kind: 'num', label: 'Not judged', cell: (figure) => <>{behind(figure, 'running', `${figure.running} running`, 'time left')}<span className="sub">{behind(figure, 'ended', `${figure.ended} ended`, 'ended without one')}{figure.endedLate > 0 ? <>, {behind(figure, 'ended-late', `${figure.endedLate} after their time`, 'ended after their time')}</> : null}</span></> },
  ]
  const year = (measure: MeasureView['measure']) => <a className="inline-block min-h-6" href={`/strategy/figures?measure=${measure}&period=year&part=judged${borough === null ? '' : `&borough=${borough}`}`}>{MEASURE_WORDS[measure]}</a>
  return (
    <section aria-labelledby="held-in-time">
      <h2 id="held-in-time">Held in time</h2>
      <Table caption="Share of strategy discussions held in time" columns={columns} rows={figures} rowKey={(figure) => `${figure.measure} ${figure.period}`} stack />
      <p>Over twelve months: {figures.map(({ measure }, index) => <span key={measure}>{index === 0 ? '' : ' · '}{year(measure)}</span>)}</p>
      <p className="sub">
        Counted by child, from when the clock started. Judged are those held, and those late and still open. Starts annulled as entered in error have left the figures. The 24 hours are stopped by any discussion, the procedure’s time by a quorate one only.
      </p>
    </section>
  )
}
