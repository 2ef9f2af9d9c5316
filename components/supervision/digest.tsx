import type { SupervisionPage } from '@/lib/supervision/view'
import { DIGEST_LISTS, LIST_WORDS, type ListWord } from '@/lib/wording/supervision'
import { Table, type Column } from '../ui/table'

interface Line { readonly list: ListWord; readonly total: number; readonly late: number }

/** The list's own page holds all of it; what is left of a shift is accepted where shifts are handed over. */
const hrefOf = (list: ListWord): string => `/strategy/${list}`

/** The morning in numbers: what is new, what is today, what stands; each leads to its list. */
export function Digest({ counts }: { readonly counts: SupervisionPage['counts'] }) {
  const columns: Column<Line>[] = [
    { key: 'list', head: 'What', kind: 'row', cell: (line) => <><a href={hrefOf(line.list)}>{LIST_WORDS[line.list].title}</a><span className="sub">{LIST_WORDS[line.list].about}</span></> },
    { key: 'total', head: 'How many', label: 'How many', kind: 'num', cell: (line) => (line.total === 0 ? 'None' : <b>{line.total}</b>) },
    { key: 'late', head: 'Past their time', label: 'Past their time', kind: 'num', cell: (line) => (line.list === 'emergencies' ? (line.late === 0 ? '' : `${line.late} unclaimed`) : line.late === 0 || line.list === 'overdue' ? '' : <span className="due late">{line.late}</span>) },
  ]
  const rows = DIGEST_LISTS.map((list) => ({ list, ...counts[list] }))
  return <Table caption="This morning, list by list" columns={columns} rows={rows} rowKey={(line) => line.list} tone={(line) => (line.late > 0 && line.list !== 'overdue' ? 'late' : undefined)} />
}
