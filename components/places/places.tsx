import type { PlaceLinked, PlaceEventLine, PlaceList, PlaceRow, PlaceTieLine, PlaceView } from '@/lib/places/view'
import { counted } from '@/lib/wording/lists'
import { PLACE_KIND_WORDS } from '@/lib/wording/places'
import { choicesOf } from '@/lib/wording/say'
import { NetworkView } from '../network/network-view'
import { TacticFields } from '../posing-risk/adult-view'
import { ActForm } from '../ui/act-form'
import { Button, LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { DateTimeField } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Columns } from '../ui/page-head'
import { Select } from '../ui/select'
import { SummaryList } from '../ui/summary-list'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { TextArea } from '../ui/text-area'
import { Person } from '../warning-notices/notices'
import { CallTable } from './calls'

type Drafted = (FormDraft & { readonly act: string }) | null
const of = (draft: Drafted, act: string): FormDraft | null => (draft?.act === act ? draft : null)

export function placesAddress(asked: { borough?: string | null; kind?: string | null; q?: string; after?: string | null }): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value)
  return `/places${query.size === 0 ? '' : `?${query.toString()}`}`
}

export function PlaceFilters({ view }: { readonly view: PlaceList }) {
  return (
    <form method="get" action="/places" aria-label="Which places" className="bar">
      <Field name="q" type="search" label="Name, street, postcode or reference" width={20} value={view.q} />
      <Select name="borough" label="Borough" empty="All of London" options={view.boroughs} value={view.borough ?? ''} />
      <Select name="kind" label="Kind" empty="Every kind" options={choicesOf(PLACE_KIND_WORDS)} value={view.kind ?? ''} />
      <Button look="second" small>Show</Button>
    </form>
  )
}

export const PlaceTable = ({ view }: { readonly view: PlaceList }) => (
  <Table caption="Places, those with most children and calls first" columns={COLUMNS} rows={view.rows} rowKey={(row) => row.id} empty={view.q === '' && view.borough === null && view.kind === null ? 'No place is on record yet.' : 'No place is on record like this.'} />
)

const COLUMNS: readonly Column<PlaceRow>[] = [
  { key: 'place', head: 'Place', kind: 'row', cell: (row) => <><a className="strong" href={`/places/${row.id}`}>{row.name}</a><span className="sub">{[row.kind, row.line, row.where].filter(Boolean).join(', ')}</span></> },
  { key: 'for', head: 'On record for', label: 'On record for', cell: (row) => <>{row.concern ? <Tag tone="red">Of concern</Tag> : null} {row.makesafe ? <Tag tone="blue">Makesafe</Tag> : null}<span className="sub">{row.trained}</span></> },
  { key: 'children', head: 'Children', kind: 'num', label: 'Children', cell: (row) => row.children },
  { key: 'adults', head: 'Adults', kind: 'num', label: 'Adults', cell: (row) => row.adults },
  { key: 'calls', head: 'Calls in 90 days', kind: 'num', label: 'Calls in 90 days', cell: (row) => row.calls },
]

/** One place with everything linked to it across London. */
export function PlacePageView({ view, draft }: { readonly view: PlaceView; readonly draft: Drafted }) {
  const path = `/places/${view.id}`
  const [children, adults] = [view.ties.filter((tie) => tie.part !== 'adult'), view.ties.filter((tie) => tie.part === 'adult')]
  return (
    <Columns aside={<Beside view={view} draft={draft} path={path} />} jump="About the place, and what may be done">
      <section><h2>Children ({view.children.people})</h2><Latest shown={children.length} of={view.children} /><Table caption="Children linked to this place" columns={TIES} rows={children} rowKey={(row) => row.key} empty="No child is linked within your reach." /></section>
      <section><h2>Adults ({view.adults.people})</h2><Latest shown={adults.length} of={view.adults} /><Table caption="Adults linked to this place" columns={TIES} rows={adults} rowKey={(row) => row.key} empty="No adult is linked within your reach." /></section>
      <section><h2>Tactics tried</h2><Table caption="Tactics tried, the latest first" columns={EVENTS} rows={view.tactics} rowKey={(row) => row.key} empty="Nothing was tried yet." /></section>
      <section><h2>Operation Makesafe calls</h2><CallTable rows={view.calls} empty="No call came from here." /></section>
      <section><h2>Network</h2><NetworkView network={view.network} title={`Around ${view.name}`} /></section>
    </Columns>
  )
}

/** Where there are more links than are listed, that. */
const Latest = ({ shown, of }: { readonly shown: number; readonly of: PlaceLinked }) => (of.links > shown ? <p>The latest {shown} of {of.links} links are listed.</p> : null)

