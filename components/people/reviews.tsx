import type { Reviewable, ReviewLine } from '@/lib/access/openings/queries'
import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import { Card } from '../ui/card'
import type { FormDraft } from '../ui/form-draft'
import { Radios } from '../ui/radios'
import { SummaryList } from '../ui/summary-list'
import { Table, type Column } from '../ui/table'
import { TextArea } from '../ui/text-area'

const DONE: readonly Column<ReviewLine>[] = [
  { key: 'who', head: 'Opened by', kind: 'row', cell: (line) => <>{line.who}<span className="sub">{line.when}, {line.borough}</span></> },
  { key: 'why', head: 'Why', label: 'Why', cell: (line) => <>{line.purpose}<span className="sub">{line.reason}</span></> },
  { key: 'review', head: 'Review', label: 'Review', cell: (line) => line.review },
]

/** Every restricted record that was opened by break-glass, and the one who must answer whether that was right. */
export function Reviews({ reviews: { lines, more }, chosen, draft }: { readonly reviews: Reviewable; readonly chosen: string | undefined; readonly draft: FormDraft | null }) {
  const waiting = lines.filter((line) => line.waits)
  const mine = waiting.filter((line) => !line.own && line.mayNot === null)
  // Of a form that was refused the words stay with it, though it is no more this reviewer’s to answer.
  const open = (draft === null ? mine : waiting).find((line) => line.id === chosen) ?? mine[0]
  return (
    <>
      {waiting.length === 0 ? <p className="none">Nothing waits for review.</p> : waiting.map((line) => (
        <Card key={line.id} title={`Opened by ${line.who}, ${line.when}`} tone="red">
          <SummaryList rows={[{ term: 'Where', value: line.borough }, { term: 'For', value: line.purpose }, { term: 'Why', value: line.reason }, { term: 'Open until', value: line.until }]} />
          {line.own ? <p>You opened this one: somebody else reviews it.</p> : line.id !== open?.id && line.mayNot !== null ? <p>{line.mayNot.says} {line.mayNot.wayForward}</p> : line.id === open?.id ? <ReviewForm line={line} draft={draft} /> : <p><a href={`/people/openings?review=${line.id}`}>Review this one</a></p>}
        </Card>
      ))}
      {more ? <p className="none">These are the oldest that wait. Further ones come as these are answered for.</p> : null}
      <div className="mt-6"><Table caption="Reviewed" showCaption columns={DONE} rows={lines.filter((line) => !line.waits)} rowKey={(line) => line.id} empty="None has been reviewed yet." /></div>
    </>
  )
}

function ReviewForm({ line, draft }: { readonly line: ReviewLine; readonly draft: FormDraft | null }) {
  return (
    <ActForm act="review-break-glass" page={`/people/openings?review=${line.id}`} draft={draft} hidden={{ openingId: line.id }} label={`Review what ${line.who} opened`}>
      <Radios name="verdict" label="Was it justified?" layout="row" draft={draft} options={[{ value: 'justified', label: 'Justified' }, { value: 'not-justified', label: 'Not justified' }]} />
      <TextArea name="review" label="What did you find?" rows={3} draft={draft} />
      <Buttons><Button>Record the review</Button></Buttons>
    </ActForm>
  )
}
