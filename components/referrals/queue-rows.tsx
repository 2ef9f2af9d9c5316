'use client'

import type { QueueRow } from '@/lib/referrals/view'
import { RowsForm } from '../ui/act-form'
import { RowButton } from '../ui/button'
import { Due } from '../ui/due'
import { Table, type Column } from '../ui/table'
import { Rag, Tag } from '../ui/tag'
import { ChildName } from './child-name'

const FORM = 'queue-act'

function Children({ row }: { readonly row: QueueRow }) {
  const [first, ...others] = row.children
  const more = [others.length === 0 ? null : `+${others.length} more`, row.earlier].filter((words) => words !== null).join(' · ')
  return (
    <>
      {first === undefined ? 'No child named' : <ChildName child={first} />}
      {row.notLookedFor === 0 ? <span className="sub">{more === '' ? 'no earlier referral' : more}</span>
        : <span className="sub"><Tag tone="amber">Not looked for yet</Tag> {more}</span>}
    </>
  )
}

/** What stands before every clock: a live emergency with the state of its 999 call, and what a shift left that nobody took. */
function Standing({ row }: { readonly row: QueueRow }) {
  if (row.emergency === null && row.handedOver === null) return null
  return (
    <span className="sub">
      {row.emergency === null ? null : <><Tag tone="solid">Live emergency</Tag> {row.emergency.words}. {row.emergency.call}. </>}
      {row.handedOver === null ? null : <><Tag tone="amber">Handed over, not accepted</Tag> <a href="/handover">left by {row.handedOver.by}, {row.handedOver.since}</a></>}
    </span>
  )
}

function With({ row }: { readonly row: QueueRow }) {
  if (row.claimedBy === null) return <>Unclaimed</>
  return <>{row.mine ? <b>You</b> : row.claimedBy}{row.claimedSince === null ? null : <span className="sub">since {row.claimedSince}</span>}</>
}

const columns = (mayClaim: boolean): Column<QueueRow>[] => [
  { key: 'due', head: 'Due', cell: (row) => (row.next === null ? 'Nothing falls due' : <Due left={row.next.left} note={row.rag === null ? undefined : <Rag grade={row.rag} />} />) },
  { key: 'child', head: 'Child', kind: 'row', cell: (row) => <Children row={row} /> },
  { key: 'concern', head: 'Concern', cell: (row) => <><a href={`/referrals/${row.id}`}>{row.concern}</a><span className="sub">{row.form === 'contact' ? 'contact' : 'referral'} from {row.from}, {row.received}{row.outOfHours ? ', out of hours' : ''}</span><Standing row={row} /></> },
  { key: 'owed', head: 'Owed next', cell: (row) => (row.next === null ? 'A decision' : <><a href={`/duties/${row.next.id}`}>{row.next.words}</a><span className="sub">{row.next.owedBy}</span></>) },
  { key: 'with', head: 'With', label: 'With', cell: (row) => <With row={row} /> },
  { key: 'act', head: '', kind: 'act', cell: (row) => (mayClaim ? <ClaimOrRelease row={row} /> : null) },
]

function ClaimOrRelease({ row }: { readonly row: QueueRow }) {
  const of = { form: FORM, name: 'referralId', value: row.id, about: row.children[0]?.name ?? row.reference, small: true }
  if (row.mine) return <RowButton act="release-referral" look="second" {...of}>Release</RowButton>
  return row.claimedBy === null ? <RowButton act="claim-referral" {...of}>Claim</RowButton> : null
}

/**
 * The rows of the queue. Rendered on the server like everything else and whole without a script; a component of the browser only so that the rows
 * travel beside the page as plain data, and not a second time as every element of every cell: a third of the server's work for this page.
 */
export function QueueRows({ rows, mayClaim, page, formKey, empty }: { readonly rows: readonly QueueRow[]; readonly mayClaim: boolean; readonly page: string; readonly formKey: string; readonly empty: string }) {
  return (
    <>
      {mayClaim ? <RowsForm id={FORM} page={page} then={page} formKey={formKey} /> : null}
      <Table
        caption="Contacts and referrals that wait for a decision" columns={columns(mayClaim)} rows={rows} rowKey={(row) => row.id}
        tone={(row) => (row.next?.left.tone === 'late' || row.emergency !== null ? 'late' : undefined)} empty={empty}
      />
    </>
  )
}
