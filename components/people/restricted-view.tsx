import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { InterruptionCard } from '../ui/interruption-card'
import { OpeningFields } from './opening-fields'

/** A restricted record stops everybody. Nothing of the person is on this page. */
export function RestrictedView({ personId, may, draft, path }: { readonly personId: string; readonly may: boolean; readonly draft: FormDraft | null; readonly path: string }) {
  return (
    <InterruptionCard title="Restricted person">
      <p>This record is kept from everybody, because somebody could come to harm if it were read.</p>
      {may ? (
        <>
          <p>If a child’s safety cannot wait, you can break the glass: the record opens to you for 3 hours, and another person reviews why.</p>
          <ActForm act="break-glass" page={path} draft={draft} hidden={{ personId }} label="Break the glass">
            <OpeningFields draft={draft} hint="A sentence that a reviewer can judge. Do not name the person." />
            <Field name="password" type="password" label="Your password" hint="Typed now, so that a session left open opens nothing" draft={draft} width={20} autoComplete="current-password" />
            <Buttons><Button>Break the glass</Button></Buttons>
          </ActForm>
        </>
      ) : <p>Your role cannot open it. Ring the borough’s MASH if a child’s safety cannot wait.</p>}
      <p><a href="/people">Back to the search</a></p>
    </InterruptionCard>
  )
}
