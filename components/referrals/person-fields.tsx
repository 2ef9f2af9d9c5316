import { HOUSEHOLD_WORDS } from '@/lib/wording/kinship'
import { choicesOf } from '@/lib/wording/say'
import { DateField } from '../ui/date-time-field'
import { Field } from '../ui/field'
import { Checkboxes } from '../ui/checkboxes'
import { Radios, YES_NO_UNKNOWN } from '../ui/radios'
import { Select } from '../ui/select'
import type { FormDraft } from '../ui/form-draft'

const SEXES = [{ value: 'female', label: 'Female' }, { value: 'male', label: 'Male' }, { value: 'other', label: 'Other' }] as const
const ADULT_ROLES = [
  { value: 'parent', label: 'Parent or carer' }, { value: 'suspect', label: 'Suspect' }, { value: 'other', label: 'Somebody else' },
] as const

interface RowProps {
  readonly prefix: string
  readonly draft: FormDraft | null
}

function NameAndBirth({ prefix, draft, who, atHome = false }: RowProps & { readonly who: string; readonly atHome?: boolean }) {
  return (
    <>
      <div className="flex flex-wrap gap-x-4">
        <Field name={`${prefix}givenName`} label="Given name" draft={draft} width={20} spellCheck={false} />
        <Field name={`${prefix}familyName`} label="Family name" draft={draft} width={20} spellCheck={false} />
      </div>
      <Field name={`${prefix}description`} label={`Description, if the ${who}’s name is not known`} hint="Girl of about 9 in a red coat" draft={draft} optional width="full" />
      <div className="flex flex-wrap gap-x-6">
        <DateField name={`${prefix}bornOn`} label="Date of birth" draft={draft} optional />
        <Field name={`${prefix}age`} label="Age, if the date of birth is not known" inputMode="numeric" width={4} draft={draft} optional />
        <Select name={`${prefix}sex`} label="Sex" empty="Not known" options={SEXES} draft={draft} optional />
      </div>
      {atHome ? null : (
        <div className="flex flex-wrap gap-x-4">
          <Field name={`${prefix}address`} label="Address" draft={draft} width={20} optional />
          <Field name={`${prefix}postcode`} label="Postcode" draft={draft} width={10} optional />
          <Field name={`${prefix}telephone`} label="Telephone" draft={draft} width={20} inputMode="tel" optional />
        </div>
      )}
    </>
  )
}

/** One child of a referral. */
export function ChildFields({ prefix, draft }: RowProps) {
  return (
    <>
      <NameAndBirth prefix={prefix} draft={draft} who="child" />
      <Checkboxes name={`${prefix}unborn`} label="Not born yet" options={[{ value: 'yes', label: 'The child is not born yet' }]} draft={draft} optional />
      <Radios name={`${prefix}lookedAfter`} label="Looked after by a local authority" layout="row" options={YES_NO_UNKNOWN} draft={draft} />
    </>
  )
}

/** One adult of a referral: who they are to the child is asked first, because a suspect is treated otherwise. */
export function AdultFields({ prefix, draft }: RowProps) {
  return (
    <>
      <Radios name={`${prefix}role`} label="Who is this" layout="row" options={ADULT_ROLES} draft={draft} />
      <div className="flex flex-wrap items-end gap-x-6">
        <Field name={`${prefix}relationship`} label="How they are related to the child" hint="Mother, stepfather, football coach" draft={draft} width={20} optional />
        <Radios name={`${prefix}livesWith`} label="Lives with the child" layout="row" options={YES_NO_UNKNOWN} draft={draft} />
      </div>
      <NameAndBirth prefix={prefix} draft={draft} who="person" />
    </>
  )
}

const GROWN = [{ value: 'adult', label: 'Adult' }, { value: 'child', label: 'Child' }] as const

/** Somebody else of the child's household; the address is the child's. */
export function HouseholdFields({ prefix, draft }: RowProps) {
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-6">
        <Select name={`${prefix}kin`} label="Who this is to the child" empty="Choose one" options={choicesOf(HOUSEHOLD_WORDS)} draft={draft} />
        <Radios name={`${prefix}grown`} label="Adult or child" layout="row" options={GROWN} draft={draft} />
      </div>
      <NameAndBirth prefix={prefix} draft={draft} who="person" atHome />
    </>
  )
}
