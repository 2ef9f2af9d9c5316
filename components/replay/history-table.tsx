import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { Listed } from '@/lib/replay/in-app'
import { counted, sentence } from '@/lib/wording/lists'

/** 'cse-internet-13-closed-unseen' as a title; short forms keep their capitals. */
export const titleOf = (id: string): string =>
  sentence(id.replaceAll('-', ' ').replaceAll(/\b(cse|ceop|marac|mase|mash|rso|hmic|cawn)\b/g, (word) => word.toUpperCase()))

/** The histories that can be played. */
export function HistoryTable({ histories }: { readonly histories: readonly Listed[] }) {
  return (
    <Table
      caption="Case histories"
      rows={histories}
      rowKey={(history) => history.id}
      columns={[
        { key: 'history', head: 'History', kind: 'row', cell: (history) => <a href={`/replay/${history.id}`}>{titleOf(history.id)}</a> },
        { key: 'summary', head: 'What happened', cell: (history) => <>{history.summary}{history.goodPractice ? <> <Tag tone="green">Good practice</Tag></> : null}</> },
        { key: 'area', head: 'Area', cell: (history) => <span className="whitespace-nowrap">{sentence(history.area)}</span> },
        { key: 'size', head: 'How much', cell: (history) => <span className="whitespace-nowrap">{counted(history.events, 'event')}<span className="sub">{counted(history.demands, 'demand')}</span></span> },
      ]}
    />
  )
}
