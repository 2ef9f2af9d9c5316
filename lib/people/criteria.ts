import { readPlainDate } from '@/lib/policy/calendar/london'

/** What is looked for, as the search of the database takes it: any of these, text as typed. */
export interface Criteria {
  words?: string
  /** 'YYYY-MM-DD'. */
  born_on?: string
  postcode?: string
  address?: string
  telephone?: string
  reference?: string
  /** A vehicle, a name online, an e-mail address. */
  identifier?: string
}

const REFERENCE = /\bp([- ]?)([a-z0-9]{4})[- ]?([a-z0-9]{4})\b/i
/** A reference is made of these (reference.ts): most names that have its length hold another letter. */
const SIGNS = /^[234679ACDEFGHJKMNPQRTWXYZ]+$/i
const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2})\b/i
/** A year of two digits only between strokes or full stops: '3 5 07' may be anything. */
const DATE = /(?<![\d./-])(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./ -]\d{1,2}[./ -]\d{4}|\d{1,2}([./-])\d{1,2}\2\d{2})(?![\d./-]*\d)/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAMED_DATE = /\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? (\d{4}|\d{2})\b/i
/** What stands before a date of birth and is no part of the name. */
const BORN = /\b(?:born(?: on)?|d\.?o\.?b\.?|date of birth):?\s*$/i
/** Years of two digits from here on are of the last century: nobody who is looked for was born in 2040. */
const LAST_CENTURY = 40
const TELEPHONE = /(?:\+\d|\b44|\b0)[\d ()-]{8,}/
/** A mobile without its first nought, as a spreadsheet leaves it. */
const MOBILE = /\b7\d{3}[ -]?\d{3}[ -]?\d{3}\b/
/**
 * The number of a house and the street after it: '12 Thornbeam Road', 'Flat 2b, 14a High Street', '3/12 Wharf Court', and a flat in a house of a name: 'flat 3 wharf court'. What follows a comma
 * (the town) is no part of it.
 */
const ADDRESS = /(?<![\d./-])\b(?:(?:flat|flt|apartment|apt|unit) ?\w{1,4}[ ,/]+(?:\p{L}[\p{L} '’.-]*, ?)?(?:\d{1,4}[a-z]?,? )?|\d{1,4}[a-z]? ?\/ ?\d{1,4}[a-z]?,? |(?:no\.? ?)?\d{1,4}[a-z]?,? )\p{L}{2,}[\p{L} '’.-]*(?:,[\p{L} ,'’.-]*)?$/iu
const IDENTIFIER = /[\d@_]/

/** What one box of text holds: a reference, a date, a postcode, a telephone number, an address; what is left is a name. */
export function readQuery(typed: string): Criteria {
  let rest = typed.replaceAll('\u0000', ' ').toWellFormed().trim().slice(0, 200)
  const criteria: Criteria = {}
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest)
    if (found !== null) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`.trim()
    return found
  }
  const reference = referenceIn(rest)
  if (reference !== null) {
    criteria.reference = reference.reference
    if (!reference.maybeName) take(REFERENCE)
  }
  const born = dateIn(rest)
  if (born !== null) {
    rest = `${rest.slice(0, born.at).replace(BORN, '')} ${rest.slice(born.at + born.length)}`.trim()
    criteria.born_on = born.date
  }
  const telephone = take(TELEPHONE)
  const mobile = telephone === null ? take(MOBILE) : null
  if (telephone !== null) criteria.telephone = telephone[0].trim()
  else if (mobile !== null) criteria.telephone = `0${mobile[0]}`
  const postcode = take(POSTCODE)
  if (postcode !== null) criteria.postcode = postcode[0]
  const address = take(ADDRESS)
  if (address !== null) criteria.address = streetOf(address[0])
  else if (Object.keys(criteria).length === 0 && IDENTIFIER.test(rest) && /\p{L}/u.test(rest)) criteria.identifier = rest
  if (/[\p{L}]/u.test(rest)) criteria.words = rest
  return criteria
}

/** 'J Smith', 'Priya S': the same without the initials, for where nobody is found with them; null where there is none, or nothing else. */
export function withoutInitials(criteria: Criteria): Criteria | null {
  const typed = (criteria.words ?? '').split(/[\s,]+/).filter((word) => word !== '')
  const words = typed.filter((word) => !/^\p{L}\.?$/u.test(word))
  return words.length === typed.length || words.length === 0 ? null : { ...criteria, words: words.join(' ') }
}

/** A reference in the text. 'Peter Kane' has its letters: where it may be a name it is looked for as both, else a child is not found by its own name. */
function referenceIn(text: string): { reference: string; maybeName: boolean } | null {
  const [, sign = '', first = '', second = ''] = REFERENCE.exec(text) ?? []
  if (first === '' || (sign !== '-' && !SIGNS.test(first + second))) return null
  return { reference: `P-${first}-${second}`.toUpperCase(), maybeName: sign !== '-' && !/\d/.test(first) }
}

/** Up to the comma after the street: 'Flat 2, 14a High Street' of 'Flat 2, 14a High Street, Bromley'. */
const streetOf = (address: string): string => address.replace(/(\p{L}),[^\d]*$/u, '$1').trim()

function dateIn(text: string): { at: number; length: number; date: string } | null {
  const named = NAMED_DATE.exec(text)
  const found = named ?? DATE.exec(text)
  if (found === null) return null
  const written = named === null ? found[0] : `${named[1]}.${MONTHS.indexOf(named[2]?.toLowerCase() ?? '') + 1}.${named[3]}`
  const date = readPlainDate(dayFirst(written))
  return date === null ? null : { at: found.index, length: found[0].length, date }
}

/** '3.5.2012' and '3.5.12' as the calendar reads them: '2012-05-03'. */
function dayFirst(text: string): string {
  const [first = '', second = '', third = ''] = text.split(/[./ -]/)
  const pad = (part: string): string => part.padStart(2, '0')
  const year = third.length === 2 ? `${Number(third) < LAST_CENTURY ? '20' : '19'}${third}` : third
  return first.length === 4 ? `${first}-${pad(second)}-${pad(third)}` : `${year}-${pad(second)}-${pad(first)}`
}
