import { notFound } from 'next/navigation'
import { figureHref } from '@/components/figures/address'
import { BeingCounted } from '@/components/figures/being-counted'
import { DutyDefinitions, FactDefinitions } from '@/components/figures/definitions'
import { FigureFilters, SmallNumbers } from '@/components/figures/filters'
import { RecordedTable } from '@/components/figures/recorded'
import { StandOut } from '@/components/figures/stand-out'
import { CentralTable, DutyTable, EntryTable, RiskTable } from '@/components/figures/tables'
import { Trends } from '@/components/figures/trends'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { questionOf, type Params } from '@/lib/figures/asked'
import { dashboard } from '@/lib/figures/dashboard'
import { DUTY_DEFINITIONS, FACT_DEFINITIONS } from '@/lib/figures/definitions'
import { orCounting } from '@/lib/figures/patience'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { instantWords } from '@/lib/wording/london-words'

/** The pack for the safeguarding board: every table of the borough on paper, with when it was printed and by what was known. */
export default async function Pack({ searchParams }: { searchParams: Promise<Params> }) {
  const [page, asked] = [await pageActor(), questionOf(await searchParams)]
  const [view, frame] = await Promise.all([orCounting(() => dashboard(page.actor, { ...asked, which: 'manager' }, page.now)), frameFor(page)])
  if (view === null) notFound()
  if ('counting' in view) return <Shell {...frame} title="Pack for the safeguarding board" current="/figures"><BeingCounted view={view} typed={asked} path="/figures/pack" keep={{}} /></Shell>
  return (
    <Shell {...frame} title="Pack for the safeguarding board" current="/figures">
      <PageHead title="Pack for the safeguarding board" lede={<>{view.where}. {view.stretch}. Made {instantWords(page.now)}.<span className="print:hidden"> Print this page. <a href={figureHref('/figures', view.asked)}>Back to the figures</a></span></>} />
      <FigureFilters frame={view} typed={asked} path="/figures/pack" />
      <SmallNumbers frame={view} />
      <h2>At risk {view.asked.day === null ? 'now' : 'that day'}</h2>
      <RiskTable caption="What waits" lines={view.duties.filter((line) => line.open !== 0)} asked={view.asked} />
      {view.outside === null ? null : <StandOut rows={view.outside} asked={view.asked} />}
      {view.central ? <><h2>What central teams do here</h2><CentralTable lines={view.duties} asked={view.asked} /></> : null}
      <h2>In time</h2>
      <DutyTable caption="Share in time, and how late the late ones are" lines={view.duties.filter((line) => !line.notice)} asked={view.asked} />
      <h2>Raised, and answered</h2>
      <DutyTable caption="Raised at once, without a time of its own" lines={view.duties.filter((line) => line.notice)} asked={view.asked} />
      <h2>Counted</h2>
      <EntryTable caption="Entries of the chronology, by child" lines={view.entries} asked={view.asked} />
      <h2>From outside</h2>
      <RecordedTable rows={view.recorded} empty="No figure from outside is on record." />
      <h2>Month by month</h2>
      <Trends trends={view.trends} asked={view.asked} />
      <h2>What is counted</h2>
      <p>A clock counts for the borough of the referral that it comes from; where there is none, for the borough where the child lives. What still has time is not judged. The times are those of the London procedures; a borough that follows shorter ones is judged by them.</p>
      <DutyDefinitions rows={DUTY_DEFINITIONS.filter(({ id }) => view.duties.some(({ measure }) => measure === id))} />
      <FactDefinitions rows={FACT_DEFINITIONS.filter(({ id }) => view.entries.some(({ measure }) => measure === id))} />
      <h2>Not counted yet</h2>
      <ul className="why">{view.later.map((one) => <li key={one.what}>{one.what}: comes with {one.with}.</li>)}</ul>
    </Shell>
  )
}
