import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import type { Tx } from '@/lib/platform/db'
import { readPlainDate } from '@/lib/policy/calendar/london'
import { counted } from '@/lib/wording/lists'
import { cardOf, type PersonCard, type RawCard } from './card'

/** strong: hardly anybody else; likely: two things agree; possible: worth a look. A masked hit has neither. */
export type Confidence = 'strong' | 'likely' | 'possible'

export interface PersonHit {
  readonly card: PersonCard
  readonly confidence: Confidence | null
  /** What speaks for it: 'name spelled otherwise', 'born one day apart', 'same address'. Empty when masked. */
  readonly reasons: readonly string[]
}

export interface Search {
  /** Name, alias, reference, telephone, postcode or date of birth, as typed in one box. */
  readonly q: string
  /** 'YYYY-MM-DD'. */
  readonly bornOn?: string | null
  readonly postcode?: string | null
}

/** A person being put on record: everything may be unknown. */
export interface Newcomer {
  readonly givenName: string | null
  readonly familyName: string | null
  readonly bornOn: string | null
  readonly age: number | null
  readonly postcode: string | null
  readonly address: string | null
  readonly telephone?: string | null
}

const MOST = 20
const MOST_MATCHES = 8

interface RawHit {
  readonly card: RawCard
  readonly score?: number
  readonly name_score?: number
  readonly sounds?: boolean
  readonly alias?: boolean
  readonly days_apart?: number | null
  readonly born_swapped?: boolean
  readonly same_address?: boolean
  readonly same_postcode?: boolean
  readonly same_telephone?: boolean
  readonly same_reference?: boolean
}

interface Criteria {
  words?: string
  born_on?: string
  postcode?: string
  address?: string
  telephone?: string
  reference?: string
}

/**
 * Looks for people by whatever was typed: the index of all London, best first, at most twenty. Every person answered is
 * in the reading log before the answer is. A partner or an administrator gets nothing, not even that somebody is known.
 */
export async function findPeople(actor: Actor, search: Search, now: Date): Promise<PersonHit[]> {
  const criteria = { ...readQuery(search.q), ...given('born_on', search.bornOn), ...given('postcode', search.postcode) }
  return ask(actor, criteria, MOST, 'search', [search.q, search.bornOn, search.postcode].filter(Boolean).join(' · '), now)
}

/**
 * Who is already known that this newcomer may be: for the receiving worker, before anybody new is put on record; or after a partner's form
 * did so, `except` those records themselves.
 */
export async function findMatches(actor: Actor, newcomer: Newcomer, now: Date, except: readonly string[] = []): Promise<PersonHit[]> {
  const words = [newcomer.givenName, newcomer.familyName].filter((part) => part !== null && part !== '').join(' ')
  const criteria: Criteria = {
    ...given('words', words), ...given('born_on', newcomer.bornOn), ...given('postcode', newcomer.postcode),
    ...given('address', newcomer.address), ...given('telephone', newcomer.telephone),
  }
  const hits = await ask(actor, criteria, MOST_MATCHES * 2, 'search before create', words, now)
  const age = newcomer.age
  // An age that somebody stated rules out only what is years away from it: callers guess.
  const agrees = (hit: PersonHit): boolean =>
    age === null || hit.card.masked || hit.card.years === null || Math.abs(hit.card.years - age) <= 3 || hit.confidence === 'strong'
  return hits.filter((hit) => agrees(hit) && !except.includes(hit.card.id)).slice(0, MOST_MATCHES)
}

async function ask(actor: Actor, criteria: Criteria, most: number, page: string, query: string, now: Date): Promise<PersonHit[]> {
  if (!mayEver(actor, 'see-person') || Object.keys(criteria).length === 0) return []
  return readAs(actor, (tx) => search(tx, actor, criteria, most, page, query, now))
}

