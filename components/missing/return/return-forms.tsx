import type { ReactNode } from 'react'
import type { ReturnView } from '@/lib/missing/return/view'
import { LAWFUL_BASIS_WORDS } from '@/lib/wording/enquiry'
import { INTERVIEW_WORDS, RETURNED, RETURNED_WORDS } from '@/lib/wording/return'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../../ui/act-form'
import { Button, Buttons, LinkButton } from '../../ui/button'
import { DateTimeField, type DateParts } from '../../ui/date-time-field'
import { Field } from '../../ui/field'
import type { FormDraft } from '../../ui/form-draft'
import { Notice } from '../../ui/notice'
import { Radios, YES_NO_UNKNOWN } from '../../ui/radios'
import { Asks, Revealed } from '../../ui/reveal'
import { Select } from '../../ui/select'
import { TextArea } from '../../ui/text-area'
import { CompanyFields, ToldFields } from './fields'

/** The forms of a return, by the end of their address, with the act they ask for. */
export const RETURN_FORMS = {
  back: { title: 'Back or found', act: 'record-return' }, check: { title: 'Safe and well check', act: 'record-safe-and-well' }, offer: { title: 'Offer of the return home interview', act: 'offer-return-interview' },
  interview: { title: 'Return home interview', act: 'record-return-interview' }, ask: { title: 'Ask a team for the return home interview', act: 'ask-for-interview' }, share: { title: 'Share the interview with police', act: 'share-interview' },
  debrief: { title: 'Pass on what the child said', act: 'record-debrief' },
} as const
export type ReturnWhat = keyof typeof RETURN_FORMS

const YES_NO = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]

interface Props {
  readonly what: ReturnWhat
  readonly view: ReturnView
  readonly draft: FormDraft | null
  readonly now: DateParts
}

/** One form of a return, on a page of its own. */
export function ReturnForm(props: Props) {
  const { what, view, draft, now } = props
  switch (what) {
    case 'back': return (
      <Frame {...props} verb="Record the return">
        <DateTimeField name="returnedAt" label="When the child was back or found" value={now} draft={draft} />
        <Asks>
          <Radios name="how" label="How" draft={draft} options={RETURNED.map((how) => ({ value: how, label: RETURNED_WORDS[how], ...(how === 'arrested' ? { reveals: 'a' as const } : {}) }))} />
          <Revealed by="a">
            <Notice tone="amber" title="A missing child who is arrested may be a victim"><p>An inspector is asked at once whether this child is to be protected. Name below everybody the child was found with: they are to be spoken to.</p></Notice>
            <Field name="offence" label="For what" draft={draft} />
            <Field name="custody" label="Where the child is held" draft={draft} />
          </Revealed>
        </Asks>
        <Field name="where" label="Where" hint="The address or the place where the child was found, or came back to" draft={draft} />
        <CompanyFields draft={draft} />
        <h3>What is known already</h3>
        <TextArea name="account" label="What happened" optional rows={3} draft={draft} />
        <ToldFields draft={draft} />
      </Frame>
    )
    case 'check': return (
      <Frame {...props} verb="Record the check">
        <p>It counts when an officer saw the child and spoke to the child. A word from the placement, or the child only seen, is put on record and does not count.</p>
        <DateTimeField name="checkedAt" label="When" value={now} draft={draft} />
        <Field name="officer" label="Officer" hint="Name and number" draft={draft} width={20} />
        <Radios name="seen" label="Did the officer see the child?" layout="ask" draft={draft} options={YES_NO} />
        <Radios name="spokenTo" label="Did the officer speak to the child?" layout="ask" draft={draft} options={YES_NO} />
        <Radios name="alone" label="Alone, without the carer?" layout="ask" optional draft={draft} options={YES_NO_UNKNOWN} />
        <h3>How the child is</h3>
        <Radios name="safe" label="Is the child safe where the child is now?" layout="ask" draft={draft} options={YES_NO_UNKNOWN} />
        <Radios name="medical" label="Does the child need medical help?" layout="ask" draft={draft} options={YES_NO_UNKNOWN} />
        <Field name="medicalDone" label="If so: what was arranged" hint="Ambulance, sexual assault referral centre, GP" optional draft={draft} />
        <Radios name="victim" label="Was the child the victim of a crime?" layout="ask" draft={draft} options={YES_NO_UNKNOWN} />
        <Field name="crimeReference" label="If so: crime reference" hint="Recorded with this check. Not there yet: leave it empty, and it is owed." optional draft={draft} width={10} />
        <h3>Where the child was</h3>
        <TextArea name="circumstances" label="What happened" hint="Why the child left, how it went, how the child is" rows={4} draft={draft} />
        <TextArea name="whereabouts" label="Where the child was" optional rows={2} draft={draft} />
        <CompanyFields draft={draft} />
        <h3>Harm</h3>
        <Radios name="askedHarm" label="Was the child asked about harm?" layout="ask" draft={draft} options={YES_NO} />
        <ToldFields draft={draft} />
        <Radios name="refer" label="Refer to children’s social care now?" hint="With the concern chosen above. Else what the child said is owed to them by the end of the next working day." layout="row" draft={draft} value="no" options={YES_NO} />
      </Frame>
    )
    case 'offer': return (
      <Frame {...props} verb="Record the offer">
        <p>An offer alone does not meet the duty: the interview is done, or the child declines it.</p>
        <DateTimeField name="offeredAt" label="When it was offered" value={now} draft={draft} />
        <Field name="offeredBy" label="Who offered it" draft={draft} width={20} />
        <Radios name="answer" label="What the child answered" draft={draft} options={[{ value: 'yes', label: 'Yes, the child will come' }, { value: 'thinking', label: 'Has not decided, or could not be reached' }]} />
        <TextArea name="note" label="Note" optional rows={2} draft={draft} />
      </Frame>
    )
    case 'interview': return (
      <Frame {...props} verb="Record it">
        <InterviewFields draft={draft} now={now} independent />
      </Frame>
    )
    case 'ask': return (
      <Frame {...props} verb="Ask the team">
        <p>The team sees the child’s name, where to reach the child, and its own interview: nothing else of the record. The duty stays the local authority’s.</p>
        <Select name="teamId" label="Which team" empty="Choose the team" draft={draft} options={view.teams} />
        <Field name="place" label="Where to reach the child" hint="As the team is told: an address, a school, a telephone" optional draft={draft} />
      </Frame>
    )
    case 'share': return (
      <Frame {...props} verb="Record that it was shared">
        <DateTimeField name="sharedAt" label="When it was shared" value={now} draft={draft} />
        <Field name="to" label="With which officer" draft={draft} width={20} />
        <TextArea name="what" label="What was shared" hint="Where the child goes, with whom, why, and what would stop it: what a trigger plan needs" rows={4} draft={draft} />
        <Select name="basis" label="On what lawful basis" empty="Choose the lawful basis" draft={draft} options={choicesOf(LAWFUL_BASIS_WORDS)} />
      </Frame>
    )
    case 'debrief': return (
      <Frame {...props} verb="Pass it on">
        <TextArea name="what" label="What the child said or showed, and what you know" rows={5} draft={draft} />
        <Asks>
          <Radios name="how" label="To children’s social care" draft={draft} value={view.referrals.length === 0 ? 'new' : ''} options={[
            { value: 'new', label: 'As a new referral' }, ...(view.referrals.length === 0 ? [] : [{ value: 'linked', label: 'To a referral that is open', reveals: 'a' as const }]),
          ]} />
          <Revealed by="a">
            <Select name="referralId" label="Which referral" empty="Choose the referral" draft={draft} options={view.referrals} />
            <Field name="to" label="Who took it" hint="Name, in children’s social care" draft={draft} width={20} />
          </Revealed>
        </Asks>
        <ToldFields draft={draft} without="words" {...(view.referrals.length === 0 ? { needs: 'concern' as const } : {})} />
      </Frame>
    )
  }
}

