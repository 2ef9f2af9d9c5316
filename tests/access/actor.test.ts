import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { loadActor } from '@/lib/access/load-actor'
import { perform } from '@/lib/acts/perform'
import { takeReferral } from '@/lib/referrals/take-referral'
import { anActor, aMashOfficer, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { referralOf } from '@/tests/support/referrals'

const database = useDatabase()
const after = (ms: number): Date => new Date(MONDAY_NINE.getTime() + ms)

describe('who is asking, at each request', () => {
  it('an ended membership gives nothing from its instant on', async () => {
    const { accountId, memberships } = await aMashOfficer(database)
    await database.admin('UPDATE membership SET ended_at = $2 WHERE id = $1', [memberships[0]?.id, after(1000)])
    expect((await loadActor(accountId, after(999)))?.memberships).toHaveLength(1)
    for (const ms of [1000, 1001]) expect((await loadActor(accountId, after(ms)))?.memberships ?? []).toEqual([])
    const actor = await loadActor(accountId, after(1000))
    if (actor !== null) expect(await perform(takeReferral, actor, referralOf(), { key: randomUUID(), now: after(1000) })).toMatchObject({ ok: false, kind: 'forbidden' })
  })

  it('an account whose roles have all ended is nobody, whatever it opened or was asked to before', async () => {
    const { accountId, memberships } = await aMashOfficer(database)
    await database.admin(`INSERT INTO record_opening (id, account_id, person_id, depth, purpose, reason, break_glass, opened_at, ends_at) VALUES ($1, $2, $3, 'narrative', 'missing', 'A reason', false, $4, $5)`,
      [randomUUID(), accountId, randomUUID(), MONDAY_NINE, after(60_000)])
    await database.admin('UPDATE membership SET ended_at = $2 WHERE id = $1', [memberships[0]?.id, after(1000)])
    expect((await loadActor(accountId, after(999)))?.opened).toHaveLength(1)
    expect(await loadActor(accountId, after(1000))).toBeNull()
  })

  it('a membership that begins later gives nothing yet', async () => {
    const { accountId, memberships } = await aMashOfficer(database)
    await database.admin('UPDATE membership SET since = $2 WHERE id = $1', [memberships[0]?.id, after(1000)])
    expect((await loadActor(accountId, after(999)))?.memberships ?? []).toEqual([])
    expect((await loadActor(accountId, after(1000)))?.memberships).toHaveLength(1)
  })

  it('a record opened with a reason is shut from the moment it is restricted; break-glass stays open', async () => {
    const { accountId } = await aMashOfficer(database)
    const personId = randomUUID()
    await database.admin('INSERT INTO person (id, reference, health, created_at) VALUES ($1, $2, $3, $4)', [personId, personId, [], MONDAY_NINE])
    const opening = (breakGlass: boolean) => database.admin(
      'INSERT INTO record_opening (id, account_id, person_id, depth, purpose, reason, break_glass, opened_at, ends_at) VALUES ($1, $2, $3, $4, $5, $5, $6, $7, $8)',
      [randomUUID(), accountId, personId, 'record', 'a reason', breakGlass, MONDAY_NINE, after(1000)])
    await opening(false)
    expect((await loadActor(accountId, MONDAY_NINE))?.opened).toHaveLength(1)
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [personId])
    expect((await loadActor(accountId, MONDAY_NINE))?.opened).toEqual([])
    await opening(true)
    expect((await loadActor(accountId, MONDAY_NINE))?.opened).toMatchObject([{ personId, breakGlass: true }])
  })

  it('a disabled account is nobody', async () => {
    const { accountId } = await aMashOfficer(database)
    await database.admin('UPDATE account SET disabled_at = $2 WHERE id = $1', [accountId, MONDAY_NINE])
    expect(await loadActor(accountId, MONDAY_NINE)).toBeNull()
    expect(await loadActor(randomUUID(), MONDAY_NINE)).toBeNull()
  })

  it('a changed role, rank or team is what counts at the next request; a role nobody knows counts for nothing', async () => {
    const { accountId, memberships } = await anActor(database, { role: 'cait-officer', agency: 'police', boroughs: ['bromley'], rank: 'constable' })
    const [membership] = memberships
    await database.admin(`UPDATE membership SET role = 'cait-supervisor', rank = 'inspector' WHERE id = $1`, [membership?.id])
    await database.admin(`UPDATE team SET boroughs = '{bromley,sutton}' WHERE id = $1`, [membership?.teamId])
    expect((await loadActor(accountId, MONDAY_NINE))?.memberships[0]).toMatchObject({ role: 'cait-supervisor', rank: 'inspector', boroughs: ['bromley', 'sutton'] })
    await database.admin(`UPDATE membership SET role = 'chief-of-everything' WHERE id = $1`, [membership?.id])
    expect((await loadActor(accountId, MONDAY_NINE))?.memberships ?? []).toEqual([])
  })

  it('a record opened with a reason is open until its end and not at it', async () => {
    const { accountId } = await aMashOfficer(database)
    await database.admin(`INSERT INTO record_opening (id, account_id, person_id, depth, purpose, reason, break_glass, opened_at, ends_at) VALUES ($1, $2, $3, 'narrative', 'missing', 'A reason', false, $4, $5)`,
      [randomUUID(), accountId, randomUUID(), MONDAY_NINE, after(1000)])
    expect((await loadActor(accountId, after(999)))?.opened).toHaveLength(1)
    expect((await loadActor(accountId, after(1000)))?.opened).toEqual([])
  })
})
