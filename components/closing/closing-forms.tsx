import type { ReactNode } from 'react'
import type { ClosingView } from '@/lib/closing/view'
import { CONTRADICTION_WORDS, ENQUIRY_WORDS, SEEN_BY_WORDS, SUSPECT_WORDS } from '@/lib/wording/closing'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { Checkboxes } from '../ui/checkboxes'
import { DateTimeField, type DateParts } from '../ui/date-time-field'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios, YES_NO_UNKNOWN } from '../ui/radios'
import { Asks, Revealed } from '../ui/reveal'
import { TextArea } from '../ui/text-area'

// A notice told of here would be on record without its ground, its conditions and its end.
const STEPS = choicesOf(SUSPECT_WORDS).filter((step) => step.value !== 'cawn-served')

export const CLOSING_FORMS = {
  'child-seen': { title: 'The child was seen', act: 'record-child-seen' }, suspect: { title: 'A step against the suspect', act: 'record-suspect-action' },
  'police-enquiry': { title: 'What police did themselves', act: 'record-police-enquiry' }, whereabouts: { title: 'Where the child is', act: 'confirm-whereabouts' },
  contradiction: { title: 'A contradiction in the record', act: 'record-contradiction' }, answer: { title: 'An inspector’s answer', act: 'answer-risk' },
} as const
export type ClosingWhat = keyof typeof CLOSING_FORMS

interface Props {
  readonly what: ClosingWhat
  readonly personId: string
  readonly view: ClosingView
  readonly draft: FormDraft | null
  readonly now: DateParts
}

/** One thing that an enquiry lacks, on a page of its own. */
export function ClosingForm(props: Props) {
  const { what, view, draft, now } = props
  switch (what) {
    case 'child-seen': return (
      <Frame {...props} verb="Put it on the record">
        <DateTimeField name="seenAt" label="When the child was seen" value={now} draft={draft} />
        <Checkboxes name="by" label="Which agency saw the child" draft={draft} options={choicesOf(SEEN_BY_WORDS)} />
        <Field name="who" label="Who saw the child" hint="Name and role" draft={draft} width={20} />
        <Field name="place" label="Where" hint="At home, at school, at the hospital" draft={draft} />
        <Asks>
          <Radios name="spokenTo" label="Was the child spoken to?" layout="row" draft={draft} options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No', reveals: 'b' }]} />
          <Revealed by="b"><Radios name="observed" label="Too young or unable to speak, and observed?" layout="row" draft={draft} options={YES_NO_UNKNOWN} /></Revealed>
        </Asks>
        <Radios name="alone" label="Was the child seen alone?" layout="row" draft={draft} options={YES_NO_UNKNOWN} />
        <TextArea name="views" label="What the child said and wants" hint="In the child’s own words" optional rows={4} draft={draft} />
        <TextArea name="account" label="How the child was" hint="What was seen and heard; how it has been for the child" rows={4} draft={draft} />
        <Referral view={view} draft={draft} />
      </Frame>
    )
    case 'suspect': return (
      <Frame {...props} verb="Put it on the record">
        {view.suspects.length === 0 ? null : <Radios name="suspectId" label="Which suspect" draft={draft} value={view.suspects.length === 1 ? view.suspects[0]?.value ?? '' : ''} options={[...view.suspects, { value: '', label: 'Somebody not on record' }]} />}
        <Radios name="action" label="What was done" hint="A child abduction warning notice is served on the page of the person who poses the risk: age and care are checked there." layout="two" draft={draft} options={STEPS} />
        <DateTimeField name="at" label="When" value={now} draft={draft} />
        <TextArea name="account" label="Account" hint="What was done and what the suspect said" rows={4} draft={draft} />
        <Referral view={view} draft={draft} />
      </Frame>
    )
    case 'police-enquiry': return (
      <Frame {...props} verb="Put it on the record">
        <p>An enquiry that another agency made is not the police’s own: what an officer did is recorded here.</p>
        <Radios name="what" label="What police did" draft={draft} options={choicesOf(ENQUIRY_WORDS)} />
        <Field name="officer" label="Officer" hint="Name and number" draft={draft} width={20} />
        <Checkboxes name="withCsc" label="Who was with them" optional draft={draft} options={[{ value: 'yes', label: 'A social worker, jointly' }]} />
        <DateTimeField name="at" label="When" value={now} draft={draft} />
        <TextArea name="account" label="What was found" rows={4} draft={draft} />
        <Referral view={view} draft={draft} />
      </Frame>
    )
    case 'whereabouts': return (
      <Frame {...props} verb="Confirm it">
        <DateTimeField name="at" label="When it was confirmed" value={now} draft={draft} />
        <Field name="place" label="Where the child is" draft={draft} />
        <Field name="confirmedBy" label="Who confirmed it" hint="A colleague, a school, another force or authority" draft={draft} width={20} />
        <TextArea name="account" label="How it was confirmed" hint="Seen by whom, or on what document; a parent’s word alone confirms nothing" rows={3} draft={draft} />
      </Frame>
    )
    case 'contradiction': return (
      <Frame {...props} verb="Put it on the record">
        <Radios name="what" label="Which is it?" draft={draft} options={choicesOf(CONTRADICTION_WORDS)} />
        <TextArea name="account" label="What contradicts what, or what is right and how that is known" rows={4} draft={draft} />
      </Frame>
    )
    case 'answer': return (
      <Frame {...props} verb="Put the answer on the record">
        <p>For what cannot be done, and only that. The case is then judged as if it were settled, with this answer beside it.</p>
        <Checkboxes name="risks" label="Which risk stays open" draft={draft} options={view.risks} />
        <TextArea name="reason" label="Why it cannot be done" rows={3} draft={draft} />
        <TextArea name="protects" label="What protects the children meanwhile" rows={3} draft={draft} />
      </Frame>
    )
  }
}

function Frame({ what, personId, draft, verb, children }: Props & { readonly verb: string; readonly children: ReactNode }) {
  const path = `/people/${personId}/closing`
  return (
    <ActForm act={CLOSING_FORMS[what].act} page={`${path}/${what}`} draft={draft} hidden={{ personId }} label={CLOSING_FORMS[what].title}>
      {children}
      <Buttons><Button>{verb}</Button><Button look="second" intent="save-draft">Save draft</Button><LinkButton look="second" href={path}>Back without recording</LinkButton></Buttons>
    </ActForm>
  )
}

function Referral({ view, draft }: Pick<Props, 'view' | 'draft'>) {
  if (view.referrals.length === 0) return null
  return <Radios name="referralId" label="For which referral" options={view.referrals} value={view.referrals[0]?.value ?? ''} draft={draft} />
}
