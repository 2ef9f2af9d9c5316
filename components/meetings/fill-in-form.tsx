import type { MeetingView } from '@/lib/meetings/view'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios, type Choice } from '../ui/radios'
import { TextArea } from '../ui/text-area'

interface FormProps {
  readonly meetingId: string
  readonly page: string
  readonly open: NonNullable<MeetingView['record']>['open']
  readonly draft: FormDraft | null
  readonly decisions: readonly Choice[]
  readonly enquiries: readonly Choice[]
}

/** Asks for what the record was left without, and for nothing that stands in it. */
export function FillInForm({ meetingId, page, open, draft, decisions, enquiries }: FormProps) {
  return (
    <ActForm act="complete-record" page={page} draft={draft} hidden={{ meetingId }} label="Fill in what is missing">
      {open.includes('chair') ? <Field name="chair" label="Who chaired it" width={20} draft={draft} /> : null}
      {open.includes('informationShared') ? <TextArea name="informationShared" label="Information shared" draft={draft} /> : null}
      {open.includes('riskAnalysis') ? <TextArea name="riskAnalysis" label="Analysis of risk" draft={draft} /> : null}
      {open.includes('decision') ? (
        <>
          <Radios name="decision" label="Decision" options={decisions} draft={draft} />
          <TextArea name="decisionReason" label="Why" rows={2} draft={draft} />
          <Radios name="enquiry" label="If it is section 47: who makes the enquiry" options={enquiries} draft={draft} />
          <Field name="policeOfficer" label="Police officer in a joint enquiry, by name" width={20} draft={draft} />
        </>
      ) : null}
      <Button look="second">Fill in</Button>
    </ActForm>
  )
}
