import { Chip } from '../ui/chip'
import { SearchBox } from '../ui/search-box'
import { Select, type Option } from '../ui/select'

export interface MissingFilters {
  readonly borough: string | null
  readonly class: string | null
  readonly grade: string | null
  readonly late: string | null
  readonly back: string | null
  readonly q: string | null
}

const CLASSES = [{ value: 'missing', label: 'Missing' }, { value: 'absent', label: 'Absent' }] as const
const GRADES = [{ value: 'high', label: 'High risk' }, { value: 'none', label: 'Not graded' }, { value: 'medium', label: 'Medium risk' }] as const

/** The board's address under these filters: each can be sent to a colleague, and taken off. */
export function missingHref(filters: MissingFilters, change: Partial<MissingFilters> = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filters, ...change })) if (typeof value === 'string' && value !== '') query.set(name, value)
  const asked = query.toString()
  return asked === '' ? '/missing' : `/missing?${asked}`
}

const KEPT = ['borough', 'class', 'grade', 'late', 'back'] as const

const label = (options: readonly Option[], value: string): string => options.find((option) => option.value === value)?.label ?? value

/** What is filtered as chips that can be taken off, and the filters themselves; all of it in the address. */
export function MissingFilterBar({ filters, boroughs, back, index }: { readonly filters: MissingFilters; readonly boroughs: readonly Option[]; readonly back: number; readonly index: boolean }) {
  return (
    <>
      <div className="bar">
        <SearchBox action="/missing" label="Search this board" value={filters.q ?? ''} placeholder="Name, born, address" keep={Object.fromEntries(KEPT.flatMap((name) => (filters[name] === null ? [] : [[name, filters[name]] as const])))} />
        {filters.q === null ? null : <Chip href={missingHref(filters, { q: null })} name="Found by">{filters.q}</Chip>}
        {filters.back === null ? null : <Chip href={missingHref(filters, { back: null })}>Back, not closed</Chip>}
        {filters.borough === null ? null : <Chip href={missingHref(filters, { borough: null })} name="Borough">{label(boroughs, filters.borough)}</Chip>}
        {filters.class === null ? null : <Chip href={missingHref(filters, { class: null })} name="Class">{label(CLASSES, filters.class)}</Chip>}
        {filters.grade === null ? null : <Chip href={missingHref(filters, { grade: null })} name="Grade">{label(GRADES, filters.grade)}</Chip>}
        {filters.late === null ? null : <Chip href={missingHref(filters, { late: null })}>Something past its time</Chip>}
        {GRADES.filter(({ value }) => filters.grade === null && value !== 'medium').map(({ value, label: words }) => <a key={value} href={missingHref(filters, { grade: value })}>{words}</a>)}
        {filters.class === null ? CLASSES.map(({ value, label: words }) => <a key={value} href={missingHref(filters, { class: value })}>{words}</a>) : null}
        {filters.late === null && !index ? <a href={missingHref(filters, { late: '1' })}>Something past its time</a> : null}
        {filters.back === null && !index ? <a href={missingHref(filters, { back: '1' })}>Back, not closed ({back >= 100 ? '99+' : back})</a> : null}
      </div>
      {boroughs.length < 2 || filters.borough !== null ? null : (
        <form method="get" action="/missing" className="flex flex-wrap items-end gap-x-4">
          {(['class', 'grade', 'late', 'back', 'q'] as const).map((name) => (filters[name] === null ? null : <input key={name} type="hidden" name={name} value={filters[name]} />))}
          <Select name="borough" label="Borough" empty="All in reach" options={boroughs} value="" />
          <div className="field"><button className="btn second" type="submit">Filter</button></div>
        </form>
      )}
    </>
  )
}
