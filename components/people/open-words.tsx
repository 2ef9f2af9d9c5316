import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import type { FormDraft } from '../ui/form-draft'
import { OpeningFields } from './opening-fields'

/** The record is open, its words are not: they open with a reason, as the record of another borough does. */
export function OpenWords({ personId, draft, path }: { readonly personId: string; readonly draft: FormDraft | null; readonly path: string }) {
  return (
    <ActForm act="open-with-reason" page={path} draft={draft} hidden={{ personId }} label="Open the words">
      <p>Your role reads the headings. The words of the entries open to you for 8 hours; the lead of the record sees who opened them and why.</p>
      <OpeningFields draft={draft} hint="One sentence, as you would say it to the lead of the record." />
      <Buttons><Button>Open for 8 hours</Button></Buttons>
    </ActForm>
  )
}
