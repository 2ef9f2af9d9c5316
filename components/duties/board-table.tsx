'use client'

import type { Band, BoardRow } from '@/lib/deadlines/view'
import { sentence } from '@/lib/wording/lists'
import { LinkButton } from '../ui/button'
import { Due } from '../ui/due'
import { fieldId } from '../ui/form-draft'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { ChildLink } from './child-link'
import { Tick } from './tick'

interface BoardTableProps {
  readonly rows: readonly BoardRow[]
  /** The rows that were ticked before the form came back. */
  readonly ticked: readonly string[]
  /** Off for those who only look on: no boxes to tick. */
  readonly choosing: boolean
  /** May this actor put a discussion on record? */
  readonly records: boolean
  readonly empty: string
}

/**
 * The discussions to be held: one row for each child, the band that runs out first leading. A component of the browser for what QueueRows says: its
 * rows travel once, as data; the server renders it whole.
 */
export function BoardTable({ rows, ticked, choosing, records, empty }: BoardTableProps) {
  const first = rows[0]
  const tick: Column<BoardRow> = {
    key: 'tick', head: <span className="sr-only">Choose</span>,
    cell: (row) => <Tick value={row.ids} ticked={ticked.includes(row.ids)} about={row.child.name} id={row === first ? fieldId('deadlineIds') : undefined} />,
  }
  const columns: Column<BoardRow>[] = [
    ...(choosing ? [tick] : []),
    { key: 'due', head: 'Due', cell: (row) => <div className="md:min-w-40"><Due left={row.first.left} /></div> },
    { key: 'child', head: 'Child', kind: 'row', cell: (row) => <Who row={row} /> },
    { key: 'discussion', head: 'Discussion', cell: (row) => <Discussion row={row} /> },
    { key: 'with', head: 'With, and last done', cell: (row) => <Standing row={row} /> },
    ...(records ? [{ key: 'act', head: '', kind: 'act' as const, cell: (row: BoardRow) => <Record row={row} /> }] : []),
  ]
  return (
    <Table caption="Strategy discussions, soonest due first" columns={columns} rows={rows} rowKey={(row) => row.first.id} tone={(row) => (row.first.left.tone === 'late' ? 'late' : undefined)} empty={empty} />
  )
}

function Who({ row }: { readonly row: BoardRow }) {
  return (
    <>
      <ChildLink child={{ ...row.child, age: null }} />
      <span className="sub">{row.child.age === null ? null : <>{row.child.age}, </>}{row.borough}{row.referral === null ? null : <>, <a className="whitespace-nowrap" href={`/referrals/${row.referral.id}`}>{row.referral.reference}</a></>}</span>
      {row.notQuorate ? <Tag tone="amber">Held, not quorate</Tag> : null}
    </>
  )
}

function Discussion({ row }: { readonly row: BoardRow }) {
  return (
    <div className="md:min-w-60">
      <span className="strong">{sentence(row.first.words)}</span>{row.because.length === 0 ? null : <>, {row.because.join('; ')}</>}
      <Why band={row.first} />
      {row.others.map((band) => (
        <span className="sub" key={band.id}>
          also <a href={`/duties/${band.id}`}>{band.words}</a>: {band.left.words.charAt(0).toLowerCase() + band.left.words.slice(1)}
          {band.former.length === 0 ? null : <> ({band.former.join('; ')})</>}
        </span>
      ))}
    </div>
  )
}

function Why({ band }: { readonly band: Band }) {
  return (
    <span className="sub">
      <a href={`/duties/${band.id}`}>Why then?<span className="sr-only"> {band.words}</span></a> {band.why}
      {band.former.length === 0 ? null : <>; {band.former.join('; ')}</>}
    </span>
  )
}

function Standing({ row }: { readonly row: BoardRow }) {
  return (
    <div className="md:min-w-48">
      <span className={row.named ? 'strong' : undefined}>{row.withWhom}</span>{row.named ? null : <span className="sub">nobody named</span>}
      {row.standing.map((words) => <span className="sub" key={words}>{words}</span>)}
      {row.last === null ? <span className="sub">Nothing done yet</span> : (
        <span className="sub">{row.last.when}: {row.last.heading}{row.last.note === null ? null : <>. <q>{row.last.note}</q></>}</span>
      )}
    </div>
  )
}

function Record({ row }: { readonly row: BoardRow }) {
  if (row.child.masked) return null
  const href = row.referral === null ? `/discussions/new?child=${row.child.id}` : `/discussions/new?referral=${row.referral.id}&child=${row.child.id}`
  return (
    // One over the other beside the table: side by side they went under the card of acts.
    <div className="flex flex-wrap gap-1 md:flex-col md:items-stretch">
      <LinkButton href={href} look="second" small about={`the discussion about ${row.child.name}`}>Record</LinkButton>
      {row.standing.some((words) => words.startsWith('Called for')) ? null : <LinkButton href={href.replace('/discussions/new', '/discussions/call')} look="second" small about={`a discussion about ${row.child.name}`}>Call</LinkButton>}
    </div>
  )
}
