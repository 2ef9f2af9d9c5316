import type { Household, PersonHead, Tie } from '@/lib/people/view'
import { LinkButton } from '../ui/button'
import { Table, type Column } from '../ui/table'

const TIES: readonly Column<Tie>[] = [
  { key: 'who', head: 'Who', kind: 'row', cell: (tie) => <><a href={`/people/${tie.id}`}>{tie.name}</a><span className="sub">{tie.masked ? 'nothing more is shown' : tie.age}</span></> },
  { key: 'as', head: 'To this person', label: 'Is', cell: (tie) => <>{tie.as}<span className="sub">{tie.since}</span></> },
  { key: 'where', head: 'Lives in', label: 'Lives in', cell: (tie) => tie.where || (tie.masked ? '' : 'not known') },
  { key: 'open', head: 'Open now', label: 'Open now', cell: (tie) => (tie.masked ? '' : tie.open.length === 0 ? 'nothing' : <ul className="plain">{tie.open.map((words) => <li key={words}>{words}</li>)}</ul>) },
]

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

/** Who belongs to this person, where they have lived, and by what names they are known. */
export function HouseholdView({ household, head }: { readonly household: Household; readonly head: PersonHead }) {
  const ties = onePerPerson(household.ties)
  const home = ties.filter((tie) => tie.household)
  const others = ties.filter((tie) => !tie.household)
  return (
    <>
      <Table caption={`Family and household (${home.length})`} showCaption columns={TIES} rows={home} rowKey={rowKey} empty="Nobody of the family or household is linked." />
      <div className="mt-6"><Table caption={`Others linked (${others.length})`} showCaption columns={TIES} rows={others} rowKey={rowKey} empty="Nobody else is linked." /></div>
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

/** Somebody may be the father, live there and be suspected: one line says all of it. */
function onePerPerson(ties: readonly Tie[]): Tie[] {
  const byPerson = new Map<string, Tie>()
  for (const tie of ties) {
    const first = byPerson.get(tie.id)
    byPerson.set(tie.id, first === undefined ? tie : {
      ...first, household: first.household || tie.household, as: first.as === tie.as ? first.as : `${first.as}, ${tie.as.charAt(0).toLowerCase()}${tie.as.slice(1)}`,
    })
  }
  return [...byPerson.values()]
}
