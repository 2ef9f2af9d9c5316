import type { AgendaView } from '@/lib/meetings/agenda/view'
import type { InvitationView } from '@/lib/meetings/calls/view'
import { AGENCY_WORDS, PARTICIPANT_WORDS } from '@/lib/wording/agencies'
import { choicesOf } from '@/lib/wording/say'
import { AnswerForm } from '../meetings/calls/call-view'
import { MailLine, NoMailHere } from '../meetings/mail-line'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Details } from '../ui/details'
import { HintAndProblem } from '../ui/field-frame'
import { Field, Suggestions } from '../ui/field'
import { fieldId, problemOf, valueOf, valuesOf, type FormDraft } from '../ui/form-draft'
import { rowsOf } from '../ui/repeat-rows'
import { Select } from '../ui/select'
import { Table, type Column } from '../ui/table'
import { Tag, type Tone } from '../ui/tag'

const TONES: Readonly<Record<InvitationView['standing'], Tone>> = { coming: 'green', instead: 'green', apologies: 'red', silent: 'grey' }
const LIST = 'invited'
const COLLEAGUES = 'agenda-colleagues'

/** Who is asked, what they answered, and who is coming. */
export function Asked({ view, page }: { readonly view: AgendaView; readonly page: string }) {
  const columns: Column<InvitationView>[] = [
    { key: 'name', head: 'Who is asked', kind: 'row', cell: (one) => <>{one.name}<span className="sub">{one.part}{one.part === one.agency ? null : `, ${one.agency}`}</span></> },
    { key: 'answer', head: 'Answer', cell: (one) => <><Tag tone={TONES[one.standing]}>{one.answer}</Tag>{one.brings === null ? null : <span className="sub whitespace-pre-wrap">Brings: {one.brings}</span>}</> },
    ...(view.may.run ? [{ key: 'mail', head: 'By mail', cell: (one: InvitationView) => <MailLine mail={one.mail} hasAccount={one.hasAccount} page={page} about={one.name} maySend={view.may.issue} /> }] : []),
    ...(view.may.run && view.state === 'to-come' ? [{ key: 'told', head: 'Told by telephone', cell: (one: InvitationView) => (one.mine ? null : (
      <Details summary={<>Write down their answer<span className="sr-only"> ({one.name})</span></>}><AnswerForm invitationId={one.id} page={page} draft={null} who={one.name} scope={one.id.slice(0, 8)} /></Details>
    )) }] : []),
  ]
  return (
    <>
      {view.may.run && !view.mailIsSet ? <NoMailHere /> : null}
      <Table caption="Who is asked" columns={columns} rows={view.invitations} rowKey={(one) => one.id} tone={(one) => (one.required && one.standing === 'apologies' ? 'late' : undefined)} empty="Nobody is asked yet." />
      {view.toAsk.length === 0 || view.state === 'ended' ? null : <p><Tag tone="amber">Not asked yet</Tag> {view.toAsk.map((one) => one.title).join(', ')}</p>}
      {view.notAsked.length === 0 ? null : <ul>{view.notAsked.map((one) => <li key={one.part}><b>{one.part}</b> is not asked: {one.reason}</li>)}</ul>}
    </>
  )
}

/** Asks those whom the protocol names, each with a name where one is known, and whoever else is needed. */
export function AskForm({ view, page, draft }: { readonly view: AgendaView; readonly page: string; readonly draft: FormDraft | null }) {
  const count = rowsOf(draft?.values, LIST, Math.max(view.toAsk.length, 1), 0)
  return (
    <ActForm act="ask-to-meeting" page={page} draft={draft} hidden={{ callId: view.id }} label="Ask people to the meeting">
      <p>Each is told by mail where they have an account here, with the hour for their calendar: a reference and a link, and nothing about anybody.</p>
      <div id={`list-${LIST}`}>
        <span id={fieldId(LIST)} tabIndex={-1} />
        <HintAndProblem name={LIST} draft={draft} />
        <input type="hidden" name={`${LIST}-count`} value={count} />
        {Array.from({ length: count }, (_, index) => {
          const prefix = `${LIST}-${index}-`
          const start = view.toAsk[index]
          return valueOf(draft, `${prefix}expected`, draft === null && start !== undefined ? 'yes' : '') === 'yes'
            ? <Expected key={index} prefix={prefix} start={start} draft={draft} reasons={view.kind === 'map'} />
            : <Other key={index} prefix={prefix} index={index} draft={draft} />
        })}
        <p className="mt-2"><Button look="second" intent={`add-${LIST}`}>Ask somebody else</Button></p>
      </div>
      <Suggestions id={COLLEAGUES} words={view.colleagues} />
      <Button>Ask them</Button>
    </ActForm>
  )
}

function Expected({ prefix, start, draft, reasons }: { readonly prefix: string; readonly start: AgendaView['toAsk'][number] | undefined; readonly draft: FormDraft | null; readonly reasons: boolean }) {
  const kept = (name: string, from: string): string => valueOf(draft, prefix + name, from)
  const title = kept('title', start?.title ?? '')
  const ask = `${prefix}ask`
  return (
    <fieldset className="group">
      <legend className="label">{title}</legend>
      <input type="hidden" name={`${prefix}expected`} value="yes" />
      {(['part', 'agency', 'title'] as const).map((name) => <input key={name} type="hidden" name={prefix + name} value={kept(name, start?.[name] ?? '')} />)}
      <div className="grid items-start gap-x-4 md:grid-cols-[6rem_18rem_1fr] max-w-5xl">
        <div className={problemOf(draft, ask) ? 'field bad' : 'field'}>
          <HintAndProblem name={ask} draft={draft} />
          <div className="choice">
            <input type="checkbox" id={fieldId(ask)} name={ask} value="yes" defaultChecked={valuesOf(draft, ask, draft === null && (start?.name ?? '') !== '' ? ['yes'] : []).includes('yes')} aria-invalid={problemOf(draft, ask) ? true : undefined} />
            <label htmlFor={fieldId(ask)}>Ask<span className="sr-only">: {title}</span></label>
          </div>
        </div>
        <Field name={`${prefix}name`} label="Name" list={COLLEAGUES} value={start?.name ?? ''} draft={draft} />
        {reasons ? <Field name={`${prefix}reason`} label="If not asked, why" width="full" draft={draft} optional /> : null}
      </div>
    </fieldset>
  )
}

function Other({ prefix, index, draft }: { readonly prefix: string; readonly index: number; readonly draft: FormDraft | null }) {
  return (
    <fieldset className="group">
      <legend className="label">Somebody else</legend>
      <div className="grid items-start gap-x-4 md:grid-cols-3 max-w-5xl">
        <Select name={`${prefix}part`} label="Part" options={choicesOf(PARTICIPANT_WORDS)} empty="Choose" draft={draft} />
        <Select name={`${prefix}agency`} label="Agency" options={choicesOf(AGENCY_WORDS)} empty="Choose" draft={draft} />
        <Field name={`${prefix}name`} label="Name" list={COLLEAGUES} draft={draft} />
      </div>
      <p><Button look="second" small intent={`remove-${LIST}-${index}`} about={`person ${index + 1}`}>Remove</Button></p>
    </fieldset>
  )
}
