import type { TimeAway, TimesAway } from '@/lib/missing/times-away-view'
import { counted } from '@/lib/wording/lists'
import { LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { Details } from '../ui/details'
import { Due } from '../ui/due'
import { Notice } from '../ui/notice'
import { Columns } from '../ui/page-head'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { PlanCard, PlanWords } from './plan/plan-card'

const COLUMNS: readonly Column<TimeAway>[] = [
  { key: 'when', head: 'Reported', kind: 'row', cell: (time) => <><a className="strong" href={`/missing/${time.id}`}>{time.reported}</a><span className="sub">{time.reference}</span></> },
  { key: 'class', head: 'As', label: 'As', cell: (time) => <><Tag tone={time.class === 'missing' ? 'plum' : 'grey'}>{time.class === 'missing' ? 'Missing' : 'Absent'}</Tag><span className="sub">{time.class === 'missing' ? `Risk: ${time.grade.toLowerCase()}` : 'Not searched for'}</span></> },
  { key: 'long', head: 'How long', label: 'How long', cell: (time) => <>{time.long}{time.out ? <span className="sub">so far</span> : null}</> },
  { key: 'from', head: 'From, and found', label: 'From, and found', cell: (time) => <>{time.from}<span className="sub">{time.found}</span></> },
  { key: 'with', head: 'With', label: 'With', cell: (time) => time.with },
  { key: 'return', head: 'On return', label: 'On return', cell: (time) => <>{time.checkLate ? <b>{time.check}</b> : time.check}<span className="sub">{time.interview === '' ? '' : `Interview: ${time.interview.toLowerCase()}`}</span>{time.interviewLeft === null ? null : <Due left={time.interviewLeft} />}</> },
]

/** A child's times away and the trigger plan. The plan first: it is what the next call needs. */
export function TimesAwayView({ view, base, child }: { readonly view: TimesAway; readonly base: string; readonly child: string }) {
  const { recent, all, before } = view
  return (
    <Columns aside={<Beside view={view} base={base} />}>
      {view.open === null ? null : <Notice tone="red" title={`${child} is away now`}><p><a href={`/missing/${view.open}`}>Open the episode</a></p></Notice>}
      {view.arrest === null ? null : (
        <Notice tone="red" title="An inspector has not looked at this arrest">
          <p>{view.arrest.words}.</p>
          {view.arrest.mayReview ? <p><a href={`${base}/missing/arrest-review`}>Review it</a></p> : <p>An inspector or above of the police reviews it: is this child to be protected?</p>}
        </Notice>
      )}
      <p>
        <b>{counted(recent.missing + recent.absent, 'time', 'times')} away in {recent.days} days</b>: {recent.missing} missing, {recent.absent} absent.
        {' '}On record altogether {all}.{before.missing + before.absent === 0 ? '' : ` Known from before, without dates: ${before.missing} missing, ${before.absent} absent.`}
        {recent.repeat ? <> <Tag tone="red">Away again and again</Tag></> : null}
      </p>
      <PlanCard plan={view.plan} />
      {view.planLeft === null ? null : <p><Due left={view.planLeft} /> <span className="sub">a trigger plan is owed after the last time away</span></p>}
      {view.earlierPlans.length === 0 ? null : (
        <Details summary={`Earlier versions (${view.earlierPlans.length})`}>
          {view.earlierPlans.map((plan) => <section key={plan.id} aria-label={`Version ${plan.version}`}><h3>Version {plan.version}</h3><p className="sub">{plan.what}, {plan.made}</p><p className="whitespace-pre-line">First: {plan.first}</p><PlanWords plan={plan} /></section>)}
        </Details>
      )}
      {view.more ? <p>The latest {view.times.length} are listed; those before them are in <a href={`${base}/chronology`}>the chronology</a>.</p> : null}
      <div className="mt-6"><Table caption="Times away, the latest first" showCaption columns={COLUMNS} rows={view.times} rowKey={(time) => time.id} tone={(time) => (time.checkLate ? 'late' : undefined)} empty={`${child} has not been reported missing or absent.`} /></div>
    </Columns>
  )
}

function Beside({ view, base }: { readonly view: TimesAway; readonly base: string }) {
  return (
    <Card title="What can be done">
      <ul className="plain">
        {view.may.plan ? <li><a href={`${base}/missing/plan`}>{view.plan === null ? 'Make the trigger plan' : 'Change the trigger plan'}</a></li> : null}
        {view.may.plan && view.plan !== null ? <li><a href={`${base}/missing/plan-review`}>The plan stands: record the review</a></li> : null}
        {view.may.arrest ? <li><a href={`${base}/missing/arrest`}>The child was arrested</a><span className="sub">Missing, just found or at risk: an inspector looks at it</span></li> : null}
        {view.may.report && view.open === null ? <li><a href={`/missing/call?child=${base.split('/').at(-1) ?? ''}`}>The child is away: take the call</a></li> : null}
        {view.may.plan || view.may.arrest || view.may.report ? null : <li>Your role records none of it.</li>}
      </ul>
      {view.open === null ? null : <p className="mt-4"><LinkButton href={`/missing/${view.open}`}>Open the episode</LinkButton></p>}
    </Card>
  )
}
