import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { ROLES } from '@/lib/access/roles'
import { mayEver, PERMISSIONS } from '@/lib/access/permissions'
import { perform } from '@/lib/acts/perform'
import { FormValues, type TypedValues } from '@/lib/forms/form-values'
import { formActs } from '@/lib/forms/registry'
import { COLUMNS } from '@/tests/access/oracle'
import { anActor, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { everyAct, inputsOfEveryAct } from '@/tests/support/every-act'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 3_600_000)
const forms = formActs()
const acts = everyAct()
let inputs: Record<string, Record<string, unknown>>
const actors: Actor[] = []

beforeAll(async () => {
  await makeMarks()
  inputs = await inputsOfEveryAct(database, now)
  for (const [role, agency] of COLUMNS) actors.push(await anActor(database, { role, agency, boroughs: ['bromley'], rank: 'inspector' }))
}, 60_000)

/** What a broken browser, a script or a tired person may send. */
const NASTY_WORDS = ['', ' ', '\u0000', 'a\u0000b', '\ud800', 'x\udfff', '\u202e', '💔', "'; DROP TABLE person; --", '{}', '[]', 'null', 'undefined', 'NaN', '-1', '1e309', '0x10', '99999999999999999999',
  'constructor', '__proto__', 'toString', '%', '\\', '00000000-0000-0000-0000-000000000000', '2016-02-30', '29', '32', '24:00', '25:61', '2016-05-16T09:00:00', '9999-12-31', '+275761-01-01T00:00:00.000Z', 'x'.repeat(100_000)]
const word = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NASTY_WORDS) }, fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 200 }))
const anything = fc.oneof(word, fc.constantFrom(null, undefined, true, false, 0, -1, 1.5, NaN, Infinity, {}, [], [[]], [null], ['\u0000'], { toString: 'x' }, new Date(NaN), new Date(8.64e15)), fc.array(word, { maxLength: 3 }), fc.anything({ maxDepth: 2 }))

/** The same input, once for each word in it, however deep, with a NUL and half a sign at its end. */
function withSignsInEachWord(input: unknown): unknown[] {
  if (typeof input === 'string') return [`${input}\u0000`, `${input}\ud800`]
  if (Array.isArray(input)) return input.flatMap((one, place) => withSignsInEachWord(one).map((spoiled) => input.with(place, spoiled)))
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([name, value]) => withSignsInEachWord(value).map((spoiled) => ({ ...input, [name]: spoiled })))
}

/** The names a form reads, found by letting it read from a form that claims to have everything. */
function namesRead(read: (values: FormValues) => unknown): string[] {
  const names = new Set<string>()
  const spy = new Proxy<Record<string, string>>({}, {
    get: (_, name) => {
      if (typeof name === 'string') names.add(name)
      return typeof name === 'string' && name.endsWith('-count') ? '2' : '1'
    },
    ownKeys: () => [], getOwnPropertyDescriptor: () => undefined,
  })
  try {
    read(new FormValues(spy))
  } catch {
    // Names found so far will do: reading is tried for real below.
  }
  return [...names]
}

/** Inserted and changed rows leave a mark in xmin: equal marks, nothing written. In one order: PostgreSQL may read so many tables in any. */
const marks = (): Promise<unknown> => database.admin('SELECT * FROM marks() ORDER BY t')

/** One worker reads them: started anew for each of some thousand looks, helpers of PostgreSQL cost more than the looking, and two runs take the tables in another order. */
async function makeMarks(): Promise<void> {
  const tables = await database.admin<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)
  const each = tables.map(({ name }) => `SELECT '${name}' AS t, count(*)::text AS n, max(xmin::text::bigint)::text AS x FROM "${name}"`)
  await database.admin(`CREATE FUNCTION marks() RETURNS TABLE (t text, n text, x text) LANGUAGE sql SET max_parallel_workers_per_gather = 0 AS $$ ${each.join(' UNION ALL ')} $$`)
}

