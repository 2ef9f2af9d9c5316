import { readTypedDate } from '@/lib/wording/london-input'
import type { Search } from './search'

/** The search as it stands in the address. Anything may be there more than once. */
export type TypedSearch = Readonly<Partial<Record<'q' | 'born-day' | 'born-month' | 'born-year' | 'postcode' | 'after', string | string[]>>>

export interface Typed {
  readonly q: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly postcode: string
}

/** What was typed, and what is asked with it: null where nothing was. A date that is none is left out, and stays in its boxes. */
export function readTyped(params: TypedSearch): { typed: Typed; asked: Search | null; after: string | null } {
  const one = (name: keyof TypedSearch): string => {
    const value = params[name]
    return (typeof value === 'string' ? value : value?.[0] ?? '').replaceAll('\u0000', '').toWellFormed().slice(0, 200)
  }
  const typed = { q: one('q'), day: one('born-day'), month: one('born-month'), year: one('born-year'), postcode: one('postcode') }
  const date = readTypedDate({ day: typed.day, month: typed.month, year: typed.year }, 'The date of birth')
  const bornOn = date.ok ? date.value : null
  const asked = typed.q.trim() === '' && bornOn === null && typed.postcode.trim() === '' ? null : { q: typed.q, bornOn, postcode: typed.postcode }
  return { typed, asked, after: one('after') || null }
}

/** The address of this search, to be sent to a colleague or gone on from. */
export function hrefOf(path: string, { q, day, month, year, postcode }: Typed): string {
  const query = new URLSearchParams({ q })
  for (const [name, value] of Object.entries({ 'born-day': day, 'born-month': month, 'born-year': year, postcode })) if (value !== '') query.set(name, value)
  return `${path}?${query.toString()}`
}
