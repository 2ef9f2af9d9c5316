import type { RecordedFigure, RecordedList } from '@/lib/figures/view'
import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import { DateField } from '../ui/date-time-field'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Select } from '../ui/select'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'

const COLUMNS: readonly Column<RecordedFigure>[] = [
  { key: 'what', head: 'Measure', kind: 'row', cell: (row) => <>{row.title}<span className="sub">{row.borough}</span></> },
  { key: 'value', head: 'Figure', kind: 'num', label: 'Figure', cell: (row) => <b>{row.value}</b> },
  { key: 'target', head: 'Target of its year', kind: 'num', label: 'Target of its year', cell: (row) => (row.target === null ? 'none' : `${row.target}, ${row.better} is better`) },
  { key: 'held', head: 'Held against it', label: 'Held against it', cell: (row) => (row.breach === null ? (row.target === null ? <span className="sub">–</span> : <Tag tone="green">met</Tag>) : <Tag tone="red">{row.breach}</Tag>) },
  { key: 'on', head: 'Measured on', label: 'Measured on', cell: (row) => row.on },
  { key: 'source', head: 'Source', label: 'Source', cell: (row) => <>{row.source}<span className="sub">recorded {row.recorded}</span></> },
]

export function RecordedTable({ rows, empty }: { readonly rows: readonly RecordedFigure[]; readonly empty: string }) {
  return <Table caption="Figures from outside" columns={COLUMNS} rows={rows} rowKey={(row) => row.key} tone={(row) => (row.breach === null ? undefined : 'late')} empty={empty} />
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
