import { expect, it } from 'vitest'
import { meetingsList } from '@/lib/meetings/agenda/lists'
import { anActor } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'

/** MAPs and MASEs as lists: what is over never takes the place of what is to come, and what is not finished stays until it is. */
const database = useDatabase()
const NOW = new Date('2016-05-18T09:00:00Z')
const day = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000)
const convened = (months: readonly string[], boroughs: readonly string[], meetsAt: Date, more = '') => database.admin<{ id: string }>(
  `INSERT INTO meeting_call (id, kind, reference, borough, mode, meets_at, names_shared, called_at, called_by, month, sequence)
   SELECT gen_random_uuid(), 'mase', 'M-' || substr(md5(m || b), 1, 10), b, 'meeting', $3::timestamptz, false, $3::timestamptz - interval '30 days', gen_random_uuid(), m, 0 FROM unnest($1::text[]) AS m CROSS JOIN unnest($2::text[]) AS b ${more} RETURNING id`, [months, boroughs, meetsAt])

it('three hundred months without a MASE hide neither what is to come nor what is in session; a record of two years ago that nobody sent out still stands', async () => {
  const years = Array.from({ length: 30 }, (_, at) => `${2013 + Math.floor(at / 12)}-${String(1 + (at % 12)).padStart(2, '0')}`)
  await convened(years, ['bromley', 'bexley', 'brent', 'barnet', 'camden', 'croydon', 'ealing', 'enfield', 'hackney', 'harrow'], day(-40))
  const [toCome] = await convened(['2016-06'], ['bromley'], day(20))
  const [session] = await convened(['2016-05'], ['bromley'], day(0))
  await database.admin('UPDATE meeting_call SET opened_at = $2, opened_by = gen_random_uuid() WHERE id = $1', [session?.id, NOW])
  const [ended] = await convened(['2012-03'], ['bromley'], day(-700))
  await database.admin(`INSERT INTO meeting (id, kind, borough, mode, held_at, recorded_at, recorded_by, quorate, quorum_pack) VALUES ($1, 'mase', 'bromley', 'meeting', $2, $2, gen_random_uuid(), true, 'mps-2016')`, [ended?.id, day(-700)])
  await database.admin('UPDATE meeting_call SET meeting_id = $1, opened_at = $2, opened_by = gen_random_uuid() WHERE id = $1', [ended?.id, day(-700)])
  for (const actor of [await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] }), await anActor(database, { role: 'mase-chair', agency: 'police', boroughs: ['bromley'], rank: 'inspector' })]) {
    const found = await meetingsList(actor, NOW)
    expect([found.toCome, found.session, found.unfinished].map((lines) => lines.map(({ id }) => id))).toEqual([[toCome?.id], [session?.id], [ended?.id]])
    expect(found.unfinished[0]).toMatchObject({ state: 'Ended, not signed off', late: true })
  }
  const everywhere = await meetingsList(await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] }), NOW)
  expect(everywhere.missed.length).toBeGreaterThan(everywhere.most)
  await database.admin('UPDATE meeting SET circulated_at = $2 WHERE id = $1', [ended?.id, NOW])
  expect((await meetingsList(await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] }), NOW)).unfinished).toEqual([])
})