describe('what is typed into a form', () => {
  it.each(forms.map((form) => [form.name, form] as const))('%s: any words are read and judged without a fault', (_name, form) => {
    const names = namesRead((values) => form.read(values))
    expect(names.length).toBeGreaterThan(0)
    const typed = fc.dictionary(fc.constantFrom(...names), fc.oneof(word, fc.array(word, { maxLength: 3 })), { maxKeys: 40, noNullPrototype: true })
    fc.assert(fc.property(typed, (values) => {
      const read = new FormValues(values as TypedValues)
      const parsed = form.act.input.safeParse(form.read(read))
      for (const problem of read.problems) expect(problem.field.length * problem.message.length).toBeGreaterThan(0)
      if (!parsed.success) for (const issue of parsed.error.issues) expect(issue.message.length).toBeGreaterThan(0)
    }), { numRuns: 120 })
  })
})

describe('what an act is asked with', () => {
  it.each(acts.map((act) => [act.name, act] as const))('%s: good input with anything in place of some of it is a value, told beside its field, and nothing half written', async (name, act) => {
    const role = ROLES.find((one) => ['yes', 'csc', 'police'].includes(PERMISSIONS[act.right][one]))
    // Who holds the right outright; else whoever holds it for the own agency.
    const outright = actors.find((one) => one.memberships.some((membership) => membership.role === role))
    const actor = outright ?? actors.find((one) => mayEver(one, act.right))
    const good = inputs[name]
    if (actor === undefined || good === undefined) throw new Error(`nobody may ${name}, or nothing to ask it with`)
    const spoiled = fc.dictionary(fc.constantFrom(...Object.keys(good)), anything, { minKeys: 1, maxKeys: 3, noNullPrototype: true })
    await fc.assert(fc.asyncProperty(spoiled, async (changes) => {
      const before = await marks()
      const outcome = await perform(act, actor, { ...good, ...changes }, { key: randomUUID(), now })
      if (outcome.ok) return
      // A refusal by policy is itself put on record; everything else leaves no mark.
      if (outcome.kind !== 'refused') expect(await marks()).toEqual(before)
      if (outcome.kind === 'invalid') for (const problem of outcome.problems) expect(problem.field.length * problem.message.length).toBeGreaterThan(0)
    }), { numRuns: 15 })
  }, 60_000)

  it.each(acts.map((act) => [act.name, act] as const))('%s: signs that PostgreSQL cannot keep, in each of its words, are a value or told, never a fault', async (name, act) => {
    const good = inputs[name]
    for (const spoiled of good === undefined ? [] : withSignsInEachWord(good)) {
      const actor = actors.find((one) => one.memberships.some((membership) => PERMISSIONS[act.right][membership.role] === 'yes')) ?? actors.find((one) => mayEver(one, act.right))
      if (actor === undefined) throw new Error(`nobody may ${name}`)
      const outcome = await perform(act, actor, spoiled, { key: randomUUID(), now })
      if (!outcome.ok && outcome.kind === 'invalid') for (const problem of outcome.problems) expect(problem.message.length, JSON.stringify(spoiled)).toBeGreaterThan(0)
    }
  })

  it('no input at all, or of another kind, is told and not thrown', async () => {
    for (const act of acts) for (const actor of actors) for (const input of [undefined, null, 'x', 7, [], () => 1]) {
      const outcome = await perform(act, actor, input, { key: randomUUID(), now })
      expect(outcome.ok ? 'ok' : outcome.kind, act.name).toMatch(/^(invalid|forbidden)$/)
    }
  }, 60_000)

  it('a key of any kind is a key', async () => {
    const [act] = acts
    if (act === undefined) throw new Error('no acts')
    for (const key of ['', 'x'.repeat(10_000), "'", '💔']) {
      const outcome = await perform(act, actors[0] as Actor, inputs[act.name], { key, now })
      expect(['boolean'], key.slice(0, 9)).toContain(typeof outcome.ok)
    }
  })
})
