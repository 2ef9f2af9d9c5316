import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayAs, mayEver } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { coverAt } from '@/lib/access/team-cover'
import type { Tx } from '@/lib/platform/db'
import { partOf } from '@/lib/platform/like'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { addDays, londonDate, plainDate } from '@/lib/policy/calendar/london'
import { packNamed, packNames, PARAMETER_IDS, type ParameterId } from '@/lib/policy/packs'
import { packsOf, OVERLAY } from '@/lib/deadlines/pack-for'
import { BOROUGH_CODES, boroughName } from '@/lib/referrals/boroughs'
import { agencyWords } from '@/lib/wording/agencies'
import { joined } from '@/lib/wording/lists'
import { bornWords, instantWords } from '@/lib/wording/london-words'
import { roleWords } from '@/lib/wording/roles'
import { choicesOf, say } from '@/lib/wording/say'
import { KEEP } from './acts/policy'
import { parameterWords, TIGHTER_WORDS, UNITS, valueWords, type OverlayValue } from './overlay-input'
import { inHandWords } from './hand-on'
import { linkToken } from './password-link'
import type { AccountLine, AccountView, BoroughLine, BoroughView, ChangeLine, RoleLine, TeamLine, TeamView } from './view'
import { PERSON_RANKS, TEAM_KINDS } from './words'

const PAGE = 50

/** The boroughs this administrator keeps; null for all of London, undefined for whoever is no administrator. */
function kept(actor: Actor): readonly string[] | null | undefined {
  const held = actor.memberships.filter((membership) => mayAs(membership, 'manage-accounts'))
  if (held.length === 0) return undefined
  return held.some((membership) => membership.boroughs.length === 0) ? null : held.flatMap((membership) => membership.boroughs)
}

export const coverWords = (codes: readonly string[]): string => (codes.length === 0 ? 'all of London' : joined(codes.map((code) => boroughName(code))))
const stands = (now: Date) => ({ since: { lte: now }, OR: [{ endedAt: null }, { endedAt: { gt: now } }] })

/** People who work here, by name. Null for whoever is no administrator. */
export async function accountList(actor: Actor, asked: { q?: string | undefined; after?: string | undefined; closed?: boolean }, now: Date): Promise<{ lines: AccountLine[]; next: string | null; total: number } | null> {
  const boroughs = kept(actor)
  if (boroughs === undefined) return null
  const q = (asked.q ?? '').trim().replaceAll('\u0000', '').toWellFormed().slice(0, 100)
  const where = {
    ...(asked.closed === true ? { disabledAt: { not: null } } : { disabledAt: null }),
    // The timed work's own row is nobody's account.
    passwordHash: { not: '' }, email: { contains: '@' },
    ...(q === '' ? {} : { OR: [{ name: partOf(q) }, { email: partOf(q) }, { memberships: { some: { team: { name: partOf(q) } } } }] }),
    ...(boroughs === null ? {} : { memberships: { some: { team: { boroughs: { hasSome: [...boroughs] } } } } }),
  }
  return readAs(actor, async (tx) => {
    const after = /^[0-9a-f-]{36}$/.test(asked.after ?? '') ? asked.after : undefined
    const [rows, total] = await Promise.all([
      tx.account.findMany({
        where, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: PAGE + 1, ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
        select: { id: true, name: true, email: true, disabledAt: true, memberships: { where: stands(now), select: { role: true, team: { select: { name: true } } } } },
      }),
      tx.account.count({ where }),
    ])
    return {
      total, next: rows.length > PAGE ? rows[PAGE - 1]?.id ?? null : null,
      lines: rows.slice(0, PAGE).map((row) => ({
        id: row.id, name: row.name, email: row.email, closed: row.disabledAt !== null, roles: row.memberships.map((membership) => `${roleWords(membership.role)}, ${membership.team.name}`),
        state: row.disabledAt !== null ? `Closed ${instantWords(row.disabledAt)}` : row.memberships.length === 0 ? 'No role now' : 'Open',
      })),
    }
  })
}

