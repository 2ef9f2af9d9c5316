import 'server-only'
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Actor, Membership } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { wallSettings } from '@/lib/access/visibility'
import { appendEntries, type ReadyEntry } from '@/lib/chronology/append'
import { newEntryId } from '@/lib/chronology/new-entry-id'
import { policyHistories } from '@/lib/deadlines/histories'
import { syncDeadlines } from '@/lib/deadlines/sync'
import { lookAtHouseholds } from '@/lib/households/look'
import { endAbsentByFact } from '@/lib/missing/settle'
import { byTheEnd, withTransaction, type Tx } from '@/lib/platform/db'
import type { EventKind } from '@/lib/policy/events'
import { isGated, refusalsOf } from '@/lib/policy/gates'
import type { Refusal } from '@/lib/policy/rule'
import type { Act, ActContext } from './act'
import { ACT_RESULT, conflict, forbidden, refused, Stopped, type ActResult, type Outcome, type Problem } from './outcome'

interface Refused {
  readonly refusals: readonly Refusal[]
  readonly about: { borough: string; subjects: readonly string[]; referralId?: string }
}

/** A page's key is 36 signs; with the act and the row of a table some 120. */
const LONGEST_KEY = 300

/** A key belongs to the account that spent it: another person's form with the same key is another act. */
const keyOf = (actor: Actor, key: string): string => `${actor.accountId}:${key}`

/** Tries of an act that the database stopped to end a ring of waiting: nothing of it was kept, so it may simply be done again. */
const TRIES = 4

/**
 * Does an act once. One transaction: right → guarded update → rows → gate → chronology → deadlines → key.
 * The key is spent only by an accepted act; after that the same body gets the first answer, another body an error.
 * A refusal by policy is recorded, in a transaction of its own, after everything else was rolled back.
 */
export async function perform<Schema extends z.ZodType>(
  act: Act<Schema>, actor: Actor, rawInput: unknown, options: { readonly key: string; readonly now: Date },
): Promise<Outcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await performOnce(act, actor, rawInput, options)
    } catch (error) {
      if (attempt >= TRIES || !isRingOfWaiting(error)) throw error
    }
  }
}

async function performOnce<Schema extends z.ZodType>(
  act: Act<Schema>, actor: Actor, rawInput: unknown, options: { readonly key: string; readonly now: Date },
): Promise<Outcome> {
  if (!mayEver(actor, act.right)) return { ok: false, kind: 'forbidden', says: 'Your role may not do this.' }
  const parsed = act.input.safeParse(rawInput)
  if (!parsed.success) return { ok: false, kind: 'invalid', problems: problemsOf(parsed.error) }
  // One blank key for every form of a person would answer the second with what the first did; one as long as a page has no place in the index of keys.
  if (options.key.trim() === '' || options.key.length > LONGEST_KEY) return { ok: false, kind: 'invalid', problems: [{ field: '', message: 'This form came without its number: what was typed is kept below, send it again from here' }] }
  const digest = createHash('sha256').update(JSON.stringify([act.name, rawInput])).digest('hex')
  let refusal: Refused | null = null
  const pending: ReadyEntry[] = []
  try {
    return await withTransaction(wallSettings(actor), async (tx) => {
      const earlier = await firstAnswer(tx, actor, options.key, digest)
      if (earlier !== null) return earlier
      const [touched, housed] = [new Set<string>(), new Set<string>()]
      const context = contextFor(act, actor, options.now, tx, pending, { touched, housed }, (value) => { refusal = value })
      const answer = await act.run(context, parsed.data)
      const seen = await lookAtHouseholds(context, [...housed])
      const result = seen === null ? answer : { ...answer, says: [answer.says, seen].filter(Boolean).join(' ') }
      const children = [...new Set([...pending.flatMap((entry) => entry.subjects), ...touched])].sort()
      // The children first, then the ledger heads: every act locks in this order, so none waits for another in a ring.
      const [, closed] = await Promise.all([stopOnGone(tx, children, pending), refusedBy(tx, pending, options.now)])
      if (closed !== null) {
        refusal = closed
        throw refused(closed.refusals)
      }
      // Sent together and done in their order: what is read after the entries reads them.
      await Promise.all([appendEntries(tx, pending, options.now), syncDeadlines(tx, children, options.now), endAbsentByFact(tx, children, options.now)])
      await byTheEnd(tx, spend(tx, actor, act.name, options, digest, result))
      return { ok: true, result, repeated: false }
    })
  } catch (error) {
    if (error instanceof Stopped) {
      // A double click that waited for its own first: what stands in its way is what it has done itself.
      const own = error.outcome.kind === 'conflict' ? await withTransaction(wallSettings(actor), (tx) => firstAnswer(tx, actor, options.key, digest)) : null
      if (own !== null) return own
      if (refusal !== null) await recordRefusal(act.name, actor, refusal, options.now)
      return error.outcome
    }
    const walled = refusedByTheWall(error)
    if (walled !== null) {
      const [about] = pending
      if (about !== undefined) await recordRefusal(act.name, actor, { refusals: [walled], about: { borough: about.ledger, subjects: about.subjects } }, options.now)
      return { ok: false, kind: 'refused', refusals: [walled] }
    }
    // Two submissions of one form at the same moment: the second finds the key spent and gets the first answer.
    if (isSpentKey(error)) {
      const again = await withTransaction(wallSettings(actor), (tx) => firstAnswer(tx, actor, options.key, digest))
      if (again !== null) return again
    }
    throw error
  }
}

