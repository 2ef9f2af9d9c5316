import { notFound } from 'next/navigation'
import { Entries } from '@/components/chronology/entries'
import { DutyTable } from '@/components/duties/duty-table'
import { CompletePac } from '@/components/referrals/complete-pac'
import { ChildName } from '@/components/referrals/child-name'
import { LookingFor } from '@/components/referrals/looking'
import { Enquiry } from '@/components/enquiry/enquiry'
import { ReferralActs } from '@/components/referrals/referral-acts'
import { Shell } from '@/components/shell/shell'
import { Card } from '@/components/ui/card'
import { DoneNotice } from '@/components/ui/done-notice'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { Columns, PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { Rag } from '@/components/ui/tag'
import { ENQUIRY_ACTS, ENQUIRY_BARE } from '@/lib/enquiry/offered'
import { enquiryOf } from '@/lib/enquiry/queries'
import { doneWords } from '@/lib/forms/done'
import { readAnyDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { REFERRAL_ACTS } from '@/lib/referrals/available-acts'
import { lookingFor } from '@/lib/referrals/looking'
import { referralPage } from '@/lib/referrals/referral-page'
import { routingOf } from '@/lib/referrals/routing'
import type { ReferralPage, ReferralPerson } from '@/lib/referrals/view'
import { frameFor } from '@/lib/shell/frame'
import { typedParts } from '@/lib/wording/london-input'
import { joined, sentence } from '@/lib/wording/lists'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string }>
}

/** One referral: what was sent, who is in it, what is owed, what has happened, and what may be done next. */
export default async function Referral({ params, searchParams }: Props) {
  const [{ id }, asked, page] = [await params, await searchParams, await pageActor()]
  const found = await referralPage(page.actor, id, page.now)
  if (found === null) notFound()
  const [frame, back, looking, enquiry] = await Promise.all([
    frameFor(page), readAnyDraft(page.actor, asked.draft, [...REFERRAL_ACTS, ...ENQUIRY_ACTS, 'match-person', 'new-person']), lookingFor(page.actor, id, page.now), enquiryOf(page.actor, id, page.now),
  ])
  const { referral, duties, entries, older } = found
  const routing = referral.acts.includes('allocate-referral') ? await routingOf(page.actor, id, page.now) : null
  const open = duties.filter((duty) => duty.state === 'late' || duty.state === 'open')
  const past = duties.filter((duty) => !open.includes(duty))
  const bare = back !== null && ['claim-referral', 'release-referral', 'acknowledge-referrer', 'tell-referrer', 'confirm-in-writing', 'new-person', ...ENQUIRY_BARE].includes(back.act)
  return (
    <Shell {...frame} title={`${referral.form === 'contact' ? 'Contact' : 'Referral'} ${referral.reference}`} current="/queue" problem={back !== null}>
      <DoneNotice says={doneWords(asked.done)} />
      {bare ? <ErrorSummary draft={back} /> : null}
      {referral.emergency === null ? null : <Notice tone="red" title={referral.emergency.title}><p>{referral.emergency.call} (HMIC 2016, L1918–1926)</p></Notice>}
      <PageHead title={`${sentence(referral.concern)}, ${referral.borough}`} lede={`${referral.form === 'contact' ? 'Contact' : 'Referral'} ${referral.reference}. ${referral.status}${referral.claimedBy === null ? '' : `, with ${referral.claimedBy === 'You' ? 'you' : referral.claimedBy}`}.`} />
      <p><Rag grade={referral.rag} /></p>
      <Columns jump="What may be done" aside={
        <>
          <ReferralActs referral={referral} back={back} now={typedParts(page.now)} heard={enquiry?.summary ?? null} routing={routing} />
          <CompletePac referral={referral} draft={back?.act === 'complete-pac' ? back : null} />
          {referral.discussions.length === 0 ? null : (
            <Card title="Strategy discussions">{referral.discussions.map((discussion) => <p key={discussion.id}><a href={`/discussions/${discussion.id}`}>{discussion.words}</a></p>)}</Card>
          )}
        </>
      }>
        <LookingFor looking={looking} referralId={referral.id} back={back} />
        <h2>Children</h2>
        <ul>{referral.children.map((child) => <li key={child.id}><ChildName child={child} />{child.masked ? null : <span className="sub"><a href={`/people/${child.id}/other-children`}>Other children to think of<span className="sr-only"> beside {child.name}</span></a></span>}</li>)}</ul>
        {referral.earlier === null ? null : <p className="sub">{referral.earlier}</p>}
        <Others people={referral.adults} />
        {referral.decision.length === 0 ? null : <><h2>Decision</h2><SummaryList rows={referral.decision} /></>}
        <h2>What is alleged</h2>
        {referral.narrative === null ? <p className="none">The words open to those who work the case.</p> : <p className="whitespace-pre-line">{referral.narrative}</p>}
        {enquiry === null ? null : <Enquiry enquiry={enquiry} back={back} dueAt={typedParts(enquiry.dueAt)} />}
        <div className="mt-6"><DutyTable caption="What is owed" lines={open} empty="Nothing is owed just now." /></div>
        <h2>Particulars</h2>
        <SummaryList rows={knownFirst(referral.facts)} />
        {past.length === 0 ? null : <div className="mt-6"><DutyTable caption="What was owed" lines={past} /></div>}
        <h2>What has happened</h2>
        <Entries entries={entries} label="What has happened with this referral, newest first" referralId={referral.id} />
        {older ? <p>The latest {entries.length} are listed. What went before is in the chronology of each child: {referral.children.filter((child) => !child.masked).map((child, index) => <span key={child.id}>{index === 0 ? '' : ', '}<a href={`/people/${child.id}/chronology`}>{child.name}</a></span>)}</p> : null}
      </Columns>
    </Shell>
  )
}

/** The adults named, then who else lives there: of these nothing is alleged, so they stand apart. */
function Others({ people }: { readonly people: readonly ReferralPerson[] }) {
  const lists = [
    { title: 'Adults', rows: people.filter((person) => person.role !== 'household') },
    { title: 'Also in the household', rows: people.filter((person) => person.role === 'household') },
  ]
  return lists.filter(({ rows }) => rows.length > 0).map(({ title, rows }) => (
    <section key={title}>
      <h2>{title}</h2>
      <ul>{rows.map((person) => <li key={person.id + person.role}><ChildName child={person} />{person.role === 'household' ? null : <span className="sub inline"> {ROLES[person.role] ?? person.role}</span>}</li>)}</ul>
    </section>
  ))
}

/** What nobody knows yet in one line at the end: ten lines of "Not known" hide the three that are. */
function knownFirst(facts: ReferralPage['facts']): ReferralPage['facts'] {
  const unknown = facts.filter((fact) => fact.value === 'Not known').map((fact) => fact.term)
  return unknown.length < 2 ? facts : [...facts.filter((fact) => fact.value !== 'Not known'), { term: 'Not known yet', value: sentence(joined(unknown.map((term) => term.charAt(0).toLowerCase() + term.slice(1)))) }]
}

const ROLES: Readonly<Record<string, string>> = { parent: 'Parent or carer', suspect: 'Suspect', other: 'Named on the referral' }
