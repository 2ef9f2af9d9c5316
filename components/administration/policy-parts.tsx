import type { AdoptionLine, BoroughLine, BoroughView, ChangeLine, ValueLine } from '@/lib/administration/view'
import { ActForm } from '../ui/act-form'
import { AddAnother } from '../ui/add-another'
import { Button, Buttons } from '../ui/button'
import { DateField } from '../ui/date-time-field'
import { Details } from '../ui/details'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Pager } from '../ui/pager'
import { Radios } from '../ui/radios'
import { Select } from '../ui/select'
import { Table, type Column } from '../ui/table'

const BOROUGHS: readonly Column<BoroughLine>[] = [
  { key: 'name', head: 'Borough', kind: 'row', cell: (line) => <a href={`/admin/boroughs/${line.code}`}>{line.name}</a> },
  { key: 'follows', head: 'Follows now', cell: (line) => line.follows },
  { key: 'own', head: 'Own values', kind: 'num', label: 'Own values', cell: (line) => line.own },
  { key: 'next', head: 'Changes on', label: 'Changes on', cell: (line) => line.next ?? 'nothing planned' },
]

export function BoroughTable({ lines }: { readonly lines: readonly BoroughLine[] }) {
  return <Table caption="What each borough follows" columns={BOROUGHS} rows={lines} rowKey={(line) => line.code} />
}

const VALUES: readonly Column<ValueLine>[] = [
  { key: 'what', head: 'Value', kind: 'row', cell: (line) => line.words },
  { key: 'pack', head: 'In the pack', label: 'In the pack', cell: (line) => <>{line.pack}<span className="sub">{line.tighter}</span></> },
  { key: 'own', head: 'The borough’s own', label: 'The borough’s own', cell: (line) => (line.own === null ? 'as the pack' : <b>{line.own}</b>) },
  { key: 'certainty', head: 'Certainty', label: 'Certainty', cell: (line) => line.certainty },
]

export function ValueTable({ lines, caption }: { readonly lines: readonly ValueLine[]; readonly caption: string }) {
  return <Table caption={caption} columns={VALUES} rows={lines} rowKey={(line) => line.id} empty="None: every value is the pack’s." />
}

interface AdoptionsProps {
  readonly lines: readonly AdoptionLine[]
  readonly path: string
  readonly draft: FormDraft | null
}

/** What was adopted, and what of it was taken back: nothing leaves the list. */
export function AdoptionTable({ lines, path, draft }: AdoptionsProps) {
  const columns: Column<AdoptionLine>[] = [
    { key: 'from', head: 'From', kind: 'row', cell: (line) => <>{line.from}<span className="sub">{line.state}</span></> },
    { key: 'what', head: 'What', label: 'What', cell: (line) => <>{line.pack}{line.own.map((one) => <span className="sub" key={one}>{one}</span>)}</> },
    { key: 'why', head: 'Why', label: 'Why', cell: (line) => <>{line.reason}<span className="sub">{line.by}</span></> },
    { key: 'act', head: '', kind: 'act', cell: (line) => (line.canBeTakenBack ? (
      <Details summary="Take back" open={draft !== null}>
        <ActForm act="withdraw-adoption" page={path} draft={draft} hidden={{ adoptionId: line.id }} scope="withdraw" label="Take back what has not begun">
          <Field name="reason" label="Why?" draft={draft} scope="withdraw" />
          <Button small>Take it back</Button>
        </ActForm>
      </Details>
    ) : null) },
  ]
  return <Table caption="What was adopted, the latest first" showCaption columns={columns} rows={lines} rowKey={(line) => line.id} tone={(line) => (line.state.startsWith('Taken back') ? 'off' : undefined)} empty="Nothing was adopted: the borough follows what all of London follows." />
}

export function AdoptForm({ borough, path, draft }: { readonly borough: BoroughView; readonly path: string; readonly draft: FormDraft | null }) {
  return (
    <ActForm act="adopt-policy" page={path} draft={draft} hidden={{ borough: borough.code }} label="Adopt">
      <Radios name="pack" label="Which pack" value="keep" options={borough.packs} draft={draft} />
      <DateField name="from" label="From which day" hint={`${borough.firstDay} or later: nothing that was done before it was adopted is judged by it`} draft={draft} />
      <h3>The borough’s own values</h3>
      <p className="sub">Each can only be tighter than the pack. What is not listed is the pack’s; taking a line away gives the pack’s value back from that day.</p>
      <AddAnother list="values" what="value" draft={draft} start={Math.max(1, borough.rows.length)} least={0} row={(prefix, index) => (
        <>
          <Select name={`${prefix}parameter`} label="Which value" empty="None" options={borough.parameters} value={borough.rows[index]?.parameter ?? ''} draft={draft} />
          <Field name={`${prefix}amount`} label="How much" hint="A whole number; or words, with commas between them" width={20} value={borough.rows[index]?.amount ?? ''} draft={draft} optional />
          <Select name={`${prefix}unit`} label="Unit" empty="None" options={borough.units} value={borough.rows[index]?.unit ?? ''} draft={draft} optional />
        </>
      )} />
      <Field name="reason" label="Why, and who decided it" draft={draft} />
      <Buttons><Button>Adopt from that day</Button></Buttons>
    </ActForm>
  )
}

const CHANGES: readonly Column<ChangeLine>[] = [
  { key: 'when', head: 'When', cell: (line) => line.when },
  { key: 'who', head: 'Who', kind: 'row', cell: (line) => line.who },
  { key: 'what', head: 'What', label: 'What', cell: (line) => <>{line.what}{line.why === null ? null : <span className="sub">{line.why}</span>}</> },
]

/** What administrators did, in the words of London's ledger. */
export function ChangeTable({ lines, next, later, path }: { readonly lines: readonly ChangeLine[]; readonly next: string | null; readonly later: boolean; readonly path: string }) {
  const more = (before: string): string => `${path}${path.includes('?') ? '&' : '?'}before=${before}`
  return (
    <>
      <Table caption="What was changed, newest first" columns={CHANGES} rows={lines} rowKey={(line) => line.id} empty="Nothing was changed." />
      <Pager next={next === null ? undefined : { href: more(next), words: 'Earlier' }} previous={later ? { href: path, words: 'Back to the newest' } : undefined}>Newest first. Each line stands in London’s ledger and cannot be altered.</Pager>
    </>
  )
}
