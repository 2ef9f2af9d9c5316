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

const REFERENCE = /\bp[- ]?([a-z0-9]{4})[- ]?([a-z0-9]{4})\b/i
const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\b/i
const DATE = /\b(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./ -]\d{1,2}[./ -]\d{4})\b/
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const NAMED_DATE = /\b(\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? (\d{4})\b/i
const TELEPHONE = /(?:\+44|\b0)[\d ()-]{8,}/
/** The number of a house and the street after it, to the end: '12 Thornbeam Road', 'Flat 2, 14a High Street'. */
const ADDRESS = /(?:\bflat \d+[a-z]?,? )?\b\d{1,4}[a-z]?,? \p{L}{2,}[\p{L} '.-]*$/iu
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
  const reference = take(REFERENCE)
  if (reference !== null) criteria.reference = `P-${reference[1]}-${reference[2]}`.toUpperCase()
  const born = dateIn(rest)
  if (born !== null) {
    take(born.pattern)
    criteria.born_on = born.date
  }
  const telephone = take(TELEPHONE)
  if (telephone !== null) criteria.telephone = telephone[0]
  const postcode = take(POSTCODE)
  if (postcode !== null) criteria.postcode = postcode[0]
  const address = take(ADDRESS)
  if (address !== null) criteria.address = address[0]
  else if (Object.keys(criteria).length === 0 && IDENTIFIER.test(rest) && /\p{L}/u.test(rest)) criteria.identifier = rest
  if (/[\p{L}]/u.test(rest)) criteria.words = rest
  return criteria
}

function dateIn(text: string): { pattern: RegExp; date: string } | null {
  const named = NAMED_DATE.exec(text)
  const [pattern, written] = named === null ? [DATE, DATE.exec(text)?.[0]] : [NAMED_DATE, `${named[1]}.${MONTHS.indexOf(named[2]?.toLowerCase() ?? '') + 1}.${named[3]}`]
  const date = written === undefined ? null : readPlainDate(dayFirst(written))
  return date === null ? null : { pattern, date }
}

/** '3.5.2012' as the calendar reads it: '2012-05-03'. */
function dayFirst(text: string): string {
  const [first = '', second = '', third = ''] = text.split(/[./ -]/)
  const pad = (part: string): string => part.padStart(2, '0')
  return first.length === 4 ? `${first}-${pad(second)}-${pad(third)}` : `${third}-${pad(second)}-${pad(first)}`
}
