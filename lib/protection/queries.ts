import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { atLeast } from '@/lib/access/visibility'
import { membershipAmong } from '@/lib/chronology/add/add-entry'
import { openReferralsOf } from '@/lib/chronology/add/waiting'
import { openPerson } from '@/lib/people/open-person'
import { standingOf } from '@/lib/people/standing'
import type { PersonPage } from '@/lib/people/view'
import type { Tx } from '@/lib/platform/db'
import { boroughWords } from '@/lib/wording/boroughs'
import { concernWords } from '@/lib/wording/concerns'
import { instantWords, momentWords } from '@/lib/wording/london-words'
import { say } from '@/lib/wording/say'
import { timeLeft } from '@/lib/wording/time-left'
import type { Choice, ProtectionLine, ProtectionView } from './view'
import { APPLIED_WORDS, endedWords, KIND_WORDS, rankedWords, TOLD, TOLD_WORDS } from '@/lib/wording/protection'

const MOST = 20

/** What keeps the child by law, what did before, and what this actor may put on record. */
export const personProtection = (actor: Actor, id: string, now: Date): Promise<PersonPage<ProtectionView> | null> =>
  openPerson(actor, id, 'protection', now, async (tx, head) => {
    const rows = await tx.protection.findMany({ where: { personId: id }, orderBy: [{ takenAt: 'desc' }, { id: 'asc' }], take: MOST })
    const said = atLeast(head.depth, 'narrative') ? await wordsOf(tx, rows.map((row) => row.entryId)) : new Map<string, Words>()
    const lines = rows.map((row) => lineOf(row, said.get(row.entryId) ?? null, now))
    const standing = await standingOf(tx, actor, id, now)
    const boroughs = standing === null || standing.card.masked ? [] : standing.card.boroughs
    const waiting = await tx.deadline.findFirst({
      where: { childId: id, rule: 'strategy-discussion/immediate-action', metAt: null, endedAt: null, supersededAt: null }, orderBy: { dueAt: 'asc' }, select: { dueAt: true, dayEnd: true, startsAt: true },
    })
    return {
      standing: lines.filter((line) => line.ended === null), past: lines.filter((line) => line.ended !== null),
      mayTake: membershipAmong(actor, 'police-protection', boroughs) !== null, mayOrder: membershipAmong(actor, 'record-entry', boroughs) !== null,
      takenBefore: rows.some((row) => row.kind === 'police-protection'), discussion: waiting === null ? null : timeLeft(waiting, now),
      referrals: await referralChoices(tx, actor, id),
    }
  })

/** The child's open referrals and contacts to choose from; empty where there is none. */
export async function referralChoices(tx: Tx, actor: Actor, personId: string): Promise<Choice[]> {
  const referrals = await openReferralsOf(tx, actor, personId)
  return referrals.length === 0 ? [] : [
    ...referrals.map((row) => ({ value: row.id, label: `${row.reference}: ${concernWords(row.concern)}, ${boroughWords(row.borough)}` })), { value: '', label: 'None of them' },
  ]
}

interface Words { readonly ground: string | null; readonly wishes: string | null }

async function wordsOf(tx: Tx, entryIds: readonly string[]): Promise<Map<string, Words>> {
  const rows = await tx.entryPayload.findMany({ where: { entryId: { in: [...entryIds] } }, select: { entryId: true, body: true } })
  const text = (body: unknown, key: string): string | null => {
    const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[key] : null
    return typeof value === 'string' && value !== '' ? value : null
  }
  return new Map(rows.map((row) => [row.entryId, { ground: text(row.body, 'ground'), wishes: text(row.body, 'wishes') }]))
}

type Row = Awaited<ReturnType<Tx['protection']['findMany']>>[number]

function lineOf(row: Row, words: Words | null, now: Date): ProtectionLine {
  const order = row.kind === 'emergency-protection-order'
  const when = (at: Date | null): string | null => (at === null ? null : momentWords(at, now))
  const told = { parents: row.parentsToldAt, authority: row.authorityToldAt, child: row.childToldAt }
  return {
    id: row.id, kind: order ? 'emergency-protection-order' : 'police-protection', words: say(KIND_WORDS, row.kind), since: momentWords(row.takenAt, now),
    by: order ? say(APPLIED_WORDS, row.takenBy) : rankedWords(row.takenBy, row.takenRank),
    designated: row.designatedOfficer === null ? null : rankedWords(row.designatedOfficer, row.designatedRank), authorised: row.authorisedBy, court: row.court,
    place: row.place ?? 'Not known', told: order ? [] : TOLD.map((who) => ({ who, words: TOLD_WORDS[who], when: when(told[who]) })),
    left: row.endedAt === null ? timeLeft({ dueAt: row.expiresAt, dayEnd: false, startsAt: row.takenAt }, now) : null, expires: instantWords(row.expiresAt),
    extended: when(row.extendedAt), ended: row.endedAt === null ? null : `${endedWords(row.endedHow)}, ${momentWords(row.endedAt, now)}`,
    ground: words?.ground ?? null, wishes: words?.wishes ?? null,
  }
}
