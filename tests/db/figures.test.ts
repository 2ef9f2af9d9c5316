import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { ROLES, type Role } from '@/lib/access/roles'
import { wallSettings } from '@/lib/access/visibility'
import { boroughFigures } from '@/lib/deadlines/borough-figures'
import { figureOf, MEASURES, PERIODS } from '@/lib/deadlines/figures'
import { COUNTED, protect, type Counted, type Counts } from '@/lib/deadlines/protect'
import { COLUMNS, ORACLE } from '@/tests/access/oracle'
import { aCaitSupervisor, aMashOfficer, anActor, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aDiscussion } from '@/tests/support/discussions'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
/** Wednesday 18 May 2016, 10:00 in London: the 24 hours of Monday's referrals are over. */
const WEDNESDAY = new Date('2016-05-18T09:00:00Z')
const chosen = { measure: 'target', period: 'month' } as const
const central: readonly Role[] = ['exploitation-assessor', 'london-lead', 'auditor', 'administrator', 'despatch-supervisor']
const someone = (role: Role, boroughs: string[]): Promise<Actor> =>
  anActor(database, { role, agency: COLUMNS.find(([one]) => one === role)?.[1] ?? 'police', boroughs: central.includes(role) ? [] : boroughs, rank: 'inspector' })

const NOBODY = { childId: '', referralId: '' }
async function children(borough: string, many: number): Promise<(typeof NOBODY)[]> {
  const officer = await aMashOfficer(database, borough)
  const made: (typeof NOBODY)[] = []
  for (let child = 0; child < many; child += 1) {
    const { referralId } = await aReferral(officer, { borough, children: [{ givenName: `Child${child}`, familyName: `Of${borough}`, bornOn: '2007-03-01' }] })
    const [row] = await database.admin<{ person_id: string }>('SELECT person_id FROM referral_person WHERE referral_id = $1', [referralId])
    made.push({ childId: row?.person_id ?? '', referralId })
  }
  return made
}

beforeAll(async () => {
  // Sutton: seven open and late. Merton: two, one of them held in time. The City: one.
  await children('sutton', 7)
  const [held = NOBODY] = await children('merton', 2)
  await aDiscussion(await anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: ['merton'] }), { ...held, borough: 'merton' }, new Date(MONDAY_NINE.getTime() + 3_600_000))
  await children('city-of-london', 1)
}, 120_000)

describe('figures of strategy discussions', () => {
  it.each(ROLES)('%s: only who holds the right, of the boroughs that the table says', async (role) => {
    const cell = ORACLE['see-figures']?.[COLUMNS.findIndex(([one]) => one === role)]
    const found = await boroughFigures(await someone(role, ['merton']), chosen, WEDNESDAY)
    expect(found !== null).toBe(cell === 'y')
    if (found !== null) expect(found.where).toBe(central.includes(role) ? 'London: 32 boroughs, the City apart' : 'Merton')
  })

  it('are those of the board, for who works in one borough, with each list behind them', async () => {
    const supervisor = await aCaitSupervisor(database, ['merton'])
    const found = await boroughFigures(supervisor, chosen, WEDNESDAY)
    expect(found).toMatchObject({ guarded: false, boroughs: [], city: null })
    expect(found?.totals[0]).toMatchObject({ judged: 2, inTime: 1, openLate: 1, late: 0, share: '50%', median: '1 day 1 h', listed: true })
    const asked = MEASURES.flatMap((measure) => PERIODS.map((period) => ({ measure, period })))
    for (const [index, of] of asked.entries()) {
      const board = await readAs(supervisor, (tx) => figureOf(tx, supervisor, { ...of, borough: null }, WEDNESDAY))
      expect(found?.totals[index], JSON.stringify(of)).toMatchObject({
        ...of, judged: board.judged, inTime: board.inTime, quorate: board.inTimeQuorate, notQuorate: board.inTime - board.inTimeQuorate, late: board.late, openLate: board.openLate, running: board.running,
        share: board.share, shareQuorate: board.shareQuorate, median: board.medianLate, worst: board.worstLate,
      })
    }
  })

  it('several boroughs stand side by side and add up; nobody else’s are counted', async () => {
    const found = await boroughFigures(await aCaitSupervisor(database, ['merton', 'sutton']), chosen, WEDNESDAY)
    expect(found?.boroughs.map((line) => [line.words, line.judged, line.openLate])).toEqual([['Merton', 2, 1], ['Sutton', 7, 7]])
    expect(found?.totals[0]).toMatchObject({ judged: 9, openLate: 8 })
    expect(found?.city).toBeNull()
  })

  it('London has every borough, and the City apart', async () => {
    const found = await boroughFigures(await someone('auditor', []), chosen, WEDNESDAY)
    expect(found?.boroughs).toHaveLength(32)
    expect(found?.totals[0]).toMatchObject({ judged: 9, listed: true })
    expect(found?.city).toMatchObject({ words: 'City of London', judged: 1, openLate: 1 })
    expect(found?.boroughs.find((line) => line.borough === 'camden')).toMatchObject({ judged: 0, share: null })
  })

  it('small numbers are hidden from who may open no list, and cannot be reckoned back', async () => {
    const found = await boroughFigures(await someone('london-lead', []), chosen, WEDNESDAY)
    expect(found?.guarded).toBe(true)
    const line = (code: string) => found?.boroughs.find((one) => one.borough === code)
    expect(line('merton')).toMatchObject({ judged: null, inTime: null, openLate: null, share: null, worst: null, listed: false })
    // Sutton's seven would give Merton's away from London's total.
    expect(line('sutton')?.judged === null || found?.totals[0]?.judged === null).toBe(true)
    expect(line('camden')).toMatchObject({ judged: 0, openLate: 0 })
    expect(found?.city).toMatchObject({ judged: null, openLate: null })
  })
})

