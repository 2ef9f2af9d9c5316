import type { CallRow, CallView, CoverageRow, MakesafeList, MakesafeView, PremisesRow, UntaggedRow } from '@/lib/places/view'
import { CALL_OUTCOME_WORDS, CALL_RESPONSE } from '@/lib/wording/places'
import { joined } from '@/lib/wording/lists'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import { Card } from '../ui/card'
import type { FormDraft } from '../ui/form-draft'
import { Columns } from '../ui/page-head'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'
import { SummaryList } from '../ui/summary-list'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'

export function makesafeAddress(list: MakesafeList, asked: { borough?: string | null; after?: string | null } = {}): string {
  const query = new URLSearchParams()
  if (list !== 'calls') query.set('list', list)
  if (asked.borough) query.set('borough', asked.borough)
  if (asked.after) query.set('after', asked.after)
  return `/makesafe${query.size === 0 ? '' : `?${query.toString()}`}`
}

export function MakesafeFilter({ view }: { readonly view: MakesafeView }) {
  return (
    <form method="get" action="/makesafe" aria-label="Borough" className="bar">
      {view.list === 'calls' ? null : <input type="hidden" name="list" value={view.list} />}
      <Select name="borough" label="Borough" empty="All of London" options={view.boroughs} value={view.borough ?? ''} />
      <Button look="second" small>Show</Button>
    </form>
  )
}

export const CallTable = ({ rows, empty }: { readonly rows: readonly CallRow[]; readonly empty: string }) => (
  <Table caption="Operation Makesafe calls, the latest first" columns={CALLS} rows={rows} rowKey={(row) => row.id} tone={(row) => (row.late ? 'late' : undefined)} empty={empty} />
)

const CALLS: readonly Column<CallRow>[] = [
  { key: 'call', head: 'Call', kind: 'row', cell: (row) => <><a className="strong" href={`/makesafe/calls/${row.id}`}>{row.reference}</a><span className="sub">{row.received}, on {row.channel}</span></> },
  { key: 'from', head: 'Premises', label: 'Premises', cell: (row) => <>{row.placeId === null ? row.premises : <a href={`/places/${row.placeId}`}>{row.premises}</a>}<span className="sub">{row.where}{row.placeId === null ? ', not on the register' : ''}</span></> },
  { key: 'sent', head: 'Deployment', label: 'Deployment', cell: (row) => row.deployed },
  { key: 'outcome', head: 'Outcome', label: 'Outcome', cell: (row) => <>{row.outcome}{row.late ? <span className="sub"><b>Late: due before the shift ended</b></span> : null}</> },
]

/** Calls without their tag: each is tagged where it stands. */
export function UntaggedTable({ rows, draft }: { readonly rows: readonly UntaggedRow[]; readonly draft: FormDraft | null }) {
  const columns: readonly Column<UntaggedRow>[] = [
    { key: 'call', head: 'Call', kind: 'row', cell: (row) => <><a className="strong" href={`/referrals/${row.id}`}>{row.reference}</a><span className="sub">{row.received}, {row.where}</span></> },
    { key: 'from', head: 'From', label: 'From', cell: (row) => <>{row.from}{row.place === null ? null : <span className="sub"><a href={`/places/${row.place.id}`}>{row.place.name}</a></span>}</> },
    { key: 'why', head: 'Why', label: 'Why', cell: (row) => <Tag tone="amber">{row.why}</Tag> },
    {
      key: 'tag', head: '', kind: 'act', cell: (row) => (row.mine ? (
        <ActForm act="tag-call" page="/makesafe?list=untagged" bare draft={draft?.values['referralId'] === row.id ? draft : null} hidden={{ referralId: row.id, ...(row.place === null ? {} : { placeId: row.place.id }) }} label={`Tag ${row.reference}`}><Button small about={row.reference}>Tag it</Button></ActForm>
      ) : <span className="sub">Its own borough tags it</span>),
    },
  ]
  return <Table caption="Calls without their tag, the latest first" columns={columns} rows={rows} rowKey={(row) => row.id} empty="Every call of the last 90 days that quotes Makesafe or comes from registered premises has its tag." />
}

