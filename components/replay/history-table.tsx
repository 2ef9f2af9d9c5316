import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { Listed } from '@/lib/replay/in-app'
import { counted, sentence } from '@/lib/wording/lists'

/** The histories that can be played. */
export function HistoryTable({ histories }: { readonly histories: readonly Listed[] }) {
  return (
    <Table
      caption="Case histories"
      rows={histories}
      rowKey={(history) => history.id}
      columns={[
        { key: 'history', head: 'History', kind: 'row', cell: (history) => <a href={`/replay/${history.id}`}>{sentence(history.id.replaceAll('-', ' '))}</a> },
        { key: 'summary', head: 'What happened', cell: (history) => <>{history.summary}{history.goodPractice ? <> <Tag tone="green">Good practice</Tag></> : null}</> },
        { key: 'area', head: 'Area', cell: (history) => sentence(history.area) },
        { key: 'size', head: 'How much', cell: (history) => <>{counted(history.events, 'event')}<span className="sub">{counted(history.demands, 'demand')}</span></> },
      ]}
    />
  )
}
