import { AGENCY_WORDS } from '@/lib/wording/agencies'
import { choicesOf } from '@/lib/wording/say'
import { DateField } from '../ui/date-time-field'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Select } from '../ui/select'

/** What, who, by when. `prefix` is '' in a form of its own, `actions-0-` in a row of a list; `names` is the id of the names offered. */
export function ActionFields({ prefix = '', draft, names }: { readonly prefix?: string; readonly draft: FormDraft | null; readonly names?: string }) {
  return (
    // By the room it has, not by the screen: beside an agenda four columns left three letters for what is to be done.
    <div className="@container">
      <div className="grid items-start gap-x-4 @lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] @5xl:grid-cols-[minmax(0,1fr)_13rem_15rem_auto]">
        <div className="@lg:col-span-3 @5xl:col-span-1"><Field name={`${prefix}what`} label="What is to be done" draft={draft} /></div>
        <Select name={`${prefix}ownerAgency`} label="Agency" options={choicesOf(AGENCY_WORDS)} empty="Choose" draft={draft} />
        <Field name={`${prefix}ownerName`} label="Who does it, by name" list={names} draft={draft} />
        <DateField name={`${prefix}dueOn`} label="By the end of" draft={draft} />
      </div>
    </div>
  )
}
