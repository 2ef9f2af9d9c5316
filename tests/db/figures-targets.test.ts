import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { ROLES } from '@/lib/access/roles'
import { perform } from '@/lib/acts/perform'
import { setLocalTarget, withdrawLocalTarget } from '@/lib/figures/acts/local-target'
import { recordMeasurement } from '@/lib/figures/acts/record-measurement'
import { dashboard } from '@/lib/figures/dashboard'
import { sheetsOfBoroughs, sheetsOfDashboard } from '@/lib/figures/export/sheets'
import { recordedList } from '@/lib/figures/recorded'
import { sideBySide } from '@/lib/figures/side-by-side'
import { targetsList } from '@/lib/figures/targets-list'
import { COLUMNS, ORACLE } from '@/tests/access/oracle'
import { anActor, aMashOfficer } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const now = new Date('2016-05-18T09:00:00Z')
const LATER = new Date('2016-09-20T09:00:00Z')
let [manager, sutton, lead]: Actor[] = []
const good = { borough: 'merton', measure: 'referral-decision', value: '90', from: '2016-06-01', reason: 'Agreed by the partnership' }
const set = (actor: Actor | undefined, input: Record<string, unknown> = {}, at: Date = now) => perform(setLocalTarget, actor as Actor, { ...good, ...input }, { key: randomUUID(), now: at })
const back = (actor: Actor | undefined, targetId: string, at: Date = now, reason = 'Postponed') => perform(withdrawLocalTarget, actor as Actor, { targetId, reason }, { key: randomUUID(), now: at })
const rows = () => database.admin<{ id: string; borough: string; measure: string; value: number | null }>('SELECT * FROM local_target ORDER BY recorded_at, id')
const taken = () => database.admin('SELECT * FROM local_target_withdrawal')
const idOf = (outcome: Awaited<ReturnType<typeof set>>): string => (outcome.ok ? outcome.result.ids['targetId'] ?? '' : '')
/** What a figure of the manager's dashboard is held against, as at a day. */
const heldOn = async (day: string | null, measure = 'referral-decision', at: Date = LATER, actor = manager) => {
  const view = await dashboard(actor as Actor, { which: 'manager', period: 'year', borough: null, day }, at)
  const line = view?.duties.find((one) => one.measure === measure)
  return line === undefined ? undefined : [line.target, line.targetBy, line.meets]
}

beforeAll(async () => {
  manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['merton'] })
  sutton = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['sutton'] })
  lead = await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [] })
  // Never decided: nothing of it is in time.
  await aReferral(await aMashOfficer(database, 'merton'), { borough: 'merton' }, new Date('2016-05-10T09:00:00Z'))
}, 60_000)

