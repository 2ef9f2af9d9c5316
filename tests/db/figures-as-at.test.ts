import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { annulDuty } from '@/lib/deadlines/acts/annul'
import { dashboard } from '@/lib/figures/dashboard'
import { listBehind } from '@/lib/figures/list'
import { isDuty, measureCalled, MEASURES } from '@/lib/figures/measures'
import { changedSince } from '@/lib/figures/since'
import { sideBySide } from '@/lib/figures/side-by-side'
import { callBack } from '@/lib/missing/acts/call-back'
import { londonDate, startOfLondonDay, addDays } from '@/lib/policy/calendar/london'
import { anActor, aCaitSupervisor, aMashOfficer, aSocialWorker } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { EVERYONE } from '@/tests/support/discussions'
import { anEpisode } from '@/tests/support/episodes'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const HOUR = 3_600_000
const START = new Date('2016-03-01T09:00:00Z')
const BOROUGHS = ['merton', 'sutton'] as const

/** A discussion put on record at `now` that was held at `at`, early or late. */
const held: Act<z.ZodType<{ childId: string; borough: string; referralId: string; at: Date; participants: readonly string[] }>> = {
  name: 'test-discussion', right: 'record-strategy-discussion', input: z.object({ childId: z.string(), borough: z.string(), referralId: z.string(), at: z.date(), participants: z.array(z.string()) }),
  run(context, { childId, borough, referralId, at, participants }) {
    context.as(borough)
    context.record({ ledger: borough, kind: 'strategy-discussion-held', heading: 'Strategy discussion held', occurredAt: at, subjects: [childId], referralId, body: { participants, plan_recorded: true, meeting_id: randomUUID() } })
    return Promise.resolve({ goTo: '/', says: 'Held.', ids: {} })
  },
}

interface Known { childId: string; referralId: string; borough: string; at: Date }
const cast = new Map<string, { officer: Actor; worker: Actor }>()
const cases: Known[] = []
const away: { episodeId: string; borough: string }[] = []
let clock = START
let [manager, auditor]: Actor[] = []

const step = fc.record({
  what: fc.constantFrom('refer', 'refer', 'refer', 'hold', 'hold', 'hold-late', 'hold-late', 'away', 'call', 'annul'), hours: fc.integer({ min: 1, max: 40 }), back: fc.integer({ min: 1, max: 200 }),
  which: fc.nat(1000), borough: fc.constantFrom(...BOROUGHS), quorate: fc.boolean(), minutes: fc.nat(50),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function take({ what, hours, back, which, borough, quorate, minutes }: Step): Promise<void> {
  clock = new Date(clock.getTime() + hours * HOUR + minutes * 60_000)
  const now = clock
  const of = cases.length === 0 ? undefined : cases[which % cases.length]
  const actors = cast.get(of?.borough ?? borough)
  switch (what) {
    case 'refer': {
      const officer = cast.get(borough)?.officer
      if (officer === undefined) throw new Error('no officer')
      // Received up to a week before it is typed in.
      const at = new Date(now.getTime() - (which % 3 === 0 ? back * HOUR : 0))
      const { referralId } = await aReferral(officer, { borough, receivedAt: at.toISOString(), children: [{ givenName: `Child${cases.length}`, familyName: `Of${borough}`, bornOn: '2007-03-01' }] }, now)
      const [row] = await database.admin<{ person_id: string }>('SELECT person_id FROM referral_person WHERE referral_id = $1', [referralId])
      cases.push({ childId: row?.person_id ?? '', referralId, borough, at })
      return
    }
    case 'hold': case 'hold-late': {
      if (of === undefined || actors === undefined) return
      const late = what === 'hold-late' ? new Date(Math.max(of.at.getTime() + HOUR, now.getTime() - back * HOUR)) : now
      const outcome = await perform(held, actors.worker, { ...of, at: late < now ? late : now, participants: quorate ? [...EVERYONE] : ['social-worker', 'police'] }, { key: randomUUID(), now })
      expect(outcome.ok, JSON.stringify(outcome)).toBe(true)
      return
    }
    case 'away': {
      const { episodeId } = await anEpisode(database, now, { borough, as: quorate ? 'missing' : 'absent', reason: 'She rang and is with her aunt in Sutton', child: { givenName: `Linnet${which}`, familyName: `F${now.getTime()}`, age: 15 } })
      away.push({ episodeId, borough })
      return
    }
    case 'call': {
      const one = away[which % Math.max(1, away.length)]
      if (one !== undefined) await perform(callBack, await anActor(database, { role: 'despatch-supervisor', agency: 'police', boroughs: [], rank: 'sergeant' }), { episodeId: one.episodeId, at: now.toISOString(), answers: { cse_risk: 'no' } }, { key: randomUUID(), now })
      return
    }
    case 'annul': {
      if (which % 3 !== 0 || of === undefined) return
      const [row] = await database.admin<{ id: string }>('SELECT id FROM deadline WHERE child_id = $1 AND basis = $2 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL', [of.childId, 'force-24h'])
      if (row !== undefined) await perform(annulDuty, await aCaitSupervisor(database, [of.borough]), { deadlineIds: [row.id], reason: 'Entered for the wrong child, as the school says.' }, { key: randomUUID(), now })
    }
  }
}

/** What a dashboard says of everything, as at the end of that day, asked at `now`. */
async function figures(day: string | null, now: Date): Promise<unknown> {
  const [all, side] = [await dashboard(auditor as Actor, { which: 'manager', period: 'year', borough: null, day }, now), await sideBySide(auditor as Actor, { measure: 'strategy-procedure', period: 'year', borough: null, day }, now)]
  return { duties: all?.duties, entries: all?.entries, trends: all?.trends, side: side?.duties }
}

beforeAll(async () => {
  for (const borough of BOROUGHS) cast.set(borough, { officer: await aMashOfficer(database, borough), worker: await aSocialWorker(database, borough) })
  manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['merton'] })
  auditor = await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] })
}, 60_000)

