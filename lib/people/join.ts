import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { isEventKind } from '@/lib/policy/events'
import type { Tx } from '@/lib/platform/db'
import { asParted, toTellAgain } from '@/lib/policy/identity'
import { eventHeading } from '@/lib/wording/events'
import { counted } from '@/lib/wording/lists'

/** Why two records may not be joined as they stand, each with the way forward. */
const STOPPED: Readonly<Record<string, string>> = {
  'both-away': 'Both records have an open report that this child is away: end one of the two times away first, then join them.',
  away: 'This record has a time away that is not closed: keep this record, or close the time away first.',
  'flag-asked': 'Partners are being asked whether a flag of this record may come off: settle that first, or keep this record.',
  restricted: 'This record is restricted and the other is not: keep the restricted one, so that nothing of it is read where it is not.',
}

export const stopWords = (why: string | null): string | null => (why === null ? null : STOPPED[why] ?? 'These two records cannot be joined as they stand.')

/** Which of these people go on under another record. Locks them, as `lock_people` does. */
export async function goneOf(tx: Tx, people: readonly string[]): Promise<readonly string[]> {
  const [row] = await tx.$queryRaw<{ gone: string[] }[]>`SELECT lock_subjects(${[...people].sort()}::uuid[]) AS gone`
  return row?.gone ?? []
}

interface Joining {
  readonly goneId: string
  readonly keptId: string
  /** The ledger in which both records are told of it. */
  readonly ledger: string
  readonly reason: string
  /** Where it was found while a referral was looked at, with what the kept record is told of it. */
  readonly referral?: { readonly id: string; readonly reference: string }
  /** The field of the form at which a stop is said. */
  readonly field: string
}

/** Two who were said never to be the same are joined by nobody until that is taken back. */
export async function stopIfNeverSame({ tx }: ActContext, one: string, other: string, field: string): Promise<void> {
  const [aId = '', bId = ''] = [one, other].sort()
  const said = await tx.personNotSame.findFirst({ where: { aId, bId, takenBackAt: null }, select: { reason: true } })
  if (said !== null) throw invalid(field, `It was said that these two are never the same: ${said.reason} Take that back first.`)
}

interface HistoryRow {
  id: string
  kind: string
  occurred_at: Date
  recorded_at: Date
  ledger: string
  referral_id: string | null
  body: Record<string, unknown>
}

/**
 * Joins one record to another of the same person: the one way, whether the record that goes came by a partner's form or was known for years. Nothing is deleted:
 * it keeps its entries and its duties, which end as matched, and what the joining did to every row is noted in the database, so that the two can be parted.
 * The caller has locked both (`lock_people`) and knows that both are open to the actor.
 */
export async function joinTo(context: ActContext, { goneId, keptId, ledger, reason, referral, field }: Joining): Promise<string> {
  const { tx, now } = context
  const [stop] = await tx.$queryRaw<{ why: string | null }[]>`SELECT join_stopped_by(${goneId}::uuid, ${keptId}::uuid) AS why`
  const says = stopWords(stop?.why ?? null)
  if (says !== null) throw invalid(field, says)
  if ((await goneOf(tx, [goneId, keptId])).length > 0) throw conflict('One of these records has itself been joined to another: look again.')
  const join = randomUUID()
  const [done] = await tx.$queryRaw<{ told: Record<string, unknown> }[]>`
    SELECT join_people(${join}::uuid, ${goneId}::uuid, ${keptId}::uuid, ${ledger}, ${reason}, ${referral?.id ?? null}::uuid, ${now}::timestamptz) AS told`
  await tellAgain(context, goneId, keptId, join)
  context.record({
    ledger, kind: 'person-matched', heading: 'Joined to another record of the same person: this one goes on there', occurredAt: now, subjects: [goneId], referralId: referral?.id ?? null,
    body: { matched_to: keptId, reason, join },
  })
  context.record({
    ledger, kind: 'record-updated', heading: referral === undefined ? 'Another record was found to be of this person, and joined to this one' : `Found to be the person of ${referral.reference}, sent as somebody new`,
    occurredAt: now, subjects: [keptId], referralId: referral?.id ?? null, body: { about: 'matched', matched_from: goneId, reason, join, ...done?.told },
  })
  return join
}

/**
 * Tells the record that stays what the other holds, each thing at the moment it happened, recorded now and saying when it was first recorded: every clock counts
 * from the original receipt.
 */
