import type { NamingView } from '@/lib/other-children/view'
import { RELATION_WORDS } from '@/lib/wording/other-children'
import { BOROUGH_WORDS } from '@/lib/wording/boroughs'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { DateField, DateTimeField } from '../ui/date-time-field'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

interface Props {
  readonly view: NamingView
  readonly personId: string
  readonly name: string
  readonly draft: FormDraft | null
}

/** The second step: who the child is, is said; how the child comes into it, and why. */
export function NameOtherForm({ view, personId, name, draft }: Props) {
  const { other } = view
  const path = `/people/${personId}/other-children`
  if (other?.masked === true) return <p className="none">That person is restricted: their record must be open to you before they can be named.</p>
  return (
    <ActForm
      act="name-other-child" page={`${path}/name${other === null ? '?new=1' : `?other=${other.id}`}`} draft={draft} label="Name another child" hidden={{ personId, ...(other === null ? {} : { otherId: other.id }) }}
    >
      {other === null ? <NewChild draft={draft} borough={view.borough} /> : <p><b>{other.name}</b>, {other.age}, in the matter of <b>{name}</b></p>}
      <Radios name="relation" label="How does this child come into it?" draft={draft} options={choicesOf(RELATION_WORDS)} />
      {view.suspects.length === 0 ? null : <Radios name="suspectId" label="Through which suspect" hint="Where the suspect lives with the child or can reach the child" optional draft={draft} options={[...view.suspects, { value: '', label: 'None of them' }]} />}
      <DateTimeField name="learnedAt" label="When this was learned" hint="The 24 hours count from here. Left empty: now" optional draft={draft} />
      <TextArea name="reason" label="Who told you, and what the risk may be" hint="It stands on both children’s records: write only what both may hold" rows={3} draft={draft} />
      <Buttons><Button>Name this child</Button><LinkButton look="second" href={path}>Back without recording</LinkButton></Buttons>
    </ActForm>
  )
}

function NewChild({ draft, borough }: { readonly draft: FormDraft | null; readonly borough: string }) {
  return (
    <>
      <p>A child who is on nobody’s record yet. For an unborn child the names may be left empty.</p>
      <Field name="other-givenName" label="Given name" optional width={20} draft={draft} />
      <Field name="other-familyName" label="Family name" optional width={20} draft={draft} />
      <Field name="other-description" label="Description" hint="Where no name is known: how would a colleague know this child?" optional draft={draft} />
      <DateField name="other-bornOn" label="Date of birth" hint="For example, 27 3 2012" optional draft={draft} />
      <Field name="other-age" label="Age in years, where the date of birth is not known" optional width={2} inputMode="numeric" draft={draft} />
      <Radios name="other-sex" label="Sex" layout="row" draft={draft} value="" options={[{ value: 'female', label: 'Female' }, { value: 'male', label: 'Male' }, { value: 'other', label: 'Other' }, { value: '', label: 'Not known' }]} />
      <Field name="other-address" label="House and street" optional draft={draft} />
      <Field name="other-postcode" label="Postcode" optional width={10} draft={draft} />
      <Select name="borough" label="Borough where this child lives" hint="The duty runs there: that borough’s board shows it" empty="Choose a borough" draft={draft} value={borough} options={choicesOf(BOROUGH_WORDS)} />
    </>
  )
}