/** One account. `linkId`: a link made just now, whose words are shown this once to whoever made it. */
export async function accountView(actor: Actor, id: string, linkId: string | undefined, now: Date): Promise<AccountView | null> {
  const boroughs = kept(actor)
  if (boroughs === undefined || !/^[0-9a-f-]{36}$/.test(id)) return null
  return readAs(actor, async (tx) => {
    const row = await tx.account.findUnique({ where: { id }, select: { id: true, name: true, email: true, disabledAt: true, createdAt: true, memberships: { include: { team: true }, orderBy: { since: 'desc' } } } })
    if (row === null) return null
    if (boroughs !== null && !row.memberships.some((membership) => membership.team.boroughs.some((code) => boroughs.includes(code)))) return null
    const coverOf = await coverAt(tx, row.memberships.map((membership) => membership.team), now)
    const [sessions, link] = await Promise.all([
      tx.session.count({ where: { accountId: id, revokedAt: null, absoluteEndsAt: { gt: now } } }),
      tx.passwordLink.findFirst({ where: { accountId: id }, orderBy: { madeAt: 'desc' } }),
    ])
    const newLink = link === null || link.id !== linkId ? null : await showOnce(tx, actor, link.id, now)
    const by = link === null ? null : await tx.account.findUnique({ where: { id: link.madeBy }, select: { name: true } })
    return {
      id: row.id, name: row.name, email: row.email, since: instantWords(row.createdAt), sessions, own: row.id === actor.accountId, newLink, inHand: await inHandWords(tx, id),
      closedOn: row.disabledAt === null ? null : instantWords(row.disabledAt),
      link: link === null ? null : { made: instantWords(link.madeAt), by: by?.name ?? 'Not known', state: linkState(link, now) },
      roles: row.memberships.map((membership): RoleLine => ({
        id: membership.id, role: roleWords(membership.role), rank: membership.rank === null ? null : say(PERSON_RANKS, membership.rank), team: membership.team.name, teamId: membership.teamId,
        where: coverWords(coverOf(membership.team)), from: instantWords(membership.since), until: membership.endedAt === null ? 'no end' : instantWords(membership.endedAt),
        state: membership.endedAt !== null && membership.endedAt <= now ? 'ended' : membership.since > now ? 'to come' : 'now',
      })),
    }
  })
}

/** The words of a link, to whoever made it and once: reloading the page, or the back button, shows nothing. */
async function showOnce(tx: Tx, actor: Actor, id: string, now: Date): Promise<string | null> {
  const { count } = await tx.passwordLink.updateMany({ where: { id, madeBy: actor.accountId, shownAt: null, usedAt: null, revokedAt: null, endsAt: { gt: now } }, data: { shownAt: now } })
  return count === 1 ? `/set-password/${linkToken(id)}` : null
}

function linkState(link: { usedAt: Date | null; revokedAt: Date | null; endsAt: Date }, now: Date): string {
  if (link.usedAt !== null) return `Used ${instantWords(link.usedAt)}`
  if (link.revokedAt !== null) return 'Taken back'
  return link.endsAt <= now ? `Ended ${instantWords(link.endsAt)} without being used` : `Not used yet; works until ${instantWords(link.endsAt)}`
}

/** Teams by name; with `q`, those whose name has it. */
export async function teamList(actor: Actor, now: Date, q = ''): Promise<TeamLine[] | null> {
  const boroughs = kept(actor)
  if (boroughs === undefined) return null
  return readAs(actor, async (tx) => {
    const rows = await tx.team.findMany({
      where: { ...(boroughs === null ? {} : { boroughs: { hasSome: [...boroughs] } }), ...(q.trim() === '' ? {} : { name: partOf(q.trim()) }) }, orderBy: [{ name: 'asc' }], take: 1000, include: { _count: { select: { memberships: { where: { ...stands(now), account: { disabledAt: null } } } } } },
    })
    const coverOf = await coverAt(tx, rows, now)
    return rows.map((row) => ({ id: row.id, name: row.name, agency: agencyWords(row.agency), kind: say(TEAM_KINDS, row.kind), covers: coverWords(coverOf(row)), people: row._count.memberships }))
  })
}

