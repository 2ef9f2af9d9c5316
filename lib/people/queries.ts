import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { logReading } from '@/lib/access/reading-log'
import { boroughInReach } from '@/lib/access/reach-sql'
import { atLeast, openedPeople } from '@/lib/access/visibility'
import { chronologyIn, latestEntries, type Asked } from '@/lib/chronology/queries'
import type { Chronology } from '@/lib/chronology/view'
import { dutiesIn, owedIn } from '@/lib/deadlines/queries'
import { marksOf, ofConcern } from '@/lib/households/concern'
import { homeIn } from '@/lib/households/queries'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { londonDate, plainDate, type PlainDate } from '@/lib/policy/calendar/london'
import { boroughWords } from '@/lib/wording/boroughs'
import { concernWords, flagWords } from '@/lib/wording/concerns'
import { bornWords, momentWords } from '@/lib/wording/london-words'
import { isHousehold, kinshipSeen } from '@/lib/wording/kinship'
import { purposeWords } from '@/lib/wording/openings'
import { DEPTH_WORDS } from '@/lib/wording/outcomes'
import { say } from '@/lib/wording/say'
import { cardOf, type PersonCard, type RawCard } from './card'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { openPerson, openPersonAtOnce, type HeadRow, type Opened } from './open-person'
import { personName } from './person-name'
import { cardsOf } from './standing'
import type { ChildDuties, FlagLine, Household, LinkedChild, OpeningLine, OpenReferral, Overview, PersonPage, Readers, ReadingLine, Tie } from './view'

const MANY = 200
const SEX_WORDS = { female: 'Female', male: 'Male', other: 'Other' } as const

export const personOverview = (actor: Actor, id: string, now: Date): Promise<PersonPage<Overview> | null> =>
  openPersonAtOnce(actor, id, 'overview', now, {
    ahead: (tx) => tiedToTheSame(tx, id, now),
    beside: (tx, opened, tied) => Promise.all([
      owedIn(tx, actor, id, now), openReferrals(tx, actor, id, now), latestEntries(tx, id, opened.depth, 6, now), flagLines(tx, opened, now), atRiskLines(tx, actor, tied, now),
    ]),
    shown: ([owed, referrals, entries, flags, alsoAtRisk], row) => ({ referrals, duties: (owed ?? []).slice(0, 5), more: Math.max(0, (owed ?? []).length - 5), entries, flags, facts: factsOf(row), alsoAtRisk }),
  })

export const personChronology = (actor: Actor, id: string, asked: Asked, now: Date): Promise<PersonPage<Chronology> | null> =>
  openPerson(actor, id, 'chronology', now, (tx, head) => chronologyIn(tx, id, head.depth, asked, now))

export const personDuties = (actor: Actor, id: string, now: Date, before?: string): Promise<PersonPage<ChildDuties | null> | null> =>
  openPerson(actor, id, 'duties', now, (tx) => dutiesIn(tx, actor, id, now, before))

/** `day`: who lived there at the end of it; the rest is as it is now. */
export const personHousehold = (actor: Actor, id: string, now: Date, day: PlainDate | null = null): Promise<PersonPage<Household> | null> =>
  openPerson(actor, id, 'people and household', now, async (tx) => ({
    home: await homeIn(tx, actor, id, day, now), ...(await tiesOf(tx, actor, id, now)), addresses: await addressesOf(tx, id), names: await tx.personName.findMany({ where: { personId: id }, select: { name: true, kind: true } }),
  }))

export const personReaders = (actor: Actor, id: string, before: string | undefined, now: Date): Promise<PersonPage<Readers> | null> =>
  openPerson(actor, id, 'who has looked', now, (tx) => readersIn(tx, id, before, now))

interface OpenReferralRow { id: string; reference: string; form: string; concern: string | null; received_at: Date; borough: string; with_whom: string | null }

async function openReferrals(tx: Tx, actor: Actor, personId: string, now: Date): Promise<OpenReferral[]> {
  const rows = await tx.$queryRaw<OpenReferralRow[]>`
    SELECT r.id, r.reference, r.form, r.concern, r.received_at, r.borough, coalesce(r.allocated_to, a.name) AS with_whom
    FROM referral r LEFT JOIN account a ON a.id = r.claimed_by
    WHERE r.id IN (SELECT rp.referral_id FROM referral_person rp WHERE rp.person_id = ${personId}::uuid AND rp.role <> 'matched')
      AND r.decided_at IS NULL AND r.became_referral_id IS NULL AND (${boroughInReach(actor, 'record', Prisma.sql`r.borough`)} OR ${personId}::uuid = ANY (${openedPeople(actor, 'record')}::uuid[]))
    ORDER BY r.received_at DESC`
  return rows.map((row) => ({
    id: row.id, reference: row.reference, words: `${row.form === 'contact' ? 'Contact' : 'Referral'}: ${concernWords(row.concern)}`, when: `received ${momentWords(row.received_at, now)}`,
    borough: boroughWords(row.borough), withWhom: row.with_whom ?? 'unclaimed',
  }))
}

