import type { CountingView } from '@/lib/figures/counting'
import { PERIOD_WORDS } from '@/lib/wording/periods'
import { Notice } from '../ui/notice'
import { PageHead } from '../ui/page-head'
import { figureHref } from './address'
import { FigureFilters, type Typed } from './filters'
import { RecordedTable } from './recorded'

interface BeingCountedProps {
  readonly view: CountingView
  readonly typed: Typed
  readonly path: string
  readonly keep: Readonly<Record<string, string | null>>
}

/** Stands where figures would, until they are counted: what was asked, what is known of it, how to ask for less. Not one number that is not whole. */
export function BeingCounted({ view, typed, path, keep }: BeingCountedProps) {
  const { title, says } = view.words
  return (
    <>
      <PageHead title={`Figures: ${view.title}`} lede={`${view.where}. ${view.stretch}.`} />
      <Notice tone="amber" title={title}>
        <p>{says}</p>
        {view.ready.length === 0 ? null : <p>Counted already: {view.ready.map((period, index) => <span key={period}>{index === 0 ? '' : ', '}<a href={figureHref(path, { ...view.asked, period }, keep)}>{PERIOD_WORDS[period]}</a></span>)}.</p>}
      </Notice>
      <FigureFilters frame={view} typed={typed} path={path} keep={keep} />
      {view.recorded.length === 0 ? null : (
        <section aria-labelledby="outside">
          <h2 id="outside">From outside</h2>
          <RecordedTable rows={view.recorded} empty="No figure from outside is on record." />
        </section>
      )}
    </>
  )
}