/** What a record that was joined to another still takes: that it was joined, and that it is parted. */
const OF_THE_JOINING: readonly EventKind[] = ['person-matched', 'people-parted', 'not-the-same']

/**
 * Locks the people of an act. Stops it where one of them was joined to another record: whoever has that page open from before would write, unseen, where
 * nobody looks any more.
 */
async function stopOnGone(tx: Tx, children: readonly string[], pending: readonly ReadyEntry[]): Promise<void> {
  if (children.length === 0) return
  const [row] = await tx.$queryRaw<{ gone: string[] }[]>`SELECT lock_subjects(${[...children]}::uuid[]) AS gone`
  const gone = row?.gone ?? []
  if (gone.length === 0 || !pending.some((entry) => !OF_THE_JOINING.includes(entry.kind) && entry.subjects.some((id) => gone.includes(id)))) return
  throw conflict('This record has been joined to another of the same person: open it, and go on from there.')
}

/**
 * The gate: every entry of an act is put to the policy before it is written, for each person it is about, so that no act can
 * forget it. Null when everything may be done.
 */
async function refusedBy(tx: Tx, pending: readonly ReadyEntry[], now: Date): Promise<Refused | null> {
  const gated = pending.filter((entry) => isGated(entry.kind) && entry.toldAgain !== true)
  if (gated.length === 0) return null
  const histories = await policyHistories(tx, gated.flatMap((entry) => entry.subjects), now,
    gated.flatMap((entry) => (entry.referralId == null ? [] : [{ referralId: entry.referralId, borough: entry.ledger }])))
  for (const [place, entry] of pending.entries()) {
    const refusals = new Map<string, Refusal>()
    for (const subject of entry.subjects) {
      const known = histories.get(subject)
      if (known === undefined) continue
      const event = { id: entry.id, kind: entry.kind, at: entry.occurredAt, recordedAt: now, order: known.events.length + place, referralId: entry.referralId ?? null, detail: entry.body }
      if (gated.includes(entry)) for (const one of refusalsOf(event, known)) refusals.set(one.rule, one)
      // What the same act writes before it stands before it: a class is judged by the report that was typed in with it.
      histories.set(subject, { ...known, events: [...known.events, event].sort((a, b) => a.at.getTime() - b.at.getTime() || a.order - b.order) })
    }
    if (refusals.size > 0) {
      return { refusals: [...refusals.values()], about: { borough: entry.ledger, subjects: entry.subjects, ...(entry.referralId == null ? {} : { referralId: entry.referralId }) } }
    }
  }
  return null
}

async function firstAnswer(tx: Tx, actor: Actor, key: string, digest: string): Promise<Outcome | null> {
  const [spent] = await tx.$queryRaw<{ digest: string; outcome: unknown }[]>`SELECT digest, outcome FROM act_key WHERE key = ${keyOf(actor, key)}`
  if (spent === undefined) return null
  if (spent.digest !== digest) return { ok: false, kind: 'key-reused' }
  return { ok: true, result: ACT_RESULT.parse(spent.outcome), repeated: true }
}

