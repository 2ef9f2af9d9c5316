import type { AdultView as View, LinkedChildLine, PlaceTie, StepLine } from '@/lib/posing-risk/view'
import { IDENTIFIER_WORDS, TACTIC_RESULT_WORDS, TACTIC_WORDS } from '@/lib/wording/places'
import { choicesOf } from '@/lib/wording/say'
import { NetworkView } from '../network/network-view'
import { ActForm } from '../ui/act-form'
import { Button, LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { DateTimeField } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { IdentityBar } from '../ui/identity-bar'
import { Notice } from '../ui/notice'
import { Columns } from '../ui/page-head'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'
import { Table, type Column } from '../ui/table'
import { TextArea } from '../ui/text-area'
import { Notices, Person } from '../warning-notices/notices'

type Drafted = (FormDraft & { readonly act: string }) | null
const of = (draft: Drafted, act: string): FormDraft | null => (draft?.act === act ? draft : null)

/** One adult with everything linked to them across London. */
export function AdultPageView({ view, draft }: { readonly view: View; readonly draft: Drafted }) {
  const { head } = view
  const path = `/adults/${head.id}`
  return (
    <>
      <IdentityBar name={head.name} facts={[{ term: 'Age', value: head.age }, { term: 'Known in', value: head.where }, { term: 'Reference', value: head.reference }, { term: 'Whom to ring', value: head.ring }]} flags={view.crossBorder.length > 0 ? [{ words: 'Known across borders', tone: 'amber' }] : []}>
        <a href={`/people/${head.id}`}>The record of this person</a>
      </IdentityBar>
      {head.record ? null : <Notice title="Known to exist: the words are of the record"><p>You see what is linked and whom to ring. {view.may.open ? <a href={`/people/${head.id}`}>Open the record with a reason</a> : null}</p></Notice>}
      <div className="mt-4">
        <Columns aside={<Beside view={view} draft={draft} path={path} />} jump="Found by, reports, what may be done">
          <section>
            <h2>Children linked ({view.children.length})</h2>
            <Table caption="Children linked to this adult" columns={childColumns(view.may.notice, head.id)} rows={view.children} rowKey={(row) => row.id} empty="No child is linked within your reach." />
          </section>
          <section id="notices"><h2>Child abduction warning notices</h2><Notices notices={view.notices} of="adult" page={path} draft={draft} may={view.may.notice} /></section>
          <section><h2>What was tried</h2><Table caption="Steps and tactics, the latest first" columns={STEPS} rows={view.steps} rowKey={(row) => row.key} empty={head.record ? 'Nothing is on record.' : 'What was tried is of the record.'} /></section>
          <section><h2>Places ({view.places.length})</h2><Table caption="Places linked to this adult" columns={PLACES} rows={view.places} rowKey={(row) => row.id} empty="No place is linked." /></section>
          <section><h2>Network</h2><NetworkView network={view.network} title={`Around ${head.name}`} /></section>
        </Columns>
      </div>
    </>
  )
}

/** What is open is told in short here; the child’s own page has it all. */
const FEW = 3
const childColumns = (mayServe: boolean, adultId: string): readonly Column<LinkedChildLine>[] => [
  { key: 'child', head: 'Child', kind: 'row', cell: (row) => <><Person shown={row} /><span className="sub">{row.masked ? 'nothing more is shown' : [row.age, row.where].filter(Boolean).join(', ')}</span></> },
  { key: 'as', head: 'Linked as', label: 'Linked as', cell: (row) => (row.masked ? 'Linked' : <>{sentence(row.as)}<span className="sub">since {row.since}</span></>) },
  { key: 'open', head: 'Open now', label: 'Open now', cell: (row) => (row.masked ? '' : row.open.length === 0 ? 'Nothing is open' : <ul className="plain">{row.open.slice(0, FEW).map((one) => <li key={one}>{one}</li>)}{row.open.length > FEW ? <li>and {row.open.length - FEW} more</li> : null}</ul>) },
  {
    key: 'do', head: '', kind: 'act', cell: (row) => (row.masked ? '' : !row.mine ? <span className="sub whitespace-normal">Ring: {row.ring}</span> : (
      <span className="flex flex-wrap items-center gap-2 whitespace-normal"><LinkButton small look="second" href={`/people/${row.id}/other-children`} about={`of ${row.name}`}>Other children</LinkButton> {mayServe ? <LinkButton small look="second" href={`/adults/${adultId}/notice?child=${row.id}`} about={`about ${row.name}`}>Warning notice</LinkButton> : null} <a href={`/people/${row.id}/closing/suspect`}>Record a step<span className="sr-only"> on the record of {row.name}</span></a></span>
    )),
  },
]
const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
const STEPS: readonly Column<StepLine>[] = [
  { key: 'when', head: 'When', kind: 'row', cell: (row) => row.when },
  { key: 'what', head: 'What', label: 'What', cell: (row) => <>{row.what}{row.account === null ? null : <span className="sub">{row.account}</span>}</> },
  { key: 'result', head: 'Result', label: 'Result', cell: (row) => row.result || 'None recorded' },
  { key: 'about', head: 'About', label: 'About', cell: (row) => <>{row.about === null ? 'This adult' : <Person shown={row.about} />}<span className="sub">{row.where}</span></> },
]
const PLACES: readonly Column<PlaceTie>[] = [
  { key: 'place', head: 'Place', kind: 'row', cell: (row) => <><a href={`/places/${row.id}`}>{row.name}</a><span className="sub">{row.kind}, {row.where}</span></> },
  { key: 'why', head: 'Why', label: 'Why', cell: (row) => <>{row.why}<span className="sub">since {row.since}</span></> },
]

function Beside({ view, draft, path }: { readonly view: View; readonly draft: Drafted; readonly path: string }) {
  const { head, may } = view
  const [identifier, tactic] = [of(draft, 'record-identifier'), of(draft, 'record-tactic')]
  return (
    <>
      {view.crossBorder.length === 0 ? null : <Card title="Known in more than one borough" tone="amber"><ul>{view.crossBorder.map((line) => <li key={line}>{line}</li>)}</ul></Card>}
      <div id="found-by">
        <Card title="Found by">
          {view.identifiers === null ? <p>Telephones, vehicles and names online are of the record.</p> : view.identifiers.length === 0 ? <p>No telephone, vehicle or name online is on record.</p> : <ul>{view.identifiers.map((one) => <li key={one.key}><b>{one.value}</b><span className="sub">{one.kind}, {one.since}</span></li>)}</ul>}
          {view.alike.map((other) => <p key={`${other.id}${other.as}`}><b>{sentence(other.as)}</b> <Person shown={other} adult /></p>)}
          {may.work ? (
            <Details summary="Add a telephone, vehicle or name online" open={identifier !== null}>
              <ActForm act="record-identifier" page={path} draft={identifier} hidden={{ personId: head.id }} label="Add a telephone, vehicle or name online" scope="id">
                <Radios name="kind" label="What it is" scope="id" draft={identifier} options={choicesOf(IDENTIFIER_WORDS)} />
                <Field name="value" label="Number, registration or name" scope="id" draft={identifier} />
                <TextArea name="why" label="How it is known to be theirs" rows={2} scope="id" draft={identifier} />
                <Button>Put it on the record</Button>
              </ActForm>
            </Details>
          ) : null}
        </Card>
      </div>
      {may.link || may.list || may.work ? (
        <Card title="What may be done">
          <ul>
            {may.link ? <li><a href={`${path}/link`}>Link this adult to a child</a></li> : null}
            {may.link ? <li><a href="/places">Link to a place: open the place first</a></li> : null}
            {may.list ? <li><a href={`/meetings/list?person=${head.id}`}>List for the next MASE</a></li> : null}
          </ul>
          {may.work ? (
            <Details summary="Record a tactic that was tried" open={tactic !== null}>
              <ActForm act="record-tactic" page={path} draft={tactic} hidden={{ adultId: head.id }} label="Record a tactic that was tried" scope="tactic"><TacticFields draft={tactic} /></ActForm>
            </Details>
          ) : null}
        </Card>
      ) : null}
      <Card title="Reports">
        {view.reports.length === 0 ? <p>{head.record ? 'No report names this adult within your reach.' : 'Reports are of the record.'}</p> : <ul>{view.reports.map((report) => <li key={report.id}><a href={`/referrals/${report.id}`}>{report.words}</a><span className="sub">{report.reference}, {report.when}, {report.where}</span></li>)}</ul>}
      </Card>
      {view.meetings.length === 0 ? null : <Card title="Meetings"><ul>{view.meetings.map((one) => <li key={one.key}>{one.what}<span className="sub">{one.when}</span></li>)}</ul></Card>}
    </>
  )
}

export function TacticFields({ draft }: { readonly draft: FormDraft | null }) {
  return (
    <>
      <Select name="what" label="What was tried" empty="Choose" options={choicesOf(TACTIC_WORDS)} scope="tactic" draft={draft} />
      <DateTimeField name="at" label="When" scope="tactic" draft={draft} />
      <Select name="result" label="What came of it" empty="Not known yet" options={choicesOf(TACTIC_RESULT_WORDS)} scope="tactic" optional draft={draft} />
      <TextArea name="account" label="Who did it, and what was found" rows={3} scope="tactic" draft={draft} />
      <Button>Put it on the record</Button>
    </>
  )
}
