import type { DryRun, Told } from '@/lib/referrals/import/dry-run'
import { Button, Buttons } from '../ui/button'
import { ErrorSummary } from '../ui/error-summary'
import { FieldFrame } from '../ui/field-frame'
import { fieldId, type FormDraft } from '../ui/form-draft'
import { Details } from '../ui/details'
import { Select, type Option } from '../ui/select'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'

interface FormProps {
  readonly draft: FormDraft | null
  readonly boroughs: readonly Option[]
  readonly columns: readonly string[]
  readonly needed: readonly string[]
  readonly mostLines: number
  /** Bytes. */
  readonly largest: number
}

/** The file to look at. A plain form with a file: no script. */
export function ImportForm({ draft, boroughs, columns, needed, mostLines, largest }: FormProps) {
  const [only] = boroughs
  return (
    <form method="post" action="/import/look" encType="multipart/form-data" aria-label="File to look at" noValidate>
      <ErrorSummary draft={draft} />
      {boroughs.length === 1 && only !== undefined
        ? <input type="hidden" name="borough" value={only.value} />
        : <Select name="borough" label="Borough it is for" empty="Choose a borough" options={boroughs} draft={draft} />}
      <FieldFrame name="file" label="CSV file" hint={`UTF-8, at most ${mostLines} lines and ${largest / 1000} kB, one child a line`} draft={draft}>
        <input className="input" type="file" id={fieldId('file')} name="file" accept=".csv,text/csv" />
      </FieldFrame>
      <Details summary="The columns">
        <p>The first line names the columns, in any order. Needed: {needed.join(', ')}, and a name or a description of the child. All others can be left out or empty:</p>
        <p><code>{columns.join(',')}</code></p>
        <p>A line from the police is taken as a police checklist (Merlin PAC), any other as a contact.</p>
      </Details>
      <Button>Check the file</Button>
    </form>
  )
}

const STATES = { take: { tone: 'blue', words: 'Will be imported' }, there: { tone: 'green', words: 'On record already' }, wrong: { tone: 'amber', words: 'Cannot be imported' } } as const

const COLUMNS: readonly Column<Told>[] = [
  { key: 'no', head: 'Line', label: 'Line', cell: (line) => line.no },
  { key: 'child', head: 'Child', kind: 'row', cell: (line) => line.child },
  { key: 'from', head: 'From', label: 'From', cell: (line) => <>{line.from}<span className="sub">{line.received}</span></> },
  {
    key: 'state', head: 'What happens', cell: (line) => (
      <>
        <Tag tone={STATES[line.state].tone}>{STATES[line.state].words}</Tag>
        {line.there === null ? null : <> <a href={`/referrals/${line.there.id}`}>{line.there.reference}</a></>}
        {line.problems.map((problem) => <span className="sub" key={`${problem.column}${problem.message}`}>{problem.column === null ? '' : `${problem.column}: `}{problem.message}</span>)}
      </>
    ),
  },
]

/** Line by line what would happen, or what was done. */
export function ImportLines({ looked, draftId, name }: { readonly looked: DryRun; readonly draftId: string; readonly name: string }) {
  const { take, there, wrong } = looked.counts
  return (
    <section id="lines" aria-labelledby="lines-head">
      <h2 id="lines-head">{name === '' ? 'The file' : name}</h2>
      <p><b>{take} to import</b>, {there} on record already, {wrong} {wrong === 1 ? 'has an error' : 'have errors'}.{wrong === 0 ? '' : ' Lines with errors are left out: correct them in the file and import it again. A line that is on record already is not taken twice.'}</p>
      {take === 0 ? null : (
        <form method="post" action="/import/take" aria-label="Import">
          <input type="hidden" name="draft" value={draftId} />
          <Buttons><Button>{take === 1 ? 'Import 1 line' : `Import ${take} lines`}</Button></Buttons>
        </form>
      )}
      <Table caption="Lines of the file" columns={COLUMNS} rows={looked.lines} rowKey={(line) => String(line.no)} tone={(line) => (line.state === 'there' ? 'off' : undefined)} />
    </section>
  )
}
