import { Chip } from '../ui/chip'
import { Details } from '../ui/details'
import { SearchBox } from '../ui/search-box'
import { Select, type Option } from '../ui/select'

export interface BoardFilters {
  readonly when: string | null
  readonly borough: string | null
  readonly band: string | null
  readonly mine: boolean
  readonly q: string | null
}

const WHEN = [{ value: 'late', label: 'Past their time' }, { value: 'day', label: 'Due within 24 hours' }] as const

/** The board's address under these filters; `after` is left out, because another filter is another list. */
export function boardHref(filters: BoardFilters, change: Partial<BoardFilters> = {}): string {
  const { when, borough, band, mine, q } = { ...filters, ...change }
  const query = new URLSearchParams()
  if (when !== null) query.set('when', when)
  if (borough !== null) query.set('borough', borough)
  if (band !== null) query.set('band', band)
  if (mine) query.set('mine', '1')
  if (q !== null) query.set('q', q)
  const asked = query.toString()
  return asked === '' ? '/strategy' : `/strategy?${asked}`
}

const keptOf = ({ when, borough, band, mine }: BoardFilters): Record<string, string> =>
  ({ ...(when === null ? {} : { when }), ...(borough === null ? {} : { borough }), ...(band === null ? {} : { band }), ...(mine ? { mine: '1' } : {}) })

/** What is filtered as chips that can be taken off, and the filters themselves; all of it in the address. */
export function BoardFilterBar({ filters, boroughs, bands }: { readonly filters: BoardFilters; readonly boroughs: readonly Option[]; readonly bands: readonly Option[] }) {
  const labelIn = (options: readonly Option[], value: string | null): string => options.find((option) => option.value === value)?.label ?? value ?? ''
  return (
    <>
      <div className="bar">
        <SearchBox action="/strategy" label="Search this board" value={filters.q ?? ''} placeholder="Name, born, address" keep={keptOf(filters)} />
        {filters.q === null ? null : <Chip href={boardHref(filters, { q: null })} name="Found by">{filters.q}</Chip>}
        {filters.when === null ? null : <Chip href={boardHref(filters, { when: null })}>{labelIn(WHEN, filters.when)}</Chip>}
        {filters.borough === null ? null : <Chip href={boardHref(filters, { borough: null })} name="Borough">{labelIn(boroughs, filters.borough)}</Chip>}
        {filters.band === null ? null : <Chip href={boardHref(filters, { band: null })} name="Band">{labelIn(bands, filters.band)}</Chip>}
        {filters.mine ? <Chip href={boardHref(filters, { mine: false })}>Mine or my team’s</Chip> : null}
        {WHEN.filter(({ value }) => value !== filters.when).map(({ value, label }) => <a key={value} href={boardHref(filters, { when: value })}>{label}</a>)}
        {filters.mine ? null : <a href={boardHref(filters, { mine: true })}>Mine or my team’s</a>}
      </div>
      <Details summary="More filters">
        <form method="get" action="/strategy" className="flex flex-wrap items-end gap-x-4">
          {filters.when === null ? null : <input type="hidden" name="when" value={filters.when} />}
          {filters.mine ? <input type="hidden" name="mine" value="1" /> : null}
          {filters.q === null ? null : <input type="hidden" name="q" value={filters.q} />}
          {boroughs.length > 1 ? <Select name="borough" label="Borough" empty="All in reach" options={boroughs} value={filters.borough ?? ''} /> : null}
          <Select name="band" label="Band" empty="All bands" options={bands} value={filters.band ?? ''} />
          <div className="field"><button className="btn second" type="submit">Filter</button></div>
        </form>
      </Details>
    </>
  )
}