interface FlagRow { code: string; added_at: Date; reason: string | null; review_on: Date | null; by: string | null }

async function flagLines(tx: Tx, { id, depth }: Opened, now: Date): Promise<FlagLine[]> {
  const rows = await tx.$queryRaw<FlagRow[]>`
    SELECT f.code, f.added_at, f.reason, f.review_on, a.name AS by FROM flag f LEFT JOIN account a ON a.id = f.added_by
    WHERE f.person_id = ${id}::uuid AND f.removed_at IS NULL ORDER BY f.added_at DESC`
  return rows.map((row) => ({
    words: flagWords(row.code), added: `added ${momentWords(row.added_at, now)}${row.by === null ? '' : ` by ${row.by}`}`, reason: atLeast(depth, 'narrative') ? row.reason : null,
    review: row.review_on === null ? null : `to be reviewed on ${bornWords(plainDate(row.review_on.toISOString().slice(0, 10)))}`,
  }))
}

function factsOf(row: HeadRow): Overview['facts'] {
  return [
    { term: 'Reference', value: row.reference }, { term: 'Sex', value: say(SEX_WORDS, row.sex, 'Not known') }, { term: 'Telephone', value: row.telephone ?? 'Not known' },
    { term: 'Placement', value: row.placement ?? 'None on record' }, { term: 'Health', value: row.health.length > 0 ? row.health.join(', ') : 'Nothing on record' },
    { term: 'On record since', value: bornWords(londonDate(row.created_at)) },
  ]
}

/** Other children tied to a person of concern of this child, at index depth. */
async function tiedToTheSame(tx: Tx, id: string, now: Date): Promise<ReadonlyMap<string, PersonCard>> {
  const [row] = await tx.$queryRaw<{ cards: RawCard[] }[]>`
    SELECT person_cards(ARRAY(SELECT o.other_id FROM relationship c JOIN relationship o ON o.person_id = c.person_id
      WHERE c.other_id = ${id}::uuid AND c.kind LIKE 'suspect%' AND c.until IS NULL
        AND o.kind LIKE 'suspect%' AND o.until IS NULL AND o.other_id <> ${id}::uuid LIMIT ${MANY})) AS cards`
  return new Map((row?.cards ?? []).map((card) => [card.id, cardOf(card, now)]))
}

/** That they are there, and what is open. */
async function atRiskLines(tx: Tx, actor: Actor, cards: ReadonlyMap<string, PersonCard>, now: Date): Promise<LinkedChild[]> {
  await logIndex(tx, actor, cards, 'also at risk', now)
  return [...cards.values()].map((card) => ({
    id: card.id, name: card.name, masked: card.masked, age: card.masked ? '' : card.age, open: card.masked ? [] : card.open.map((matter) => matter.words),
  }))
}

async function tiesOf(tx: Tx, actor: Actor, id: string, now: Date): Promise<Pick<Household, 'ties' | 'ended'>> {
  const rows = await tx.relationship.findMany({ where: { OR: [{ personId: id }, { otherId: id }] }, orderBy: [{ until: { sort: 'desc', nulls: 'first' } }, { since: 'desc' }], take: MANY })
  const cards = await cardsOf(tx, rows.map((row) => (row.personId === id ? row.otherId : row.personId)), now)
  // A restricted person's tie is not there to be read; that there is somebody is told, or nobody would know whom to ask about.
  const barred = await tx.$queryRaw<{ other_id: string; since: Date }[]>`SELECT other_id, since FROM barred_ties(${id}::uuid) LIMIT ${MANY}`
  const hidden = barred.map((tie): Tie => ({
    id: tie.other_id, name: personName(null).name, masked: true, as: 'Linked', household: false, age: '', where: '', marks: [], open: [], since: `since ${momentWords(tie.since, now)}`, mayEnd: false,
  }))
  await logIndex(tx, actor, cards, 'people and household', now)
  const concern = await ofConcern(tx, [...cards.keys()])
  const lines = rows.flatMap((row): (Tie & { readonly over: boolean })[] => {
    const theirs = row.otherId === id
    const card = cards.get(theirs ? row.personId : row.otherId)
    if (card === undefined) return []
    const masked = card.masked
    return [{
      // Of a restricted person not even the tie is told: "mother" would say who it is.
      id: card.id, name: card.name, masked, as: masked ? 'Linked' : kinshipSeen(row.kind, theirs), household: isHousehold(row.kind), age: masked ? '' : card.age,
      where: card.masked || card.homeBorough === null ? '' : boroughWords(card.homeBorough), marks: card.masked || row.until !== null ? [] : marksOf(card, concern), open: card.masked ? [] : card.open.map((matter) => matter.words),
      since: `${row.until === null ? 'since' : 'from'} ${momentWords(row.since, now)}${row.until === null ? '' : ` to ${momentWords(row.until, now)}`}`,
      mayEnd: !masked && row.until === null && !row.kind.startsWith('suspect'), over: row.until !== null,
    }]
  })
  const [ties, ended] = [lines.filter((line) => !line.over), lines.filter((line) => line.over && !line.masked)]
  return { ties: [...ties, ...hidden].sort((a, b) => Number(b.household) - Number(a.household)), ended }
}