describe('figures of any date', () => {
  it('are the count of their list and an independent count, and the same whenever they are asked for', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 22 }), fc.array(fc.nat(1000), { minLength: 2, maxLength: 3 }), async (steps, dates) => {
      const asked: { day: string; said: unknown }[] = []
      for (const [index, one] of steps.entries()) {
        await take(one)
        if (index % 6 === 5) {
          const day = addDays(londonDate(clock), -1)
          asked.push({ day, said: await figures(day, clock) })
        }
      }
      // Typed in late since then or not: the same answer.
      for (const { day, said } of asked) expect(await figures(day, clock), day).toEqual(said)
      const span = clock.getTime() - START.getTime()
      for (const date of dates) await compare(londonDate(new Date(START.getTime() + (span * date) / 1000)))
      await compare(null)
    }), { numRuns: 2, endOnFailure: true })
  }, 240_000)

  it('what changed since a day says what was typed in late, and the figure of that day stays', async () => {
    const began = startOfLondonDay(addDays(londonDate(clock), 10))
    const day = addDays(londonDate(began), 1)
    const asked = { measure: 'strategy-24h', period: 'year', borough: 'merton', day, after: undefined } as const
    clock = new Date(began.getTime() + 6 * 24 * HOUR)
    const before = await changedSince(auditor as Actor, asked, clock)
    const officer = cast.get('merton')?.officer as Actor
    await aReferral(officer, { borough: 'merton', receivedAt: began.toISOString(), children: [{ givenName: 'Typed', familyName: 'Inlate', bornOn: '2007-03-01' }] }, clock)
    const found = await changedSince(auditor as Actor, asked, clock)
    expect(found?.rows[0]).toMatchObject({ name: 'Typed Inlate', typedLate: true, changed: expect.stringContaining('put on record after the day') as unknown })
    expect(found?.then).toEqual(before?.then)
    const counts = [found?.then, found?.restated].map((figure) => (figure !== undefined && 'open' in figure ? figure.open : null))
    expect((counts[1] ?? 0) - (counts[0] ?? 0)).toBe(1)
  })

  it.each([['today', 0], ['a day to come', 400]])('what changed since %s is what changed in thirty days, and no page that is not there', async (_what, days) => {
    const asked = { measure: 'strategy-24h', period: 'year', borough: 'merton', after: undefined } as const
    const found = await changedSince(manager as Actor, { ...asked, day: addDays(londonDate(clock), days) }, clock)
    expect(found?.day).toBe(addDays(londonDate(clock), -30))
    expect(found).toEqual(await changedSince(manager as Actor, { ...asked, day: null }, clock))
  })

  it('of a borough out of reach there is no list, and of none for who has no record', async () => {
    expect(await listBehind(manager as Actor, { measure: 'strategy-24h', part: 'all', period: 'year', borough: 'sutton', day: null, month: null, after: undefined }, clock)).toMatchObject({ asked: { borough: null }, where: 'Merton' })
    const lead = await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [] })
    expect(await listBehind(lead, { measure: 'strategy-24h', part: 'all', period: 'year', borough: null, day: null, month: null, after: undefined }, clock)).toBeNull()
    expect(await changedSince(lead, { measure: 'strategy-24h', period: 'year', borough: null, day: null, after: undefined }, clock)).toBeNull()
  })
})

async function listed(measure: string, part: string, borough: string | null, day: string | null): Promise<{ total: number; keys: string[] }> {
  const keys: string[] = []
  let total = -1
  for (let after: string | undefined; ;) {
    const page = await listBehind(auditor as Actor, { measure, part, period: 'year', borough, day, month: null, after }, clock)
    if (page === null) return { total: -1, keys }
    total = page.total
    keys.push(...page.rows.map((row) => row.key))
    if (page.next === null) return { total, keys }
    after = page.next
  }
}

