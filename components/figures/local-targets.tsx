import type { LocalTargetList, LocalTargetRow } from '@/lib/figures/view'
import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import { DateField } from '../ui/date-time-field'
import { Field } from '../ui/field'
import type { FormDraft } from '../ui/form-draft'
import { Select } from '../ui/select'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'

const STATES = { holds: <Tag tone="green">holds</Tag>, 'to come': <Tag tone="blue">to come</Tag>, ended: null, none: <Tag>none of its own since</Tag>, 'taken back': <Tag>taken back</Tag> } as const

const COLUMNS: readonly Column<LocalTargetRow>[] = [
  { key: 'what', head: 'Measure', kind: 'row', cell: (row) => <>{row.title}<span className="sub">{row.borough}</span>{row.clause === null ? null : <span className="sub">{row.clause}</span>}</> },
  { key: 'value', head: 'Target', kind: 'num', label: 'Target', cell: (row) => (row.value === null ? 'none of its own' : <><b>{row.value}</b><span className="sub">{`${row.better} is better`}</span></>) },
  { key: 'beside', head: 'Without it', kind: 'num', label: 'Without it', cell: (row) => row.beside ?? 'none' },
  { key: 'from', head: 'From', label: 'From', cell: (row) => <>{row.from} {STATES[row.state]}{row.ended === null ? null : <span className="sub">{`until another from ${row.ended}`}</span>}</> },
  { key: 'why', head: 'Why', label: 'Why', cell: (row) => <>{row.reason}<span className="sub">set {row.recorded}</span>{row.withdrawn === null ? null : <span className="sub">{row.withdrawn}</span>}{row.mayWithdraw ? <a href={`/figures/targets?back=${row.key}#back`}>Take it back<span className="sr-only">{`: ${row.title}, ${row.borough}, from ${row.from}`}</span></a> : null}</> },
]

export function LocalTargets({ rows, empty }: { readonly rows: readonly LocalTargetRow[]; readonly empty: string }) {
  return <Table caption="Local targets" columns={COLUMNS} rows={rows} rowKey={(row) => row.key} tone={(row) => (row.state === 'taken back' || row.state === 'ended' ? 'off' : undefined)} empty={empty} />
}

/** Of a target that does not hold yet: what it says, and why it is taken back. */
export function TargetWithdrawal({ row, draft }: { readonly row: LocalTargetRow; readonly draft: FormDraft | null }) {
  return (
    <ActForm act="withdraw-local-target" page={`/figures/targets?back=${row.key}`} hidden={{ targetId: row.key }} draft={draft} label="Take back a local target">
      <p>{`${row.title}, ${row.borough}: ${row.value ?? 'none of its own'} from ${row.from}. It stays in this list as taken back.`}</p>
      <Field name="reason" label="Why it is taken back" width={20} draft={draft} scope="back" />
      <Buttons><Button look="warn">Take it back</Button></Buttons>
    </ActForm>
  )
}

export function TargetForm({ view, draft }: { readonly view: LocalTargetList; readonly draft: FormDraft | null }) {
  return (
    <ActForm act="set-local-target" page="/figures/targets" draft={draft} label="Set a local target">
      <Select name="borough" label="Whose target" empty={view.boroughs.length > 1 ? 'Choose whose target it is' : undefined} options={view.boroughs} draft={draft} />
      <Select name="measure" label="Measure" empty="Choose the measure" options={view.measures} draft={draft} />
      <Field name="value" label="Target" hint="A share of a hundred without the sign: 90 or 97.5. Empty: none of its own from that day" width={5} inputMode="decimal" draft={draft} optional />
      <DateField name="from" label="First day it holds" draft={draft} />
      <Field name="reason" label="Why, and under whose decision" width={20} draft={draft} />
      <Buttons><Button>Set it from that day</Button></Buttons>
    </ActForm>
  )
}
