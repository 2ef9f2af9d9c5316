import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { ROLES } from '@/lib/access/roles'
import { perform } from '@/lib/acts/perform'
import { recordMeasurement } from '@/lib/figures/acts/record-measurement'
import { withdrawMeasurement } from '@/lib/figures/acts/withdraw-measurement'
import { dashboard } from '@/lib/figures/dashboard'
import { CONTENTS } from '@/lib/figures/dashboards'
import { METRICS } from '@/lib/figures/metrics'
import { recordedList } from '@/lib/figures/recorded'
import { plainDate } from '@/lib/policy/calendar/plain-date'
import { clause } from '@/lib/policy/clauses'
import { measureOf, targetOn } from '@/lib/policy/measures/catalogue'
import { isQueue } from '@/lib/policy/measures/queues'
import { COLUMNS, ORACLE } from '@/tests/access/oracle'
import { anActor } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const now = new Date('2016-05-18T09:00:00Z')
let manager: Actor
const good = { borough: 'merton', metric: 'haven-90', value: '63', measuredOn: '2016-04-30', source: 'Havens, quarterly return' }
const record = (actor: Actor, input: Record<string, unknown>, at: Date = now) => perform(recordMeasurement, actor, { ...good, ...input }, { key: randomUUID(), now: at })
const rows = (): Promise<{ metric: string; value: number; entry_id: string }[]> => database.admin('SELECT * FROM measurement ORDER BY recorded_at, id')

beforeAll(async () => { manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['merton'] }) }, 60_000)

