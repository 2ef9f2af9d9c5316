import type { ReactNode } from 'react'
import type { PersonForm } from '@/lib/people/form-queries'
import type { PersonHead } from '@/lib/people/view'
import { BOROUGH_WORDS } from '@/lib/wording/boroughs'
import { FLAG_WORDS, planWords } from '@/lib/wording/concerns'
import { KINSHIP_WORDS } from '@/lib/wording/kinship'
import { PLAN_CATEGORIES } from '@/lib/wording/plans'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { DateField, DateTimeField, type DateParts } from '../ui/date-time-field'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios, YES_NO_UNKNOWN } from '../ui/radios'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

export const CHANGES = ['identity', 'circumstances', 'flag', 'address', 'link', 'open', 'restrict', 'lift'] as const
export type ChangeWhat = (typeof CHANGES)[number]

interface ChangeProps {
  readonly head: PersonHead
  readonly form: PersonForm
  readonly draft: FormDraft | null
}

interface FrameProps {
  readonly act: string
  readonly what: ChangeWhat
  readonly head: PersonHead
  readonly draft: FormDraft | null
  readonly hidden?: Readonly<Record<string, string>>
  readonly verb: string
  readonly children: ReactNode
  readonly query?: string
}

/** One change, one form: what it rests on is asked for every time, and what stood stays on record. */
function ChangeFrame({ act, what, head, draft, hidden, verb, children, query = '' }: FrameProps) {
  return (
    <ActForm act={act} page={`/people/${head.id}/change/${what}${query}`} draft={draft} hidden={{ personId: head.id, ...hidden }} label={verb}>
      {children}
      <Buttons><Button>{verb}</Button><LinkButton look="second" href={`/people/${head.id}`}>Leave it as it is</LinkButton></Buttons>
    </ActForm>
  )
}

const Reason = ({ draft, label = 'What does this rest on?' }: { readonly draft: FormDraft | null; readonly label?: string }) =>
  <TextArea name="reason" label={label} hint="Who told you, or what you have seen" rows={2} draft={draft} />

export function IdentityForm({ head, form, draft }: ChangeProps) {
  const { identity } = form
  return (
    <ChangeFrame act="correct-person" what="identity" head={head} draft={draft} hidden={{ seen: identity.seen }} verb="Correct">
      <Field name="givenName" label="Given name" draft={draft} optional width={20} value={identity.givenName ?? ''} />
      <Field name="familyName" label="Family name" draft={draft} optional width={20} value={identity.familyName ?? ''} />
      <Field name="description" label="Description" hint="Where no name is known: how would a colleague know this person?" draft={draft} optional value={identity.description ?? ''} />
      <DateField name="bornOn" label="Date of birth" hint="For example, 27 3 2012" draft={draft} optional value={dateParts(identity.bornOn)} />
      <Field name="age" label="Age in years, where the date of birth is not known" draft={draft} optional width={2} inputMode="numeric" value={identity.ageStated === null ? '' : String(identity.ageStated)} />
      <Radios name="ageDisputed" label="Is the age disputed?" layout="row" draft={draft} value={identity.ageDisputed ? 'yes' : 'no'} options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} />
      <Radios name="sex" label="Sex" layout="row" draft={draft} value={identity.sex ?? ''} options={[{ value: 'female', label: 'Female' }, { value: 'male', label: 'Male' }, { value: 'other', label: 'Other' }, { value: '', label: 'Not known' }]} />
      <Field name="telephone" label="Telephone" type="tel" draft={draft} optional width={20} value={identity.telephone ?? ''} />
      <Reason draft={draft} />
    </ChangeFrame>
  )
}

export function CircumstancesForm({ head, form, draft }: ChangeProps) {
  const stands = form.circumstances
  return (
    <ChangeFrame act="set-circumstances" what="circumstances" head={head} draft={draft} hidden={{ seen: stands.seen }} verb="Change">
      <Radios name="lookedAfter" label="Is the child looked after?" layout="row" draft={draft} value={stands.lookedAfter === null ? 'unknown' : stands.lookedAfter ? 'yes' : 'no'} options={YES_NO_UNKNOWN} />
      <Field name="responsibleAuthority" label="Responsible authority" hint="The council that looks after the child, also where the child lives elsewhere" draft={draft} optional width={20} value={stands.responsibleAuthority ?? ''} />
      <Field name="placement" label="Placement" hint="The home or carer, and the town" draft={draft} optional value={stands.placement ?? ''} />
      <Select name="planCategory" label="Child protection plan" empty="None" draft={draft} value={stands.planCategory ?? ''} options={PLAN_CATEGORIES.map((category) => ({ value: category, label: planWords(category) }))} />
      <Field name="leadName" label="Lead" hint="Who holds the case, to be rung first" draft={draft} optional width={20} value={stands.leadName ?? ''} />
      <Reason draft={draft} />
    </ChangeFrame>
  )
}

export function FlagForm({ head, draft }: ChangeProps) {
  return (
    <ChangeFrame act="add-flag" what="flag" head={head} draft={draft} verb="Add the flag">
      <Radios name="flag" label="Which flag?" draft={draft} options={choicesOf(FLAG_WORDS)} />
      <Field name="ownerName" label="Who owns the flag" hint="Who answers for it and looks at it again. Left empty: you" draft={draft} optional width={20} />
      <DateField name="reviewOn" label="To be reviewed on" hint="Left empty: in three months" draft={draft} optional />
      <Reason draft={draft} />
    </ChangeFrame>
  )
}

export function AddressForm({ head, draft }: ChangeProps) {
  return (
    <ChangeFrame act="set-address" what="address" head={head} draft={draft} verb="Set the address">
      <p>Now: {head.lives}. The address before stays on record with its end.</p>
      <Field name="line" label="House and street" draft={draft} />
      <Field name="postcode" label="Postcode" draft={draft} optional width={10} />
      <Select name="borough" label="Borough" empty="Choose a borough" draft={draft} options={choicesOf(BOROUGH_WORDS)} />
      <DateTimeField name="since" label="Since when" hint="Left empty: from now. The time may be left empty where only the day is known" draft={draft} optional />
      <DateTimeField name="until" label="Until when" hint="Only of an earlier address: then it is put beside the others, and where they live now stays as it is" draft={draft} optional />
      <Reason draft={draft} />
    </ChangeFrame>
  )
}

/** The second step of linking: the other person is chosen, how they are related is not. */
export function LinkForm({ head, form, draft }: ChangeProps) {
  const { other } = form
  if (other === null) return null
  if (other.masked) return <p className="none">That person is restricted: their record must be open to you before they can be linked.</p>
  return (
    <ChangeFrame act="link-people" what="link" head={head} draft={draft} hidden={{ otherId: other.id }} verb="Link them" query={`?other=${other.id}`}>
      <p><b>{other.name}</b>, {other.age}, is … <b>{head.name}</b></p>
      <Radios name="kind" label="How are they related?" layout="two" draft={draft} options={choicesOf(KINSHIP_WORDS)} />
      <Reason draft={draft} />
    </ChangeFrame>
  )
}

function dateParts(date: string | null): DateParts | undefined {
  if (date === null) return undefined
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}
