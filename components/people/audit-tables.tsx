import type { AuditLine, AuditPage, RefusalLine } from '@/lib/people/audit'
import { Chip } from '../ui/chip'
import { Details } from '../ui/details'
import { Pager } from '../ui/pager'
import { Table, type Column } from '../ui/table'

const READINGS: readonly Column<AuditLine>[] = [
  { key: 'when', head: 'When', cell: (line) => line.when },
  { key: 'who', head: 'Who', kind: 'row', cell: (line) => <a href={`/audit?by=${line.whoId}`}>{line.who}<span className="sr-only">: only their readings</span></a> },
  { key: 'person', head: 'Whose record', label: 'Whose record', cell: (line) => <Whose line={line} /> },
  { key: 'depth', head: 'How deep', label: 'How deep', cell: (line) => line.depth },
  { key: 'what', head: 'What', label: 'What', cell: (line) => <>{line.page}{line.query === null ? null : <span className="sub">searched: {line.query}</span>}{line.reason === null ? null : <span className="sub">{line.reason}</span>}</> },
]

const REFUSALS: readonly Column<RefusalLine>[] = [
  { key: 'when', head: 'When', cell: (line) => line.when },
  { key: 'who', head: 'Who', kind: 'row', cell: (line) => <>{line.who}<span className="sub">{line.agency}, {line.borough}</span></> },
  { key: 'says', head: 'What policy said', label: 'What policy said', cell: (line) => line.says },
]

function Whose({ line }: { readonly line: AuditLine }) {
  if (line.person === null) return 'nobody’s'
  const first = <a href={`/people/${line.person.id}/readers`}>{line.person.name}</a>
  if (line.others.length === 0) return first
  return (
    <>
      {first}
      <Details summary={`and ${line.others.length} more`}>
        <ul className="plain">{line.others.map((person) => <li key={person.id}><a href={`/people/${person.id}/readers`}>{person.name}</a></li>)}</ul>
      </Details>
    </>
  )
}

export function ReadingLogTable({ page, later }: { readonly page: AuditPage<AuditLine>; readonly later: boolean }) {
  const by = page.by === null ? '' : `by=${page.by.id}&`
  return (
    <>
      {page.by === null ? null : <p className="bar"><Chip name="Who" href="/audit">{page.by.name}</Chip></p>}
      <Table caption="The reading log, newest first" columns={READINGS} rows={page.lines} rowKey={(line) => line.key} empty="Nothing has been read." />
      <Pager next={page.next === null ? undefined : { href: `/audit?${by}before=${page.next}`, words: 'Earlier' }} previous={later ? { href: `/audit${by === '' ? '' : `?${by.slice(0, -1)}`}`, words: 'Back to the newest' } : undefined}>
        Newest first. That you are reading this is in the log as well.
      </Pager>
    </>
  )
}

export function RefusalsTable({ page, later }: { readonly page: AuditPage<RefusalLine>; readonly later: boolean }) {
  return (
    <>
      <Table caption="What policy refused, newest first" columns={REFUSALS} rows={page.lines} rowKey={(line) => line.key} empty="Policy has refused nothing." />
      <Pager next={page.next === null ? undefined : { href: `/audit?see=refusals&before=${page.next}`, words: 'Earlier' }} previous={later ? { href: '/audit?see=refusals', words: 'Back to the newest' } : undefined}>Newest first.</Pager>
    </>
  )
}
