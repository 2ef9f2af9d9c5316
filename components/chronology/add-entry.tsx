import type { AddChosen, AddField, AddForm } from '@/lib/chronology/add/view'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { Checkboxes } from '../ui/checkboxes'
import { DateTimeField, type DateParts } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios, YES_NO_UNKNOWN } from '../ui/radios'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

/** The first step: what happened, in a short grouped list. Links, so that it needs no script and the back button undoes it. */
export function AddKinds({ form, path }: { readonly form: AddForm; readonly path: string }) {
  return (
    <>
      <p>What happened? Referrals, discussions, decisions, allocations, actions and new flags have forms of their own.</p>
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-2 lg:grid-cols-3">
        {form.groups.map((group) => (
          <section key={group.words}>
            <h3>{group.words}</h3>
            <ul className="plain">
              {group.kinds.map((kind) => (
                <li key={kind.what} className="py-1"><a className="inline-block min-h-6" href={kind.href ?? `${path}?what=${kind.what}`}>{kind.words}</a>{kind.hint === null ? null : <span className="sub">{kind.hint}</span>}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

interface AddEntryProps {
  readonly personId: string
  readonly chosen: AddChosen
  readonly draft: FormDraft | null
  readonly path: string
  /** Now, as the boxes of the date begin. */
  readonly start: DateParts
}

/** The second step: when, the few facts that rules read of this kind, and the account. */
export function AddEntry({ personId, chosen, draft, path, start }: AddEntryProps) {
  const here = `${path}?what=${chosen.what}`
  return (
    <ActForm act="add-entry" page={here} draft={draft} hidden={{ personId, what: chosen.what }} label={chosen.words}>
      <p>{chosen.hint === null ? '' : `${chosen.hint}. `}<a href={path}>Choose something else</a></p>
      <DateTimeField name="occurredAt" label="When it happened" hint="The true time, not the time of writing it down: clocks count from here." value={start} draft={draft} />
      {chosen.fields.map((field) => <OneFact key={field.name} field={field} draft={draft} />)}
      <TextArea name="account" label="Account" hint="What happened, in the words used: who said or saw what" rows={6} draft={draft} />
      {chosen.referrals.length === 0 ? null : <Radios name="referralId" label="For which referral" options={chosen.referrals} value={chosen.referrals[0]?.value ?? ''} draft={draft} />}
      <Buttons><Button>Put it on the record</Button><Button look="second" intent="save-draft">Save draft</Button><LinkButton look="second" href={`/people/${personId}/chronology`}>Back without recording</LinkButton></Buttons>
    </ActForm>
  )
}

/** Tick boxes beyond this many are folded away: they would push the account out of sight. */
const MANY = 12

function OneFact({ field, draft }: { readonly field: AddField; readonly draft: FormDraft | null }) {
  const asked = { name: field.name, label: field.label, draft, ...(field.hint === null ? {} : { hint: field.hint }), ...(field.optional ? { optional: true } : {}) }
  switch (field.as) {
    case 'radios': return <Radios {...asked} options={field.choices} />
    case 'select': return <Select {...asked} empty={field.optional ? 'Not known or none' : 'Choose one'} options={field.choices} />
    case 'several': return field.choices.length > MANY ? <Details summary={`${field.label} (optional)`}><Checkboxes {...asked} layout="two" options={field.choices} /></Details> : <Checkboxes {...asked} layout="two" options={field.choices} />
    case 'yes-no': return <div className="max-w-3xl"><Radios {...asked} layout="ask" options={YES_NO_UNKNOWN} /></div>
    case 'words': return <Field {...asked} />
  }
}
