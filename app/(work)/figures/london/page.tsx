import { notFound } from 'next/navigation'
import { Funnel } from '@/components/charts/funnel'
import { TileGrid } from '@/components/charts/tile-grid'
import { figureHref } from '@/components/figures/address'
import { BeingCounted } from '@/components/figures/being-counted'
import { FigureFilters, SmallNumbers } from '@/components/figures/filters'
import { TakeAway } from '@/components/figures/take-away'
import { DutyTable, EntryTable } from '@/components/figures/tables'
import { Shell } from '@/components/shell/shell'
import { Fold } from '@/components/ui/fold'
import { PageHead } from '@/components/ui/page-head'
import { questionOf, type Params } from '@/lib/figures/asked'
import { funnelOf, spreadWords } from '@/lib/figures/funnel'
import { sideBySide } from '@/lib/figures/side-by-side'
import { orCounting } from '@/lib/figures/patience'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** One measure, borough by borough: the map of tiles, the funnel, and the table that says the same. */
export default async function LondonPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [page, asked] = [await pageActor(), questionOf(await searchParams)]
  const [view, frame] = await Promise.all([orCounting(() => sideBySide(page.actor, asked, page.now)), frameFor(page)])
  if (view === null) notFound()
  if ('counting' in view) return <Shell {...frame} title="Borough by borough" current="/figures"><BeingCounted view={view} typed={asked} path="/figures/london" keep={{ measure: asked.measure }} /></Shell>
  const duties = 'judged' in view.total
  const tiles = duties
    ? [...view.duties, ...(view.city !== null && 'judged' in view.city ? [view.city] : [])].map((line) => ({ borough: line.borough ?? '', value: line.share === null ? (line.judged === 0 ? 'none' : '·') : `${line.share}${line.ofDone ? '*' : ''}`, standing: line.standing, apart: line.borough === 'city-of-london' }))
    : [...view.entries, ...(view.city !== null && 'many' in view.city ? [view.city] : [])].map((line) => ({ borough: line.borough ?? '', value: line.many?.toLocaleString('en-GB') ?? '·', standing: line.standing, apart: line.borough === 'city-of-london' }))
  const funnel = funnelOf(view)
  return (
    <Shell {...frame} title={`Borough by borough: ${view.title}`} current="/figures">
      <PageHead title="Borough by borough" lede={<>{view.title}. {view.where}. {view.stretch}. <a href={figureHref('/figures', view.asked)}>Back to the figures</a> · <a href={`/help/figures#${view.measure}`}>How it is counted</a></>} />
      <FigureFilters frame={view} typed={asked} path="/figures/london" keep={{ measure: view.measure }} measures={{ options: view.measures, chosen: view.measure }} boroughs={false} />
      <SmallNumbers frame={view} />
      {view.yearBefore === 'too-long' ? <p>The year before took too long to count and does not stand beside. A shorter stretch has it.</p> : null}
      {tiles.length > 3 ? (
        <section aria-labelledby="map">
          <h2 id="map">{duties ? 'In time' : 'How many'}</h2>
          <TileGrid title={view.title} tiles={tiles} />
          {tiles.some(({ value }) => value.endsWith('*')) ? <p className="sub">*: of those done; how many were judged is not shown there.</p> : null}
          <p className="sub">{duties ? '▼ and ▲: outside what chance explains for that many (998 in 1,000); ▽ and △: 1 in 20 by chance.' : `${view.yearBefore === 'beside' ? '▲ and ▼: more and fewer than the same stretch a year before, beyond chance; △ and ▽: 1 in 20 by chance. ' : ''}Boroughs differ in how many children live there.`} The City, with a police force of its own, is not compared.</p>
        </section>
      ) : null}
      {funnel === null ? null : (
        <section aria-labelledby="funnel">
          <h2 id="funnel">How far chance goes</h2>
          <Funnel title={view.title} {...funnel} />
          <p className="sub">The fewer were judged, the further chance alone takes a borough from London: inside the lines is no difference to act on. Dashed: 95 in 100; full: 998 in 1,000 (Wilson). {spreadWords(view)}</p>
        </section>
      )}
      <section aria-labelledby="table">
        <h2 id="table">The table</h2>
        <Fold summary={`${(duties ? view.duties : view.entries).length} boroughs, line by line`}>
          {duties ? <DutyTable caption={`${view.title}, by borough`} lines={[...view.duties, ...('judged' in view.total && view.duties.length > 1 ? [{ ...view.total, words: 'All together' }] : [])]} asked={view.asked} byBorough />
            : <EntryTable caption={`${view.title}, by borough`} lines={[...view.entries, ...('many' in view.total && view.entries.length > 1 ? [{ ...view.total, words: 'All together' }] : [])]} asked={view.asked} byBorough />}
        </Fold>
        {view.city === null ? null : (
          <>
            <h3>The City, with a police force of its own</h3>
            {'judged' in view.city ? <DutyTable caption={`City of London: ${view.title}`} lines={[view.city]} asked={view.asked} byBorough /> : <EntryTable caption={`City of London: ${view.title}`} lines={[view.city]} asked={view.asked} byBorough />}
          </>
        )}
        {view.exports ? <TakeAway asked={view.asked} table="boroughs" keep={{ measure: view.measure }} /> : null}
      </section>
    </Shell>
  )
}
