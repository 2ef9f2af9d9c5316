import type { ReferralPage, RoutingView } from '@/lib/referrals/view'
import { CONCERN_WORDS } from '@/lib/wording/concerns'
import { NEED_WORDS, OUTCOME_HINTS, OUTCOME_WORDS } from '@/lib/wording/outcomes'
import { choicesOf } from '@/lib/wording/say'
import { EmergencyFields } from './alleged-fields'
import { ActForm } from '../ui/act-form'
import { Button, LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { DateTimeField, type DateParts } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios, YES_NO_UNKNOWN } from '../ui/radios'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

interface Props {
  readonly referral: ReferralPage
  /** What came back of one of these forms, and of which. */
  readonly back: (FormDraft & { readonly act: string }) | null
  readonly now: DateParts
  /** Who was asked and what they said, in one sentence, beside the decision. */
  readonly heard: string | null
  /** The team that the routing rules propose and why, for whoever allocates; null where nothing calls for one. */
  readonly routing: RoutingView | null
}

const YES_NO = [{ value: 'yes', label: 'I agree' }, { value: 'no', label: 'I do not agree' }] as const

/** What may be done next with this referral, the main act first; each is a form of its own that works without a script. */
export function ReferralActs({ referral, back, now, heard, routing }: Props) {
  const may = (act: string): boolean => referral.acts.includes(act)
  const draftOf = (act: string): FormDraft | null => (back?.act === act ? back : null)
  const form = (act: string) => ({ act, page: `/referrals/${referral.id}`, draft: draftOf(act), scope: act, hidden: { referralId: referral.id } })
  const untrained = draftOf('allocate-referral')?.refusals.some((refusal) => refusal.rule === 'allocation-untrained') === true
  const of = (act: string) => ({ draft: draftOf(act), scope: act })
  if (referral.acts.length === 0) return <Card title="What may be done"><p>Nothing more here: the referral is closed, or your role only reads it.</p></Card>
  return (
    <Card title="What may be done" tone="blue">
      <div className="flex flex-wrap gap-2">
        {may('claim-referral') ? <ActForm {...form('claim-referral')} bare><Button>Claim</Button></ActForm> : null}
        {may('release-referral') ? <ActForm {...form('release-referral')} bare><Button look="second">Give back to the queue</Button></ActForm> : null}
        {may('record-strategy-discussion') ? <LinkButton href={`/discussions/call?referral=${referral.id}`} look="second">Call a strategy discussion</LinkButton> : null}
        {may('record-strategy-discussion') ? <LinkButton href={`/discussions/new?referral=${referral.id}`} look="second">Record a strategy discussion</LinkButton> : null}
        {may('take-referral') ? <LinkButton href={`/referrals/new?contact=${referral.id}`} look="second">Make it a referral</LinkButton> : null}
      </div>
      {may('record-emergency') ? (
        <Details summary={referral.emergency?.live ? 'Live emergency: the 999 call, or that it is none' : 'It is a live emergency'} open={draftOf('record-emergency') !== null}>
          <ActForm {...form('record-emergency')} label="Live emergency">
            <EmergencyFields {...of('record-emergency')} none={referral.emergency?.live ?? false} />
            {referral.emergency?.live ? <TextArea name="reason" label="Why it is no emergency" hint="Only a social worker says so" rows={2} {...of('record-emergency')} optional /> : null}
            <Button>Put on record</Button>
          </ActForm>
        </Details>
      ) : null}
      {may('give-second-line') ? (
        <Details summary="Second line" open>
          <p>The decision is that the threshold is not met, and {referral.secondLineWhy.join('; ')}. The clocks run on until somebody other than the decision maker agrees.</p>
          <ActForm {...form('give-second-line')} label="Second line">
            <Radios name="agrees" label="The threshold is not met" layout="row" options={YES_NO} {...of('give-second-line')} />
            <TextArea name="reason" label="Your reason" rows={3} {...of('give-second-line')} />
            <Button>Give the second line</Button>
          </ActForm>
        </Details>
      ) : null}
      {may('decide-referral') ? (
        <Details summary="Decide" open={draftOf('decide-referral') !== null}>
          {heard === null ? null : <p><a href="#enquiry">{heard}</a></p>}
          <ActForm {...form('decide-referral')} label="Decide">
            <Radios name="outcome" label="What response does it need" {...of('decide-referral')}
              options={choicesOf(OUTCOME_WORDS).map(({ value, label }) => ({ value, label, hint: OUTCOME_HINTS[value as keyof typeof OUTCOME_HINTS] }))} />
            <TextArea name="reason" label="Reason" hint="It stays on the child’s record and is told to the referrer." rows={4} {...of('decide-referral')} />
            <p className="sub">Where the enquiry closes with the decision, it says what it stands on. Protection and a strategy discussion do not wait for it.</p>
            <Select name="levelOfNeed" label="Level of need" empty="Choose" options={choicesOf(NEED_WORDS)} {...of('decide-referral')} optional />
            <TextArea name="informationGathered" label="What was gathered from the agencies" hint="Who was asked and what they said, or why it could not be had." rows={3} {...of('decide-referral')} optional />
            <TextArea name="analysis" label="Analysis" rows={3} {...of('decide-referral')} optional />
            <TextArea name="risk" label="Risk" rows={2} {...of('decide-referral')} optional />
            <TextArea name="mitigation" label="What lessens the risk" rows={2} {...of('decide-referral')} optional />
            <Button>Decide</Button>
          </ActForm>
        </Details>
      ) : null}
      {may('allocate-referral') ? (
        <Details summary="Allocate to a named worker" open={draftOf('allocate-referral') !== null}>
          {routing === null ? null : routing.proposals.map((proposal) => (
            <p key={proposal.team}>Proposed: <b>{proposal.team}</b>{proposal.whom}, because {proposal.why}.<span className="sub">{proposal.clause}</span></p>
          ))}
          <ActForm {...form('allocate-referral')} label="Allocate">
            <Field name="worker" label="Worker’s name" width={20} {...of('allocate-referral')} />
            <Field name="team" label="Team" width={20} value={routing?.fill ?? ''} {...of('allocate-referral')} />
            <Radios name="trained" label="Is the worker trained for this work" layout="row" options={YES_NO_UNKNOWN} {...of('allocate-referral')} />
            {untrained ? <p><b>Two may sign together.</b> Name the trained supervisor who signs with the worker, and it can be allocated.</p> : null}
            <Field name="coSignedBy" label={untrained ? 'Trained supervisor who signs with them' : 'Signed with them by'} hint="Needed where the worker is not trained" width={20} {...of('allocate-referral')} optional={!untrained} />
            <TextArea name="note" label="Note" hint={routing === null ? undefined : 'Why it goes elsewhere than proposed, where it does'} rows={2} {...of('allocate-referral')} optional />
            <Button>{untrained ? 'Allocate, signed together' : 'Allocate'}</Button>
          </ActForm>
        </Details>
      ) : null}
      {may('set-rag') ? (
        <Details summary={referral.rag === null ? 'Rate' : 'Change the rating'} open={draftOf('set-rag') !== null}>
          <ActForm {...form('set-rag')} label="Rate">
            <Radios name="rag" label="Rating" layout="row" options={referral.ratings} value={referral.rag ?? undefined} {...of('set-rag')} />
            <TextArea name="reason" label="Why it is rated so" rows={3} {...of('set-rag')} />
            <Button>Set the rating</Button>
          </ActForm>
        </Details>
      ) : null}
      {may('add-facts') ? (
        <Details summary="Add new facts" open={draftOf('add-facts') !== null}>
          <p className="sub">New facts can only bring a due time forward; the former one stays to be seen.</p>
          <ActForm {...form('add-facts')} label="Add new facts">
            <TextArea name="what" label="What has become known" rows={4} {...of('add-facts')} />
            <DateTimeField name="knownAt" label="When it became known" value={now} {...of('add-facts')} />
            <Select name="concern" label="Concern it raises" empty="The same concern" options={choicesOf(CONCERN_WORDS)} {...of('add-facts')} optional />
            <Radios name="forensicEvidence" label="May forensic evidence be lost" layout="row" options={YES_NO_UNKNOWN} {...of('add-facts')} />
            <Radios name="immediateAction" label="Does an agency need to act at once" layout="row" options={YES_NO_UNKNOWN} {...of('add-facts')} />
            <Radios name="newPerson" label="Is a new person named" layout="row" options={YES_NO_UNKNOWN} {...of('add-facts')} />
            <Radios name="newIncident" label="Is it a new incident, offence or place" hint="What was done before does not answer it: its clocks start afresh." layout="row" options={YES_NO_UNKNOWN} {...of('add-facts')} />
            <Button>Put on record</Button>
          </ActForm>
        </Details>
      ) : null}
      {may('acknowledge-referrer') || may('tell-referrer') || may('confirm-in-writing') ? (
        <Details summary="The referrer">
          <div className="flex flex-wrap gap-2">
            {may('acknowledge-referrer') ? <ActForm {...form('acknowledge-referrer')} bare><Button look="second" small>Told that it arrived</Button></ActForm> : null}
            {may('confirm-in-writing') ? <ActForm {...form('confirm-in-writing')} bare><Button look="second" small>Written confirmation came</Button></ActForm> : null}
          </div>
          {may('tell-referrer') ? (
            <ActForm {...form('tell-referrer')} label="Tell the referrer the outcome">
              <TextArea name="note" label="What the referrer is told with the outcome" hint="They read it on their own page: nothing of the file that they need not know." rows={3} {...of('tell-referrer')} optional />
              <Button look="second" small>Told the outcome</Button>
            </ActForm>
          ) : null}
        </Details>
      ) : null}
    </Card>
  )
}
