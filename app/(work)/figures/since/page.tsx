import { notFound } from 'next/navigation'
import { figureHref } from '@/components/figures/address'
import { BeingCounted } from '@/components/figures/being-counted'
import { FigureFilters } from '@/components/figures/filters'
import { SinceTable } from '@/components/figures/list-table'
import { TakeAway } from '@/components/figures/take-away'
import { DutyTable, EntryTable } from '@/components/figures/tables'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { questionOf, type Params } from '@/lib/figures/asked'
import { changedSince } from '@/lib/figures/since'
import { orCounting } from '@/lib/figures/patience'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** What changed since a day: the figure as it stood, the same day by what is known now, as it stands now, and each row that differs. */
export default async function ChangedSince({ searchParams }: { searchParams: Promise<Params> }) {
  const [page, asked] = [await pageActor(), questionOf(await searchParams)]
  const [view, frame] = await Promise.all([orCounting(() => changedSince(page.actor, asked, page.now)), frameFor(page)])
  if (view === null) notFound()
  if ('counting' in view) return <Shell {...frame} title="What changed since a day" current="/figures"><BeingCounted view={view} typed={asked} path="/figures/since" keep={{ measure: asked.measure }} /></Shell>
  const keep = { measure: view.measure }
  const lines = [{ ...view.then, key: 'then', words: `As it was on record at the end of ${view.dayWords}` }, { ...view.restated, key: 'restated', words: 'The same day, by what is on record now', listed: false }, { ...view.today, key: 'today', words: 'The same stretch, as it stands now', listed: false }]
  const duties = lines.flatMap((line) => ('judged' in line ? [line] : []))
  const entries = lines.flatMap((line) => ('many' in line ? [line] : []))
  return (
    <Shell {...frame} title="What changed since a day" current="/figures">
      <PageHead title={`What changed since ${view.dayWords}`} lede={<>{view.title}. {view.where}. <a href={figureHref('/figures', view.asked)}>Back to the figures</a></>} />
      <FigureFilters frame={view} typed={asked} path="/figures/since" keep={keep} measures={{ options: view.measures, chosen: view.measure }} />
      {duties.length > 0 ? <DutyTable caption="The figure of that day, then and now" lines={duties} asked={view.asked} byBorough first="The day" /> : <EntryTable caption="The figure of that day, then and now" lines={entries} asked={view.asked} byBorough />}
      <h2>What differs</h2>
      <p>{sayHow(view)} What had happened by that day and was put on record after it is marked.</p>
      <SinceTable rows={view.rows} title={view.title} />
      <Pager next={view.next === null ? undefined : { href: figureHref('/figures/since', view.asked, { ...keep, after: view.next }), words: 'Next 25' }}>{`Showing ${view.rows.length}, the last recorded first.`}</Pager>
      {view.exports ? <TakeAway asked={view.asked} table="since" keep={keep} /> : null}
    </Shell>
  )
}

/** '12 are counted that were not, 1 was and is not, 5 are counted otherwise.' */
const sayHow = ({ came, went, otherwise }: { readonly came: number; readonly went: number; readonly otherwise: number }): string =>
  `Between that day and now: ${came} ${came === 1 ? 'is' : 'are'} counted that ${came === 1 ? 'was' : 'were'} not, ${went} ${went === 1 ? 'is' : 'are'} counted no more, ${otherwise} ${otherwise === 1 ? 'is' : 'are'} counted otherwise.`
