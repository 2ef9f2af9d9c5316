import type { EnquiryView, RequestLine } from '@/lib/enquiry/view'
import { AGENCY_WORDS } from '@/lib/wording/agencies'
import { CONSENT_WORDS, LAWFUL_BASIS_WORDS, SYSTEM_WORDS } from '@/lib/wording/enquiry'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Checkboxes } from '../ui/checkboxes'
import { DateTimeField, type DateParts } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { Asks, Revealed } from '../ui/reveal'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

/** What came back of one of the forms of the page, and of which. */
export type Back = (FormDraft & { readonly act: string }) | null
const draftOf = (back: Back, act: string): Back => (back?.act === act ? back : null)

const BASES = choicesOf(LAWFUL_BASIS_WORDS)
const CONSENTS = [
  { value: 'given', label: CONSENT_WORDS.given }, { value: 'dispensed-with', label: CONSENT_WORDS['dispensed-with'], hint: 'To ask would put somebody at risk or spoil the enquiry' },
  { value: 'not-sought', label: CONSENT_WORDS['not-sought'] }, { value: 'refused', label: CONSENT_WORDS.refused },
]
const HELD = [{ value: 'held', label: 'They hold something', reveals: 'a' }, { value: 'nothing-held', label: 'They hold nothing' }, { value: 'refused', label: 'They will not share', reveals: 'b' }] as const
const OURS = [{ value: 'held', label: 'We hold something', reveals: 'a' }, { value: 'nothing-held', label: 'We hold nothing' }, { value: 'refused', label: 'We will not share what we hold', reveals: 'b' }] as const
const YES_NO = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]

interface Scoped { readonly draft: FormDraft | null; readonly scope: string }

/** mash-consent: asked with the first question or check, and only where nothing stands. */
function FirstConsent({ enquiry, ...of }: Scoped & { readonly enquiry: EnquiryView }) {
  if (enquiry.consent !== null) return <p className="sub">{enquiry.consent.words}, {enquiry.consent.detail}.</p>
  return (
    <>
      <Radios name="consent" label="Consent" hint="Each check says how it stands with consent" options={CONSENTS} {...of} />
      <Field name="consentWhose" label="Who gave or refused it" width={20} {...of} optional />
      <TextArea name="consentWhy" label="Why it was not sought, or is dispensed with" rows={2} {...of} optional />
    </>
  )
}

export function AskForm({ enquiry, back, dueAt }: { readonly enquiry: EnquiryView; readonly back: Back; readonly dueAt: DateParts }) {
  const of = { draft: draftOf(back, 'ask-agencies'), scope: 'ask-agencies' }
  return (
    <ActForm act="ask-agencies" page={`/referrals/${enquiry.referralId}`} hidden={{ referralId: enquiry.referralId }} label="Ask agencies" {...of}>
      <Checkboxes name="teams" label="Who is asked" hint="They see this question and their own answer, and nothing else." layout="two" options={enquiry.teams} {...of} />
      <Details summary="Somebody in another borough, or without an account here">
        {enquiry.elsewhere.length === 0 ? null : <Select name="elsewhere" label="In another borough" empty="Nobody" options={enquiry.elsewhere} {...of} optional />}
        <Select name="otherAgency" label="Without an account here: kind of agency" empty="Nobody" options={choicesOf(AGENCY_WORDS)} {...of} optional />
        <Field name="otherName" label="Who is asked there" hint="You ask them yourself and take their answer down." width={20} {...of} optional />
      </Details>
      <TextArea name="about" label="Whom it is about, as they are told" hint="No more than they need to find the child in their own records." rows={2} value={enquiry.about} {...of} />
      <TextArea name="question" label="Question" rows={3} {...of} />
      <TextArea name="purpose" label="What the answer is needed for" rows={2} {...of} />
      <Radios name="basis" label="Lawful basis" options={BASES} {...of} />
      <DateTimeField name="dueAt" label="Answer needed by" hint={enquiry.dueHint} value={dueAt} {...of} />
      <FirstConsent enquiry={enquiry} {...of} />
      <Button>Ask</Button>
    </ActForm>
  )
}

/** An answer given by telephone or letter. A refusal can be answered after all, so any question but a withdrawn one can be chosen. */
export function TakeDownForm({ enquiry, back }: { readonly enquiry: EnquiryView; readonly back: Back }) {
  const of = { draft: draftOf(back, 'take-down-answer'), scope: 'take-down-answer' }
  const asked = enquiry.requests.filter((request) => request.state !== 'withdrawn')
  return (
    <ActForm act="take-down-answer" page={`/referrals/${enquiry.referralId}`} label="Take down an answer" {...of}>
      <Select name="requestId" label="Whose answer" empty="Choose" options={asked.map(questionChoice)} {...of} />
      <Field name="saidBy" label="Who said it" hint="Name and position" width={20} {...of} />
      <AnswerFields of={of} />
      <Button>Put the answer on record</Button>
    </ActForm>
  )
}

const questionChoice = ({ id, to, question }: RequestLine) => ({ value: id, label: question === null ? to : `${to}: ${question.length > 60 ? `${question.slice(0, 60)} …` : question}` })

