import { notFound } from 'next/navigation'
import { figureHref } from '@/components/figures/address'
import { BeingCounted } from '@/components/figures/being-counted'
import { FigureFilters } from '@/components/figures/filters'
import { ListTable } from '@/components/figures/list-table'
import { TakeAway } from '@/components/figures/take-away'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { questionOf, type Params } from '@/lib/figures/asked'
import { listBehind } from '@/lib/figures/list'
import { orCounting } from '@/lib/figures/patience'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** The list behind a figure: the very rows that were counted. */
export default async function FigureList({ searchParams }: { searchParams: Promise<Params> }) {
  const [page, asked] = [await pageActor(), questionOf(await searchParams)]
  const [view, frame] = await Promise.all([orCounting(() => listBehind(page.actor, asked, page.now)), frameFor(page)])
  if (view === null) notFound()
  if ('counting' in view) return <Shell {...frame} title="The list behind a figure" current="/figures"><BeingCounted view={view} typed={asked} path="/figures/list" keep={{ measure: asked.measure, part: asked.part, month: asked.month }} /></Shell>
  const keep = { measure: view.measure, part: view.part === 'all' ? null : view.part, month: view.month }
  return (
    <Shell {...frame} title={`${view.title}: the list`} current="/figures">
      <PageHead title={view.title} lede={<>{view.where}. {view.stretch}{view.month === null ? '' : `, of ${view.month}`}. <a href={figureHref('/figures', view.asked)}>Back to the figures</a> · <a href={`/help/figures#${view.measure}`}>How it is counted</a></>} />
      {view.parts.length === 0 ? null : (
        <Tabs label="Parts of this figure" current={figureHref('/figures/list', view.asked, keep)} tabs={view.parts.map((part) => ({ href: figureHref('/figures/list', view.asked, { ...keep, part: part.value === 'all' ? null : part.value }), label: part.label, note: part.many.toLocaleString('en-GB') }))} />
      )}
      <FigureFilters frame={view} typed={asked} path="/figures/list" keep={keep} />
      <ListTable view={view} />
      <Pager next={view.next === null ? undefined : { href: figureHref('/figures/list', view.asked, { ...keep, after: view.next }), words: 'Next 25' }}>{`Showing ${view.rows.length} of ${view.total.toLocaleString('en-GB')}.`}</Pager>
      {view.exports && view.total > 0 ? <TakeAway asked={view.asked} table="list" keep={keep} /> : null}
    </Shell>
  )
}
