import type { OtherChildrenView, OtherLine } from '@/lib/other-children/view'
import { REACHED_WORDS, RESULT_WORDS } from '@/lib/wording/other-children'
import { choicesOf } from '@/lib/wording/say'
import { ActForm } from '../ui/act-form'
import { Button, LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { DateTimeField } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Due } from '../ui/due'
import type { FormDraft } from '../ui/form-draft'
import { Columns } from '../ui/page-head'
import { Radios } from '../ui/radios'
import { Table, type Column } from '../ui/table'
import { TextArea } from '../ui/text-area'

interface Props {
  readonly view: OtherChildrenView
  readonly personId: string
  readonly firstName: string
  readonly draft: FormDraft | null
}

/** The other children of this matter: who they are, what was found, who is still to be thought of. */
export function OtherChildren({ view, personId, firstName, draft }: Props) {
  const path = `/people/${personId}/other-children`
  const columns: Column<OtherLine>[] = [
    { key: 'who', head: 'Child', kind: 'row', cell: (line) => <Who line={line} /> },
    { key: 'as', head: 'Named as', label: 'Named as', cell: (line) => <>{line.relation}<span className="sub">{line.where}, {line.named}</span></> },
    { key: 'found', head: 'Assessed', label: 'Assessed', cell: (line) => (line.found !== null ? <>{line.found}<span className="sub">{line.at}</span></> : line.left === null ? line.state : <Due left={line.left} bar={false} />) },
  ]
  const waiting = [...view.others, ...view.namedIn].filter((line) => line.found === null && line.left !== null)
  return (
    <Columns aside={<ThinkOf view={view} path={path} />}>
      <Table caption={`Other children (${view.others.length})`} showCaption columns={columns} rows={view.others} rowKey={(line) => line.id} tone={(line) => (line.left?.tone === 'late' ? 'late' : undefined)} empty={`No other child is named in the matter of ${firstName}.`} />
      {view.may ? <p className="mt-4"><LinkButton href={`${path}/name`}>Name another child</LinkButton></p> : null}
      {view.namedIn.length === 0 ? null : <div className="mt-6"><Table caption={`${firstName} was named in the matter of`} showCaption columns={columns} rows={view.namedIn} rowKey={(line) => line.id} /></div>}
      {view.may && waiting.length > 0 ? (
        <section>
          <h2>Assess</h2>
          <p>Each is assessed for itself: seen, referred, or not at risk and why. Recording on that child’s own page that the child was seen answers it too.</p>
          {waiting.map((line) => <Assess key={line.id} line={line} firstName={firstName} path={path} draft={draft?.values['otherChildId'] === line.id ? draft : null} inMatter={view.namedIn.includes(line)} />)}
        </section>
      ) : null}
      {view.may ? <Wider view={view} personId={personId} path={path} draft={draft?.values['otherChildId'] === undefined ? draft : null} /> : null}
    </Columns>
  )
}

function Who({ line }: { readonly line: OtherLine }) {
  if (line.person.masked) return <>{line.person.name}<span className="sub">nothing more is shown</span></>
  return <><a href={`/people/${line.person.id}`}>{line.person.name}</a><span className="sub">{line.person.age}</span></>
}

function Assess({ line, firstName, path, draft, inMatter }: { readonly line: OtherLine; readonly firstName: string; readonly path: string; readonly draft: FormDraft | null; readonly inMatter: boolean }) {
  const who = inMatter ? firstName : line.person.name
  return (
    <Details summary={`Assess ${who}`} open={draft !== null}>
      <ActForm act="assess-other-child" page={path} draft={draft} hidden={{ otherChildId: line.id }} label={`Assess ${who}`} scope={line.id}>
        <Radios name="result" label="What was found" scope={line.id} draft={draft} options={choicesOf(RESULT_WORDS)} />
        <DateTimeField name="assessedAt" label="When" hint="Left empty: now" optional scope={line.id} draft={draft} />
        <TextArea name="reason" label="What it rests on" hint="Who saw the child, which records were checked. It stands on both children’s records: write only what both may hold." rows={3} scope={line.id} draft={draft} />
        <Button about={who}>Put the assessment on the record</Button>
      </ActForm>
    </Details>
  )
}

function Wider({ view, personId, path, draft }: { readonly view: OtherChildrenView; readonly personId: string; readonly path: string; readonly draft: FormDraft | null }) {
  return (
    <section>
      <h2>Within the suspect’s reach</h2>
      {view.wider === null ? <p>{view.checked === null ? 'No check is on record.' : `Checked ${view.checked}.`}</p> : <p>Other children within the suspect’s reach are looked for: <Due left={view.wider} bar={false} /></p>}
      <Details summary="Record a check of other children and contacts" open={draft !== null}>
        <ActForm act="check-wider-risk" page={path} draft={draft} hidden={{ personId }} label="Record a check of other children and contacts" scope="wider">
          {view.suspects.length === 0 ? null : <Radios name="suspectId" label="Of which suspect" scope="wider" draft={draft} value={view.suspects.length === 1 ? view.suspects[0]?.value ?? '' : ''} options={[...view.suspects, { value: '', label: 'Nobody named yet' }]} />}
          <Checkboxes name="reached" label="Where you looked" scope="wider" draft={draft} options={choicesOf(REACHED_WORDS)} />
          <DateTimeField name="checkedAt" label="When" hint="Left empty: now" optional scope="wider" draft={draft} />
          <Radios name="found" label="Were other children found?" layout="row" scope="wider" draft={draft} options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} />
          <TextArea name="account" label="What was found, and how" hint="Each child that was found is named as well, and assessed for itself" rows={3} scope="wider" draft={draft} />
          <Button>Put the check on the record</Button>
        </ActForm>
      </Details>
    </section>
  )
}

function ThinkOf({ view, path }: { readonly view: OtherChildrenView; readonly path: string }) {
  return (
    <Card title="Think of" tone={view.thinkOf.length > 0 ? 'amber' : undefined}>
      {view.thinkOf.length === 0 ? <p>Nobody else of the family or household is on record as a child.</p> : (
        <ul className="plain">
          {view.thinkOf.map((one) => (
            <li key={one.id}><b>{one.name}</b><span className="sub">{one.as}, {one.age}</span>{view.may ? <a href={`${path}/name?other=${one.id}`}>Name<span className="sr-only"> {one.name}</span></a> : null}</li>
          ))}
        </ul>
      )}
      <p className="sub">Brothers and sisters, an unborn child, children with whom the suspect lives or works, children met online, a child who is the suspect.</p>
    </Card>
  )
}