async function compare(day: string | null): Promise<void> {
  const at = day === null || day >= londonDate(clock) ? clock : new Date(startOfLondonDay(addDays(londonDate(new Date(`${day}T12:00:00Z`)), 1)).getTime() - 1)
  for (const borough of [null, 'merton']) {
    const view = await dashboard(auditor as Actor, { which: 'manager', period: 'year', borough, day }, clock)
    for (const figure of view?.duties ?? []) {
      for (const [part, many] of [['judged', figure.judged], ['in-time', figure.inTime], ['quorate', figure.quorate], ['late', figure.late], ['open-late', figure.openLate], ['open', figure.open]] as const) {
        if (many === 0 && part !== 'judged') continue
        const list = await listed(figure.measure, part, borough, day)
        expect({ measure: figure.measure, part, day, borough, keys: list.keys.length, distinct: new Set(list.keys).size, total: list.total }).toEqual({ measure: figure.measure, part, day, borough, keys: many, distinct: many, total: many })
      }
      if (figure.measure === 'strategy-24h' || figure.measure === 'call-backs') expect({ figure: figure.measure, day, ...await apart(figure.measure, borough, at) }).toEqual({ figure: figure.measure, day, in_time: figure.inTime, late: figure.late, open_late: figure.openLate, open: figure.open })
    }
    for (const figure of view?.entries ?? []) {
      const list = await listed(figure.measure, 'all', borough, day)
      expect({ measure: figure.measure, day, keys: list.keys.length, total: list.total }).toEqual({ measure: figure.measure, day, keys: figure.many, total: figure.many })
      const measure = measureCalled(figure.measure)
      if (measure !== null && !isDuty(measure) && measure.kind === 'missing-reported') {
        const [own] = await database.admin<{ many: number }>('SELECT count(*)::int AS many FROM entry WHERE kind = $1 AND occurred_at <= $2 AND recorded_at <= $2 AND ($3::text IS NULL OR ledger = $3)', ['missing-reported', at, borough])
        expect(figure.many).toBe(own?.many)
      }
    }
  }
}

/** Counted from the ledger by itself, in other words than the product’s: every row, judged one at a time. */
async function apart(measure: string, borough: string | null, at: Date): Promise<{ in_time: number; late: number; open_late: number; open: number }> {
  const rows = await database.admin<{ due_at: Date; day_end: boolean; met_at: Date | null; met_recorded_at: Date | null; ended_why: string | null; ended_recorded_at: Date | null; superseded_at: Date | null }>(
    measure === 'call-backs' ? 'SELECT * FROM deadline WHERE alert = \'absent-callback-overdue\' AND starts_at <= $1 AND created_at <= $1 AND ($2::text IS NULL OR borough = $2) AND borough <> \'city-of-london\''
      : 'SELECT * FROM deadline WHERE alert = \'strategy-discussion-overdue\' AND rule = \'strategy-discussion/force-24h\' AND starts_at <= $1 AND created_at <= $1 AND ($2::text IS NULL OR borough = $2) AND borough <> \'city-of-london\'', [at, borough])
  const counts = { in_time: 0, late: 0, open_late: 0, open: 0 }
  for (const row of rows) {
    if (row.superseded_at !== null && row.superseded_at.getTime() <= at.getTime()) continue
    const [met, ended] = [row.met_at !== null && (row.met_recorded_at?.getTime() ?? Infinity) <= at.getTime(), row.ended_why !== null && (row.ended_recorded_at?.getTime() ?? Infinity) <= at.getTime()]
    if (ended) continue
    if (met) { if (row.met_at !== null && (row.met_at < row.due_at || (!row.day_end && row.met_at.getTime() === row.due_at.getTime()))) counts.in_time += 1; else counts.late += 1; continue }
    counts.open += 1
    if (row.due_at < at || (row.day_end && row.due_at.getTime() === at.getTime())) counts.open_late += 1
  }
  return counts
}

it('every measure is of clauses and alerts that exist', async () => {
  const { clause } = await import('@/lib/policy/clauses')
  const { DUTY_RULES } = await import('@/lib/policy/rules')
  for (const measure of MEASURES) {
    expect(() => clause(measure.clause), measure.id).not.toThrow()
    // Whose work it is is told to the borough's manager: as the rules say, where a discussion's bands are owed by two by the one that is the procedure's.
    if (isDuty(measure) && measure.alerts[0] !== 'strategy-discussion-overdue') for (const rule of DUTY_RULES.filter(({ alert }) => measure.alerts.includes(alert))) expect(measure.owedBy, `${measure.id} ${rule.id}`).toBe(rule.owedBy)
    if (isDuty(measure)) for (const alert of measure.alerts) expect(DUTY_RULES.some((rule) => rule.alert === alert && (rule.form === 'notice') === (measure.notice === true)), `${measure.id} ${alert}`).toBe(true)
  }
  expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length)
})
