import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import type { Tx } from '@/lib/platform/db'
import { readPlainDate } from '@/lib/policy/calendar/london'
import { counted } from '@/lib/wording/lists'
import { cardOf, type PersonCard, type RawCard } from './card'
import { readQuery, withoutInitials, type Criteria } from './criteria'

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
  /** Where the page before ended, as it was given. */
  readonly after?: string | null
}

export interface FoundPeople {
  readonly hits: readonly PersonHit[]
  /** For the next page, or null where there is none. */
  readonly next: string | null
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
const MOST_SUGGESTED = 8
/** Fewer letters begin too many names. */
const LEAST_TYPED = 3

/** What the search found to speak for somebody. */
export interface RawHit {
  readonly card: RawCard
  readonly rank: number
  /** Decided where the order is (find_people): a second rule here would show somebody likely over somebody strong. */
  readonly confidence?: Confidence
  readonly name_score?: number
  readonly same_name?: boolean
  readonly spelled?: boolean
  readonly sounds?: boolean
  readonly alias?: boolean
  readonly born_how?: 'same' | 'days' | 'swapped' | 'year' | 'digit' | null
  readonly days_apart?: number | null
  readonly same_address?: boolean
  readonly same_postcode?: boolean
  readonly same_telephone?: boolean
  readonly same_reference?: boolean
  readonly same_identifier?: string | null
}

interface Asking {
  readonly most: number
  /** What the reading log calls the page, and what was typed. */
  readonly page: string
  readonly query: string
  readonly after?: string | null
  readonly begun?: boolean
}

/**
 * Looks for people by whatever was typed: the index of all London, best first, at most twenty. Every person answered is
 * in the reading log before the answer is. A partner or an administrator gets nothing, not even that somebody is known.
 */
export async function findPeople(actor: Actor, search: Search, now: Date): Promise<PersonHit[]> {
  return [...(await peoplePage(actor, search, now)).hits]
}

/** The same, a page at a time: what follows is asked for from where the page before ended, and is as quick as the first. */
export async function peoplePage(actor: Actor, search: Search, now: Date): Promise<FoundPeople> {
  const criteria = { ...readQuery(search.q), ...given('born_on', search.bornOn), ...given('postcode', search.postcode) }
  const query = [search.q, search.bornOn, search.postcode].filter(Boolean).join(' · ')
  return ask(actor, criteria, { most: MOST, page: 'search', query, after: search.after ?? null }, now)
}

/** While somebody still types: a few whose name goes on like this, or is another spelling of it. Each is in the reading log all the same. */
export async function suggestPeople(actor: Actor, typed: string, now: Date): Promise<readonly PersonHit[]> {
  const criteria = readQuery(typed)
  if (typed.trim().length < LEAST_TYPED) return []
  return (await ask(actor, criteria, { most: MOST_SUGGESTED, page: 'search, while typing', query: typed, begun: true }, now)).hits
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
  const { hits } = await ask(actor, criteria, { most: MOST_MATCHES * 2, page: 'search before create', query: words }, now)
  const age = newcomer.age
  // An age that somebody stated rules out only what is years away from it: callers guess.
  const agrees = (hit: PersonHit): boolean =>
    age === null || hit.card.masked || hit.card.years === null || Math.abs(hit.card.years - age) <= 3 || hit.confidence === 'strong'
  return hits.filter((hit) => agrees(hit) && !except.includes(hit.card.id)).slice(0, MOST_MATCHES)
}

async function ask(actor: Actor, criteria: Criteria, asking: Asking, now: Date): Promise<FoundPeople> {
  if (!mayEver(actor, 'see-person') || Object.keys(criteria).length === 0) return { hits: [], next: null }
  const short = withoutInitials(criteria)
  return readAs(actor, async (tx) => {
    const further = asking.after?.endsWith(WITHOUT) === true
    const after = further ? asking.after?.slice(0, -WITHOUT.length) ?? null : asking.after ?? null
    const found = further && short !== null ? { hits: [], next: null } : await search(tx, actor, criteria, { ...asking, after }, now)
    if (short === null || found.hits.length > 0 || (after !== null && !further)) return found
    // A letter is no name: with it nobody is found, and 'J Smith' would be said to be known to nobody.
    const without = await search(tx, actor, short, { ...asking, after }, now)
    return { hits: without.hits, next: without.next === null ? null : `${without.next}${WITHOUT}` }
  })
}

/** At the end of a place: the pages are of the name without its initials. */
const WITHOUT = '.i'

async function search(tx: Tx, actor: Actor, criteria: Criteria, { most, page, query, after = null, begun = false }: Asking, now: Date): Promise<FoundPeople> {
  const cursor = readPlace(after)
  // Asked for one more than is shown, somebody would be in the reading log whom nobody saw: that there is a next page is known from a full one.
  const asked = { ...criteria, ...(begun ? { begun } : {}), ...(cursor === null ? {} : { after_rank: cursor.rank, after_id: cursor.id }) }
  const rows = await tx.$queryRaw<{ hits: RawHit[] }[]>`SELECT find_people(
    ${JSON.stringify(asked)}::jsonb, ${most}::int, ${actor.memberships[0]?.id ?? null}::uuid, ${page}, ${query.toWellFormed().slice(0, 200)}, ${now}::timestamptz) AS hits`
  const raw = rows[0]?.hits ?? []
  const last = raw.at(-1)
  return {
    hits: raw.map((hit) => {
      const card = cardOf(hit.card, now)
      return card.masked ? { card, confidence: null, reasons: [] } : { card, confidence: hit.confidence ?? 'possible', reasons: reasonsOf(hit) }
    }),
    next: raw.length === most && last !== undefined ? Buffer.from(`${last.rank}.${last.card.id}`).toString('base64url') : null,
  }
}

/** Where a page ended: how much spoke for its last one, and who that was. Anything else reads as the beginning. */
function readPlace(text: string | null): { rank: number; id: string } | null {
  const match = text === null ? null : /^(-?\d{1,6})\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/.exec(Buffer.from(text, 'base64url').toString())
  return match === null ? null : { rank: Number(match[1]), id: match[2] ?? '' }
}

const IDENTIFIER_REASONS: Readonly<Record<string, string>> = { vehicle: 'same vehicle', 'online-name': 'same name online', 'e-mail': 'same e-mail address' }

export function reasonsOf(hit: RawHit): string[] {
  const reasons: string[] = []
  const score = hit.name_score ?? 0
  if (hit.same_reference === true) reasons.push('this reference')
  if (hit.same_name === true || score >= 0.89) reasons.push(hit.alias === true ? 'known by this name' : 'same name')
  else if (hit.spelled === true) reasons.push(hit.alias === true ? 'known by another spelling of this name' : 'another spelling of the same name')
  else if (score >= 0.28) reasons.push(hit.alias === true ? 'known by a name like this' : 'name spelled otherwise', ...(hit.sounds === true ? ['sounds alike'] : []))
  else if (hit.sounds === true) reasons.push('name sounds alike')
  const born = bornReason(hit)
  if (born !== null) reasons.push(born)
  if (hit.same_address === true) reasons.push('same address')
  else if (hit.same_postcode === true) reasons.push('same postcode')
  if (hit.same_telephone === true) reasons.push('same telephone number')
  if (hit.same_identifier != null) reasons.push(IDENTIFIER_REASONS[hit.same_identifier] ?? 'found by the same')
  return reasons
}

function bornReason(hit: RawHit): string | null {
  switch (hit.born_how) {
    case 'same': return 'same date of birth'
    case 'days': return `born ${apart(Math.abs(hit.days_apart ?? 0))} apart`
    case 'swapped': return 'date of birth with day and month changed about'
    case 'year': return 'born on this day a year apart'
    case 'digit': return 'date of birth with one digit otherwise'
    default: return null
  }
}

const apart = (days: number): string => (days === 1 ? 'one day' : counted(days, 'day'))

function given<K extends keyof Criteria>(key: K, value: string | null | undefined): Partial<Pick<Criteria, K>> {
  const text = value?.trim() ?? ''
  if (text === '') return {}
  // A date that is none would be a fault of the database: it is left out instead.
  if (key === 'born_on' && readPlainDate(text) === null) return {}
  return { [key]: text } as Pick<Criteria, K>
}
