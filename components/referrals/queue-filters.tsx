import { Chip } from '../ui/chip'
import { Details } from '../ui/details'
import { SearchBox } from '../ui/search-box'
import { Select, type Option } from '../ui/select'

export interface QueueFilters {
  readonly borough: string | null
  readonly rag: string | null
  readonly who: string | null
  readonly late: string | null
  readonly concern: string | null
  readonly agency: string | null
  readonly q: string | null
}

const WHO = [{ value: 'unclaimed', label: 'Unclaimed' }, { value: 'mine', label: 'Mine' }] as const
const RAGS = [{ value: 'red', label: 'Red' }, { value: 'amber', label: 'Amber' }, { value: 'green', label: 'Green' }, { value: 'blue', label: 'Blue' }] as const

/** The queue's address under these filters: each can be sent to a colleague, and taken off. */
export function queueHref(filters: QueueFilters, change: Partial<QueueFilters> = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filters, ...change })) if (typeof value === 'string' && value !== '') query.set(name, value)
  const asked = query.toString()
  return asked === '' ? '/queue' : `/queue?${asked}`
}

/** Searching inside the queue, what is filtered as chips, and the filters. */
export function QueueFilterBar({ filters, boroughs, concerns, agencies }: { readonly filters: QueueFilters; readonly boroughs: readonly Option[]; readonly agencies: readonly Option[]; readonly concerns: readonly Option[] }) {
  const label = (options: readonly Option[], value: string): string => options.find((option) => option.value === value)?.label ?? value
  const { q, ...others } = filters
  const kept = Object.fromEntries(Object.entries(others).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const])))
  return (
    <>
      <div className="bar">
        <SearchBox action="/queue" label="Search this queue" value={q ?? ''} placeholder="Name, born, address, reference" keep={kept} />
        {q === null ? null : <Chip href={queueHref(filters, { q: null })} name="Found by">{q}</Chip>}
        {filters.borough === null ? null : <Chip href={queueHref(filters, { borough: null })} name="Borough">{label(boroughs, filters.borough)}</Chip>}
        {filters.rag === null ? null : <Chip href={queueHref(filters, { rag: null })} name="Rated">{label(RAGS, filters.rag)}</Chip>}
        {filters.concern === null ? null : <Chip href={queueHref(filters, { concern: null })} name="Concern">{label(concerns, filters.concern)}</Chip>}
        {filters.agency === null ? null : <Chip href={queueHref(filters, { agency: null })} name="From">{label(agencies, filters.agency)}</Chip>}
        {filters.who === null ? null : <Chip href={queueHref(filters, { who: null })}>{label(WHO, filters.who)}</Chip>}
        {filters.late === null ? null : <Chip href={queueHref(filters, { late: null })}>Past their time</Chip>}
        {WHO.filter(({ value }) => value !== filters.who).map(({ value, label: words }) => <a key={value} href={queueHref(filters, { who: value })}>{words}</a>)}
        {filters.late === null ? <a href={queueHref(filters, { late: '1' })}>Past their time</a> : null}
      </div>
      <Details summary="More filters">
        <form method="get" action="/queue" className="flex flex-wrap items-end gap-x-4">
          {q === null ? null : <input type="hidden" name="q" value={q} />}
          {filters.who === null ? null : <input type="hidden" name="who" value={filters.who} />}
          {filters.late === null ? null : <input type="hidden" name="late" value={filters.late} />}
          {boroughs.length > 1 ? <Select name="borough" label="Borough" empty="All in reach" options={boroughs} value={filters.borough ?? ''} /> : null}
          <Select name="rag" label="Rating" empty="All ratings" options={RAGS} value={filters.rag ?? ''} />
          <Select name="agency" label="From" empty="All agencies" options={agencies} value={filters.agency ?? ''} />
          <Select name="concern" label="Concern" empty="All concerns" options={concerns} value={filters.concern ?? ''} />
          <div className="field"><button className="btn second" type="submit">Filter</button></div>
        </form>
      </Details>
    </>
  )
}
