import type { CallView, InvitationView } from '@/lib/meetings/calls/view'
import { ActForm } from '../../ui/act-form'
import { Button } from '../../ui/button'
import { DateTimeField, type DateParts } from '../../ui/date-time-field'
import { Details } from '../../ui/details'
import { Field } from '../../ui/field'
import type { FormDraft } from '../../ui/form-draft'
import { Notice } from '../../ui/notice'
import { Radios, type Choice } from '../../ui/radios'
import { Asks, Revealed } from '../../ui/reveal'
import { Table, type Column } from '../../ui/table'
import { Tag, type Tone } from '../../ui/tag'
import { TextArea } from '../../ui/text-area'
import { MailLine } from '../mail-line'

const TONES: Readonly<Record<InvitationView['standing'], Tone>> = { coming: 'green', instead: 'green', apologies: 'red', silent: 'grey' }

/** Seen before the discussion and not after it: whom it would lack if it were held as things stand. */
export function Gaps({ view }: { readonly view: CallView }) {
  const sure = view.gaps.filter((gap) => gap.sure)
  const open = view.gaps.filter((gap) => !gap.sure)
  return (
    <>
      {view.late === null ? null : <Notice tone="red" title="Later than it is due"><p>{view.late} Bring it forward, or hold one by telephone first.</p></Notice>}
      {sure.length === 0 ? null : (
        <Notice tone="red" title="It would not be quorate">
          <ul>{sure.map((gap) => <li key={gap.words}>{gap.words}</li>)}</ul>
          <p>Ask somebody else of that agency, or another time, before it is held.</p>
        </Notice>
      )}
      {open.length === 0 ? null : <Notice tone="amber" title="Not answered yet"><ul>{open.map((gap) => <li key={gap.words}>{gap.words}</li>)}</ul></Notice>}
      {view.state === 'open' && view.may.change && view.gaps.length === 0 ? <Notice tone="green" title="Everyone whom the procedures ask for is coming" /> : null}
    </>
  )
}

export function Invitations({ view, page }: { readonly view: CallView; readonly page: string }) {
  const columns: Column<InvitationView>[] = [
    { key: 'name', head: 'Who is asked', kind: 'row', cell: (one) => <>{one.name}<span className="sub">{one.part}{one.part === one.agency ? null : `, ${one.agency}`}</span>{one.required ? <Tag tone="blue">Quorum</Tag> : null}</> },
    { key: 'answer', head: 'Answer', cell: (one) => <><Tag tone={TONES[one.standing]}>{one.answer}</Tag>{one.brings === null ? null : <span className="sub whitespace-pre-wrap">Brings: {one.brings}</span>}</> },
    ...(view.may.change || view.may.sendAgain ? [{ key: 'mail', head: 'By mail', cell: (one: InvitationView) => <MailLine mail={one.mail} hasAccount={one.hasAccount} page={page} about={one.name} maySend={view.may.sendAgain} /> }] : []),
    ...(view.may.answerForOthers ? [{ key: 'told', head: 'Answered by telephone or mail', cell: (one: InvitationView) => (one.mine ? null : <ToldYou one={one} page={page} />) }] : []),
  ]
  return <Table caption="Who is asked" columns={columns} rows={view.invitations} rowKey={(one) => one.id} tone={(one) => (one.required && one.standing === 'apologies' ? 'late' : undefined)} empty="Nobody is asked." />
}

const COMING = [{ value: 'yes', label: 'Coming' }, { value: 'no', label: 'Apologies', reveals: 'b' }] as const

/** Somebody without an account, or who rang: written down by whoever convenes. */
function ToldYou({ one, page }: { readonly one: InvitationView; readonly page: string }) {
  return (
    <Details summary={<>Write down their answer<span className="sr-only"> ({one.name})</span></>}>
      <AnswerForm invitationId={one.id} page={page} draft={null} who={one.name} scope={one.id.slice(0, 8)} />
    </Details>
  )
}

export function AnswerForm({ invitationId, page, draft, who, scope }: { readonly invitationId: string; readonly page: string; readonly draft: FormDraft | null; readonly who: string | null; readonly scope?: string }) {
  const own = scope === undefined ? {} : { scope }
  return (
    <ActForm act="answer-invitation" page={page} draft={draft} hidden={{ invitationId }} label={who === null ? 'Your answer' : `Answer of ${who}`} {...own}>
      <Asks>
        <Radios name="coming" label={who === null ? 'Are you coming?' : `Is ${who} coming?`} layout="row" options={COMING} draft={draft} {...own} />
        <Revealed by="b"><Field name="insteadName" label="Who comes instead" hint="Of the same agency" width={20} draft={draft} optional {...own} /></Revealed>
      </Asks>
      <TextArea name="brings" label={who === null ? 'What your agency knows' : 'What their agency knows'} hint="For the chair and whoever convenes, also where you cannot come" rows={3} draft={draft} optional {...own} />
      <Button look={who === null ? 'first' : 'second'}>Answer</Button>
    </ActForm>
  )
}

export function ChangeForms({ view, page, at, modes, move, off }: {
  readonly view: CallView; readonly page: string; readonly at: DateParts; readonly modes: readonly Choice[]; readonly move: FormDraft | null; readonly off: FormDraft | null
}) {
  return (
    <>
      <Details summary="Another time or place" open={move !== null}>
        <ActForm act="move-discussion" page={page} draft={move} hidden={{ callId: view.id }} label="Another time or place">
          <DateTimeField name="meetsAt" label="When it takes place" value={at} draft={move} />
          <Radios name="mode" label="How" options={modes} value={view.modeCode} layout="row" draft={move} />
          <TextArea name="place" label="Where, or how to join the call" rows={2} value={view.place ?? ''} draft={move} />
          <Button look="second">Move it</Button>
        </ActForm>
      </Details>
      <Details summary="Call it off" open={off !== null}>
        <ActForm act="call-off-discussion" page={page} draft={off} hidden={{ callId: view.id }} label="Call it off" scope="off">
          <p>The clocks run on: calling off answers nothing.</p>
          <TextArea name="reason" label="Why" rows={2} draft={off} scope="off" />
          <Button look="warn">Call it off</Button>
        </ActForm>
      </Details>
    </>
  )
}
