import type { ReactNode } from 'react'
import type { TimesAway } from '@/lib/missing/times-away-view'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { DateField, DateTimeField, type DateParts } from '../ui/date-time-field'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Columns } from '../ui/page-head'
import { TextArea } from '../ui/text-area'
import { PlanCard } from './plan/plan-card'

/** The forms about a child that goes missing, by the end of their address. */
export const CHILD_FORMS = {
  plan: { title: 'Trigger plan', act: 'make-trigger-plan' }, 'plan-review': { title: 'Review of the trigger plan', act: 'review-trigger-plan' }, arrest: { title: 'The child was arrested', act: 'record-arrest' },
  'arrest-review': { title: 'Review of the arrest', act: 'review-arrest' },
} as const
export type ChildWhat = keyof typeof CHILD_FORMS

interface Props {
  readonly what: ChildWhat
  readonly personId: string
  readonly view: TimesAway
  readonly draft: FormDraft | null
  readonly now: DateParts
}

export function ChildForm(props: Props) {
  const { what, view, draft, now } = props
  switch (what) {
    case 'plan': return (
      <Columns aside={<Learned view={view} />}>
        <Frame {...props} verb="Make it the plan">
          <p>Whoever takes the next call sees this at once. Write what an officer can do tonight. Earlier versions stay to be read.</p>
          <TextArea name="first" label="What to do first" hint="The one or two steps that have found this child, or would" rows={3} value={view.plan?.first} draft={draft} />
          <TextArea name="places" label="Places" hint="Where the child was found, goes to, is drawn to: addresses, hours" optional rows={3} value={view.plan?.places ?? ''} draft={draft} />
          <TextArea name="people" label="People" hint="Friends and family who help; people of concern, with address and telephone" optional rows={3} value={view.plan?.people ?? ''} draft={draft} />
          <TextArea name="contact" label="Telephone and social media" hint="Numbers, networks, names used there, who can reach the child" optional rows={2} value={view.plan?.contact ?? ''} draft={draft} />
          <TextArea name="travel" label="Transport" hint="Oyster card, stations, lines, cars" optional rows={2} value={view.plan?.travel ?? ''} draft={draft} />
          <TextArea name="risks" label="Risks" hint="What happens to this child when away; health, medicine, harm by whom" optional rows={3} value={view.plan?.risks ?? ''} draft={draft} />
          <DateField name="reviewOn" label="To be looked at again by" hint="And after each time away" draft={draft} />
        </Frame>
      </Columns>
    )
    case 'plan-review': return (
      <>
        <PlanCard plan={view.plan} heading="The plan as it stands" />
        <Frame {...props} verb="The plan stands" hidden={{ version: String(view.plan?.version ?? 0) }}>
          <TextArea name="note" label="What the last time away showed, and why the plan stands" rows={3} draft={draft} />
          <DateField name="reviewOn" label="To be looked at again by" draft={draft} />
        </Frame>
      </>
    )
    case 'arrest': return (
      <Frame {...props} verb="Put it on record">
        <p>A child who is missing, has just been found or is at risk of exploitation is one to be protected before anything else. An inspector is asked at once.</p>
        <DateTimeField name="arrestedAt" label="When" value={now} draft={draft} />
        <Field name="offence" label="For what" draft={draft} />
        <Field name="custody" label="Where the child is held" draft={draft} />
        <Field name="company" label="Who was with the child" hint="They are to be spoken to" optional draft={draft} />
        <TextArea name="protecting" label="What is done to protect the child meanwhile" rows={3} draft={draft} />
      </Frame>
    )
    case 'arrest-review': return (
      <Frame {...props} verb="Record the review">
        {view.arrest === null ? null : <p>{view.arrest.words}.</p>}
        <TextArea name="decision" label="What is decided" hint="Protected, released, dealt with as a suspect: and the people found with the child" rows={2} draft={draft} />
        <TextArea name="reason" label="Why, and what protects the child" rows={4} draft={draft} />
      </Frame>
    )
  }
}

/** What interviews and checks found of the last times away, beside the form that they are for. */
function Learned({ view }: { readonly view: TimesAway }) {
  return (
    <Card title="What the last returns told">
      {view.learned.length === 0 ? <p>Nothing is on record, or its words are not open to you.</p> : (
        <ul className="plain">{view.learned.map((one) => <li key={one.id}><span className="sub">{one.heading}, {one.when}</span>{one.text}</li>)}</ul>
      )}
    </Card>
  )
}

function Frame({ what, personId, draft, verb, hidden, children }: Props & { readonly verb: string; readonly hidden?: Record<string, string>; readonly children: ReactNode }) {
  const page = `/people/${personId}/missing`
  return (
    <ActForm act={CHILD_FORMS[what].act} page={`${page}/${what}`} draft={draft} hidden={{ personId, ...hidden }} label={CHILD_FORMS[what].title}>
      {children}
      <Buttons><Button>{verb}</Button><Button look="second" intent="save-draft">Save draft</Button><LinkButton look="second" href={page}>Back without recording</LinkButton></Buttons>
    </ActForm>
  )
}
