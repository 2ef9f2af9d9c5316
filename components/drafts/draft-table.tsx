import type { DraftLine } from '@/lib/forms/your-drafts'
import { Button } from '../ui/button'
import { Table, type Column } from '../ui/table'

const COLUMNS: readonly Column<DraftLine>[] = [
  { key: 'form', head: 'Form', kind: 'row', cell: (line) => <a href={line.href}>{line.form}</a> },
  { key: 'about', head: 'About', label: 'About', cell: (line) => <>{line.about ?? (line.begins === null ? 'Nobody named, or not within your reach' : 'Nobody named yet')}<span className="sub">{[line.borough, line.begins === null ? null : `“${line.begins}”`].filter(Boolean).join(', ')}</span></> },
  { key: 'kept', head: 'Kept', label: 'Kept', cell: (line) => <>{line.kept}<span className="sub">until {line.until}</span></> },
  { key: 'act', head: '', kind: 'act', cell: (line) => <DraftButton id={line.id} say="discard" about={`the draft ${line.form}${line.about === null ? '' : `, ${line.about}`}, kept ${line.kept}`}>Discard</DraftButton> },
]

/** A draft is nobody's record yet: discarding one is no act and leaves no entry. */
export function DraftButton({ id, say, about, children }: { readonly id: string; readonly say: 'discard' | 'keep'; readonly about?: string; readonly children: string }) {
  return (
    <form method="post" action="/drafts/discard" className="inline">
      <input type="hidden" name="draft" value={id} />
      <input type="hidden" name="say" value={say} />
      <Button look="second" small {...(about === undefined ? {} : { about })}>{children}</Button>
    </form>
  )
}

/** What somebody began and has not sent: the way back to each as it was typed. */
export function DraftTable({ lines }: { readonly lines: readonly DraftLine[] }) {
  return <Table caption="Your drafts" columns={COLUMNS} rows={lines} rowKey={(line) => line.id} empty="Nothing is kept. What you save with “Save draft”, and what you send after your session has ended, is found here." />
}