describe('a figure from outside', () => {
  it('is an entry about no child and a row, held against the target of its year in its direction', async () => {
    expect((await record(manager, {})).ok).toBe(true)
    expect((await record(manager, { metric: 'bail-over-90', value: '65' })).ok).toBe(true)
    expect((await record(manager, { metric: 'bail-over-90', value: '40', measuredOn: '2016-05-10' })).ok).toBe(true)
    expect((await record(manager, { metric: 'protection-plans', value: '252', staff: '5', measuredOn: '2016-05-10' })).ok).toBe(true)
    // The target of 2007/08 judges a figure of 2008.
    expect((await record(manager, { metric: 'initial-conference-attendance', value: '96', measuredOn: '2008-05-10' })).ok).toBe(true)
    const list = await recordedList(manager, undefined, now)
    const of = (metric: string) => list?.rows.filter((row) => row.metric === metric)
    expect(of('haven-90')).toEqual([expect.objectContaining({ value: '63%', target: '95%', breach: 'Target missed', borough: 'Merton' })])
    expect(of('bail-over-90')?.map((row) => [row.value, row.breach]).sort()).toEqual([['40%', null], ['65%', 'Target missed']])
    expect(of('protection-plans')?.[0]?.breach).toContain('50 plans for one worker, over 50')
    expect(of('initial-conference-attendance')?.[0]).toMatchObject({ target: '95%', breach: null })
    const row = (await rows()).find((one) => one.metric === 'haven-90')
    const [entry] = await database.admin<{ kind: string; subject_ids: string[]; ledger: string; body: Record<string, unknown> }>('SELECT e.*, p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.id = $1', [row?.entry_id])
    expect(entry).toMatchObject({ kind: 'measurement', subject_ids: [], ledger: 'merton', body: { metric: 'haven-90', value: 63 } })
  })

  it('told twice is one figure; another of that day corrects it, and may be corrected back', async () => {
    const same = { metric: 'victims-code', value: '91', measuredOn: '2016-05-12', source: 'Force return' }
    expect((await record(manager, same)).ok).toBe(true)
    const before = await rows()
    const after = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000)
    expect(await record(manager, same)).toMatchObject({ ok: false, kind: 'conflict', says: expect.stringContaining('on record already') as unknown })
    expect((await Promise.all([1, 2].map(() => record(manager, { ...same, value: '92' }, after(1))))).map(({ ok }) => ok).sort()).toEqual([false, true])
    expect((await rows()).length - before.length).toBe(1)
    expect((await record(manager, { ...same, value: '92', measuredOn: '2016-05-11' }, after(2))).ok).toBe(true)
    expect((await record(manager, { ...same, value: '92', target: '93' }, after(3))).ok).toBe(true)
    expect((await record(manager, same, after(4))).ok).toBe(true)
    expect((await rows()).length - before.length).toBe(4)
  })

  it('of a queue or a caseload stands beside what it may hold, and nought is a limit', async () => {
    for (const [metric, value, staff, target, breach] of [
      ['overdue-rso-visits', '0', '', '0', null], ['overdue-rso-visits', '7', '', '0', 'Queue over its limit: 7 visits are overdue'], ['offenders-per-manager', '48', '', '60', null],
      ['protection-plans', '90', '2', '50 for one worker', null], ['protection-plans', '91', '', null, null],
    ] as const) {
      expect((await record(manager, { metric, value, staff, measuredOn: '2016-05-13' })).ok).toBe(true)
      const row = (await recordedList(manager, undefined, now))?.rows.find((one) => one.metric === metric && one.value === value && one.on === '13 May 2016')
      expect([row?.target, row?.breach], `${metric} ${value}`).toEqual([target, breach])
    }
  })

  it('stands on the dashboard as at the day, by what was recorded then', async () => {
    const at = (day: string | null) => dashboard(manager, { which: 'manager', period: 'year', borough: null, day }, new Date('2016-06-20T09:00:00Z'))
    expect((await at(null))?.recorded.find((row) => row.metric === 'bail-over-90')).toMatchObject({ value: '40%', breach: null })
    expect((await at('2016-05-17'))?.recorded).toEqual([])
    expect((await at(null))?.missing).toContain('Mandatory training complete')
  })

  describe('that was recorded of the wrong day', () => {
    const back = (actor: Actor, measurementId: string, at: Date, reason = 'Of another borough') => perform(withdrawMeasurement, actor, { measurementId, reason }, { key: randomUUID(), now: at })
    const stands = async (day: string | null, at: string) => (await dashboard(manager, { which: 'manager', period: 'year', borough: null, day }, new Date(at)))?.recorded.find((row) => row.metric === 'training-complete')?.value ?? null
    let [wrong, right] = ['', '']
    beforeAll(async () => {
      for (const [value, measuredOn, at] of [['80', '2016-05-01', '2016-06-01T09:00:00Z'], ['99', '2016-06-01', '2016-06-02T09:00:00Z']] as const) {
        const done = await record(manager, { metric: 'training-complete', value, measuredOn }, new Date(at))
        ;[wrong, right] = [done.ok ? done.result.ids['measurementId'] ?? '' : '', wrong]
      }
    })

    it('is taken back by who records them there, once, and by nobody else; nothing changes where it is refused', async () => {
      const taken = () => database.admin('SELECT * FROM measurement_withdrawal')
      const stranger = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['sutton'] })
      const lead = await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [] })
      expect(await back(stranger, wrong, new Date('2016-06-05T09:00:00Z'))).toMatchObject({ ok: false, kind: 'not-found' })
      expect(await back(lead, wrong, new Date('2016-06-05T09:00:00Z'))).toMatchObject({ ok: false, kind: 'forbidden' })
      expect(await back(manager, wrong, new Date('2016-06-05T09:00:00Z'), '  ')).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'reason' }] })
      expect(await taken()).toEqual([])
      expect(await back(manager, wrong, new Date('2016-06-05T09:00:00Z'))).toMatchObject({ ok: true })
      expect(await back(manager, wrong, new Date('2016-06-05T09:05:00Z'))).toMatchObject({ ok: false, kind: 'conflict' })
      expect(await taken()).toHaveLength(1)
    })

    it('stands no more from then on, and stood on the days before', async () => {
      expect(await stands(null, '2016-06-20T09:00:00Z')).toBe('80%')
      expect(await stands('2016-06-05', '2016-06-20T09:00:00Z')).toBe('80%')
      expect(await stands('2016-06-04', '2016-06-20T09:00:00Z')).toBe('99%')
    })

    it('stays in the list, said to be taken back, and cannot be taken back again there', async () => {
      const list = await recordedList(manager, undefined, new Date('2016-06-20T09:00:00Z'))
      expect(list?.rows.find(({ key }) => key === wrong)).toMatchObject({ value: '99%', mayWithdraw: false, withdrawn: expect.stringMatching(/^taken back .*: Of another borough$/) as unknown })
      expect(list?.rows.find(({ key }) => key === right)).toMatchObject({ value: '80%', mayWithdraw: true, withdrawn: null })
    })
  })

  it.each([
    ['a figure that is no number', { value: 'many' }, 'value'], ['a share over a hundred', { value: '101' }, 'value'], ['a day to come', { measuredOn: '2016-05-19' }, 'measuredOn'], ['a day of the year 16', { measuredOn: '0016-05-01' }, 'measuredOn'],
    ['a measure that nobody knows', { metric: 'strategy-within-24h' }, 'metric'], ['no source', { source: '  ' }, 'source'], ['a borough that is none', { borough: 'atlantis' }, 'borough'], ['nobody to carry it', { staff: '0' }, 'staff'],
  ])('refuses %s, and nothing is written', async (_what, input, field) => {
    const before = await rows()
    expect(await record(manager, input)).toMatchObject({ ok: false, kind: 'invalid', problems: [expect.objectContaining({ field })] })
    expect(await rows()).toEqual(before)
  })

  it.each(ROLES)('%s: only who holds the right, and of the own borough', async (role) => {
    const [, agency] = COLUMNS.find(([one]) => one === role) ?? [role, 'police' as const]
    const actor = await anActor(database, { role, agency, boroughs: ['merton'], rank: 'inspector' })
    const before = (await rows()).length
    const may = ORACLE['record-measurement']?.[COLUMNS.findIndex(([one]) => one === role)] === 'y'
    expect((await record(actor, { value: '71' })).ok).toBe(may)
    expect(await record(actor, { borough: 'sutton' })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect((await rows()).length - before).toBe(may ? 1 : 0)
  })

  it('stands on a dashboard whatever it measures, offender visits and caseload on the borough manager’s, and cites a clause', () => {
    for (const { id, clause: of } of METRICS) {
      expect(Object.values(CONTENTS).some(({ recorded }) => recorded.includes(id)), id).toBe(true)
      expect(() => clause(of), id).not.toThrow()
    }
    expect(CONTENTS.manager.recorded).toEqual(expect.arrayContaining(['overdue-rso-visits', 'offenders-per-manager', 'protection-plans']))
  })

  it('is not judged by a target that its year did not have: the Havens’ ninety minutes are not of the plan of 2007/08', () => {
    const haven = measureOf('haven-90')
    expect(haven === null ? [] : ['2008-06-01', '2013-03-31', '2013-04-01', '2016-05-01'].map((day) => targetOn(haven, plainDate(day)))).toEqual([null, null, 95, 95])
  })

  it('is of a measure that the catalogue knows by that word, or of a queue', () => {
    for (const metric of METRICS) expect(metric.queue === true ? isQueue(metric.id) : measureOf(metric.id)?.id === metric.id, metric.id).toBe(true)
  })
})
