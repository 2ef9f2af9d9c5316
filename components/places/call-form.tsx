import type { CallForm as Form } from '@/lib/places/view'
import { CALL_SCRIPT, PLACE_KIND_WORDS } from '@/lib/wording/places'
import { choicesOf } from '@/lib/wording/say'
import { AddAnother } from '../ui/add-another'
import { ActForm } from '../ui/act-form'
import { Button, Buttons, LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { Checkboxes } from '../ui/checkboxes'
import { DateTimeField, type DateParts } from '../ui/date-time-field'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Columns } from '../ui/page-head'
import { Radios, YES_NO_UNKNOWN } from '../ui/radios'
import { Asks, Revealed } from '../ui/reveal'
import { SearchBox } from '../ui/search-box'
import { Select } from '../ui/select'
import { Table, type Column } from '../ui/table'
import { TextArea } from '../ui/text-area'
import { Response } from './calls'

type Premises = NonNullable<Form['premises']>[number]

interface Props {
  readonly form: Form
  readonly q: string
  readonly draft: FormDraft | null
  readonly borough: string
  readonly now: DateParts
}

/** A call from premises, in the order in which it goes: the premises, whether a child is in danger there, the tag, what the caller says. */
export function CallForm({ form, q, draft, borough, now }: Props) {
  const { place, child } = form
  const page = `/makesafe/new${place === null ? '' : `?place=${place.id}`}`
  return (
    <Columns aside={<><Card title="What to ask"><ol className="list-decimal space-y-1 pl-5">{CALL_SCRIPT.map((line) => <li key={line}>{line}</li>)}</ol></Card><Response /></>} jump="What to ask, and what happens now">
      {place === null ? (
        <section className="mb-5">
          <h2>Which premises?</h2>
          <SearchBox action="/makesafe/new" label="Name, street, postcode or telephone of the premises" value={q} />
          {form.premises === null ? null : <Table caption="Premises found" columns={PREMISES} rows={form.premises} rowKey={(row) => row.id} empty="None is on the register like this: type them in below." />}
        </section>
      ) : <p><b>{place.name}</b>{place.line === '' ? '' : `, ${place.line}`} <a href="/makesafe/new">Other premises</a></p>}
      <ActForm act="take-makesafe-call" page={page} draft={draft} hidden={place === null ? {} : { placeId: place.id, borough: place.borough }} label="Operation Makesafe call">
        <Radios name="danger" label="Is a child there and in danger now?" layout="row" draft={draft} options={YES_NO_UNKNOWN} />
        <Field name="callReference" label="CAD or 999 reference, where officers are sent at once" optional width={20} draft={draft} />
        <Checkboxes name="tag" label="Tag of the operation" hint="On every such call, whatever comes of it" draft={draft} options={[{ value: 'makesafe', label: 'Operation Makesafe' }]} />
        <Radios name="channel" label="The call came on" layout="row" draft={draft} options={[{ value: '101', label: '101' }, { value: '999', label: '999' }]} />
        <Radios name="quoted" label="Did the caller say “Makesafe”?" layout="row" draft={draft} options={YES_NO_UNKNOWN} />
        <DateTimeField name="receivedAt" label="When the call came" value={now} draft={draft} />
        {place !== null ? null : (
          <>
            <Field name="premises" label="Premises as the caller named them" hint="Name and address" draft={draft} />
            <Select name="kind" label="What kind of premises" empty="Choose" options={choicesOf(PLACE_KIND_WORDS)} draft={draft} />
            <Select name="borough" label="Borough" empty="Choose a borough" options={form.boroughs} value={borough} draft={draft} />
          </>
        )}
        <Field name="callerName" label="Caller" hint="Name or post, such as night porter" optional width={20} draft={draft} />
        <Field name="callerContact" label="How to ring the caller back" optional width={20} draft={draft} />
        <TextArea name="said" label="What the caller said" rows={4} draft={draft} />
        <Asks>
          <Radios name="child" label="Did the caller tell of a child?" draft={draft} value={child === null || child.masked ? undefined : 'known'} options={[{ value: 'described', label: 'Yes, described', reveals: 'a' }, { value: 'known', label: 'Yes, by name, or known to us', reveals: 'a' }, { value: 'none', label: 'No child: a suspicion about the place or the adults' }]} />
          <Revealed by="a"><AddAnother list="children" what="child" draft={draft} row={(prefix, index) => <ChildFields prefix={prefix} draft={draft} child={index === 0 ? child : null} />} /></Revealed>
        </Asks>
        <Buttons><Button>Take the call, tagged</Button><LinkButton look="second" href="/makesafe">Back without taking it</LinkButton></Buttons>
      </ActForm>
    </Columns>
  )
}

const PREMISES: readonly Column<Premises>[] = [
  { key: 'name', head: 'Premises', kind: 'row', cell: (row) => <><a href={`/makesafe/new?place=${row.id}`}><span className="sr-only">Choose </span>{row.name}</a><span className="sub">{[row.kind, row.line].filter(Boolean).join(', ')}</span></> },
  { key: 'where', head: 'Borough', label: 'Borough', cell: (row) => row.where },
]

function ChildFields({ prefix, draft, child }: { readonly prefix: string; readonly draft: FormDraft | null; readonly child: Form['child'] }) {
  if (child !== null && !child.masked) return <><input type="hidden" name={`${prefix}personId`} value={child.id} /><p><b>{child.name}</b>, {child.age}</p></>
  return (
    <>
      <Field name={`${prefix}givenName`} label="Given name" optional width={20} draft={draft} />
      <Field name={`${prefix}familyName`} label="Family name" optional width={20} draft={draft} />
      <Field name={`${prefix}description`} label="Description" hint="How would an officer know this child?" optional draft={draft} />
      <Field name={`${prefix}age`} label="About what age" optional width={2} inputMode="numeric" draft={draft} />
    </>
  )
}