const COVERAGE: readonly Column<CoverageRow>[] = [
  { key: 'month', head: 'Month', kind: 'row', cell: (row) => row.month },
  { key: 'where', head: 'Borough', label: 'Borough', cell: (row) => row.where },
  { key: 'calls', head: 'Calls', kind: 'num', label: 'Calls', cell: (row) => row.calls },
  { key: 'deployed', head: 'Officers sent', kind: 'num', label: 'Officers sent', cell: (row) => row.deployed },
  { key: 'safe', head: 'Child made safe', kind: 'num', label: 'Child made safe', cell: (row) => row.safeguarded },
  { key: 'waiting', head: 'No outcome yet', kind: 'num', label: 'No outcome yet', cell: (row) => row.waiting },
]
const NEVER: readonly Column<PremisesRow>[] = [
  { key: 'name', head: 'Premises', kind: 'row', cell: (row) => <><a className="strong" href={`/places/${row.id}`}>{row.name}</a><span className="sub">{row.kind}, {row.where}</span></> },
  { key: 'trained', head: 'Staff last trained', label: 'Staff last trained', cell: (row) => row.trained },
  { key: 'leaflet', head: 'Leaflet', label: 'Leaflet', cell: (row) => row.leaflet },
]

export function MakesafeLists({ view, draft }: { readonly view: MakesafeView; readonly draft: FormDraft | null }) {
  switch (view.list) {
    case 'calls': return <CallTable rows={view.calls} empty="No call of Operation Makesafe is on record." />
    case 'untagged': return <UntaggedTable rows={view.untagged} draft={draft} />
    case 'coverage': return <><Table caption="Calls, deployments and outcomes by borough and month" columns={COVERAGE} rows={view.coverage} rowKey={(row) => row.key} empty="No call in the last twelve months." stack={false} /><Without boroughs={view.without} /></>
    case 'never': return <><Table caption="Registered premises that never rang" columns={NEVER} rows={view.never} rowKey={(row) => row.id} empty="Every registered premises has rung at least once." /><Without boroughs={view.without} /></>
  }
}

const Without = ({ boroughs }: { readonly boroughs: readonly string[] }) => (boroughs.length === 0 ? null : <Card title={`Boroughs with no premises on the register (${boroughs.length})`} tone="amber"><p>{joined(boroughs)}</p></Card>)

export const Response = () => <Card title="What happens now" tone="blue"><ol className="list-decimal space-y-1 pl-5">{CALL_RESPONSE.map((line) => <li key={line}>{line}</li>)}</ol></Card>

/** One call: what it was, the response that is settled beforehand, and what came of it. */
export function CallPageView({ view, draft }: { readonly view: CallView; readonly draft: FormDraft | null }) {
  const { call } = view
  return (
    <Columns aside={<Response />}>
      <SummaryList rows={[
        { term: 'Premises', value: call.placeId === null ? `${call.premises}, not on the register` : <a href={`/places/${call.placeId}`}>{call.premises}</a> }, { term: 'Borough', value: call.where }, { term: 'Received', value: `${call.received}, on ${call.channel}` },
        { term: 'Said “Makesafe”', value: view.quoted }, { term: 'Tagged', value: view.tagged },
        { term: 'Gone on as', value: view.referral === null ? 'Nothing: no child was told of' : view.referral.reference === null ? 'A contact with the MASH of the borough' : <a href={`/referrals/${view.referral.id}`}>{view.referral.reference}</a> },
        { term: 'Deployment', value: call.deployed }, { term: 'Outcome', value: call.outcome },
      ]} />
      <h2>What was written down</h2>
      {view.notes.length === 0 ? <p className="none">The words are with {call.where}.</p> : <ul className="plain">{view.notes.map((note) => <li key={note.key}>{note.words}<span className="sub">{note.when}</span></li>)}</ul>}
      {view.may ? (
        <section>
          <h2>What came of it</h2>
          <ActForm act="answer-makesafe-call" page={`/makesafe/calls/${call.id}`} draft={draft} hidden={{ callId: call.id }} label="What came of it">
            <Radios name="deployed" label="Were officers sent?" layout="row" draft={draft} options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} />
            <Radios name="outcome" label="Outcome" draft={draft} options={choicesOf(CALL_OUTCOME_WORDS)} />
            <TextArea name="account" label="What was done and found" rows={3} draft={draft} />
            <Buttons><Button>Put the outcome on the record</Button></Buttons>
          </ActForm>
        </section>
      ) : null}
    </Columns>
  )
}
