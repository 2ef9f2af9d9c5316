import { CONCERN_WORDS, INDICATOR_WORDS } from '@/lib/wording/concerns'
import { SUSPECTED_WORDS } from '@/lib/wording/return'
import { choicesOf } from '@/lib/wording/say'
import { AddAnother } from '../../ui/add-another'
import { Checkboxes } from '../../ui/checkboxes'
import { Details } from '../../ui/details'
import { Field } from '../../ui/field'
import { valueOf, valuesOf, type FormDraft } from '../../ui/form-draft'
import { Radios, YES_NO_UNKNOWN } from '../../ui/radios'
import { Select } from '../../ui/select'
import { TextArea } from '../../ui/text-area'

/** What a child says of harm, and what it comes to. Chosen, the concern starts the strategy discussion by itself; a new referral cannot go without one. */
export function ToldFields({ draft, without, needs }: { readonly draft: FormDraft | null; readonly without?: 'words'; readonly needs?: 'concern' }) {
  const open = valueOf(draft, 'concern') !== '' || valueOf(draft, 'suspect') !== '' || valuesOf(draft, 'indicators').length > 0
  return (
    <>
      {without === 'words' ? null : <TextArea name="said" label="What the child says of harm, or what shows it" hint="In the child’s own words" optional rows={4} draft={draft} />}
      <Select name="concern" label="Concern" hint="Where what was said or seen reaches the threshold, choosing it starts the strategy discussion’s clock." empty={needs === 'concern' ? 'Choose the main concern' : 'Nothing that is a concern'} optional={needs !== 'concern'} draft={draft} options={choicesOf(CONCERN_WORDS)} />
      <Details summary="Signs of exploitation, and who is suspected" open={open}>
        <Radios name="suspect" label="Is somebody suspected?" layout="row" optional draft={draft} options={choicesOf(SUSPECTED_WORDS)} />
        <Checkboxes name="indicators" label="Signs of exploitation" optional layout="two" draft={draft} options={choicesOf(INDICATOR_WORDS)} />
      </Details>
    </>
  )
}

/** Whoever the child was found with, each by name: they are looked for first the next time, and spoken to now. */
export function CompanyFields({ draft }: { readonly draft: FormDraft | null }) {
  return (
    <>
      <h3>With whom</h3>
      <p>Name everybody the child was found with. The co-ordinator sees who turns up again, and with whom else.</p>
      <AddAnother list="company" what="person" another="somebody the child was with" draft={draft} start={0} least={0} row={(prefix) => (
        <>
          <Field name={`${prefix}name`} label="Name" hint="Not known: how to know them again" draft={draft} width={20} />
          <Field name={`${prefix}about`} label="What is known of them" hint="Age, address, car, telephone" optional draft={draft} />
          <Radios name={`${prefix}grown`} label="Adult?" layout="row" optional draft={draft} options={YES_NO_UNKNOWN} />
        </>
      )} />
    </>
  )
}
