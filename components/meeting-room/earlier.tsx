import type { EarlierView, RoomView } from '@/lib/meetings/room/view'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { DateField } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Asks, Revealed } from '../ui/reveal'
import { Radios } from '../ui/radios'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'

interface EarlierProps {
  readonly room: RoomView
  readonly page: string
  readonly draft: FormDraft | null
}

/** What the meetings before left unfinished: on top, and nothing is closed before each was taken up (mase-actions). */
export function Earlier({ room, page, draft }: EarlierProps) {
  const waiting = room.earlier.filter((action) => action.taken === null)
  const taken = room.earlier.filter((action) => action.taken !== null)
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">Actions of earlier meetings</h2>
      {room.earlier.length === 0 ? <p className="none">No action of an earlier meeting is open.</p> : null}
      {waiting.length === 0 ? null : <p>Each is taken up before any item is closed or the meeting ends.</p>}
      {waiting.map((action, index) => (
        <article key={action.id} className={action.late ? 'card red' : 'card'} id={`action-${action.id}`}>
          <ActionHead action={action} />
          {room.mayRun ? <TakeUp room={room} page={page} action={action} draft={draft?.values['actionId'] === action.id ? draft : null} open={index === 0} /> : <p className="sub">Waits to be taken up.</p>}
        </article>
      ))}
      {taken.length === 0 ? null : (
        <>
          <h3>Taken up</h3>
          <ul className="why">{taken.map((action) => <li key={action.id}><b>{action.taken}</b>: {action.what} ({action.owner}, {action.agency})</li>)}</ul>
        </>
      )}
    </section>
  )
}

function ActionHead({ action }: { readonly action: EarlierView }) {
  return (
    <>
      <h3 className="m-0">{action.what} {action.late ? <Tag tone="red">Late</Tag> : null}</h3>
      <p className="sub">{action.owner}, {action.agency}. {action.late ? 'Was due' : 'Due'} {action.due}. About {action.about}.</p>
    </>
  )
}

interface TakeUpProps {
  readonly room: RoomView
  readonly page: string
  readonly action: EarlierView
  readonly draft: FormDraft | null
  readonly open: boolean
}

function TakeUp({ room, page, action, draft, open }: TakeUpProps) {
  const scope = action.id.slice(0, 8)
  const outcomes = [
    ...(action.hidden ? [] : [{ value: 'done', label: 'Done', reveals: 'a' as const }, { value: 'carried', label: 'Carried to a new date', reveals: 'b' as const }]),
    ...(action.late && !action.hidden ? [] : [{ value: 'not-due', label: action.hidden ? 'Taken up by whoever may read it' : 'Not due yet' }]),
  ]
  return (
    <Details summary={<>Take it up<span className="sr-only">: {action.what}</span></>} open={open || draft !== null}>
      <ActForm act="take-up-action" page={page} draft={draft} hidden={{ callId: room.id, actionId: action.id }} label={`Take up: ${action.what}`} scope={scope}>
        <Asks>
          <Radios name="outcome" label="What became of it" options={outcomes} layout="row" draft={draft} scope={scope} />
          <Revealed by="a"><TextArea name="evidence" label="What shows that it was done" rows={2} draft={draft} scope={scope} /></Revealed>
          <Revealed by="b">
            <Field name="reason" label="Why it is carried" draft={draft} scope={scope} />
            <DateField name="dueOn" label="New date" hint="The old date stays on the record, late where it was late." draft={draft} scope={scope} />
          </Revealed>
        </Asks>
        <Button>Take it up</Button>
      </ActForm>
    </Details>
  )
}
