import type { AgendaView, RecordView } from '@/lib/meetings/agenda/view'
import { ActionTable } from '../actions/action-table'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import type { FormDraft } from '../ui/form-draft'
import { Notice } from '../ui/notice'
import { SummaryList } from '../ui/summary-list'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'

interface Props {
  readonly view: AgendaView
  readonly record: RecordView
  readonly page: string
  readonly except: FormDraft | null
}

/** How the record stands: its chair as it was, the exception where one was needed, sign-off and issue. Everybody who was asked sees it. */
export function Standing({ view, record, page, except }: Props) {
  const { verdict, exception, signedOff } = record
  return (
    <>
      {verdict.ok === false ? (
        <Notice tone={exception === null ? 'red' : 'amber'} title={exception === null ? 'The chair was not whom the protocol asks for' : 'Held with an exception for its chair'}>
          <p>Chaired by {record.chair}. {verdict.says} <span className="clause">{verdict.clause.source}</span></p>
          {exception === null
            ? (signedOff === null ? <p>The meeting stands as it was held. Its record is signed off once another person than its chair records why it stands all the same.</p> : null)
            : <p><b>Exception:</b> {exception.reason} <span className="sub">{exception.by}, {exception.when}</span></p>}
        </Notice>
      ) : null}
      <SummaryList rows={[
        { term: 'Held', value: record.held }, { term: 'Chair', value: record.chair },
        { term: 'Signed off', value: signedOff === null ? 'Not yet' : `${signedOff.when}, by ${signedOff.by}` },
        { term: 'Minutes', value: record.issued === null ? 'Not issued yet' : `Issued ${record.issued}` },
      ]} />
      {verdict.ok === false && exception === null && signedOff === null && view.may.except ? (
        <ActForm act="except-chair" page={page} draft={except} hidden={{ callId: view.id }} label="Exception for the chair" scope="except">
          <TextArea name="reason" label="Why the record stands all the same" hint="Everybody who sees the record sees this. Not by whoever chaired or opened the meeting." rows={3} draft={except} scope="except" />
          <Button look="second">Record the exception</Button>
        </ActForm>
      ) : null}
      <div className="buttons">
        {view.may.signOff && signedOff === null ? <ActForm act="sign-off-meeting" bare page={page} hidden={{ callId: view.id }}><Button>Sign off the record</Button></ActForm> : null}
        {view.may.issue && signedOff !== null && record.issued === null ? <ActForm act="issue-minutes" bare page={page} hidden={{ callId: view.id }}><Button>Issue the minutes</Button></ActForm> : null}
        {record.mine === 'open' ? <ActForm act="confirm-minutes" bare page={page} hidden={{ callId: view.id }}><Button>I have received the minutes</Button></ActForm> : null}
      </div>
    </>
  )
}

/** Who was there, who was not, now and at the meeting before. */
export function Attendance({ record }: { readonly record: RecordView }) {
  return (
    <>
      <h2>Who was there</h2>
      {record.present.length === 0 ? <p className="none">Nobody is on record as present.</p> : (
        <ul>{record.present.map((one) => <li key={one.name + one.part}>{one.name}<span className="sub">{one.part}{one.part === one.agency ? '' : `, ${one.agency}`}{one.commits === null ? '' : `. ${one.commits}`}</span></li>)}</ul>
      )}
      {record.absent.length === 0 ? null : <p><Tag tone="amber">Not there</Tag> {record.absent.join(', ')}</p>}
      {record.running.length === 0 ? null : <p><Tag tone="red">Away twice running</Tag> {record.running.map((one) => one.words).join('; ')}</p>}
    </>
  )
}

export function Agreed({ record }: { readonly record: RecordView }) {
  return (
    <>
      {record.plan.length === 0 ? null : <><h2>What the meeting agreed</h2><dl className="list">{record.plan.map((one) => <div key={one.label}><dt>{one.label}</dt><dd className="whitespace-pre-wrap">{one.text}</dd></div>)}</dl></>}
      {record.next === null ? null : <Notice tone={record.next.called ? 'green' : 'amber'} title="The next MAP"><p>{record.next.words} <a href={record.next.href}>{record.next.called ? 'Open it' : 'Call it'}</a></p></Notice>}
      <h2>Actions agreed</h2>
      <ActionTable rows={record.actions} caption="Actions agreed" empty="No action of this meeting is yours to see." />
    </>
  )
}

type Copy = RecordView['copies'][number]

export function IssuedTo({ view, record, page }: Omit<Props, 'except'>) {
  if (record.copies.length === 0) return null
  const columns: Column<Copy>[] = [
    { key: 'name', head: 'To', kind: 'row', cell: (copy) => <>{copy.name}<span className="sub">{copy.agency}</span></> },
    { key: 'receipt', head: 'Receipt', cell: (copy) => copy.received ?? (copy.hasAccount || !view.may.issue ? 'Not confirmed yet' : (
      <ActForm act="confirm-minutes" bare page={page} hidden={{ callId: view.id, copyId: copy.id }}><Button look="second" small about={`that ${copy.name} has them`}>They have them</Button></ActForm>
    )) },
  ]
  return (
    <>
      <h2>Who has the minutes</h2>
      <Table caption="Who has the minutes" columns={columns} rows={record.copies} rowKey={(copy) => copy.id} />
      {view.may.issue && record.copies.some((copy) => copy.received === null) ? <p><ActForm act="chase-receipts" bare page={page} hidden={{ meetingId: view.id }}><Button look="second">Chase those who have not confirmed</Button></ActForm></p> : null}
    </>
  )
}