async function search(tx: Tx, actor: Actor, criteria: Criteria, most: number, page: string, query: string, now: Date): Promise<PersonHit[]> {
  const rows = await tx.$queryRaw<{ hits: RawHit[] }[]>`SELECT find_people(
    ${JSON.stringify(criteria)}::jsonb, ${most}::int, ${actor.memberships[0]?.id ?? null}::uuid, ${page}, ${query.slice(0, 200)}, ${now}::timestamptz) AS hits`
  return (rows[0]?.hits ?? []).map((hit) => {
    const card = cardOf(hit.card, now)
    return card.masked ? { card, confidence: null, reasons: [] } : { card, confidence: confidenceOf(hit), reasons: reasonsOf(hit) }
  })
}

function confidenceOf(hit: RawHit): Confidence {
  const named = (hit.name_score ?? 0) >= 0.6 || hit.sounds === true
  const agreeing = hit.same_address === true || hit.same_telephone === true || hit.born_swapped === true || typeof hit.days_apart === 'number'
  if (hit.same_reference === true || (named && hit.days_apart === 0) || (named && hit.same_address === true && agreeing && (hit.name_score ?? 0) >= 0.85)) return 'strong'
  if ((named && (agreeing || hit.same_postcode === true)) || (hit.name_score ?? 0) >= 0.85) return 'likely'
  return 'possible'
}

function reasonsOf(hit: RawHit): string[] {
  const reasons: string[] = []
  const score = hit.name_score ?? 0
  if (hit.same_reference === true) reasons.push('this reference')
  if (score >= 0.89) reasons.push(hit.alias === true ? 'known by this name' : 'same name')
  else if (score >= 0.4) reasons.push(hit.alias === true ? 'known by a name like this' : 'name spelled otherwise')
  else if (hit.sounds === true) reasons.push('name sounds alike')
  if (score < 0.89 && score >= 0.4 && hit.sounds === true) reasons.push('sounds alike')
  if (typeof hit.days_apart === 'number') reasons.push(hit.days_apart === 0 ? 'same date of birth' : `born ${apart(Math.abs(hit.days_apart))} apart`)
  else if (hit.born_swapped === true) reasons.push('date of birth with day and month changed about')
  if (hit.same_address === true) reasons.push('same address')
  else if (hit.same_postcode === true) reasons.push('same postcode')
  if (hit.same_telephone === true) reasons.push('same telephone number')
  return reasons
}

const apart = (days: number): string => (days === 1 ? 'one day' : counted(days, 'day'))

const REFERENCE = /\bp[- ]?([a-z0-9]{4})[- ]?([a-z0-9]{4})\b/i
const POSTCODE = /\b([a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2})\b/i
const DATE = /\b(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./ -]\d{1,2}[./ -]\d{4})\b/
const TELEPHONE = /(?:\+44|\b0)[\d ()-]{8,}/

/** What one box of text holds: a reference, a date, a postcode, a telephone number; what is left is a name. */
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
  const date = DATE.exec(rest)
  const born = date === null ? null : readPlainDate(dayFirst(date[0]))
  if (date !== null && born !== null) {
    take(DATE)
    criteria.born_on = born
  }
  const telephone = take(TELEPHONE)
  if (telephone !== null) criteria.telephone = telephone[0]
  const postcode = take(POSTCODE)
  if (postcode !== null) criteria.postcode = postcode[0]
  if (/[\p{L}]/u.test(rest)) criteria.words = rest
  return criteria
}

/** '3.5.2012' as the calendar reads it: '2012-05-03'. */
function dayFirst(text: string): string {
  const [first = '', second = '', third = ''] = text.split(/[./ -]/)
  const pad = (part: string): string => part.padStart(2, '0')
  return first.length === 4 ? `${first}-${pad(second)}-${pad(third)}` : `${third}-${pad(second)}-${pad(first)}`
}

function given<K extends keyof Criteria>(key: K, value: string | null | undefined): Partial<Pick<Criteria, K>> {
  const text = value?.trim() ?? ''
  if (text === '') return {}
  // A date that is none would be a fault of the database: it is left out instead.
  if (key === 'born_on' && readPlainDate(text) === null) return {}
  return { [key]: text } as Pick<Criteria, K>
}
