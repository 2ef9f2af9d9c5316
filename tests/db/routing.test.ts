import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { allocateReferral } from '@/lib/referrals/acts/allocate'
import { routingOf } from '@/lib/referrals/routing'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 3_600_000)
let officer: Actor, supervisor: Actor, decider: Actor
beforeAll(async () => {
  [officer, supervisor, decider] = [await aMashOfficer(database), await aCaitSupervisor(database), await aDecisionMaker(database)]
  const id = randomUUID()
  await database.admin(`INSERT INTO team (id, code, name, agency, kind, boroughs) VALUES ($1, $2, 'Child Abuse Investigation Team, Bromley', 'police', 'cait', '{bromley}')`, [id, id])
})

describe('the team that is proposed', () => {
  it('is the one that covers the borough, with why and the clause; it begins the form of those who allocate to police', async () => {
    const { referralId } = await aReferral(officer, { concern: 'neglect' })
    const routing = await routingOf(supervisor, referralId, now)
    expect(routing).toMatchObject({ proposals: [{ team: 'Child Abuse Investigation Team, Bromley', whom: '', why: 'neglect of a child', clause: expect.stringContaining('Who investigates') }], fill: 'Child Abuse Investigation Team, Bromley' })
    expect((await routingOf(decider, referralId, now))?.fill).toBe('')
  })

  it('follows the facts: rape by somebody outside the family goes to Sapphire', async () => {
    const { referralId } = await aReferral(officer, { concern: 'penetrative-abuse', toAgency: 'police' })
    expect(await routingOf(supervisor, referralId, now)).toMatchObject({ proposals: [{ team: 'Sapphire team' }] })
  })

  it('is for whoever allocates there, and nobody else', async () => {
    const { referralId } = await aReferral(officer)
    for (const other of [officer, await aTeacher(database), await aCaitSupervisor(database, ['sutton'])]) expect(await routingOf(other, referralId, now)).toBeNull()
  })

  it('an untrained allocation is refused and recorded, and goes through signed together', async () => {
    const { referralId } = await aReferral(officer)
    const input = { referralId, worker: 'DC Newe', team: 'Child Abuse Investigation Team', trained: 'no' }
    for (const _ of [1, 2]) expect(await perform(allocateReferral, supervisor, input, { key: randomUUID(), now })).toMatchObject({ ok: false, kind: 'refused', refusals: [{ rule: 'allocation-untrained' }] })
    expect(await database.admin('SELECT allocated_to FROM referral WHERE id = $1', [referralId])).toEqual([{ allocated_to: null }])
    expect(await perform(allocateReferral, supervisor, { ...input, coSignedBy: 'DS Tallow' }, { key: randomUUID(), now })).toMatchObject({ ok: true })
  })
})
