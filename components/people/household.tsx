import type { Household, PersonHead, Tie } from '@/lib/people/view'
import { LinkButton } from '../ui/button'
import { Details } from '../ui/details'
import type { FormDraft } from '../ui/form-draft'
import { Table, type Column } from '../ui/table'
import { Tag } from '../ui/tag'
import { HomeList } from './home'

const TIES: readonly Column<Tie>[] = [
  { key: 'who', head: 'Who', kind: 'row', cell: (tie) => <><a href={`/people/${tie.id}`}>{tie.name}</a><span className="sub">{tie.masked ? 'nothing more is shown' : tie.age}</span></> },
  { key: 'as', head: 'To this person', label: 'Is', cell: (tie) => <>{tie.as}<span className="sub">{tie.since}</span></> },
  { key: 'where', head: 'Lives in', label: 'Lives in', cell: (tie) => tie.where || (tie.masked ? '' : 'not known') },
  { key: 'open', head: 'Open now', label: 'Open now', cell: (tie) => (tie.masked ? '' : tie.open.length === 0 ? (tie.marks.length > 0 ? <Marks tie={tie} /> : 'nothing') : <><Marks tie={tie} /><ul className="plain">{tie.open.map((words) => <li key={words}>{words}</li>)}</ul></>) },
]
function Marks({ tie }: { readonly tie: Tie }) {
  return <>{tie.marks.map((mark) => <Tag key={mark.words} tone={mark.tone}>{mark.words}</Tag>)}</>
}

interface AddressRow {
  readonly key: string
  readonly line: string
  readonly borough: string
  readonly since: string
  readonly until: string | null
}
const ADDRESSES: readonly Column<AddressRow>[] = [
  { key: 'line', head: 'Address', kind: 'row', cell: (row) => <>{row.line || 'no street known'}<span className="sub">{row.borough}</span></> },
  { key: 'since', head: 'Since', label: 'Since', cell: (row) => row.since },
  { key: 'until', head: 'Until', label: 'Until', cell: (row) => row.until ?? 'now' },
]

const ENDED: readonly Column<Tie>[] = [
  { key: 'who', head: 'Who', kind: 'row', cell: (tie) => <><a href={`/people/${tie.id}`}>{tie.name}</a><span className="sub">{tie.age}</span></> },
  { key: 'as', head: 'Was', label: 'Was', cell: (tie) => <>{tie.as}<span className="sub">{tie.since}</span></> },
]

/** Who lives with this person and who belongs to them, where they have lived, and by what names they are known. */
export function HouseholdView({ household, head, dayTyped }: { readonly household: Household; readonly head: PersonHead; readonly dayTyped: FormDraft | null }) {
  const ties = onePerPerson(household.ties)
  const ending: Column<Tie> = { key: 'end', head: '', kind: 'act', cell: (tie) => (tie.mayEnd ? <a href={`/people/${head.id}/household/end?other=${tie.id}`}>Tie is over<span className="sr-only">: {tie.name}</span></a> : null) }
  const columns = head.may.link ? [...TIES, ending] : TIES
  const home = ties.filter((tie) => tie.household)
  const others = ties.filter((tie) => !tie.household)
  return (
    <>
      <HomeList home={household.home} head={head} typed={dayTyped} />
      <div className="mt-6"><Table caption={`Family and household ties (${home.length})`} showCaption columns={columns} rows={home} rowKey={rowKey} tone={toneOf} empty="Nobody of the family or household is linked." /></div>
      <div className="mt-6"><Table caption={`Others linked (${others.length})`} showCaption columns={columns} rows={others} rowKey={rowKey} tone={toneOf} empty="Nobody else is linked." /></div>
      {household.ended.length === 0 ? null : <Details summary={`Ties that are over (${household.ended.length})`}><Table caption="Ties that are over" columns={ENDED} rows={household.ended} rowKey={(tie) => `${tie.id} ${tie.as} ${tie.since}`} tone={() => 'off'} /></Details>}
      {head.may.link ? <p className="mt-4"><LinkButton look="second" href={`/people/${head.id}/change/link`}>Link somebody</LinkButton></p> : null}
      <div className="mt-6"><Table caption="Addresses" showCaption columns={ADDRESSES} rows={household.addresses} rowKey={(row) => row.key} tone={(row) => (row.until === null ? undefined : 'off')} empty="No address is on record." /></div>
      {head.may.correct ? <p className="mt-4"><LinkButton look="second" href={`/people/${head.id}/change/address`}>Change the address</LinkButton></p> : null}
      {household.names.length === 0 ? null : (
        <section>
          <h2>Other names</h2>
          <ul>{household.names.map((name) => <li key={`${name.kind} ${name.name}`}>{name.name} <span className="sub inline">{name.kind === 'former' ? 'before a correction' : name.kind}</span></li>)}</ul>
        </section>
      )}
    </>
  )
}

const rowKey = (tie: Tie): string => tie.id
const toneOf = (tie: Tie): 'late' | undefined => (tie.marks.some((mark) => mark.tone === 'red') ? 'late' : undefined)

/** Somebody may be the father, live there and be suspected: one line says all of it. */
function onePerPerson(ties: readonly Tie[]): Tie[] {
  const byPerson = new Map<string, Tie>()
  for (const tie of ties) {
    const first = byPerson.get(tie.id)
    byPerson.set(tie.id, first === undefined ? tie : {
      ...first, household: first.household || tie.household, mayEnd: first.mayEnd || tie.mayEnd, as: first.as === tie.as ? first.as : `${first.as}, ${tie.as.charAt(0).toLowerCase()}${tie.as.slice(1)}`,
    })
  }
  return [...byPerson.values()]
}
