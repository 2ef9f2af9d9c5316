import type { AskedLine, AskedPage } from '@/lib/enquiry/view'
import { ActForm } from '../ui/act-form'
import { Button, Buttons } from '../ui/button'
import { Due } from '../ui/due'
import type { FormDraft } from '../ui/form-draft'
import { SummaryList } from '../ui/summary-list'
import { Table, type Column } from '../ui/table'
import { AnswerWords } from './enquiry'
import { AnswerFields } from './forms'

const STATE_WORDS = { held: 'Answered', 'nothing-held': 'Answered: we hold nothing', refused: 'Refused', withdrawn: 'Withdrawn' } as const

const stateOf = (row: AskedLine) => (row.state === 'open' || row.state === 'late' ? <Due left={row.left} /> : STATE_WORDS[row.state])

const COLUMNS: readonly Column<AskedLine>[] = [
  // The child first: the same question is asked about many.
  { key: 'about', head: 'About', kind: 'row', cell: (row) => <a className="strong whitespace-pre-line" href={`/asked/${row.id}`}>{row.about}</a> },
  { key: 'question', head: 'Question', cell: (row) => (row.question.length > 160 ? `${row.question.slice(0, 160)} …` : row.question) },
  { key: 'from', head: 'Asked by', label: 'Asked by', cell: (row) => <>{row.from}<span className="sub">{row.asked}</span></> },
  { key: 'due', head: 'Answer', label: 'Answer', cell: (row) => <>{stateOf(row)}{row.chased === null ? null : <span className="sub">{row.chased}</span>}</> },
]

export function AskedTable({ rows, empty }: { readonly rows: readonly AskedLine[]; readonly empty: string }) {
  return <Table caption="Questions to our agency" columns={COLUMNS} rows={rows} rowKey={(row) => row.id} tone={(row) => (row.state === 'late' ? 'late' : undefined)} empty={empty} />
}

export function AskedView({ view }: { readonly view: AskedPage }) {
  return (
    <>
      <SummaryList rows={[
        { term: 'About', value: <span className="whitespace-pre-line">{view.about}</span> },
        { term: 'What it is needed for', value: <span className="whitespace-pre-line">{view.purpose}</span> },
        { term: 'On what lawful basis', value: view.basis },
        { term: 'Asked by', value: <>{view.from}<span className="sub">{view.asked}, sent to {view.team}</span></> },
        { term: 'Your answer', value: <>{stateOf(view)}{view.chased === null ? null : <span className="sub">{view.chased}</span>}</> },
      ]} />
      {view.answers.length === 0 ? null : <><h2>What we said</h2>{view.answers.map((answer) => <AnswerWords key={answer.id} answer={answer} />)}</>}
    </>
  )
}

export function AnswerForm({ view, draft }: { readonly view: AskedPage; readonly draft: FormDraft | null }) {
  return (
    <>
      <h2>{view.answers.length === 0 ? 'Answer' : 'Add to the answer'}</h2>
      {view.answers.length === 0 ? null : <p className="sub">What was said stays as it was. Add what has become known, or correct it here.</p>}
      <ActForm act="answer-request" page={`/asked/${view.id}`} draft={draft} hidden={{ requestId: view.id }} label="Answer the question" scope="answer">
        <AnswerFields of={{ draft, scope: 'answer' }} ours />
        <Buttons><Button>Send the answer</Button><Button look="second" intent="save-draft">Save draft</Button></Buttons>
      </ActForm>
    </>
  )
}