/** The three answers there are: what is held, nothing, or a refusal with its reason. */
export function AnswerFields({ of, ours = false }: { readonly of: Scoped; readonly ours?: boolean }) {
  return (
    <Asks>
      <Radios name="kind" label={ours ? 'Do you hold anything' : 'Answer'} options={ours ? OURS : HELD} {...of} />
      <Revealed by="a">
        <TextArea name="answer" label={ours ? 'What you hold' : 'What is held'} hint="Facts, dates and who saw them; say what is opinion." rows={5} {...of} />
        <Select name="basis" label="Lawful basis on which it is shared" empty="Choose" options={BASES} {...of} />
      </Revealed>
      <Revealed by="b">
        <TextArea name="reason" label="Why it is not shared" hint="A child’s safety comes before confidence: the duty to share can matter as much as the duty to keep." rows={2} {...of} />
      </Revealed>
    </Asks>
  )
}

export function WithdrawForm({ enquiry, back }: { readonly enquiry: EnquiryView; readonly back: Back }) {
  const of = { draft: draftOf(back, 'withdraw-request'), scope: 'withdraw-request' }
  const waiting = enquiry.requests.filter((request) => request.state === 'open' || request.state === 'late')
  return (
    <ActForm act="withdraw-request" page={`/referrals/${enquiry.referralId}`} label="Withdraw a question" {...of}>
      <Select name="requestId" label="Which question" empty="Choose" options={waiting.map(questionChoice)} {...of} />
      <TextArea name="why" label="Why no answer is needed" rows={2} {...of} />
      <Button look="second">Withdraw the question</Button>
    </ActForm>
  )
}

export function ConsentForm({ referralId, back }: { readonly referralId: string; readonly back: Back }) {
  const of = { draft: draftOf(back, 'record-consent'), scope: 'record-consent' }
  return (
    <ActForm act="record-consent" page={`/referrals/${referralId}`} hidden={{ referralId }} label="Record consent" {...of}>
      <Radios name="consent" label="How it stands with consent" options={CONSENTS} {...of} />
      <Field name="whose" label="Who gave or refused it" width={20} {...of} optional />
      <TextArea name="why" label="Why it was not sought, or is dispensed with" rows={2} {...of} optional />
      <Button>Record consent</Button>
    </ActForm>
  )
}

export function ResearchForm({ enquiry, back }: { readonly enquiry: EnquiryView; readonly back: Back }) {
  const of = { draft: draftOf(back, 'record-research'), scope: 'record-research' }
  return (
    <ActForm act="record-research" page={`/referrals/${enquiry.referralId}`} hidden={{ referralId: enquiry.referralId }} label="Record a check" {...of}>
      <Checkboxes name="systems" label="Which system was searched" layout="two" options={choicesOf(SYSTEM_WORDS)} {...of} />
      <Select name="personId" label="For whom" empty="The whole household" options={enquiry.people} {...of} optional />
      <Radios name="held" label="Is anything held there" layout="row" options={YES_NO} {...of} />
      <TextArea name="found" label="What was found" rows={4} {...of} optional />
      <Checkboxes name="all" label="Every system that can be searched" options={[{ value: 'yes', label: 'With this, all systems are checked for the child, the household and the suspect' }]} {...of} optional />
      <FirstConsent enquiry={enquiry} {...of} />
      <Button>Put on record</Button>
    </ActForm>
  )
}

const WITH_WHOM = [...choicesOf(AGENCY_WORDS), { value: 'family', label: 'The family' }, { value: 'public', label: 'A member of the public' }]

export function ShareForm({ referralId, back }: { readonly referralId: string; readonly back: Back }) {
  const of = { draft: draftOf(back, 'record-disclosure'), scope: 'record-disclosure' }
  return (
    <ActForm act="record-disclosure" page={`/referrals/${referralId}`} hidden={{ referralId }} label="Record what was shared or held back" {...of}>
      <Radios name="shared" label="Was it shared" layout="row" options={[{ value: 'yes', label: 'Shared' }, { value: 'no', label: 'Decided not to share' }]} {...of} />
      <Select name="toAgency" label="With whom" empty="Choose" options={WITH_WHOM} {...of} />
      <Field name="toWords" label="Who there" width={20} {...of} optional />
      <TextArea name="what" label="What" rows={3} {...of} />
      <Select name="basis" label="Lawful basis" hint="Needed where it was shared." empty="Choose" options={BASES} {...of} optional />
      <TextArea name="why" label="Why it is not shared" hint="Needed where it was held back." rows={2} {...of} optional />
      <Button>Put on record</Button>
    </ActForm>
  )
}

export function PassForm({ referralId, back }: { readonly referralId: string; readonly back: Back }) {
  const of = { draft: draftOf(back, 'pass-to-csc'), scope: 'pass-to-csc' }
  return (
    <ActForm act="pass-to-csc" page={`/referrals/${referralId}`} hidden={{ referralId }} label="Pass to children’s social care" {...of}>
      <Field name="to" label="Who took it at children’s social care" hint="Name and position" width={20} {...of} />
      <Select name="basis" label="Lawful basis" empty="Choose" options={BASES} {...of} />
      <TextArea name="note" label="What they were told beside the referral" rows={2} {...of} optional />
      <Button>Passed to children’s social care</Button>
    </ActForm>
  )
}
