import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { ROLES } from '@/lib/access/roles'
import { setLocalTarget } from '@/lib/figures/acts/local-target'
import { recordMeasurement } from '@/lib/figures/acts/record-measurement'
import { withdrawMeasurement } from '@/lib/figures/acts/withdraw-measurement'
import { questionOf } from '@/lib/figures/asked'
import { exportFigures } from '@/lib/figures/export/export'
import { changedSince } from '@/lib/figures/since'
import { COLUMNS, ORACLE } from '@/tests/access/oracle'
import { aMashOfficer, anActor, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 48 * 3_600_000)
const asked = (params: Record<string, string>) => ({ ...questionOf(params), table: params['table'] ?? null, format: params['format'] ?? null })
const exported = (): Promise<{ page: string; account_id: string }[]> => database.admin(`SELECT page, account_id FROM reading_log WHERE page LIKE 'export of figures%'`)

describe('figures taken away', () => {
  it.each(ROLES)('%s: only who may, and each is on record', async (role) => {
    const may = ORACLE['export-figures']?.[COLUMNS.findIndex(([one]) => one === role)] === 'y'
    const actor = await anActor(database, { role, agency: COLUMNS.find(([one]) => one === role)?.[1] ?? 'police', boroughs: ['london-lead', 'auditor'].includes(role) ? [] : ['merton'], rank: 'inspector' })
    for (const table of ['figures', 'boroughs', 'recorded', 'targets']) for (const format of ['csv', 'ods']) expect((await exportFigures(actor, asked({ table, format }), now)) !== null, `${table} ${format}`).toBe(may)
    expect((await exported()).filter((row) => row.account_id === actor.accountId)).toHaveLength(may ? 8 : 0)
  })

  it('a list is taken away by who has it, its children in the reading log; the lead has none', async () => {
    await aReferral(await aMashOfficer(database, 'merton'), { borough: 'merton', children: [{ givenName: 'Perpetua', familyName: 'Sallow', bornOn: '2007-03-01' }] })
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['merton'] })
    const list = asked({ table: 'list', measure: 'strategy-24h', part: 'open-late' })
    const file = String((await exportFigures(manager, list, now))?.body)
    expect(file).toContain('Perpetua Sallow')
    // Kept when today is long past: no moment is said as near it is now.
    expect(file.split('\r\n').find((line) => line.includes('Perpetua'))).toMatch(/,"\d{4}-\d{2}-\d{2} \d{2}:\d{2}",/)
    expect(file).not.toMatch(/ (today|yesterday)|\d{2}:\d{2}, /)
    const read = await database.admin<{ many: number }>(`SELECT count(*)::int AS many FROM reading_log WHERE account_id = $1 AND person_id IS NOT NULL`, [manager.accountId])
    expect(read[0]?.many).toBe(1)
    expect(await exportFigures(await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [] }), list, now)).toBeNull()
    expect((await exportFigures(await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['sutton'] }), { ...list, borough: 'merton' }, now))?.body).not.toContain('Perpetua')
  })

  it('what changed since a day has every row that the page tells of, the figures of the page, and whole moments; for who has the list', async () => {
    const children = Array.from({ length: 30 }, (_, place) => ({ givenName: `Odette${'abcdefghijklmnopqrstuvwxyzABCD'.charAt(place)}`, familyName: 'Larkspur', bornOn: '2008-02-02' }))
    const officer = await aMashOfficer(database, 'sutton')
    for (const some of [children.slice(0, 15), children.slice(15)]) await aReferral(officer, { borough: 'sutton', children: some }, new Date('2016-05-17T09:00:00Z'))
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['sutton'] })
    const since = asked({ table: 'since', measure: 'strategy-procedure', at: '2016-05-16' })
    const view = await changedSince(manager, since, now)
    const file = String((await exportFigures(manager, since, now))?.body)
    const lines = file.split('\r\n').filter((line) => line.includes('Larkspur'))
    expect([view?.rows.length, view?.came, view?.went, view?.otherwise]).toEqual([25, 30, 0, 0])
    expect(lines).toHaveLength(30)
    expect(new Set(lines.map((line) => /Odette\w/.exec(line)?.[0])).size).toBe(30)
    for (const line of lines) expect(line).toMatch(/"Began 2016-05-17 10:00","not counted → open","2016-05-17 10:00"/)
    expect(file.split('\r\n').filter((line) => /^"(As it was on record|The same day|The same stretch)/.test(line)).map((line) => /,"?(\d+)"?,"(?:23 h)?",/.exec(line)?.[1])).toEqual(['0', '0', '30'])
    expect(await exportFigures(await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [] }), since, now)).toBeNull()
    expect(await exportFigures(officer, since, now)).toBeNull()
    expect(String((await exportFigures(await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['merton'] }), { ...since, borough: 'sutton' }, now))?.body)).not.toContain('Larkspur')
  })

  it('figures from outside and local targets are taken away whole, page after page, with what was taken back', async () => {
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['barnet'] })
    const done = async <T extends z.ZodType>(act: Act<T>, input: Record<string, unknown>): Promise<Readonly<Record<string, string>>> => {
      const outcome = await perform(act, manager, input, { key: randomUUID(), now })
      if (!outcome.ok) throw new Error(JSON.stringify(outcome))
      return outcome.result.ids
    }
    for (let day = 1; day <= 28; day += 1) await done(recordMeasurement, { borough: 'barnet', metric: 'training-complete', value: String(60 + day), measuredOn: `2016-04-${String(day).padStart(2, '0')}`, source: 'Board' })
    const wrong = await done(recordMeasurement, { borough: 'barnet', metric: 'haven-90', value: '12', measuredOn: '2016-04-02', source: 'Of another borough' })
    await done(withdrawMeasurement, { measurementId: wrong['measurementId'], reason: 'Mistyped' })
    await done(setLocalTarget, { borough: 'barnet', measure: 'debrief', value: '92.5', from: '2016-06-01', reason: 'Agreed, with "care"' })
    const recorded = String((await exportFigures(manager, asked({ table: 'recorded' }), now))?.body)
    expect(recorded.split('\r\n').filter((line) => line.includes('Mandatory training complete'))).toHaveLength(28)
    expect(recorded).toMatch(/"12%","95%".*"2 Apr 2016","Of another borough".*"taken back 2016-05-18 09:00 by [^"]*: Mistyped"/)
    const targets = String((await exportFigures(manager, asked({ table: 'targets' }), now))?.body)
    expect(targets).toMatch(/"Barnet","92\.5%","higher","","1 Jun 2016","to come","","Agreed, with ""care""","2016-05-18 09:00 by/)
    expect(String((await exportFigures(await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['merton'] }), asked({ table: 'targets' }), now))?.body ?? '')).not.toContain('Barnet')
  })
})
