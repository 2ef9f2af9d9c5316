import type { OpeningLine, Readers, ReadingLine } from '@/lib/people/view'
import { Pager } from '../ui/pager'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'

const OPENINGS: readonly Column<OpeningLine>[] = [
  { key: 'who', head: 'Who', kind: 'row', cell: (line) => <>{line.who}<span className="sub">{line.when}, until {line.until}</span></> },
  { key: 'why', head: 'Why', label: 'Why', cell: (line) => <>{line.purpose}<span className="sub">{line.reason}</span></> },
  { key: 'how', head: 'How', label: 'How', cell: (line) => (line.breakGlass ? <><Tag tone="red">Break-glass</Tag><span className="sub">{line.review}</span></> : 'With a reason') },
]
const LINES: readonly Column<ReadingLine>[] = [
  { key: 'who', head: 'Who', kind: 'row', cell: (line) => <>{line.who}<span className="sub">{line.team}</span></> },
  { key: 'when', head: 'When', label: 'When', cell: (line) => line.when },
  { key: 'depth', head: 'How deep', label: 'How deep', cell: (line) => line.depth },
  { key: 'pages', head: 'What', label: 'What', cell: (line) => <>{line.pages}{line.reason === null ? null : <span className="sub">{line.reason}</span>}</> },
]

/** Who has looked at this record, newest first, and who opened it from elsewhere and why. */
export function ReadersView({ readers, path, name, later }: { readonly readers: Readers; readonly path: string; readonly name: string; readonly later: boolean }) {
  return (
    <>
      {readers.openings.length === 0 ? null : <Table caption="Opened from elsewhere, with a reason or by break-glass" showCaption columns={OPENINGS} rows={readers.openings} rowKey={(line) => line.id} />}
      <div className="mt-6"><Table caption={`Who has looked at the record of ${name}`} showCaption columns={LINES} rows={readers.lines} rowKey={(line) => line.key} empty="Nobody has looked before." /></div>
      <Pager
        next={readers.next === null ? undefined : { href: `${path}?before=${readers.next}`, words: 'Earlier' }}
        previous={later ? { href: path, words: 'Back to the newest' } : undefined}
      >
        Newest first. Somebody turning pages at one sitting is one line; found in a search counts as looked at the index.
      </Pager>
    </>
  )
}
