import { describe, expect, it } from 'vitest'
import { ROLES } from '@/lib/access/roles'
import { questionOf } from '@/lib/figures/asked'
import { exportFigures } from '@/lib/figures/export/export'
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
    for (const table of ['figures', 'boroughs']) for (const format of ['csv', 'ods']) expect((await exportFigures(actor, asked({ table, format }), now)) !== null, `${table} ${format}`).toBe(may)
    expect((await exported()).filter((row) => row.account_id === actor.accountId)).toHaveLength(may ? 4 : 0)
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
})
