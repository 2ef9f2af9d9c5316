import type { PersonMaps } from '@/lib/meetings/agenda/view'
import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import { DateTimeField, type DateParts } from '../ui/date-time-field'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { Radios, type Choice } from '../ui/radios'
import { Select } from '../ui/select'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'
import { MeetingTable } from './meeting-lists'

interface Props {
  readonly view: PersonMaps
  readonly personId: string
  readonly page: string
  readonly meetsAt: DateParts
  readonly modes: readonly Choice[]
  readonly agencies: readonly { readonly value: string; readonly label: string }[]
  readonly draft: FormDraft | null
}

/** The child's own meetings: to come, held, and a form that convenes the next one. */
export function Maps({ view, personId, page, meetsAt, modes, agencies, draft }: Props) {
  return (
    <>
      {view.due === null ? null : <Notice tone="amber" title={`The next MAP is due by ${view.due}`}><p>While the category stands the child’s own meeting comes back within a month.</p></Notice>}
      <MeetingTable title="MAPs to come" lines={view.to} />
      <MeetingTable title="MAPs held" lines={view.past} empty="No MAP of this child has been held." />
      {view.listed.length === 0 ? null : <><h2>On the MASE</h2><ul>{view.listed.map((one) => <li key={one.href}><a href={one.href}>{one.words}</a> <Tag>{one.state}</Tag></li>)}</ul></>}
      <p><a href={`/meetings/list?person=${personId}`}>List this child for the next MASE</a></p>
      {view.may && view.to.length === 0 ? (
        <>
          <h2>Convene a MAP</h2>
          <p>{view.clause.text}</p>
          <p><Tag tone={view.behind.there ? 'green' : 'red'}>{view.behind.words}</Tag></p>
          <ActForm act="call-map" page={page} draft={draft} hidden={{ personId }} label="Convene a MAP">
            <DateTimeField name="meetsAt" label="When it takes place" value={meetsAt} draft={draft} />
            <Radios name="mode" label="How" options={modes} layout="row" draft={draft} />
            <TextArea name="place" label="Where, or how to join" hint="A room, a number, a link. No child’s name." rows={2} draft={draft} />
            <Select name="leadAgency" label="Agency that leads" options={agencies} value="csc" draft={draft} />
            <TextArea name="why" label="What the meeting is to settle" rows={3} draft={draft} />
            {view.behind.there ? null : <TextArea name="override" label="Why the MAP comes before a strategy discussion" hint="Only where it cannot wait. A strategy discussion is then owed at once." rows={2} draft={draft} optional />}
            <Buttons><Button>Convene it</Button><Button look="second" intent="save-draft">Save draft</Button></Buttons>
          </ActForm>
        </>
      ) : null}
    </>
  )
}
