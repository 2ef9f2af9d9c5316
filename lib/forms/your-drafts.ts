import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { inReach, referralOpen } from '@/lib/access/visibility'
import { cardsOf } from '@/lib/people/standing'
import type { Tx } from '@/lib/platform/db'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { boroughWords } from '@/lib/wording/boroughs'
import { momentWords } from '@/lib/wording/london-words'
import { joined } from '@/lib/wording/lists'
import { savedDrafts, type SavedDraft } from './drafts'
import { formWords } from './form-words'
import type { TypedValues } from './form-values'

/** One of the actor's own drafts: which form, about whom as far as they may see, since when it is kept and until when. */
export interface DraftLine {
  readonly id: string
  readonly form: string
  readonly about: string | null
  /** The borough that was typed or that the record is of, where it tells two drafts apart. */
  readonly borough: string | null
  /** How what was typed begins: only of a draft about nobody on record, whose words nothing restricts. */
  readonly begins: string | null
  readonly kept: string
  readonly until: string
  /** The page with everything as it was typed. */
  readonly href: string
}

type What = 'person' | 'referral' | 'duty' | 'action' | 'meeting' | 'call'
/** Where an id stands in what was typed, or in the address of the page. */
const FIELDS: readonly (readonly [field: string, what: What])[] = [
  ['personId', 'person'], ['childId', 'person'], ['referralId', 'referral'], ['deadlineIds', 'duty'], ['actionId', 'action'], ['meetingId', 'meeting'], ['callId', 'call'],
]
const PLACES: readonly (readonly [start: string, what: What])[] = [
  ['people', 'person'], ['referrals', 'referral'], ['duties', 'duty'], ['actions', 'action'], ['discussions/called', 'call'], ['discussions', 'meeting'],
]
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The actor's own saved drafts, newest first. Names stand there only where the actor may still see them. */
export async function yourDrafts(actor: Actor, now: Date): Promise<DraftLine[]> {
  const drafts = await savedDrafts(actor, now)
  const about = await aboutOf(actor, drafts, now)
  return drafts.map((draft) => ({
    id: draft.id, form: formWords(draft.act), ...toldOf(draft, about(draft)), kept: momentWords(draft.savedAt, now), until: momentWords(draft.until, now),
    href: `${draft.page}${draft.page.includes('?') ? '&' : '?'}draft=${draft.id}`,
  }))
}

const BEGINS = 80
/** The long texts of the forms that are about nobody on record yet. */
const TEXTS = ['narrative', 'said', 'account', 'why'] as const

function toldOf(draft: SavedDraft, known: About): Pick<DraftLine, 'about' | 'borough' | 'begins'> {
  const typed = words(draft.values['borough'])
  const text = isAboutNobody(draft) ? TEXTS.map((name) => words(draft.values[name])).find((one) => one !== '') ?? null : null
  return {
    about: (isAboutNobody(draft) ? typedChildren(draft.values) : null) ?? known.about, borough: BOROUGH_CODES.includes(typed) ? boroughWords(typed) : known.borough,
    begins: text === null || text.length <= BEGINS ? text : `${text.slice(0, BEGINS).replace(/\s\S*$/, '')} …`,
  }
}

/** Ids of these are of no record of anybody. */
const OF_NOBODY: readonly string[] = ['fromTeamId', 'key']
const ANY_ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/**
 * A draft whose page and fields name no record at all. Whatever kind of record it is: an item of a meeting, a time away or a notice is about
 * somebody who may be restricted by now, and what was typed of them does not stand in a list.
 */
const isAboutNobody = (draft: SavedDraft): boolean =>
  !ANY_ID.test(draft.page) && !Object.entries(draft.values).some(([name, value]) => !OF_NOBODY.includes(name) && [value].flat().some((one) => ID.test(one)))

