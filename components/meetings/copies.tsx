import type { MeetingView } from '@/lib/meetings/view'
import { ActForm } from '../ui/act-form'
import { Button } from '../ui/button'
import { Table, type Column } from '../ui/table'
import { MailLine, NoMailHere } from './mail-line'

type Copy = MeetingView['copies'][number]

/** To whom the record went, whether the mail arrived, who has confirmed it; chased in one step. */
export function Copies({ view, page }: { readonly view: MeetingView; readonly page: string }) {
  if (view.copies.length === 0) return null
  const open = view.copies.filter((copy) => copy.received === null).length
  const columns: Column<Copy>[] = [
    { key: 'name', head: 'To', kind: 'row', cell: (copy) => <>{copy.name}<span className="sub">{copy.agency}</span></> },
    { key: 'mail', head: 'By mail', cell: (copy) => <MailLine mail={copy.mail} hasAccount={copy.hasAccount} page={page} about={copy.name} maySend={view.may.chase} /> },
    { key: 'receipt', head: 'Receipt', cell: (copy) => copy.received ?? (copy.hasAccount || !view.may.chase ? 'Not confirmed yet' : (
      <ActForm act="confirm-receipt" bare page={page} hidden={{ meetingId: view.id, participantId: copy.participantId }}><Button look="second" small about={`that ${copy.name} has it`}>They have it</Button></ActForm>
    )) },
  ]
  return (
    <>
      <h2 id="copies">Who has the record</h2>
      <p className="sub">Its reference in mails: {view.reference}.</p>
      {view.mailIsSet ? null : <NoMailHere />}
      <Table caption="Who has the record" columns={columns} rows={view.copies} rowKey={(copy) => copy.participantId} tone={(copy) => (copy.mail?.state === 'failed' ? 'late' : undefined)} empty="Nobody." />
      {view.may.chase && open > 0 ? (
        <div className="mt-4"><ActForm act="chase-receipts" bare page={page} hidden={{ meetingId: view.id }}><Button look="second">{open === 1 ? 'Chase the one who has not confirmed' : `Chase the ${open} who have not confirmed`}</Button></ActForm></div>
      ) : null}
    </>
  )
}