export async function teamView(actor: Actor, id: string, now: Date): Promise<TeamView | null> {
  const boroughs = kept(actor)
  if (boroughs === undefined || !/^[0-9a-f-]{36}$/.test(id)) return null
  return readAs(actor, async (tx) => {
    const row = await tx.team.findUnique({ where: { id }, include: { memberships: { where: { ...stands(now), account: { disabledAt: null } }, include: { account: { select: { name: true } } }, orderBy: { account: { name: 'asc' } } } } })
    if (row === null || (boroughs !== null && !row.boroughs.some((code) => boroughs.includes(code)))) return null
    const covers = await tx.teamCover.findMany({ where: { teamId: id }, orderBy: [{ since: 'desc' }, { setAt: 'desc' }] })
    const people = await tx.account.findMany({ where: { id: { in: covers.map((cover) => cover.setBy) } }, select: { id: true, name: true } })
    const codes = (await coverAt(tx, [row], now))(row)
    return {
      id: row.id, name: row.name, agency: agencyWords(row.agency), kind: say(TEAM_KINDS, row.kind), covers: coverWords(codes), coversCodes: codes, people: row.memberships.length,
      members: row.memberships.map((membership) => ({ accountId: membership.accountId, name: membership.account.name, role: roleWords(membership.role) })),
      history: covers.map((cover) => ({
        id: cover.id, covers: coverWords(cover.boroughs), from: instantWords(cover.since), set: instantWords(cover.setAt), by: people.find((person) => person.id === cover.setBy)?.name ?? 'Not known', toCome: cover.since > now,
      })),
    }
  })
}

/** Teams that a person can be put into, for the list of a form. */
export async function teamChoices(actor: Actor, now: Date): Promise<{ value: string; label: string }[]> {
  return ((await teamList(actor, now)) ?? []).map((team) => ({ value: team.id, label: `${team.name} (${team.agency})` }))
}

const dayOf = (from: Date) => plainDate(from.toISOString().slice(0, 10))

export async function boroughList(actor: Actor, now: Date): Promise<BoroughLine[] | null> {
  const boroughs = kept(actor)
  if (boroughs === undefined) return null
  const codes = boroughs === null ? BOROUGH_CODES : BOROUGH_CODES.filter((code) => boroughs.includes(code))
  return readAs(actor, async (tx) => {
    const packOf = await packsOf(tx, codes)
    const rows = await tx.policyAdoption.findMany({ where: { withdrawnAt: null, borough: { in: [...codes] } }, orderBy: { from: 'asc' } })
    const today = londonDate(now)
    return codes.map((code) => {
      const own = rows.filter((row) => row.borough === code)
      const standing = own.findLast((row) => dayOf(row.from) <= today)
      const next = own.find((row) => dayOf(row.from) > today)
      return { code, name: boroughName(code), follows: packOf(code, now).title, own: Object.keys(OVERLAY.parse(standing?.overlay ?? null)?.values ?? {}).length, next: next === undefined ? null : bornWords(dayOf(next.from)) }
    })
  })
}

