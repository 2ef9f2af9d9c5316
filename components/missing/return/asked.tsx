import type { InterviewLine, InterviewPage } from '@/lib/missing/return/asked'
import { ActForm } from '../../ui/act-form'
import { Button, Buttons } from '../../ui/button'
import type { DateParts } from '../../ui/date-time-field'
import { Due } from '../../ui/due'
import type { FormDraft } from '../../ui/form-draft'
import { SummaryList } from '../../ui/summary-list'
import { Table, type Column } from '../../ui/table'
import { InterviewFields } from './return-forms'

const COLUMNS: readonly Column<InterviewLine>[] = [
  { key: 'about', head: 'Child', kind: 'row', cell: (row) => <a className="strong" href={`/asked/interviews/${row.id}`}>{row.about}</a> },
  { key: 'from', head: 'Asked by', label: 'Asked by', cell: (row) => <>{row.from}<span className="sub">{row.asked}</span></> },
  { key: 'due', head: 'Interview', label: 'Interview', cell: (row) => row.answered ?? <Due left={row.left} /> },
]

/** Return home interviews that wait for the own team. Nothing where there is none. */
export function InterviewsAsked({ rows }: { readonly rows: readonly InterviewLine[] }) {
  return rows.length === 0 ? null : <Table caption="Return home interviews asked of us" showCaption columns={COLUMNS} rows={rows} rowKey={(row) => row.id} tone={(row) => (row.answered === null && row.left.tone === 'late' ? 'late' : undefined)} />
}

export function InterviewAskedView({ view, draft, now }: { readonly view: InterviewPage; readonly draft: FormDraft | null; readonly now: DateParts }) {
  return (
    <>
      <SummaryList rows={[
        { term: 'Child', value: view.about }, { term: 'Where to reach the child', value: view.place ?? 'Ask whoever asked you' }, { term: 'Asked by', value: <>{view.from}<span className="sub">{view.asked}</span></> },
        { term: 'The interview', value: view.answered ?? (view.withdrawn ? 'Taken back: no interview is needed from you' : <Due left={view.left} />) },
      ]} />
      {view.answered !== null ? <><h2>What we recorded</h2>{view.words.map(({ label, text }) => <p key={label}><b>{label}:</b> <span className="whitespace-pre-line">{text}</span></p>)}</> : view.withdrawn ? null : (
        <>
          <h2>Your interview</h2>
          <ActForm act="answer-interview" page={`/asked/interviews/${view.id}`} draft={draft} hidden={{ requestId: view.id }} label="Record the interview">
            <InterviewFields draft={draft} now={now} independent={false} />
            <Buttons><Button>Send the interview</Button><Button look="second" intent="save-draft">Save draft</Button></Buttons>
          </ActForm>
        </>
      )}
    </>
  )
}
