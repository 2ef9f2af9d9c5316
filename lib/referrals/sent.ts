import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { referralWords } from '@/lib/access/words'
import { readCursor, writeCursor } from '@/lib/platform/paging'
import { isId } from '@/lib/people/standing'
import { boroughWords } from '@/lib/wording/boroughs'
import { concernWords } from '@/lib/wording/concerns'
import { EMERGENCIES } from '@/lib/policy/emergency'
import { joined } from '@/lib/wording/lists'
import { instantWords, momentWords } from '@/lib/wording/london-words'
import { outcomeWords } from '@/lib/wording/outcomes'
import { z } from 'zod'

/** What a partner sees of a referral: what was sent, and the outcome that was told. Nothing of what is known beside it. */
export interface SentReferral {
  readonly id: string
  readonly reference: string
  readonly sent: string
  readonly children: string
  readonly concern: string
  readonly borough: string
  readonly heard: string
  /** Sent as a live emergency: 999 comes first, whatever was sent here. */
  readonly danger: boolean
  /** Sent within a day, and no outcome told yet. */
  readonly fresh: boolean
}

export interface SentPage extends SentReferral {
  readonly rows: readonly { readonly term: string; readonly value: string }[]
  readonly narrative: string | null
  /** A call of the team that still waits for its words in writing. */
  readonly asksInWriting: boolean
  /** What the team confirmed in writing, in its own words. */
  readonly confirmed: string | null
}

/** The part of what was sent that is shown back: the sender's own words, never the records they were matched with. */
const asSent = z.object({
  // Of a call nothing is shown of what was written down when the team rang.
  children: z.array(z.object({ givenName: z.string().nullish(), familyName: z.string().nullish(), description: z.string().nullish() })).nullish().transform((value) => value ?? []),
  narrative: z.string().nullish(), concern: z.string().nullish(), referrerName: z.string().nullish(), urgency: z.string().nullish(), emergency: z.string().nullish(),
})

const FIELDS = { id: true, reference: true, receivedAt: true, borough: true, acknowledgedAt: true, outcomeToldAt: true, outcome: true, channel: true } as const
const PAGE = 25

export interface SentList {
  readonly rows: readonly SentReferral[]
  /** Where the next page goes on, or null on the last. */
  readonly next: string | null
}

/** The referrals of the actor's own teams, newest first, 25 a page by key. Null for those who refer for no team. */
export async function sentReferrals(actor: Actor, after: string | null, now: Date): Promise<SentList | null> {
  if (!mayEver(actor, 'record-referral')) return null
  const from = readCursor(after ?? undefined)
  const older = from === null ? [] : [{ OR: [{ receivedAt: { lt: from.at } }, { receivedAt: from.at, id: { lt: from.id } }] }]
  const rows = await readAs(actor, async (tx) => {
    const found = await tx.referral.findMany({
      where: { AND: [{ fromTeamId: { in: teamsOf(actor) } }, ...older] }, orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }], take: PAGE + 1, select: FIELDS,
    })
    const wordsOf = await referralWords(tx, found.map((row) => row.id))
    return found.map((row) => ({ ...row, asSent: wordsOf(row.id).asSent }))
  })
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined
  return { rows: rows.slice(0, PAGE).map((row) => lineOf(row, now)), next: last === undefined ? null : writeCursor({ at: last.receivedAt, id: last.id }) }
}

/** One of them, or null: another team's referral is not there. */
export async function sentReferral(actor: Actor, id: string, now: Date): Promise<SentPage | null> {
  if (!isId(id)) return null
  const row = await readAs(actor, async (tx) => {
    const found = await tx.referral.findFirst({ where: { id, fromTeamId: { in: teamsOf(actor) } }, select: FIELDS })
    return found === null ? null : { ...found, asSent: (await referralWords(tx, [id]))(id).asSent, said: await tx.senderWord.findMany({ where: { referralId: id } }) }
  })
  if (row === null) return null
  const sent = asSent.parse(row.asSent)
  const call = isCall(row)
  const wordsOf = (kind: string) => row.said.find((one) => one.kind === kind) ?? null
  const [told, confirmed] = [wordsOf('told'), wordsOf('confirmed')]
  return {
    ...lineOf(row, now), narrative: sent.narrative ?? null, asksInWriting: call && confirmed === null, confirmed: confirmed?.words ?? null,
    rows: [
      ...(call ? [] : [{ term: 'Children', value: namesOf(sent.children) }, { term: 'Concern', value: concernWords(sent.concern) }]), { term: call ? 'Telephoned' : 'Sent', value: instantWords(row.receivedAt) },
      ...(call ? [] : [{ term: 'Sent by', value: sent.referrerName ?? 'Not named' }]), { term: 'To', value: boroughWords(row.borough) },
      { term: 'Acknowledged', value: row.acknowledgedAt === null ? 'Not yet' : instantWords(row.acknowledgedAt) },
      { term: 'Outcome', value: row.outcomeToldAt === null ? 'Not told yet' : `${outcomeWords(row.outcome)}, told ${instantWords(row.outcomeToldAt)}` },
      ...(told === null ? [] : [{ term: 'In their words', value: told.words }]),
      ...(call ? [{ term: 'In writing', value: confirmed === null ? 'Still asked of you' : `Confirmed ${instantWords(confirmed.saidAt)}` }] : []),
    ],
  }
}

const isCall = (row: SentRow): boolean => row.channel === 'telephone'

const teamsOf = (actor: Actor): string[] => actor.memberships.filter((membership) => membership.role === 'partner').map((membership) => membership.teamId)

interface SentRow {
  id: string
  reference: string
  receivedAt: Date
  borough: string
  asSent: unknown
  acknowledgedAt: Date | null
  outcomeToldAt: Date | null
  outcome: string | null
  channel: string
}

function lineOf(row: SentRow, now: Date): SentReferral {
  const sent = asSent.parse(row.asSent)
  return {
    id: row.id, reference: row.reference, sent: momentWords(row.receivedAt, now), children: isCall(row) ? 'A call of yours' : namesOf(sent.children), concern: isCall(row) ? 'Told by telephone' : concernWords(sent.concern),
    borough: boroughWords(row.borough), heard: heardOf(row, now), danger: isEmergency(sent.emergency ?? null),
    fresh: row.outcomeToldAt === null && now.getTime() - row.receivedAt.getTime() < 86_400_000,
  }
}

/** The outcome is shown once it has been told, and not before: telling it is an act with its own duty. */
function heardOf(row: SentRow, now: Date): string {
  if (row.outcomeToldAt !== null) return `${outcomeWords(row.outcome)}, told ${momentWords(row.outcomeToldAt, now)}`
  return row.acknowledgedAt === null ? 'Not acknowledged yet. Telephone the MASH if it is more than a working day.' : `Received, acknowledged ${momentWords(row.acknowledgedAt, now)}`
}

const isEmergency = (said: string | null): boolean => (EMERGENCIES as readonly (string | null)[]).includes(said)

const namesOf = (children: z.output<typeof asSent>['children']): string =>
  joined(children.map((child) => [child.givenName, child.familyName].filter((part) => part).join(' ') || (child.description ?? 'Name not known')))