describe('small numbers', () => {
  const line = fc.record({ quorate: fc.nat(12), notQuorate: fc.nat(7), late: fc.nat(9), openLate: fc.nat(7), running: fc.nat(9) }).map((one): Counts => {
    const inTime = one.quorate + one.notQuorate
    return { ...one, inTime, judged: inTime + one.late + one.openLate }
  })

  it('of 1 to 4 are never shown, and no sum has a single gap', () => {
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
      const total = Object.fromEntries(COUNTED.map((cell) => [cell, lines.reduce((sum, one) => sum + one[cell], 0)])) as Record<Counted, number>
      const shown = protect(lines, total)
      const all = [...lines.map((counts, index) => ({ counts, shown: shown.lines[index] })), { counts: total, shown: shown.total }]
      for (const one of all) for (const cell of COUNTED) {
        if (one.counts[cell] >= 1 && one.counts[cell] <= 4) expect(one.shown?.[cell]).toBeNull()
        else expect([null, one.counts[cell]]).toContain(one.shown?.[cell])
        if (one.counts[cell] === 0) expect(one.shown?.[cell]).toBe(0)
      }
      const gaps = (sum: (number | null | undefined)[]): number => sum.filter((value) => value === null).length
      for (const one of all) {
        expect(gaps([one.shown?.quorate, one.shown?.notQuorate, one.shown?.inTime])).not.toBe(1)
        expect(gaps([one.shown?.inTime, one.shown?.late, one.shown?.openLate, one.shown?.judged])).not.toBe(1)
      }
      for (const cell of COUNTED) expect(gaps(all.map((one) => one.shown?.[cell]))).not.toBe(1)
    }))
  })

  it('large ones are all shown', () => {
    const counts: Counts = { quorate: 40, notQuorate: 5, inTime: 45, late: 9, openLate: 0, judged: 54, running: 0 }
    expect(protect([counts], null).lines).toEqual([counts])
  })
})

describe('beneath the figures, with the first wall off', () => {
  const app = { client: undefined as pg.Client | undefined }
  beforeAll(async () => {
    app.client = new pg.Client({ connectionString: database.urls.app })
    await app.client.connect()
  })
  afterAll(() => app.client?.end())
  async function clocks(actor: Actor): Promise<{ id: string; child_id: string; borough: string; met_by: string | null }[]> {
    await app.client?.query('BEGIN')
    try {
      for (const [name, value] of Object.entries(wallSettings(actor))) await app.client?.query('SELECT set_config($1, $2, true)', [name, value])
      return (await app.client?.query<{ id: string; child_id: string; borough: string; met_by: string | null }>(`SELECT * FROM figure_clocks('2016-01-01')`))?.rows ?? []
    } finally {
      await app.client?.query('ROLLBACK')
    }
  }

  it.each(ROLES)('%s gets clocks of the boroughs of their figures only, and nobody’s id', async (role) => {
    const found = await clocks(await someone(role, ['merton']))
    const boroughs = [...new Set(found.map((row) => row.borough))].sort()
    const may = ORACLE['see-figures']?.[COLUMNS.findIndex(([one]) => one === role)] === 'y'
    expect(boroughs).toEqual(!may ? [] : central.includes(role) ? ['city-of-london', 'merton', 'sutton'] : ['merton'])
    const known = new Set((await database.admin<{ id: string }>('SELECT id FROM person UNION SELECT id FROM deadline UNION SELECT id FROM entry')).map(({ id }) => id))
    for (const row of found) for (const id of [row.id, row.child_id, row.met_by]) expect(known.has(id ?? '')).toBe(false)
  })
})