/** Names that the actor typed are the actor's own words: a referral not sent yet is about nobody on record. */
function typedChildren(values: TypedValues): string | null {
  const names = Object.keys(values).filter((name) => /^children-\d+-givenName$/.test(name)).toSorted()
    .map((name) => [name, name.replace('given', 'family')].map((part) => words(values[part])).filter((part) => part !== '').join(' ')).filter((name) => name !== '')
  return names.length === 0 ? null : joined(names)
}
const words = (typed: string | readonly string[] | undefined): string => (typeof typed === 'string' ? typed : typed?.[0] ?? '').trim()

/** Which record a draft stands on: by its fields, else by the address of its page. */
function standsOn(draft: SavedDraft): { what: What; id: string } | null {
  for (const [field, what] of FIELDS) if (ID.test(words(draft.values[field]))) return { what, id: words(draft.values[field]) }
  for (const [start, what] of PLACES) {
    const [, id = ''] = new RegExp(`^/${start}/([^/?#]+)`).exec(draft.page) ?? []
    if (ID.test(id)) return { what, id }
  }
  return null
}

interface About { readonly about: string | null; readonly borough: string | null }
const NOBODY: About = { about: null, borough: null }

async function aboutOf(actor: Actor, drafts: readonly SavedDraft[], now: Date): Promise<(draft: SavedDraft) => About> {
  const found = new Map(drafts.map((draft) => [draft.id, standsOn(draft)]))
  const ids = (what: What): string[] => [...new Set([...found.values()].flatMap((on) => (on?.what === what ? [on.id] : [])))]
  if ([...found.values()].every((on) => on === null)) return () => NOBODY
  return readAs(actor, async (tx) => {
    const people = await peopleOf(tx, actor, ids)
    const referrals = ids('referral').length === 0 ? [] : await tx.referral.findMany({ where: { AND: [{ id: { in: ids('referral') } }, referralOpen(actor)] }, select: { id: true, reference: true, borough: true } })
    // A restricted person is masked in the cards and named in no list.
    const cards = await cardsOf(tx, [...people.values()].flat(), now)
    const names = new Map([...cards.values()].flatMap((card) => (card.masked ? [] : [[card.id, card] as const])))
    await logReading(tx, actor, { personIds: [...names.keys()], depth: 'index', page: 'own drafts' }, now)
    const referral = new Map(referrals.map((row) => [row.id, { about: row.reference, borough: boroughWords(row.borough) }]))
    return (draft) => {
      const on = found.get(draft.id) ?? null
      if (on === null) return NOBODY
      if (on.what === 'referral') return referral.get(on.id) ?? NOBODY
      const seen = (people.get(on.id) ?? []).flatMap((id) => names.get(id) ?? [])
      const home = [...new Set(seen.map((card) => card.homeBorough))]
      return seen.length === 0 ? NOBODY : { about: joined(seen.map((card) => card.name)), borough: home.length === 1 && home[0] != null ? boroughWords(home[0]) : null }
    }
  })
}

/** Whom each of these records is about, by the record's id; nothing for what is beyond the actor's reach. */
async function peopleOf(tx: Tx, actor: Actor, ids: (what: What) => string[]): Promise<Map<string, string[]>> {
  const of = new Map<string, string[]>(ids('person').map((id) => [id, [id]]))
  const put = (id: string, personId: string) => of.set(id, [...(of.get(id) ?? []), personId])
  const reach = inReach(actor, 'record')
  if (ids('duty').length > 0) for (const row of await tx.deadline.findMany({ where: { id: { in: ids('duty') }, ...reach }, select: { id: true, childId: true } })) put(row.id, row.childId)
  if (ids('action').length > 0) for (const row of await tx.action.findMany({ where: { id: { in: ids('action') }, ...reach }, select: { id: true, childId: true } })) put(row.id, row.childId)
  if (ids('meeting').length > 0) for (const row of await tx.meetingChild.findMany({ where: { meetingId: { in: ids('meeting') }, meeting: reach } })) put(row.meetingId, row.personId)
  if (ids('call').length > 0) for (const row of await tx.meetingCallChild.findMany({ where: { callId: { in: ids('call') }, call: reach } })) put(row.callId, row.personId)
  return of
}
