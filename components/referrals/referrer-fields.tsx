import { AGENCY_WORDS } from '@/lib/wording/agencies'
import { choicesOf } from '@/lib/wording/say'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { Select, type Option } from '../ui/select'

const FORMS = [
  { value: 'referral', label: 'Referral', hint: 'A concern that asks for a decision' },
  { value: 'contact', label: 'Contact', hint: 'Information that may become a referral' },
] as const
const CHANNELS = [
  { value: 'telephone', label: 'Telephone' }, { value: 'online', label: 'Online form' }, { value: 'email', label: 'E-mail' },
  { value: 'police-system', label: 'Police system (Merlin)' }, { value: 'in-person', label: 'In person' }, { value: 'letter', label: 'Letter' },
] as const
const TO = [{ value: 'csc', label: "Children's social care" }, { value: 'police', label: 'Police' }] as const

interface Props {
  readonly draft: FormDraft | null
  readonly boroughs: readonly Option[]
  /** The agency of a partner who refers: not asked, and not to be chosen. */
  readonly partnerAgency: string | null
  readonly form: 'contact' | 'referral'
}

/** Who refers, for which agency, to whom and how it came in. */
export function ReferrerFields({ draft, boroughs, partnerAgency, form }: Props) {
  const borough = boroughs[0]?.value ?? ''
  return (
    <>
      <h2>Who refers</h2>
      {boroughs.length === 1
        ? <input type="hidden" name="borough" value={borough} />
        : <Select name="borough" label="Borough where the child lives or was found" empty="Choose a borough" options={boroughs} draft={draft} />}
      {partnerAgency === null ? (
        <>
          <Radios name="form" label="Contact or referral" options={FORMS} value={form} draft={draft} />
          <Select name="fromAgency" label="From" empty="Choose who refers" options={[...choicesOf(AGENCY_WORDS), { value: 'family', label: 'Family' }, { value: 'public', label: 'Member of the public' }]} draft={draft} />
          <Field name="fromWords" label="Who exactly" hint="As they say it: school, mother, GP surgery" width={20} draft={draft} optional />
          <Radios name="channel" label="How it came in" layout="two" options={CHANNELS} draft={draft} />
        </>
      ) : (
        <>
          <input type="hidden" name="form" value="referral" />
          <input type="hidden" name="fromAgency" value={partnerAgency} />
          <input type="hidden" name="channel" value="online" />
        </>
      )}
      <div className="flex flex-wrap gap-x-4">
        <Field name="referrerName" label={partnerAgency === null ? 'Referrer’s name' : 'Your name'} width={20} draft={draft} optional />
        <Field name="referrerContact" label="How to reach them" hint="Telephone or e-mail" width={20} draft={draft} optional />
      </div>
      <Radios name="toAgency" label="Referred to" layout="row" options={TO} value="csc" draft={draft} />
    </>
  )
}
