import { OPENING_PURPOSES } from '@/lib/wording/openings'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { TextArea } from '../ui/text-area'

/** What it is for, and why: the same two questions for a reason and for break-glass. */
export function OpeningFields({ draft, hint }: { readonly draft: FormDraft | null; readonly hint: string }) {
  return (
    <>
      <Radios name="purpose" label="What is it for?" draft={draft} options={Object.entries(OPENING_PURPOSES).map(([value, label]) => ({ value, label }))} />
      <TextArea name="reason" label="Why do you need this record?" hint={hint} rows={3} draft={draft} />
    </>
  )
}
