import type { SharedLine } from '@/lib/enquiry/view'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'

const COLUMNS: readonly Column<SharedLine>[] = [
  { key: 'when', head: 'When', label: 'When', cell: (line) => <>{line.when}<span className="sub">{line.who}</span></> },
  { key: 'to', head: 'From and to', kind: 'row', cell: (line) => <>{line.from} to {line.to}<span className="sub"><Tag tone={line.shared ? 'grey' : 'amber'}>{line.shared ? 'Shared' : 'Not shared'}</Tag></span></> },
  { key: 'what', head: 'What', label: 'What', cell: (line) => (line.what === null ? <span className="none">The words open to those who work the case.</span> : <span className="whitespace-pre-line">{line.what}</span>) },
  { key: 'why', head: 'On what basis, or why not', label: 'On what basis, or why not', cell: (line) => line.why ?? line.basis ?? (line.what === null ? '' : 'none given') },
]

const WHERE: Column<SharedLine> = {
  key: 'where', head: 'Matter', label: 'Matter', cell: (line) => <>{line.referral === null ? 'Not shown' : <a href={`/referrals/${line.referral.id}`}>{line.referral.reference}</a>}<span className="sub">{line.borough}</span></>,
}

/** The ledger of sharing. `matters`: over many matters, so each line leads to its own. */
export function SharedTable({ lines, empty, matters = false }: { readonly lines: readonly SharedLine[]; readonly empty: string; readonly matters?: boolean }) {
  return <Table caption="What was shared and what was not, newest first" columns={matters ? [...COLUMNS, WHERE] : COLUMNS} rows={lines} rowKey={(line) => line.id} empty={empty} />
}