const TIES: readonly Column<PlaceTieLine>[] = [
  { key: 'who', head: 'Who', kind: 'row', cell: (row) => <><Person shown={row} adult={row.part === 'adult'} /><span className="sub">{row.masked ? 'nothing more is shown' : [row.age, row.where].filter(Boolean).join(', ')}</span></> },
  { key: 'why', head: 'Why', label: 'Why', cell: (row) => <>{row.why}{row.episode === null ? null : <> (<a href={`/missing/${row.episode}`}>a time away</a>)</>}{row.words === null ? null : <span className="sub">{row.words}</span>}</> },
  { key: 'since', head: 'Since', label: 'Since', cell: (row) => row.since },
]
const EVENTS: readonly Column<PlaceEventLine>[] = [
  { key: 'when', head: 'When', kind: 'row', cell: (row) => row.when },
  { key: 'what', head: 'What', label: 'What', cell: (row) => <>{row.what}{row.account === null ? null : <span className="sub">{row.account}</span>}</> },
  { key: 'result', head: 'Result', label: 'Result', cell: (row) => row.result },
]

function Beside({ view, draft, path }: { readonly view: PlaceView; readonly draft: Drafted; readonly path: string }) {
  const [tactic, training, unlinking] = [of(draft, 'record-tactic'), of(draft, 'record-premises-training'), of(draft, 'unlink-place')]
  return (
    <>
      {view.crossBorder === null ? null : <Card title="Known in more than one borough" tone="amber"><p>{view.crossBorder}</p></Card>}
      <Card title="About the place">
        <SummaryList rows={[
          { term: 'Kind', value: view.kind }, { term: 'Where', value: [view.line, view.postcode, view.borough].filter(Boolean).join(', ') }, { term: 'Owner or manager', value: view.ownerContact ?? 'Not known' }, { term: 'Telephone', value: view.telephone ?? 'Not known' },
          ...(view.makesafe ? [{ term: 'Makesafe leaflet', value: view.leaflet ?? 'None given' }, { term: 'Staff trained', value: view.trainings.length === 0 ? 'Nobody' : counted(view.trainings.length, 'time') }] : []), { term: 'Reference', value: view.reference },
        ]} />
        {view.trainings.length === 0 ? null : <ul>{view.trainings.map((one) => <li key={one.key}>{one.what}<span className="sub">{one.when}{one.account === null ? '' : `: ${one.account}`}</span></li>)}</ul>}
      </Card>
      <Card title="What is known">
        {!view.record ? <p>What is known is with {view.borough}: ring its MASH.</p> : view.notes.length === 0 ? <p>Nothing is written down.</p> : <ul>{view.notes.map((note) => <li key={note.key}>{note.words}<span className="sub">{note.when}</span></li>)}</ul>}
      </Card>
      {view.may.work || view.may.link || view.may.call ? (
        <Card title="What may be done">
          <ul>
            {view.may.link ? <li><a href={`${path}/link`}>Link somebody to this place</a></li> : null}
            {view.may.work ? <li><a href={`${path}/change`}>Change what is on record, or add what is known</a></li> : null}
            {view.may.call && view.makesafe ? <li><a href={`/makesafe/new?place=${view.id}`}>Take a call from here</a></li> : null}
            {view.may.list ? <li><a href={`/meetings/list?place=${view.id}`}>List for the next MASE</a></li> : null}
          </ul>
          {view.may.work ? <Details summary="Record a tactic that was tried" open={tactic !== null}><ActForm act="record-tactic" page={path} draft={tactic} hidden={{ placeId: view.id }} label="Record a tactic that was tried" scope="tactic"><TacticFields draft={tactic} /></ActForm></Details> : null}
          {view.may.work && view.makesafe ? (
            <Details summary="Record a training of the staff" open={training !== null}>
              <ActForm act="record-premises-training" page={path} draft={training} hidden={{ placeId: view.id }} label="Record a training of the staff" scope="training">
                <DateTimeField name="at" label="When" scope="training" draft={training} />
                <Field name="people" label="How many were trained" width={4} inputMode="numeric" scope="training" draft={training} />
                <Field name="by" label="Who trained them" width={20} scope="training" draft={training} />
                <TextArea name="words" label="What else" optional rows={2} scope="training" draft={training} />
                <Button>Put it on the record</Button>
              </ActForm>
            </Details>
          ) : null}
          {view.may.link ? view.ties.filter((tie) => tie.mine && !tie.masked).map((tie) => (
            <Details key={tie.key} summary={`End the link of ${tie.name}${tie.part === 'episode' ? ' (a time away)' : ''}`} open={unlinking?.values['linkId'] === tie.key}>
              <ActForm act="unlink-place" page={path} draft={unlinking?.values['linkId'] === tie.key ? unlinking : null} hidden={{ linkId: tie.key }} label={`End the link of ${tie.name}`} scope={tie.key}>
                <TextArea name="words" label="Why it ends" rows={2} scope={tie.key} draft={unlinking?.values['linkId'] === tie.key ? unlinking : null} />
                <Button look="second" about={`of ${tie.name}`}>End the link</Button>
              </ActForm>
            </Details>
          )) : null}
        </Card>
      ) : null}
      {view.closed === null ? null : <Card title="Off the list" tone="amber"><p>Found to be of no concern any more, {view.closed}.</p></Card>}
      <p><LinkButton look="second" small href="/places">All places</LinkButton></p>
    </>
  )
}
