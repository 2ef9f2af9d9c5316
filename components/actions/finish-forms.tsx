import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { DateField, DateTimeField, type DateParts } from '../ui/date-time-field'
import type { FormDraft } from '../ui/form-draft'
import { TextArea } from '../ui/text-area'

interface FormProps {
  readonly actionId: string
  readonly draft: FormDraft | null
}

export function CompleteForm({ actionId, draft, doneAt }: FormProps & { readonly doneAt: DateParts }) {
  return (
    <ActForm act="complete-action" page={`/actions/${actionId}`} then={`/actions/${actionId}`} draft={draft} hidden={{ actionId }} label="Mark as done">
      <TextArea name="evidence" label="What shows that it was done" hint="What came of it, and where it is written down" rows={3} draft={draft} />
      <DateTimeField name="doneAt" label="When it was done" value={doneAt} draft={draft} />
      <Button>Mark as done</Button>
    </ActForm>
  )
}

export function CarryForm({ actionId, draft }: FormProps) {
  return (
    <ActForm act="carry-action" page={`/actions/${actionId}`} draft={draft} hidden={{ actionId }} label="Carry to a later date">
      <DateField name="dueOn" label="New date" hint="The old date stays on the record, late where it was late." draft={draft} />
      <TextArea name="reason" label="Why it is carried" rows={2} draft={draft} />
      <Button look="second">Carry to the new date</Button>
    </ActForm>
  )
}
