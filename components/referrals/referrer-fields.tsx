import { WAYS_IN, type Way } from '@/lib/wording/ways'
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
const SENDERS: readonly Option[] = [...choicesOf(AGENCY_WORDS), { value: 'family', label: 'Family' }, { value: 'public', label: 'Member of the public' }]

interface Props {
  readonly draft: FormDraft | null
  readonly boroughs: readonly Option[]
  /** Who refers from their own page: the agency is not asked, and the name stands there already. */
  readonly partner: { readonly agency: string; readonly name: string; readonly email: string } | null
  /** Null where a contact becomes a referral: it has come in already. */
  readonly way: Way | null
  /** Partners' teams that may have rung. */
  readonly teams: readonly Option[]
}

/** Who refers, for which agency, to whom and how it came in: each way asks its own parts. */
export function ReferrerFields({ draft, boroughs, partner, way, teams }: Props) {
  const borough = boroughs[0]?.value ?? ''
  const asked = way === null ? {} : WAYS_IN[way].required
  const optional = (name: keyof typeof asked): { optional?: true } => (name in asked ? {} : { optional: true })
  const senders = way === null ? SENDERS : SENDERS.filter((sender) => WAYS_IN[way].senders.includes(sender.value))
  return (
    <>
      <h2>Who refers</h2>
      {boroughs.length === 1
        ? <input type="hidden" name="borough" value={borough} />
        : <Select name="borough" label="Borough where the child lives or was found" empty="Choose a borough" options={boroughs} draft={draft} />}
      {partner !== null ? (
        <>
          <input type="hidden" name="form" value="referral" />
          <input type="hidden" name="fromAgency" value={partner.agency} />
          <input type="hidden" name="channel" value="online" />
        </>
      ) : way === 'pac' ? (
        <>
          <input type="hidden" name="form" value="contact" />
          <input type="hidden" name="fromAgency" value="police" />
          <input type="hidden" name="channel" value="police-system" />
        </>
      ) : (
        <>
          <Radios name="form" label="Contact or referral" options={FORMS} value="referral" draft={draft} />
          <Select name="fromAgency" label="From" empty="Choose who refers" options={senders} draft={draft} />
          {way === 'other-force'
            ? <Field name="fromWords" label="Which force or borough" hint="Kent Police, Slough Children’s Services" width={20} draft={draft} />
            : <Field name="fromWords" label="Who exactly" hint="As they say it: school, mother, GP surgery" width={20} draft={draft} optional />}
          <Radios name="channel" label="How it came in" layout="two" options={CHANNELS} draft={draft} />
        </>
      )}
      {way === 'pac' ? <Field name="theirReference" label="Merlin reference" width={20} draft={draft} spellCheck={false} /> : null}
      {way === 'other-force' ? <Field name="theirReference" label="Their reference" hint="Or that they have none" width={20} draft={draft} spellCheck={false} /> : null}
      <div className="flex flex-wrap gap-x-4">
        <Field name="referrerName" label={partner !== null ? 'Your name' : way === 'pac' ? 'Reporting officer' : 'Referrer’s name'} hint={way === 'pac' ? 'Rank, name and number' : undefined} width={20} value={partner?.name}
          draft={draft} {...(way === 'pac' ? {} : optional('referrerName'))} />
        <Field name="referrerContact" label={partner === null ? 'How to reach them' : 'How to reach you'} hint="Telephone or e-mail" width={20} value={partner?.email} draft={draft} {...optional('referrerContact')} />
      </div>
      {way === 'professional' && partner === null && teams.length > 0
        ? <Select name="fromTeamId" label="Team that rang" hint="Of a call only: it confirms in writing on its own page and sees what it was told." empty="No team of ours, or not by telephone" options={teams} draft={draft} optional />
        : null}
      <Radios name="toAgency" label="Referred to" layout="row" options={TO} value="csc" draft={draft} />
    </>
  )
}