async function tellAgain(context: ActContext, goneId: string, keptId: string, join: string): Promise<void> {
  const { tx, now } = context
  const rows = await tx.$queryRaw<HistoryRow[]>`SELECT id, kind, occurred_at, recorded_at, ledger, referral_id, body FROM policy_history(ARRAY[${goneId}]::uuid[])`
  const lines = await tx.entry.findMany({ where: { id: { in: rows.map((row) => row.id) } }, select: { id: true, heading: true, agency: true, source: true } })
  const events = rows.flatMap((row) => (isEventKind(row.kind) ? [{ ...row, kind: row.kind, recordedAt: row.recorded_at, detail: row.body ?? {} }] : []))
  // What stood there only under a joining that has been parted is not theirs to tell.
  for (const row of toTellAgain(asParted(events, now))) {
    const line = lines.find((one) => one.id === row.id)
    context.record({
      ledger: row.ledger, kind: row.kind, heading: line?.heading ?? eventHeading(row.kind), occurredAt: row.occurred_at, subjects: [keptId], referralId: row.referral_id,
      source: line?.source ?? null, ...(line === undefined ? {} : { agency: line.agency }), toldAgain: true,
      body: { ...row.detail, join, matched_from: goneId, told_again_of: row.id, first_recorded_at: row.recorded_at.toISOString() },
    })
  }
}

/** A joining that stands, as the database has it. */
export interface Joined {
  readonly id: string
  readonly goneId: string
  readonly keptId: string
  readonly wasRestricted: boolean
}

/** What a parting did: rows by table, gone back or staying with the record that stood. */
export interface Parted {
  readonly rows: readonly { readonly tab: string; readonly fate: 'back' | 'stays'; readonly many: number }[]
  readonly still_restricted: boolean
}

/**
 * Parts two records again. Both are told; what was told again counts on the kept record no more, and the duties of the other are owed to it as if it had never been
 * joined. What was done meanwhile stays with the record it was done on.
 */
export async function part(context: ActContext, { id: join, goneId, keptId }: Joined, said: { readonly ledger: string; readonly reason: string; readonly lift: boolean }): Promise<Parted> {
  const { tx, now } = context
  const [done] = await tx.$queryRaw<{ parted: Parted }[]>`SELECT part_people(${join}::uuid, ${said.reason}, ${said.lift}, ${now}::timestamptz) AS parted`
  const parted = done?.parted ?? { rows: [], still_restricted: false }
  const body = { join, gone: goneId, kept: keptId, reason: said.reason, back: partedWords(parted, 'back'), stays: partedWords(parted, 'stays') }
  context.record({ ledger: said.ledger, kind: 'people-parted', heading: 'Parted from the record it had been joined to: this one goes on by itself', occurredAt: now, subjects: [goneId], body })
  context.record({ ledger: said.ledger, kind: 'people-parted', heading: 'Parted from a record that had been joined to this one', occurredAt: now, subjects: [keptId], body })
  return parted
}

/** What people call what a table holds, one of it. */
const ROW_WORDS: Readonly<Record<string, string>> = {
  person_reach: 'borough', person_name: 'name', person_address: 'address', flag: 'flag', person: 'detail', relationship: 'tie', referral_person: 'place in a referral', action: 'action', episode: 'time away',
  protection: 'protection', other_child: 'other child named', warning_notice: 'warning notice', person_identifier: 'telephone or vehicle', place_link: 'link to a place', place_event: 'event at a place',
  meeting_item: 'item of an agenda', meeting_child: 'place in a meeting', meeting_call_child: 'place in a planned meeting', cse_category: 'exploitation category', trigger_plan: 'trigger plan',
}

/** '2 addresses, 1 flag'; '' where there is nothing. Tables nobody knows by a name are left out. */
export const partedWords = ({ rows }: Pick<Parted, 'rows'>, fate: 'back' | 'stays'): string =>
  rows.flatMap((row) => (row.fate === fate && ROW_WORDS[row.tab] !== undefined ? [counted(row.many, ROW_WORDS[row.tab] ?? '', PLURALS[ROW_WORDS[row.tab] ?? ''])] : [])).join(', ')

const PLURALS: Readonly<Record<string, string>> = {
  address: 'addresses', 'place in a referral': 'places in referrals', 'time away': 'times away', 'other child named': 'other children named', 'telephone or vehicle': 'telephones or vehicles',
  'link to a place': 'links to places', 'event at a place': 'events at places', 'item of an agenda': 'items of agendas', 'place in a meeting': 'places in meetings',
  'place in a planned meeting': 'places in planned meetings', 'exploitation category': 'exploitation categories',
}
