import type { AgendaView } from '@/lib/meetings/agenda/view'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { DateTimeField, type DateParts } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Radios, type Choice } from '../ui/radios'
import { Select } from '../ui/select'
import { TextArea } from '../ui/text-area'

interface Props {
  readonly view: AgendaView
  readonly page: string
  readonly at: DateParts
  readonly modes: readonly Choice[]
  readonly move: FormDraft | null
  readonly off: FormDraft | null
}

/** Time and place; calling it off. */
export function Arrange({ view, page, at, modes, move, off }: Props) {
  return (
    <>
      <Details summary={view.place === null ? 'Set its time and place' : 'Another time or place'} open={move !== null}>
        <ActForm act="move-meeting" page={page} draft={move} hidden={{ callId: view.id }} label="Time and place">
          <DateTimeField name="meetsAt" label="When it takes place" value={at} draft={move} />
          <Radios name="mode" label="How" options={modes} value={view.modeCode} layout="row" draft={move} />
          <TextArea name="place" label="Where, or how to join" hint="A room, a number, a link. No child’s name." rows={2} value={view.place ?? ''} draft={move} />
          <Button look="second">Set it</Button>
        </ActForm>
      </Details>
      <Details summary="Call it off" open={off !== null}>
        <ActForm act="call-off-meeting" page={page} draft={off} hidden={{ callId: view.id }} label="Call it off" scope="off">
          <p>{view.kind === 'mase' ? 'The month then shows as one without a MASE.' : 'What is owed runs on.'}</p>
          <TextArea name="reason" label="Why" rows={2} draft={off} scope="off" />
          <Button look="warn">Call it off</Button>
        </ActForm>
      </Details>
    </>
  )
}

interface Option {
  readonly value: string
  readonly label: string
}

/** Opens the meeting with its chair as it is. */
export function OpenForm({ view, page, draft, agencies, ranks }: { readonly view: AgendaView; readonly page: string; readonly draft: FormDraft | null; readonly agencies: readonly Option[]; readonly ranks: readonly Option[] }) {
  return (
    <ActForm act="open-meeting" page={page} draft={draft} hidden={{ callId: view.id }} label="Open the meeting" scope="open">
      <p>{view.chairSays} Whoever chairs it is put on record as it is.</p>
      <Field name="chairName" label="Who chairs it" width={20} draft={draft} scope="open" />
      <Select name="chairAgency" label="Agency of the chair" options={agencies} value={view.kind === 'mase' ? 'police' : 'csc'} draft={draft} scope="open" />
      <Select name="chairRank" label="Police rank" options={ranks} empty="No police rank" draft={draft} scope="open" />
      <Button>Open the meeting</Button>
    </ActForm>
  )
}
