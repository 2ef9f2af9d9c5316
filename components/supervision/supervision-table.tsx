import type { SupervisionRow } from '@/lib/supervision/view'
import { sentence } from '@/lib/wording/lists'
import { ChildLink } from '../duties/child-link'
import { Tick } from '../duties/tick'
import { LinkButton } from '../ui/button'
import { Due } from '../ui/due'
import { fieldId, valuesOf, type FormDraft } from '../ui/form-draft'
import { Table, type Column } from '../ui/table'

interface Props {
  readonly caption: string
  readonly rows: readonly SupervisionRow[]
  readonly draft: FormDraft | null
  /** Off for those who only look on: no boxes to tick. */
  readonly choosing: boolean
  readonly empty: string
}

/** One list: when, whose, what, with whom it stands, and the way to do it. */
export function SupervisionTable({ caption, rows, draft, choosing, empty }: Props) {
  const ticked = valuesOf(draft, 'deadlineIds')
  const first = rows[0]
  const tick: Column<SupervisionRow> = {
    key: 'tick', head: <span className="sr-only">Choose</span>,
    cell: (row) => (row.dutyId === null ? '' : <Tick value={row.dutyId} ticked={ticked.includes(row.dutyId)} about={row.child?.name ?? row.words} id={row === first ? fieldId('deadlineIds') : undefined} />),
  }
  const columns: Column<SupervisionRow>[] = [
    ...(choosing ? [tick] : []),
    { key: 'due', head: rows.some((row) => row.left !== null) ? 'Due' : 'Since', cell: (row) => <div className="md:min-w-40">{row.left === null ? <span className="due">{sentence(row.since ?? '')}</span> : <Due left={row.left} />}</div> },
    { key: 'child', head: 'Child', kind: 'row', cell: (row) => <Who row={row} /> },
    { key: 'what', head: 'What', cell: (row) => <What row={row} /> },
    { key: 'with', head: 'With', cell: (row) => (
      <>
        <span className={row.named ? 'strong' : undefined}>{row.withWhom}</span>{row.named ? null : <span className="sub">nobody named</span>}
        {row.standing.map((words) => <span className="sub" key={words}>{words}</span>)}
      </>
    ) },
    ...(rows.some((row) => row.act !== null) ? [{
      key: 'act', head: '', kind: 'act' as const, cell: (row: SupervisionRow) => (row.act === null ? '' : <LinkButton href={row.act.href} look="second" small about={row.child?.name ?? row.words}>{row.act.words}</LinkButton>),
    }] : []),
  ]
  return <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} tone={(row) => (row.left?.tone === 'late' ? 'late' : undefined)} empty={empty} />
}

function Who({ row }: { readonly row: SupervisionRow }) {
  return (
    <>
      {row.child === null ? 'No child named' : <ChildLink child={{ ...row.child, age: null }} />}
      <span className="sub">{row.child?.age == null ? null : <>{row.child.age}, </>}{row.borough}{row.referral === null ? null : <>, <a className="whitespace-nowrap" href={`/referrals/${row.referral.id}`}>{row.referral.reference}</a></>}</span>
    </>
  )
}

function What({ row }: { readonly row: SupervisionRow }) {
  return (
    <div className="md:min-w-56">
      <span className="strong">{row.words}</span>
      {row.because.length === 0 ? null : <span className="sub">{sentence(row.because.join('; '))}</span>}
      {row.dutyId === null ? null : <span className="sub"><a href={`/duties/${row.dutyId}`}>Why then?<span className="sr-only"> {row.words}, {row.child?.name}</span></a></span>}
    </div>
  )
}
