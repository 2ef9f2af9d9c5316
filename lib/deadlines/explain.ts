import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { membershipFor, type ActName } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { actionWords } from '@/lib/access/words'
import { logReading } from '@/lib/access/reading-log'
import { cardsOf } from '@/lib/people/standing'
import type { Tx } from '@/lib/platform/db'
import { londonOffset, plainDate } from '@/lib/policy/calendar/london'
import { clause, findClause } from '@/lib/policy/clauses'
import { dutyRule } from '@/lib/policy/rules'
import { DISPUTE_STAGES } from '@/lib/policy/rules/dispute/next-stage'
import { agencyWords, byWords, senderWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { dutyWords } from '@/lib/wording/duties'
import { dateWords, instantWords, momentWords } from '@/lib/wording/london-words'
import { CONCERN_WORDS, concernWords } from '@/lib/wording/concerns'
import { counted } from '@/lib/wording/lists'
import { roleWords } from '@/lib/wording/roles'
import { timeLeft } from '@/lib/wording/time-left'
import { assigneeOptions, noteOf, standingOf } from './board'
import { childrenOf, namesOf, readsWords } from './children'
import { agencyOwing } from './assignees'
import { calledInTime } from './called-in-time'
import { isDiscussion } from './discussion'
import { disputeStage, isDispute } from './dispute'
import { nextRung } from './ladder'
import { dueWords, dutyState, explained, isTarget, LINE_FIELDS, momentOfRule, stateWords } from './lines'
import { owedWords } from './owed-words'
import { dutyInReach, dutyOpen } from './reach'
import type { ChildView, DutyExplanation } from './view'

const FIELDS = {
  ...LINE_FIELDS, childId: true, referralId: true, startedBy: true, pack: true, packVersion: true, clause: true, createdAt: true, acknowledgedBy: true,
  escalationLevel: true, supersededBy: true, itemId: true,
} as const

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

const readDuty = async (tx: Tx, actor: Actor, id: string) => tx.deadline.findFirst({ where: { AND: [{ id }, await dutyOpen(tx, actor, id)] }, select: FIELDS })
type DutyRow = NonNullable<Awaited<ReturnType<typeof readDuty>>>

/**
 * Why a duty is due when it is: the facts, the rule, the clause, each day counted, what would meet it, who was told, its
 * history. Null when it is not in reach. For a restricted child what is about the child is left out; the duty stays.
 */
export async function explainDuty(actor: Actor, id: string, now: Date): Promise<DutyExplanation | null> {
  if (!UUID.test(id)) return null
  return readAs(actor, async (tx) => {
    const row = await readDuty(tx, actor, id)
    if (row === null) return null
    const child = await childOf(tx, actor, row, now)
    await logReading(tx, actor, { personIds: [row.childId], depth: child.record ? 'record' : 'index', page: 'duty' }, now)
    const nameOf = await namesOf(tx, [row.assignedTo, row.acknowledgedBy])
    const referral = row.referralId === null ? null : await tx.referral.findUnique({ where: { id: row.referralId }, select: { id: true, reference: true } })
    const state = dutyState(row, now)
    const open = state === 'late' || state === 'open'
    // A challenge that nobody called one is not offered while one is called in time.
    const called = open && isDiscussion(row.alert) && (await calledInTime(tx, row, now)) !== null
    const acts = open ? actsOn(actor, row).filter((one) => one !== 'police-challenge' || !called) : []
    const stage = isDispute(row.alert) ? await disputeStage(tx, row, now) : null
    return {
      dispute: stage === null ? null : { stage, of: DISPUTE_STAGES.length, words: DISPUTE_STAGES[stage - 1] ?? 'London' },
      review: open ? await reviewOf(tx, actor, row) : null,
      id, words: dutyWords(row.alert, row.basis), child: child.view, borough: boroughWords(row.borough), state, stateWords: stateWords(row, now), left: timeLeft(row, now), referral,
      facts: await factsOf(tx, row, child.record, now), ...ruleOf(row), ...countingOf(row), due: row.form === 'notice' ? 'at once' : dueWords(row),
      owedBy: owedWords(row.owedBy), withWhom: nameOf(row.assignedTo) ?? row.assignedTeam, standing: standingOf([row], nameOf),
      told: await toldOf(tx, row, now), done: await doneOn(tx, actor, row, now), history: await historyOf(tx, row, now), beside: await besideOf(tx, actor, row, now),
      acts, assignees: acts.includes('reassign') ? await assigneeOptions(tx, actor, [row.borough], now) : [],
    }
  })
}

/** Where a break-glass opening is answered for: a reviewer who is told of one is not to break the glass to find out what it was. */
async function reviewOf(tx: Tx, actor: Actor, row: DutyRow): Promise<DutyExplanation['review']> {
  if (row.alert !== 'break-glass-unreviewed' || membershipFor(actor, 'review-break-glass', row.borough) === null) return null
  const waiting = await tx.recordOpening.findMany({ where: { personId: row.childId, breakGlass: true, reviewedAt: null, openedAt: row.startsAt }, select: { id: true, accountId: true } })
  const [opening] = [...waiting].sort((a, b) => Number(a.accountId === actor.accountId) - Number(b.accountId === actor.accountId))
  return opening === undefined ? null : { href: `/people/openings?review=${opening.id}`, own: opening.accountId === actor.accountId }
}

/**
 * The child as the record shows them; where only the duty is open, as the index of London does; restricted, as nobody.
 * `record`: whether more than the duty opens.
 */
async function childOf(tx: Tx, actor: Actor, row: DutyRow, now: Date): Promise<{ view: ChildView; record: boolean }> {
  const view = (await childrenOf(tx, actor, [row.childId], now))(row.childId)
  if (!view.masked) return { view, record: true }
  const card = (await cardsOf(tx, [row.childId], now)).get(row.childId)
  return { view: card === undefined || card.masked ? view : { id: card.id, name: card.name, masked: false, age: card.age }, record: false }
}

const ACTS: readonly ActName[] = ['chase', 'police-challenge', 'escalate', 'acknowledge-duty', 'reassign', 'annul-duty']

/** The acts that may follow, as the acts themselves will judge them: a button that would be refused is not drawn. */
export function actsOn(actor: Actor, row: { alert: string; owedBy: string; borough: string; escalationLevel: number }): ActName[] {
  return ACTS.filter((act) => {
    const membership = membershipFor(actor, act, row.borough)
    if (membership === null) return false
    if (act === 'police-challenge') return isDiscussion(row.alert)
    if (act === 'escalate') return nextRung(row.owedBy, row.escalationLevel, actor, row.borough) !== null
    if (act !== 'reassign') return true
    const agency = agencyOwing(row.owedBy)
    return agency !== null && actor.memberships.some((one) => one.agency === agency && membershipFor({ ...actor, memberships: [one] }, 'reassign', row.borough) !== null)
  })
}

async function factsOf(tx: Tx, row: DutyRow, record: boolean, now: Date): Promise<DutyExplanation['facts'] & object> {
  const entry = !record ? null : await tx.entry.findUnique({ where: { id: row.startedBy }, select: { heading: true, occurredAt: true, recordedAt: true, recordedBy: true, agency: true, source: true } })
  if (entry === null) return { heading: null, happened: null, recorded: null, by: null, source: null, because: record ? explained(row.explanation).because.map(plainly) : null }
  const by = (await namesOf(tx, [entry.recordedBy]))(entry.recordedBy)
  return {
    heading: entry.heading, happened: momentWords(entry.occurredAt, now), recorded: momentWords(entry.recordedAt, now), by: by === null ? agencyWords(entry.agency) : byWords(by, agencyWords(entry.agency)),
    source: entry.source === null ? null : senderWords(entry.source), because: [...explained(row.explanation).because.map(plainly), ...await typedOf(tx, row)],
  }
}

/** The policy names a concern by its code ('the concern is online cse'); a reader is told in the words of the lists. */
function plainly(because: string): string {
  const code = /^the concern is ([a-z][a-z ]*)$/.exec(because)?.[1]?.replaceAll(' ', '-')
  return code === undefined || !Object.hasOwn(CONCERN_WORDS, code) ? because : `the concern is ${concernWords(code).charAt(0).toLowerCase()}${concernWords(code).slice(1)}`
}

/** What somebody typed that the rule rests on, where the words open to the reader: what an action is, why a matter is complex. */
async function typedOf(tx: Tx, row: DutyRow): Promise<string[]> {
  if (row.alert === 'action-overdue' && row.itemId !== null && UUID.test(row.itemId)) {
    const words = (await actionWords(tx, [row.itemId]))(row.itemId)
    const action = words === undefined ? null : await tx.action.findUnique({ where: { id: row.itemId }, select: { ownerName: true } })
    return words === undefined || action === null ? [] : [`${action.ownerName} is to: ${words.what}`]
  }
  if (row.basis !== 'complex') return []
  const payload = await tx.entryPayload.findUnique({ where: { entryId: row.startedBy }, select: { body: true } })
  const said = explained(payload?.body)
  return [textIn(said, 'reason'), textIn(said, 'manager')].filter((part) => part !== null)
}

const CERTAINTY: Readonly<Record<string, string>> = {
  A: 'Read word for word in its source',
  B: 'Long established; not read again for this edition',
  C: 'Inferred, one borough’s practice or a default of Holdfast: not to be quoted as the procedures',
}
const certaintyWords = (mark: unknown): string => CERTAINTY[typeof mark === 'string' ? mark : ''] ?? 'Not known'

const textIn = (said: Readonly<Record<string, unknown>>, key: string): string | null => {
  const value = said[key]
  return typeof value === 'string' && value !== '' ? value : null
}

/** The rule as it was fixed when the clock opened: a later pack or wording must not rewrite why something was due. */
function ruleOf(row: DutyRow): Pick<DutyExplanation, 'rule' | 'clause' | 'figure' | 'pack' | 'countsFrom'> {
  const said = explained(row.explanation)
  const known = dutyRule(row.rule)
  const kept = typeof said['clause'] === 'object' && said['clause'] !== null ? said['clause'] as Record<string, unknown> : {}
  const now = findClause(row.clause) ?? clause('sd-threshold')
  const cited = (key: 'id' | 'title' | 'text' | 'source' | 'edition'): string => textIn(kept, key) ?? now[key]
  const certainty = textIn(said, 'parameterCertainty')
  return {
    rule: {
      id: row.rule, title: textIn(said, 'title') ?? known?.title ?? row.rule, plain: textIn(said, 'plain') ?? known?.plain ?? '', meets: textIn(said, 'meets') ?? known?.meets ?? '',
      target: isTarget(row.rule),
    },
    clause: { id: cited('id'), title: cited('title'), text: cited('text'), source: cited('source'), edition: cited('edition'), certainty: certaintyWords(textIn(kept, 'certainty') ?? now.certainty) },
    figure: said.duration === null ? null : { words: said.duration, certainty: certainty === null ? null : certaintyWords(certainty) },
    pack: { title: textIn(said, 'packTitle') ?? row.pack, id: row.pack, version: row.packVersion },
    countsFrom: row.form === 'notice' ? `Raised ${instantWords(row.startsAt)}` : `${instantWords(row.startsAt)}: ${momentOfRule(row.rule)}`,
  }
}

function countingOf(row: DutyRow): Pick<DutyExplanation, 'days' | 'counting'> {
  const said = explained(row.explanation)
  const days = Array.isArray(said['days']) ? said['days'].flatMap((day: unknown) => {
    if (typeof day !== 'object' || day === null) return []
    const { date, counted: isCounted, why } = day as Record<string, unknown>
    return typeof date === 'string' && typeof why === 'string' ? [{ date: dateWords(plainDate(date)), counted: isCounted === true, why }] : []
  }) : []
  return { days, counting: countingWords(row, said.duration, days) }
}

function countingWords(row: DutyRow, duration: string | null, days: readonly { counted: boolean; why: string }[]): string {
  if (row.form === 'notice') return 'No time is given: it is noticed at once, and stands until it is put right.'
  if (duration === null) return 'The date is the action’s own, as it was agreed.'
  if (!row.dayEnd) {
    const changed = londonOffset(row.startsAt) !== londonOffset(row.dueAt) ? ' The clocks changed in between; an hour is an hour all the same.' : ''
    return `${duration} by the clock: nights, weekends and holidays count, nothing is paused.${changed}`
  }
  if (duration === 'same day') return 'Before the London midnight that closes the day, whether it is a working day or not, and however late the referral came in.'
  const skipped = days.filter((day) => !day.counted && !day.why.startsWith('day 0')).length
  return `${duration}. The day it started is day 0; it runs out at the London midnight that closes the last day counted.${skipped === 0 ? '' : ` ${counted(skipped, 'day was', 'days were')} skipped.`}`
}

async function toldOf(tx: Tx, row: DutyRow, now: Date): Promise<DutyExplanation['told']> {
  const rows = await tx.notification.findMany({ where: { deadlineId: row.id }, orderBy: [{ at: 'asc' }, { id: 'asc' }], take: 100 })
  const nameOf = await namesOf(tx, rows.flatMap((one) => [one.toAccount, one.readBy]))
  return rows.map((one) => ({
    key: one.id, when: momentWords(one.at, now), to: nameOf(one.toAccount) ?? `${roleWords(one.toRole)}, ${boroughWords(one.borough)}`, says: one.says,
    read: one.readAt === null ? null : `seen ${momentWords(one.readAt, now)}${one.readBy === null ? '' : ` by ${nameOf(one.readBy)}`}`,
  }))
}

/** Everything done about this duty, oldest first; the notes only where the words of the record open. */
async function doneOn(tx: Tx, actor: Actor, row: DutyRow, now: Date): Promise<DutyExplanation['done']> {
  const entries = await tx.$queryRaw<{ entry_id: string; heading: string; occurred_at: Date; recorded_by: string; agency: string }[]>`
    SELECT entry_id, heading, occurred_at, recorded_by, agency FROM duty_entries(${[row.id]}::uuid[]) ORDER BY occurred_at, seq`
  const payloads = await tx.entryPayload.findMany({ where: { entryId: { in: entries.map((entry) => entry.entry_id) } }, select: { entryId: true, body: true } })
  const nameOf = await namesOf(tx, entries.map((entry) => entry.recorded_by))
  const [police] = await tx.$queryRaw<{ involved: boolean }[]>`SELECT police_involved(${row.childId}::uuid) AS involved`
  const words = readsWords(actor, row.borough, row.childId, police?.involved === true)
  return entries.map((entry) => ({
    key: entry.entry_id, at: entry.occurred_at.toISOString(), when: momentWords(entry.occurred_at, now), heading: entry.heading,
    by: byWords(nameOf(entry.recorded_by) ?? 'Somebody', agencyWords(entry.agency)),
    note: words ? noteOf(payloads.find((payload) => payload.entryId === entry.entry_id)?.body) : null,
  }))
}

/** This clock and those it replaced or was replaced by, in the order in which they opened. */
async function historyOf(tx: Tx, row: DutyRow, now: Date): Promise<DutyExplanation['history']> {
  const all = await tx.deadline.findMany({
    where: { childId: row.childId, rule: row.rule, borough: row.borough }, select: { ...LINE_FIELDS, createdAt: true, supersededBy: true }, orderBy: [{ createdAt: 'asc' }, { dueAt: 'desc' }], take: 200,
  })
  const chain = new Set([row.id])
  for (let grown = true; grown;) {
    grown = false
    for (const other of all) {
      const linked = (other.supersededBy !== null && chain.has(other.supersededBy)) || all.some((one) => chain.has(one.id) && one.supersededBy === other.id)
      if (!linked || chain.has(other.id)) continue
      chain.add(other.id)
      grown = true
    }
  }
  return all.filter((other) => chain.has(other.id)).map((other) => ({
    id: other.id, self: other.id === row.id, due: other.form === 'notice' ? 'at once' : dueWords(other), opened: momentWords(other.createdAt, now),
    fate: stateWords(other, now) ?? (dutyState(other, now) === 'late' ? 'Open, past its time' : 'Open'),
  }))
}

/** The other clocks that the same discussion would stop. */
async function besideOf(tx: Tx, actor: Actor, row: DutyRow, now: Date): Promise<DutyExplanation['beside']> {
  const rows = await tx.deadline.findMany({
    where: { AND: [{ childId: row.childId, id: { not: row.id }, metAt: null, endedAt: null, supersededAt: null }, dutyInReach(actor)] },
    select: { id: true, alert: true, basis: true, dueAt: true, dayEnd: true, startsAt: true }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], take: 12,
  })
  return rows.map((other) => ({ id: other.id, words: dutyWords(other.alert, other.basis), left: timeLeft(other, now) }))
}