/** Statements of our own, as in all of this file: one of Prisma's models costs an act as much as all that PostgreSQL does for it. */
const spend = (tx: Tx, actor: Actor, act: string, { key, now }: { readonly key: string; readonly now: Date }, digest: string, result: ActResult): PromiseLike<number> => tx.$executeRaw`
  INSERT INTO act_key (key, account_id, act, digest, outcome, at)
  VALUES (${keyOf(actor, key)}, ${actor.accountId}::uuid, ${act}, ${digest}, ${JSON.stringify(result)}::jsonb, ${now}::timestamptz)`

function contextFor(
  act: { name: string; right: Act<z.ZodType>['right'] }, actor: Actor, now: Date, tx: Tx, pending: ReadyEntry[],
  { touched, housed }: { readonly touched: Set<string>; readonly housed: Set<string> },
  keepRefusal: (refusal: Refused) => void,
): ActContext {
  let under: Membership | undefined
  return {
    tx, actor, now,
    as(borough, facts = {}) {
      const membership = membershipFor(actor, act.right, borough, facts)
      if (membership === null) throw forbidden('Your role may not do this here.')
      under = membership
      return membership
    },
    record(entry) {
      const id = entry.id ?? newEntryId()
      pending.push({
        ...entry, id, agency: entry.agency ?? under?.agency ?? actor.memberships[0]?.agency ?? 'other',
        membershipId: entry.membershipId ?? under?.id ?? null,
      })
      return id
    },
    touches(...personIds) {
      for (const id of personIds) touched.add(id)
    },
    household(...personIds) {
      for (const id of personIds) housed.add(id)
    },
    refuse(refusals, about) {
      keepRefusal({ refusals, about })
      throw refused(refusals)
    },
  }
}

async function recordRefusal(act: string, actor: Actor, refusal: Refused, now: Date): Promise<void> {
  const subjects = [...new Set(refusal.about.subjects)].sort()
  await withTransaction(wallSettings(actor), async (tx) => {
    if (subjects.length > 0) await tx.$executeRaw`SELECT lock_people(${subjects}::uuid[])`
    await appendEntries(tx, [{
      id: newEntryId(), ledger: refusal.about.borough, kind: 'act-refused', heading: `Refused: ${refusal.refusals.map((one) => one.says).join(' ')}`,
      occurredAt: now, subjects: refusal.about.subjects, referralId: refusal.about.referralId ?? null,
      agency: actor.memberships[0]?.agency ?? 'other', membershipId: actor.memberships[0]?.id ?? null,
      body: { act, rules: refusal.refusals.map((one) => one.rule), clauses: refusal.refusals.map((one) => one.clause) },
    }], now)
    // A refusal may itself ask for work: the child to be seen before the case is closed.
    await syncDeadlines(tx, subjects, now)
  })
}

/** The first problem of each field, in the form's own field names. */
function problemsOf(error: z.ZodError): Problem[] {
  const problems = new Map<string, string>()
  for (const issue of error.issues) {
    const field = issue.path.join('.') || 'form'
    if (!problems.has(field)) problems.set(field, issue.message)
  }
  return [...problems].map(([field, message]) => ({ field, message }))
}

const isSpentKey = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505' && 'constraint' in error && error.constraint === 'act_key_pkey'

/**
 * The classification table in the database refused what the policy let through: it reads a row that an entry has overtaken. Answered as the
 * refusal it is, with rule and clause, so that nothing typed is lost; the way forward is the safer class.
 */
function refusedByTheWall(error: unknown): Refusal | null {
  const [, rule, clause, says] = /refused by the table of episodes: ([a-z0-9-]+)\|([a-z0-9-]+)\|([^|"`\n]+)/.exec(error instanceof Error ? error.message : '') ?? []
  return rule === undefined || clause === undefined || says === undefined ? null : { rule, clause, says: `${says.trim()}.`, wayForward: 'Class the child as missing, or put the record right first.', field: 'as' }
}

/** Deadlock (40P01) or a serialization failure (40001), as PostgreSQL says it or as Prisma does. */
function isRingOfWaiting(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return ['40P01', '40001', 'P2034'].includes(code) || /40P01|40001|deadlock detected|could not serialize/.test(error.message)
}
