import { notFound } from 'next/navigation'
import { figureHref } from '@/components/figures/address'
import { BeingCounted } from '@/components/figures/being-counted'
import { FigureFilters, SmallNumbers } from '@/components/figures/filters'
import { RecordedTable } from '@/components/figures/recorded'
import { TakeAway } from '@/components/figures/take-away'
import { StandOut } from '@/components/figures/stand-out'
import { CentralTable, DutyTable, EntryTable, RiskTable } from '@/components/figures/tables'
import { Trends } from '@/components/figures/trends'
import { Shell } from '@/components/shell/shell'
import { Fold } from '@/components/ui/fold'
import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { dashboard } from '@/lib/figures/dashboard'
import { questionOf, type Params } from '@/lib/figures/asked'
import { orCounting } from '@/lib/figures/patience'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** How many lines stand there on a phone before a tap asks for the others. */
const FIRST = 5

/** Figures for those who run a borough, a team, a unit, a meeting or London: what is at risk now, what was in time, how it went. */
export default async function FiguresPage({ searchParams }: { searchParams: Promise<Params> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const question = questionOf(asked)
  const [view, frame] = await Promise.all([orCounting(() => dashboard(page.actor, { ...question, which: question.which }, page.now)), frameFor(page)])
  if (view === null) notFound()
  if ('counting' in view) return <Shell {...frame} title="Figures" current="/figures"><BeingCounted view={view} typed={question} path="/figures" keep={{ of: question.which }} /></Shell>
  const waiting = view.duties.filter((line) => line.open !== 0).sort((a, b) => (b.openLate ?? 2) - (a.openLate ?? 2))
  // Those that missed their target, and those with the most that is late, before the others.
  const judged = view.duties.filter((line) => !line.notice && (line.judged !== 0 || line.open !== 0)).sort((a, b) => Number(b.meets === false) - Number(a.meets === false) || (b.openLate ?? 2) - (a.openLate ?? 2))
  const raised = view.duties.filter((line) => line.notice && (line.judged !== 0 || line.open !== 0))
  const now = view.asked.day === null
  return (
    <Shell {...frame} title="Figures" current="/figures">
      <PageHead title={`Figures: ${view.title}`} lede={<>{view.where}. {view.stretch}. <a href="/help/figures">How the figures are counted</a></>}>
        <a className="btn second" href={figureHref('/figures/london', { ...view.asked, borough: null })}>Borough by borough</a>
        {view.duties[0]?.listed === true ? <a className="btn second" href={figureHref('/figures/since', view.asked)}>What changed since a day</a> : null}
        <a className="btn second" href={figureHref('/figures/pack', view.asked)}>Pack for the safeguarding board</a>
      </PageHead>
      <Tabs label="Dashboards" current={figureHref('/figures', view.asked, { of: view.which })} tabs={view.dashboards.map(({ value, label }) => ({ href: figureHref('/figures', view.asked, { of: value }), label }))} />
      <FigureFilters frame={view} typed={question} path="/figures" keep={{ of: view.which }} />
      <SmallNumbers frame={view} />
      <section aria-labelledby="risk">
        <h2 id="risk">{now ? 'At risk now' : 'At risk that day'}</h2>
        <RiskTable caption="What waits, the most that is late first" lines={waiting.slice(0, FIRST)} asked={view.asked} />
        {waiting.length <= FIRST ? null : <Fold summary={`The other ${waiting.length - FIRST} that wait`}><RiskTable caption="The others that wait" lines={waiting.slice(FIRST)} asked={view.asked} /></Fold>}
      </section>
      {view.outside === null ? null : <StandOut rows={view.outside} asked={view.asked} />}
      {view.central ? (
        <section aria-labelledby="central">
          <h2 id="central">What central teams do here</h2>
          <CentralTable lines={view.duties} asked={view.asked} />
        </section>
      ) : null}
      <section aria-labelledby="in-time">
        <h2 id="in-time">In time</h2>
        <DutyTable caption="Share in time, and how late the late ones are" lines={judged.slice(0, FIRST)} asked={view.asked} empty="Nothing fell due that these measures count." />
        {judged.length <= FIRST ? null : <Fold summary={`The other ${judged.length - FIRST} measures`}><DutyTable caption="Share in time: the other measures" lines={judged.slice(FIRST)} asked={view.asked} /></Fold>}
        <Nothing lines={view.duties.filter((line) => !line.notice && line.judged === 0 && line.open === 0).map((line) => line.title)} />
        <p><a href="/figures/targets">Local targets</a></p>
      </section>
      {view.duties.some((line) => line.notice) ? (
        <section aria-labelledby="raised">
          <h2 id="raised">Raised, and answered</h2>
          <Fold summary={`What was raised: ${raised.length === 0 ? 'nothing' : `${raised.length} measures`}`}><DutyTable caption="Raised at once, without a time of its own: how many were answered" lines={raised} asked={view.asked} empty="None was raised." /></Fold>
        </section>
      ) : null}
      {view.entries.length === 0 ? null : (
        <section aria-labelledby="counted">
          <h2 id="counted">Counted</h2>
          <Fold summary={`What was counted: ${view.entries.length} measures`}><EntryTable caption="Entries of the chronology, by child" lines={view.entries} asked={view.asked} /></Fold>
        </section>
      )}
      {view.recorded.length + view.missing.length === 0 ? null : (
        <section aria-labelledby="outside">
          <h2 id="outside">From outside</h2>
          <Fold summary={`Figures from outside: ${view.recorded.length}`}><RecordedTable rows={view.recorded} empty="No figure from outside is on record." /></Fold>
          {view.missing.length === 0 ? null : <p className="sub">No figure is on record of: {view.missing.join('; ')}.</p>}
          <p><a href="/figures/recorded">Every figure from outside</a></p>
        </section>
      )}
      <section aria-labelledby="months">
        <h2 id="months">Month by month</h2>
        <p className="sub">The dark part of a bar is what was in time; its outline, all that was judged; grey where that part is too small a number to be shown.</p>
        <Fold summary={`The months of ${view.trends.length} measures`}><Trends trends={view.trends} asked={view.asked} /></Fold>
      </section>
      {view.later.length === 0 ? null : (
        <section aria-labelledby="later">
          <h2 id="later">Not counted yet</h2>
          <ul className="why">{view.later.map((one) => <li key={one.what}>{one.what}: comes with {one.with}.</li>)}</ul>
        </section>
      )}
      {view.exports ? <TakeAway asked={view.asked} table="figures" keep={{ of: view.which }} /> : null}
      <p className="sub">
        Counted by child, referrals by referral, from when the clock started. Judged are those done, and those late and still open. Starts annulled as entered in error have left the figures. A discussion’s 24 hours are stopped by any discussion, the procedure’s time by a quorate one only. A past day is told by what was on record by its end.
      </p>
    </Shell>
  )
}

/** A measure with nothing to judge is named: a row of noughts would read as a good month. */
function Nothing({ lines }: { readonly lines: readonly string[] }) {
  return lines.length === 0 ? null : <p className="sub">Nothing fell due: {lines.join('; ')}.</p>
}