/** Names of other people are the index of other people: logged as such. */
async function logIndex(tx: Tx, actor: Actor, cards: ReadonlyMap<string, PersonCard>, page: string, now: Date): Promise<void> {
  const shown = [...cards.keys()]
  if (shown.length > 0) await logReading(tx, actor, { personIds: shown, depth: 'index', page: `linked, on ${page}` }, now)
}

async function addressesOf(tx: Tx, personId: string): Promise<Household['addresses']> {
  const rows = await tx.personAddress.findMany({ where: { personId }, orderBy: [{ since: 'desc' }, { createdAt: 'desc' }], take: MANY })
  const day = (at: Date): string => bornWords(londonDate(at))
  return rows.map((row) => ({
    key: row.id, line: [row.line, row.postcode].filter(Boolean).join(', '), borough: boroughWords(row.borough), since: row.since === null ? 'since when is not known' : day(row.since),
    until: row.until === null ? null : day(row.until),
  }))
}

const READERS_PAGE = 60
const SAME_SITTING_MS = 30 * 60_000

async function readersIn(tx: Tx, personId: string, before: string | undefined, now: Date): Promise<Readers> {
  const after = readCursor(before)
  const rows = await tx.readingLog.findMany({
    where: { personId, ...(after === null ? {} : { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] }) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }], take: READERS_PAGE + 1,
  })
  const shown = rows.slice(0, READERS_PAGE)
  const last = shown.at(-1)
  const openings = after === null ? await tx.recordOpening.findMany({ where: { personId }, orderBy: { openedAt: 'desc' }, take: 20 }) : []
  const accounts = await tx.account.findMany({
    where: { id: { in: [...new Set([...shown.map((row) => row.accountId), ...openings.flatMap((row) => [row.accountId, row.reviewedBy ?? row.accountId])])] } }, select: { id: true, name: true },
  })
  const teams = await tx.membership.findMany({ where: { id: { in: [...new Set(shown.flatMap((row) => row.membershipId ?? []))] } }, select: { id: true, team: { select: { name: true } } } })
  const name = (id: string): string => accounts.find((account) => account.id === id)?.name ?? 'Not known'
  return {
    openings: openings.map((row): OpeningLine => openingLine(row, name, now)),
    lines: sittings(shown).map((sitting): ReadingLine => ({
      key: sitting.first.id, who: name(sitting.first.accountId), team: teams.find((team) => team.id === sitting.first.membershipId)?.team.name ?? '',
      when: momentWords(sitting.first.at, now), depth: say(DEPTH_WORDS, sitting.first.depth), pages: [...sitting.pages].join(', '), reason: sitting.first.reason,
    })),
    next: rows.length > READERS_PAGE && last !== undefined ? writeCursor(last) : null,
  }
}

export function openingLine(
  row: { id: string; accountId: string; openedAt: Date; endsAt: Date; breakGlass: boolean; purpose: string; reason: string; reviewedBy: string | null; reviewedAt: Date | null; review: string | null },
  name: (id: string) => string, now: Date,
): OpeningLine {
  return {
    id: row.id, who: name(row.accountId), when: momentWords(row.openedAt, now), until: momentWords(row.endsAt, now), breakGlass: row.breakGlass,
    purpose: purposeWords(row.purpose), reason: row.reason,
    review: !row.breakGlass ? null : row.reviewedAt === null || row.reviewedBy === null ? 'Waits for review' : `${reviewWords(row.review ?? '')} (${name(row.reviewedBy)}, ${momentWords(row.reviewedAt, now)})`,
  }
}

const reviewWords = (review: string): string => review.replace(/^justified: /, 'Justified. ').replace(/^not-justified: /, 'Not justified. ')

interface ReadingRow { id: string; at: Date; accountId: string; membershipId: string | null; depth: string; page: string; reason: string | null }

/** One person turning pages is one line: forty lines of the same name would hide the one that matters. */
function sittings(rows: readonly ReadingRow[]): { first: ReadingRow; pages: Set<string>; last: Date }[] {
  const found: { first: ReadingRow; pages: Set<string>; last: Date }[] = []
  for (const row of rows) {
    const open = found.find((sitting) => sitting.first.accountId === row.accountId && sitting.first.depth === row.depth && sitting.first.reason === row.reason
      && sitting.last.getTime() - row.at.getTime() <= SAME_SITTING_MS)
    if (open === undefined) found.push({ first: row, pages: new Set([row.page]), last: row.at })
    else {
      open.pages.add(row.page)
      open.last = row.at
    }
  }
  return found
}
