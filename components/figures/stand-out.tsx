import type { Asked, StandsOut } from '@/lib/figures/view'
import { Table, type Column } from '../ui/table'
import { figureHref } from './address'

/** Of all London: in which measure a borough is far below it, and which. The rest is a click away, measure by measure. */
export function StandOut({ rows, asked }: { readonly rows: readonly StandsOut[]; readonly asked: Asked }) {
  const columns: Column<StandsOut>[] = [
    { key: 'what', head: 'Measure', kind: 'row', cell: (row) => <a href={figureHref('/figures/london', asked, { measure: row.measure })}>{row.title}</a> },
    { key: 'london', head: 'London', kind: 'num', label: 'London', cell: (row) => row.london ?? '–' },
    { key: 'boroughs', head: 'Far below it, the furthest first', label: 'Far below it', cell: (row) => row.boroughs.map(({ borough, words, share }, index) => <span key={borough}>{index === 0 ? '' : ' · '}<a className="inline-block min-h-6" href={figureHref('/figures', { ...asked, borough })}>{words}</a> <b>{share}</b></span>) },
  ]
  return (
    <section aria-labelledby="stand-out">
      <h2 id="stand-out">Boroughs far below London</h2>
      <Table caption="Shares in time that are further below London’s than chance explains" columns={columns} rows={rows} rowKey={(row) => row.measure} stack empty="No borough is further below London, in any of these measures, than chance explains." />
      <p className="sub">Further below than chance takes a borough of its size in 998 of 1,000: of as many boroughs and measures as are looked at here, one in a while is there by chance alone.</p>
    </section>
  )
}
