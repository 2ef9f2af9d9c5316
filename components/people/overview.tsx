import type { Overview, PersonHead } from '@/lib/people/view'
import { Entries } from '../chronology/entries'
import { DutyTable } from '../duties/duty-table'
import { LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { Columns } from '../ui/page-head'
import { SummaryList } from '../ui/summary-list'
import { nothingOwed, OpenElsewhere } from './open-elsewhere'

/** What is owed, what is open, what happened last; beside it what stands about the person and who else is at risk. */
export function PersonOverview({ overview, head }: { readonly overview: Overview; readonly head: PersonHead }) {
  const base = `/people/${head.id}`
  return (
    <Columns aside={<Aside overview={overview} head={head} />}>
      <section>
        <h2>What is owed to {head.firstName}</h2>
        <DutyTable caption={`What is owed to ${head.firstName}`} showCaption={false} lines={overview.duties} empty={nothingOwed(head.elsewhere)} />
        {overview.more === 0 ? null : <p><a href={`${base}/duties`}>{overview.more} more owed</a></p>}
      </section>
      <OpenElsewhere elsewhere={head.elsewhere} />
      <section>
        <h2>Open referrals</h2>
        {overview.referrals.length === 0 ? <p className="none">No referral or contact is open within your reach.</p> : (
          <ul className="plain">
            {overview.referrals.map((referral) => (
              <li key={referral.id}><a href={`/referrals/${referral.id}`}><b>{referral.words}</b></a><span className="sub">{referral.reference}, {referral.when}, {referral.borough}, {referral.withWhom}</span></li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h2>Last in the chronology</h2>
        <Entries entries={overview.entries} label={`Last entries about ${head.firstName}`} />
        <p className="bar"><a href={`${base}/chronology`}>The whole chronology</a>{head.may.entry ? <LinkButton look="second" small href={`${base}/add`}>Add to the chronology</LinkButton> : null}</p>
      </section>
    </Columns>
  )
}

function Aside({ overview, head }: { readonly overview: Overview; readonly head: PersonHead }) {
  const base = `/people/${head.id}`
  return (
    <>
      {overview.alsoAtRisk.length === 0 ? null : (
        <Card title="Also at risk" tone="amber">
          <p>Tied to the same person of concern:</p>
          <ul>
            {overview.alsoAtRisk.map((child) => (
              <li key={child.id}><a href={`/people/${child.id}`}>{child.name}</a>{child.masked ? '' : `, ${child.age}`}<span className="sub">{child.masked ? '' : child.open.length === 0 ? 'nothing open' : child.open.join('; ')}</span></li>
            ))}
          </ul>
        </Card>
      )}
      <Card title="Flags">
        {overview.flags.length === 0 ? <p>None.</p> : (
          <ul>{overview.flags.map((flag) => <li key={flag.words}><b>{flag.words}</b>{flag.reason === null ? '' : `: ${flag.reason}`}<span className="sub">{[flag.added, flag.review].filter(Boolean).join(', ')}</span></li>)}</ul>
        )}
        {head.may.flag ? <p><LinkButton look="second" small href={`${base}/change/flag`}>Add a flag</LinkButton></p> : null}
      </Card>
      <Card title={head.adult ? 'This person' : 'This child'}>
        <SummaryList rows={overview.facts} />
        {head.may.correct ? (
          <ul>
            <li><a href={`${base}/change/identity`}>Correct name, age or birth</a></li>
            <li><a href={`${base}/change/circumstances`}>Change plan, care or lead</a></li>
            <li><a href={`${base}/change/address`}>Change the address</a></li>
            {head.may.link ? <li><a href={`${base}/change/link`}>Link somebody</a></li> : null}
            <li><a href={`${base}/same`}>The same person on another record</a></li>
          </ul>
        ) : null}
        {head.may.restrict ? <p><a href={`${base}/change/restrict`}>Restrict this record</a></p> : null}
        {head.may.lift ? <p><a href={`${base}/change/lift`}>Lift the restriction</a></p> : null}
        {head.may.openWords ? <p><a href={`${base}/change/open`}>Open the words with a reason</a></p> : null}
      </Card>
    </>
  )
}
