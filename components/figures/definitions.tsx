import type { DutyDefinition, FactDefinition, RecordedDefinition } from '@/lib/figures/definitions'
import { Table, type Column } from '../ui/table'

interface Defined { readonly id: string; readonly title: string; readonly clause: string }
// Whoever comes from a figure lands on its row: the name of the measure is its address.
// A figure from outside may bear the name of one that is counted here.
const Named = ({ of, outside = false }: { readonly of: Defined; readonly outside?: boolean }) => <><span id={outside ? `outside-${of.id}` : of.id} className="anchor">{of.title}</span><span className="sub">{of.clause}</span></>
const Lines = ({ of }: { readonly of: readonly string[] }) => <>{of.map((line) => <p key={line}>{line}</p>)}</>

const DUTIES: readonly Column<DutyDefinition>[] = [
  { key: 'title', head: 'Measure', kind: 'row', cell: (one) => <Named of={one} /> },
  { key: 'counts', head: 'What is counted', label: 'What is counted', cell: (one) => <Lines of={[...one.counts, ...one.also]} /> },
  { key: 'met', head: 'Done by', label: 'Done by', cell: (one) => <Lines of={one.met} /> },
  { key: 'owedBy', head: 'Owed by', label: 'Owed by', cell: (one) => one.owedBy },
  { key: 'target', head: 'Target', label: 'Target', cell: (one) => one.target },
]
const FACTS: readonly Column<FactDefinition>[] = [
  { key: 'title', head: 'Measure', kind: 'row', cell: (one) => <Named of={one} /> },
  { key: 'counts', head: 'What is counted', label: 'What is counted', cell: (one) => one.counts },
  { key: 'better', head: 'Which way is better', label: 'Which way is better', cell: (one) => one.better },
]
const RECORDED: readonly Column<RecordedDefinition>[] = [
  { key: 'title', head: 'Figure', kind: 'row', cell: (one) => <Named of={one} outside /> },
  { key: 'better', head: 'Which way is better', label: 'Which way is better', cell: (one) => one.better },
  { key: 'target', head: 'Target', label: 'Target', cell: (one) => one.target },
]

/** What each measure counts, in the words of its rules: on the page of help, and behind the figures of the pack. */
export const DutyDefinitions = ({ rows }: { readonly rows: readonly DutyDefinition[] }) => <Table caption="Measures of timeliness" columns={DUTIES} rows={rows} rowKey={(one) => one.id} />
export const FactDefinitions = ({ rows }: { readonly rows: readonly FactDefinition[] }) => <Table caption="Counts from the chronology" columns={FACTS} rows={rows} rowKey={(one) => one.id} />
export const RecordedDefinitions = ({ rows }: { readonly rows: readonly RecordedDefinition[] }) => <Table caption="Figures from outside" columns={RECORDED} rows={rows} rowKey={(one) => one.id} />
