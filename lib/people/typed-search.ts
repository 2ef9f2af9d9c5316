import { readTypedDate } from '@/lib/wording/london-input'
import { readQuery } from './criteria'
import type { Search } from './search'

/** The search as it stands in the address. Anything may be there more than once. */
export type TypedSearch = Readonly<Partial<Record<'q' | 'born-day' | 'born-month' | 'born-year' | 'postcode' | 'after', string | string[]>>>

export interface Typed {
  readonly q: string
  readonly day: string
  readonly month: string
  readonly year: string
  readonly postcode: string
  /** What of it could not be looked for, beside its field: a sentence without its full stop. */
  readonly problems: readonly { readonly field: 'q' | 'born'; readonly message: string }[]
}

const NOTHING = 'Nothing here can be looked for, so nobody was looked for: enter letters of a name, a whole telephone number, a reference, an address with its house number, or a date as 3.5.2012'

/**
 * What was typed, and what is asked with it: null where nothing can be looked for. "Nobody is known like this" is said only of what was looked for. A date that is
 * none is left out, stays in its boxes and says so.
 */
export function readTyped(params: TypedSearch): { typed: Typed; asked: Search | null; after: string | null } {
  const one = (name: keyof TypedSearch): string => {
    const value = params[name]
    return (typeof value === 'string' ? value : value?.[0] ?? '').replaceAll('\u0000', '').toWellFormed().slice(0, 200)
  }
  const boxes = { q: one('q'), day: one('born-day'), month: one('born-month'), year: one('born-year'), postcode: one('postcode') }
  const date = readTypedDate(boxes, 'The date of birth')
  const bornOn = date.ok ? date.value : null
  const problems: Typed['problems'][number][] = []
  if (!date.ok && `${boxes.day}${boxes.month}${boxes.year}`.trim() !== '') problems.push({ field: 'born', message: `${date.message}; it was left out of the search` })
  const [inBox, postcode] = [Object.keys(readQuery(boxes.q)).length > 0, /[a-z0-9]/i.test(boxes.postcode)]
  if (!inBox && (boxes.q.trim() !== '' || boxes.postcode.trim() !== '') && bornOn === null && !postcode) problems.push({ field: 'q', message: NOTHING })
  const asked = !inBox && bornOn === null && !postcode ? null : { q: boxes.q, bornOn, postcode: boxes.postcode }
  return { typed: { ...boxes, problems }, asked, after: one('after') || null }
}

/** The address of this search, to be sent to a colleague or gone on from. */
export function hrefOf(path: string, { q, day, month, year, postcode }: Typed): string {
  const query = new URLSearchParams({ q })
  for (const [name, value] of Object.entries({ 'born-day': day, 'born-month': month, 'born-year': year, postcode })) if (value !== '') query.set(name, value)
  return `${path}?${query.toString()}`
}
