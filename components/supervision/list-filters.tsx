import { Chip } from '../ui/chip'
import { Select, type Option } from '../ui/select'

export interface ListFilters {
  readonly list: string
  readonly when: string | null
  readonly borough: string | null
  readonly mine: boolean
}

const WHEN = [{ value: 'late', label: 'Past their time' }, { value: 'day', label: 'Due within 24 hours' }] as const

/** The list's address under these filters; where the page before ended is left out, because another filter is another list. */
export function listHref(filters: ListFilters, change: Partial<ListFilters> = {}): string {
  const { list, when, borough, mine } = { ...filters, ...change }
  const query = new URLSearchParams()
  if (when !== null) query.set('when', when)
  if (borough !== null) query.set('borough', borough)
  if (mine) query.set('mine', '1')
  const asked = query.toString()
  return `/strategy/${list}${asked === '' ? '' : `?${asked}`}`
}

/** What is filtered as chips that can be taken off, and the filters themselves; all of it in the address. */
export function ListFilterBar({ filters, boroughs, timed }: { readonly filters: ListFilters; readonly boroughs: readonly Option[]; readonly timed: boolean }) {
  return (
    <>
      <div className="bar">
        {filters.when === null ? null : <Chip href={listHref(filters, { when: null })}>{WHEN.find(({ value }) => value === filters.when)?.label}</Chip>}
        {filters.borough === null ? null : <Chip href={listHref(filters, { borough: null })} name="Borough">{boroughs.find(({ value }) => value === filters.borough)?.label ?? filters.borough}</Chip>}
        {filters.mine ? <Chip href={listHref(filters, { mine: false })}>Mine or my team’s</Chip> : null}
        {timed ? WHEN.filter(({ value }) => value !== filters.when).map(({ value, label }) => <a key={value} href={listHref(filters, { when: value })}>{label}</a>) : null}
        {filters.mine ? null : <a href={listHref(filters, { mine: true })}>Mine or my team’s</a>}
      </div>
      {boroughs.length < 2 || filters.borough !== null ? null : (
        <form method="get" action={`/strategy/${filters.list}`} className="flex flex-wrap items-end gap-x-4">
          {filters.when === null ? null : <input type="hidden" name="when" value={filters.when} />}
          {filters.mine ? <input type="hidden" name="mine" value="1" /> : null}
          <Select name="borough" label="Borough" empty="All in reach" options={boroughs} value="" />
          <div className="field"><button className="btn second" type="submit">Filter</button></div>
        </form>
      )}
    </>
  )
}
