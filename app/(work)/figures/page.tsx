import { notFound } from 'next/navigation'
import { FigureTable } from '@/components/duties/figure-table'
import { MEASURE_WORDS } from '@/components/duties/figures'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { boroughFigures } from '@/lib/deadlines/borough-figures'
import { MEASURES, PERIODS, type Measure, type Period } from '@/lib/deadlines/figures'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

const PERIOD_TABS: Readonly<Record<Period, string>> = { month: 'this month', year: '12 months' }

/** Strategy discussions in figures: of one's own boroughs, or of London with its boroughs side by side. */
export default async function FiguresPage({ searchParams }: { searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const chosen = { measure: MEASURES.find((one) => one === asked['measure']) ?? 'target', period: PERIODS.find((one) => one === asked['period']) ?? 'month' }
  const found = await boroughFigures(page.actor, chosen, page.now)
  if (found === null) notFound()
  const frame = await frameFor(page)
  const href = (measure: Measure, period: Period): string => `/figures?measure=${measure}&period=${period}`
  return (
    <Shell {...frame} title="Figures" current="/figures">
      <PageHead title="Figures" lede={`Strategy discussions. ${found.where}.`} />
      {found.guarded ? <p>Fewer than five of a part, and what would give them away, are not shown ( · ): the lists behind the figures do not open to you.</p> : null}
      <section>
        <h2>Held in time</h2>
        <FigureTable caption="Strategy discussions held in time, month and year" head="Discussions, by child" lines={found.totals} measured />
      </section>
      {found.boroughs.length === 0 && found.city === null ? null : (
        <section>
          <h2>By borough</h2>
          <Tabs
            label="What is counted, and when" current={href(chosen.measure, chosen.period)}
            tabs={MEASURES.flatMap((measure) => PERIODS.map((period) => ({ href: href(measure, period), label: `${MEASURE_WORDS[measure]}, ${PERIOD_TABS[period]}` })))}
          />
          {found.boroughs.length === 0 ? null : <FigureTable caption={`By borough: ${MEASURE_WORDS[chosen.measure]}, ${found.chosen.periodWords}`} head="Borough" lines={found.boroughs} />}
          {found.city === null ? null : (
            <>
              <h3>The City, with a police force of its own</h3>
              <FigureTable caption={`City of London: ${MEASURE_WORDS[chosen.measure]}, ${found.chosen.periodWords}`} head="Counted apart" lines={[found.city]} />
            </>
          )}
        </section>
      )}
      <p className="sub">
        Counted by child, from when the clock started. Judged are those held, and those late and still open. Starts annulled as entered in error have left the figures. The 24 hours are stopped by any discussion, the procedure’s time by a quorate one only.
      </p>
    </Shell>
  )
}
