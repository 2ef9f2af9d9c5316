import type { RecordedFigure, RecordedList } from '@/lib/figures/view'
import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import { DateField } from '../ui/date-time-field'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Select } from '../ui/select'
import { recordedLine } from './lines'
import { RecordedRows } from './recorded-rows'

export function RecordedTable({ rows, empty }: { readonly rows: readonly RecordedFigure[]; readonly empty: string }) {
  return <RecordedRows rows={rows.map(recordedLine)} empty={empty} />
}

/** Of a figure in the list: what it says, and why it is taken back. */
export function WithdrawalForm({ row, draft }: { readonly row: RecordedFigure; readonly draft: FormDraft | null }) {
  return (
    <ActForm act="withdraw-measurement" page={`/figures/recorded?back=${row.key}`} hidden={{ measurementId: row.key }} draft={draft} label="Take back a figure from outside">
      <p>{`${row.title}, ${row.borough}: ${row.value}, measured on ${row.on}, from ${row.source}. It stays in this list as taken back, and figures of days before today still tell it.`}</p>
      <Field name="reason" label="Why it is taken back" hint="For example: it was of another borough" width={20} draft={draft} scope="back" />
      <Buttons><Button look="warn">Take it back</Button></Buttons>
    </ActForm>
  )
}

export function MeasurementForm({ view, draft }: { readonly view: RecordedList; readonly draft: FormDraft | null }) {
  return (
    <ActForm act="record-measurement" page="/figures/recorded" draft={draft} label="Record a figure from outside">
      <Select name="borough" label="Borough" empty={view.boroughs.length > 1 ? 'Choose the borough' : undefined} options={view.boroughs} draft={draft} />
      <Select name="metric" label="What was measured" empty="Choose what was measured" options={view.metrics} draft={draft} />
      <Field name="value" label="Figure" hint="A share of a hundred without the sign: 63 or 60.8" width={5} inputMode="decimal" draft={draft} />
      <Field name="target" label="Target" hint="Only where it is not the one of the catalogue" width={5} inputMode="decimal" draft={draft} optional />
      <Field name="oldestDays" label="Of a queue: days the oldest has waited" width={5} inputMode="numeric" draft={draft} optional />
      <Field name="staff" label="Of a caseload: how many people carry it" width={5} inputMode="numeric" draft={draft} optional />
      <DateField name="measuredOn" label="Day it was measured" draft={draft} />
      <Field name="source" label="Where the figure comes from" hint="For example: Havens, quarterly return" width={20} draft={draft} />
      <Buttons><Button>Record it</Button></Buttons>
    </ActForm>
  )
}