describe('a target of a borough’s own', () => {
  it('is an entry about no child and a row, and holds from its day on, on dashboards, side by side and in files', async () => {
    expect(await set(manager)).toMatchObject({ ok: true })
    const [row] = await rows()
    expect(row).toMatchObject({ borough: 'merton', measure: 'referral-decision', value: 90, reason: good.reason })
    const [entry] = await database.admin("SELECT kind, ledger, subject_ids FROM entry WHERE kind = 'policy-changed'")
    expect(entry).toMatchObject({ kind: 'policy-changed', ledger: 'merton', subject_ids: [] })
    expect(await heldOn('2016-05-31')).toEqual([null, null, null])
    expect(await heldOn('2016-06-01')).toEqual([90, 'set by Merton, since 1 Jun 2016', false])
    expect(await heldOn(null)).toEqual([90, 'set by Merton, since 1 Jun 2016', false])
    const boroughs = await sideBySide(lead as Actor, { measure: 'referral-decision', period: 'year', borough: null, day: null }, LATER)
    expect([boroughs?.total.words, ...(boroughs?.duties ?? []).filter((line) => line.target !== null).map((line) => [line.words, line.target, line.targetBy])].slice(1)).toEqual([['Merton', 90, 'set by Merton, since 1 Jun 2016']])
    const view = await dashboard(manager as Actor, { which: 'manager', period: 'year', borough: null, day: null }, LATER)
    if (view === null || !('duties' in view) || boroughs === null) throw new Error('no figures')
    for (const [sheet] of [sheetsOfDashboard(view), sheetsOfBoroughs(boroughs)]) {
      const at = sheet?.columns.indexOf('Target set locally') ?? -1
      expect(sheet?.rows.map((cells) => [cells[at - 1], cells[at]]).filter(([, by]) => by !== '')).toEqual([[90, 'set by Merton, since 1 Jun 2016']])
    }
  })

  it('judges each day by what held on it, whatever followed', async () => {
    const ahead = await set(manager, { measure: 'allocation', from: '2016-06-10' }, new Date('2016-06-05T09:00:00Z'))
    expect(ahead.ok).toBe(true)
    expect(await heldOn('2016-06-10', 'allocation')).toEqual([90, 'set by Merton, since 10 Jun 2016', false])
    expect(await heldOn('2016-06-09', 'allocation')).toEqual([null, null, null])
    // Followed by another, and then by none: each day keeps its own.
    expect((await set(manager, { measure: 'allocation', from: '2016-07-01', value: '80' }, new Date('2016-06-20T09:00:00Z'))).ok).toBe(true)
    expect((await set(manager, { measure: 'allocation', from: '2016-08-01', value: '' }, new Date('2016-07-20T09:00:00Z'))).ok).toBe(true)
    const days = await Promise.all(['2016-06-30', '2016-07-01', '2016-07-31', '2016-08-01'].map((day) => heldOn(day, 'allocation')))
    expect(days.map((held) => held?.[0])).toEqual([90, 80, 80, null])
  })

  it('tightens the policy’s and never loosens it: refused with clause and way forward, and nothing is written', async () => {
    const before = await rows()
    expect(await set(manager, { measure: 'board-attendance', value: '94.9' })).toMatchObject({
      ok: false, kind: 'refused', refusals: [{ rule: 'local-target-only-tightens', clause: 'kpi-lscb', field: 'value', says: expect.stringContaining('the policy asks for 95%, and 94.9% would loosen it') as unknown, wayForward: expect.stringContaining('95% or more') as unknown }],
    })
    expect(await set(manager, { measure: 'bail-over-90', value: '66' })).toMatchObject({ ok: false, kind: 'refused', refusals: [{ clause: 'kpi-bail90', wayForward: expect.stringContaining('65% or less') as unknown }] })
    expect(await set(manager, { measure: 'strategy-24h', value: '99' })).toMatchObject({ ok: false, kind: 'refused', refusals: [{ clause: 'kpi-sd-24h' }] })
    expect(await rows()).toEqual(before)
    expect((await set(manager, { measure: 'board-attendance', value: '95' })).ok).toBe(true)
    expect((await set(manager, { measure: 'bail-over-90', value: '60' })).ok).toBe(true)
  })

  it('judges a figure from outside by the day it was measured', async () => {
    expect((await set(manager, { measure: 'haven-90', value: '98' })).ok).toBe(true)
    for (const measuredOn of ['2016-05-31', '2016-06-01']) {
      expect((await perform(recordMeasurement, manager as Actor, { borough: 'merton', metric: 'haven-90', value: '96', measuredOn, source: 'Havens, quarterly return' }, { key: randomUUID(), now: LATER })).ok).toBe(true)
    }
    const list = await recordedList(manager as Actor, undefined, LATER)
    expect(list?.rows.map((row) => [row.on, row.target, row.targetBy, row.breach]).sort()).toEqual([['1 Jun 2016', '98%', 'set by Merton, since 1 Jun 2016', 'Target missed'], ['31 May 2016', '95%', null, null]])
  })

  it('of London is the lead’s, holds every borough but the City, and no borough goes below it', async () => {
    expect((await set(lead, { borough: 'london', measure: 'call-backs', value: '97' })).ok).toBe(true)
    const before = await rows()
    expect(await set(manager, { measure: 'call-backs', value: '96' })).toMatchObject({ ok: false, kind: 'refused', refusals: [{ says: expect.stringContaining('97% is set for London since 1 Jun 2016, and 96% would loosen it') as unknown }] })
    expect(await rows()).toEqual(before)
    // Before London’s first day the borough is free to begin lower, and is held to London’s from then on.
    expect((await set(manager, { measure: 'call-backs', value: '96', from: '2016-05-20' })).ok).toBe(true)
    expect((await set(manager, { measure: 'call-backs', value: '98', from: '2016-07-01' })).ok).toBe(true)
    const at = async (day: string, code: string) => {
      const view = await sideBySide(lead as Actor, { measure: 'call-backs', period: 'year', borough: null, day }, LATER)
      const line = code === 'london' ? view?.total : code === 'city' ? view?.city : view?.duties.find((one) => one.borough === code)
      return line != null && 'target' in line ? line.target : undefined
    }
    expect(await Promise.all(['2016-05-31', '2016-06-01', '2016-07-01'].map((day) => at(day, 'merton')))).toEqual([96, 97, 98])
    expect(await Promise.all(['2016-05-31', '2016-06-01'].map((day) => at(day, 'sutton')))).toEqual([null, 97])
    expect(await Promise.all(['london', 'city'].map((code) => at('2016-07-01', code)))).toEqual([97, null])
  })

  it.each([
    ['a day that has begun', { measure: 'safe-and-well', from: '2016-05-18' }, 'from'], ['a day too far', { from: '2018-05-20' }, 'from'], ['no day', { from: '' }, 'from'], ['a share over a hundred', { value: '101' }, 'value'], ['what is no number', { value: 'many' }, 'value'],
    ['none where there was none', { measure: 'debrief', value: '' }, 'value'], ['a measure that nobody knows', { measure: 'happiness' }, 'measure'], ['a measure without a share', { measure: 'missing-reports' }, 'measure'], ['no reason', { reason: ' ' }, 'reason'],
    ['what is set later already', { from: '2016-05-30' }, 'from'], ['a borough that is none', { borough: 'atlantis' }, 'borough'],
  ])('refuses %s, says so beside the field, and nothing is written', async (_what, input, field) => {
    const before = await rows()
    expect(await set(manager, input)).toMatchObject({ ok: false, kind: 'invalid', problems: [expect.objectContaining({ field })] })
    expect(await rows()).toEqual(before)
  })

  it.each(ROLES)('%s: only who holds the right, and of what is theirs', async (role) => {
    const [, agency] = COLUMNS.find(([one]) => one === role) ?? [role, 'police' as const]
    const may = ORACLE['set-local-target']?.[COLUMNS.findIndex(([one]) => one === role)] === 'y'
    const actor = await anActor(database, { role, agency, boroughs: role === 'london-lead' ? [] : ['barnet'], rank: 'inspector' })
    const before = (await rows()).length
    const asked = await Promise.all(['barnet', 'sutton', 'london'].map((borough) => set(actor, { borough, measure: 'child-seen' })))
    expect(asked.map((outcome) => (outcome.ok ? 'set' : outcome.kind))).toEqual(!may ? ['forbidden', 'forbidden', 'forbidden'] : role === 'london-lead' ? ['forbidden', 'forbidden', 'set'] : ['set', 'forbidden', 'forbidden'])
    expect((await rows()).length - before).toBe(may ? 1 : 0)
  })

  it('is taken back before its day by who may set it, once; one that holds is not', async () => {
    const id = idOf(await set(manager, { measure: 'supervisor-review', from: '2016-06-01' }))
    expect(await back(sutton, id)).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await back(lead, id)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await back(manager, id, now, ' ')).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'reason' }] })
    // Its day has begun in London at 23:00 UTC of the day before.
    expect(await back(manager, id, new Date('2016-05-31T23:00:00Z'))).toMatchObject({ ok: false, kind: 'conflict', says: expect.stringContaining('holds already') as unknown })
    expect(await taken()).toEqual([])
    const twice = await Promise.all([back(manager, id, new Date('2016-05-31T22:59:59Z')), back(manager, id, new Date('2016-05-31T22:59:59Z'))])
    expect(twice.map((outcome) => (outcome.ok ? 'taken back' : outcome.kind)).sort()).toEqual(['conflict', 'taken back'])
    expect(await taken()).toHaveLength(1)
    expect((await heldOn(null, 'supervisor-review'))?.[0]).toBeNull()
    // And may be set again for that day.
    expect((await set(manager, { measure: 'supervisor-review', from: '2016-06-01', value: '85' }, new Date('2016-05-31T22:59:59Z'))).ok).toBe(true)
    expect((await heldOn(null, 'supervisor-review'))?.[0]).toBe(85)
  })

  it('stands in the list with what would hold without it, and a stranger’s does not', async () => {
    const list = await targetsList(manager as Actor, undefined, LATER)
    const of = (title: string) => list?.rows.filter((row) => row.title === title).map((row) => [row.borough, row.value, row.beside, row.state, row.ended, row.mayWithdraw])
    expect(of('Cases given to a named officer')).toEqual([['Merton', null, null, 'none', null, false], ['Merton', '80%', null, 'ended', '1 Aug 2016', false], ['Merton', '90%', null, 'ended', '1 Jul 2016', false]])
    expect(of('Call-backs to the informant of an absent child')?.map((row) => row.slice(0, 4)).sort()).toEqual([['London', '97%', null, 'holds'], ['Merton', '96%', null, 'ended'], ['Merton', '98%', '97%, London’s', 'holds']])
    expect(of('Supervisor reviews')?.map((row) => row[3])).toEqual(expect.arrayContaining(['holds', 'taken back']))
    expect(new Set(list?.rows.map((row) => row.borough))).toEqual(new Set(['Merton', 'London']))
    expect(list?.boroughs.map(({ value }) => value)).toEqual(['merton'])
    expect((await targetsList(lead as Actor, undefined, LATER))?.boroughs.map(({ value }) => value)).toEqual(['london'])
  })
})