/** The fields of an interview, for the local authority and for a commissioned team. */
export function InterviewFields({ draft, now, independent }: { readonly draft: FormDraft | null; readonly now: DateParts; readonly independent: boolean }) {
  const options = Object.entries(INTERVIEW_WORDS).filter(([how]) => independent || how !== 'not-offered')
  return (
    <>
      <Asks>
        <Radios name="how" label="What became of it" draft={draft} options={options.map(([value, label]) => ({ value, label, reveals: value === 'done' ? 'a' as const : 'b' as const }))} />
        <DateTimeField name="at" label="When" value={now} draft={draft} />
        <Revealed by="b">
          <TextArea name="reason" label="Why" hint="Where the child declined: in the child’s own words, if you have them" rows={3} draft={draft} />
        </Revealed>
        <Revealed by="a">
          {independent ? <Radios name="independent" label="Was it somebody independent of the placement and of police?" layout="ask" draft={draft} options={YES_NO} /> : null}
          <Field name="by" label="Who interviewed the child" hint="Name, and for whom they work" draft={draft} />
          <TextArea name="account" label="What the interview found" hint="Why the child left, where the child goes and with whom, what would help" rows={6} draft={draft} />
          <Field name="where" label="Places the child goes to" optional draft={draft} />
          <ToldFields draft={draft} />
        </Revealed>
      </Asks>
    </>
  )
}

function Frame({ what, view, draft, verb, children }: Props & { readonly verb: string; readonly children: ReactNode }) {
  const page = `/missing/${view.episodeId}`
  return (
    <ActForm act={RETURN_FORMS[what].act} page={`${page}/return/${what}`} draft={draft} hidden={{ episodeId: view.episodeId }} label={RETURN_FORMS[what].title}>
      {children}
      <Buttons><Button>{verb}</Button><Button look="second" intent="save-draft">Save draft</Button><LinkButton look="second" href={page}>Back without recording</LinkButton></Buttons>
    </ActForm>
  )
}