export async function boroughView(actor: Actor, code: string, now: Date): Promise<BoroughView | null> {
  const boroughs = kept(actor)
  if (boroughs === undefined || !BOROUGH_CODES.includes(code) || (boroughs !== null && !boroughs.includes(code))) return null
  return readAs(actor, async (tx) => {
    const pack = (await packsOf(tx, [code]))(code, now)
    const bare = packNamed(pack.id)
    const rows = await tx.policyAdoption.findMany({ where: { borough: code }, orderBy: [{ from: 'desc' }, { adoptedAt: 'desc' }] })
    const people = await tx.account.findMany({ where: { id: { in: rows.flatMap((row) => (row.adoptedBy === null ? [] : [row.adoptedBy])) } }, select: { id: true, name: true } })
    const today = londonDate(now)
    const standing = rows.filter((row) => row.withdrawnAt === null)
    const current = standing.find((row) => dayOf(row.from) <= today)
    const last = standing[0]
    const ownNow = valuesOf(current?.overlay)
    return {
      code, name: boroughName(code), follows: pack.title, version: `${pack.id}, version ${pack.version}`, changes: pack.changes,
      values: PARAMETER_IDS.map((id) => ({
        id, words: parameterWords(bare, id), pack: valueWords(bare.parameters[id].value), own: ownNow[id] === undefined ? null : valueWords(ownNow[id]),
        tighter: TIGHTER_WORDS[bare.parameters[id].tighter], certainty: bare.parameters[id].certainty,
      })),
      adoptions: rows.map((row) => ({
        id: row.id, from: bornWords(dayOf(row.from)), pack: packNamed(row.packId).title, reason: row.reason ?? 'not recorded', by: people.find((person) => person.id === row.adoptedBy)?.name ?? 'not recorded',
        own: Object.entries(valuesOf(row.overlay)).map(([id, value]) => `${parameterWords(bare, id as ParameterId)}: ${valueWords(value)}`),
        state: row.withdrawnAt !== null ? `Taken back ${instantWords(row.withdrawnAt)}` : row.id === current?.id ? 'Followed now' : dayOf(row.from) > today ? 'To come' : 'Followed until the next',
        canBeTakenBack: row.withdrawnAt === null && dayOf(row.from) > today && row.id === last?.id,
      })),
      packs: [
        { value: KEEP, label: 'The pack followed now', hint: 'Only the borough’s own values change' },
        ...packNames().map((name) => ({ value: name, label: packNamed(name).title, hint: packNamed(name).changes.join(' ') || 'Puts every other pack away' })),
      ],
      parameters: PARAMETER_IDS.map((id) => ({ value: id, label: `${parameterWords(bare, id)}: ${valueWords(bare.parameters[id].value)}` })),
      units: choicesOf(UNITS),
      rows: Object.entries(valuesOf(last?.overlay)).map(([parameter, value]) => rowOf(parameter, value)),
      firstDay: bornWords(addDays(londonDate(now), 1)),
    }
  })
}

const valuesOf = (overlay: unknown): Readonly<Record<string, OverlayValue>> => (OVERLAY.parse(overlay ?? null)?.values ?? {}) as Readonly<Record<string, OverlayValue>>

function rowOf(parameter: string, value: OverlayValue): { parameter: string; amount: string; unit: string } {
  if (typeof value === 'number') return { parameter, amount: String(value), unit: '' }
  if (Array.isArray(value)) return { parameter, amount: (value as readonly string[]).join(', '), unit: '' }
  const duration = value as { unit: string; n?: number }
  return { parameter, amount: duration.n === undefined ? '' : String(duration.n), unit: duration.unit }
}

/** What administrators did, newest first: for administrators, and for the auditor. Null for everybody else. */
export async function administrationHistory(actor: Actor, before: string | undefined): Promise<{ lines: ChangeLine[]; next: string | null } | null> {
  if (!mayEver(actor, 'manage-accounts') && !mayEver(actor, 'see-reading-log')) return null
  return readAs(actor, async (tx) => {
    const after = readCursor(before)
    const rows = await tx.$queryRaw<{ id: string; heading: string; recorded_at: Date; recorded_by: string; body: { reason?: unknown } }[]>`
      SELECT id, heading, recorded_at, recorded_by, body FROM administration_entries(${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${PAGE + 1}::int)`
    const people = await tx.account.findMany({ where: { id: { in: [...new Set(rows.map((row) => row.recorded_by))] } }, select: { id: true, name: true } })
    const shown = rows.slice(0, PAGE)
    const last = shown.at(-1)
    return {
      next: rows.length > PAGE && last !== undefined ? writeCursor({ at: last.recorded_at, id: last.id }) : null,
      lines: shown.map((row) => ({
        id: row.id, when: instantWords(row.recorded_at), who: people.find((person) => person.id === row.recorded_by)?.name ?? 'Not known', what: row.heading,
        why: typeof row.body.reason === 'string' ? row.body.reason : null,
      })),
    }
  })
}
