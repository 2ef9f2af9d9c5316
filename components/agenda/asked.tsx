import type { AgendaView } from '@/lib/meetings/agenda/view'
import type { InvitationView } from '@/lib/meetings/calls/view'
import { AnswerForm } from '../meetings/calls/call-view'
import { MailLine, NoMailHere } from '../meetings/mail-line'
import { PeopleRows } from '../meetings/people-rows'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Details } from '../ui/details'
import { Field, Suggestions } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Table, type Column } from '../ui/table'
import { Tag, type Tone } from '../ui/tag'

const TONES: Readonly<Record<InvitationView['standing'], Tone>> = { coming: 'green', instead: 'green', apologies: 'red', silent: 'grey' }
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
  return (
    <ActForm act="ask-to-meeting" page={page} draft={draft} hidden={{ callId: view.id }} label="Ask people to the meeting">
      <p>Each is told by mail where they have an account here, with the hour for their calendar: a reference and a link, and nothing about anybody.</p>
      <PeopleRows
        list="invited" tick={{ name: 'ask', word: 'Ask', ticked: (one) => one.name !== '' }} names={COLLEAGUES} expected={view.toAsk} atLeast={1} quorum={false} add="Ask somebody else" about="person"
        columns="md:grid-cols-[6rem_18rem_1fr]" otherColumns="md:grid-cols-3" draft={draft}
        beside={(prefix) => (view.kind === 'map' ? <Field name={`${prefix}reason`} label="If not asked, why" width="full" draft={draft} optional /> : null)}
      />
      <Suggestions id={COLLEAGUES} words={view.colleagues} />
      <Button>Ask them</Button>
    </ActForm>
  )
}
