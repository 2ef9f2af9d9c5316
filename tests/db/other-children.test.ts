import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { readAs } from '@/lib/access/read-as'
import { recordChildSeen } from '@/lib/closing/acts/work'
import { dutiesOfChild } from '@/lib/deadlines/queries'
import { assessOtherChild, checkWiderRisk } from '@/lib/other-children/acts/assess-other'
import { nameOtherChild } from '@/lib/other-children/acts/name-other'
import { namingForm, personOtherChildren } from '@/lib/other-children/queries'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { fingerprint } from '../support/fingerprint'
import { seenOf } from '../support/protections'
import { childrenOf } from '../support/recorded-discussions'
import { aReferral } from '../support/referrals'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)

async function aChild(borough = 'bromley', overrides: Record<string, unknown> = {}): Promise<string> {
  const { referralId } = await aReferral(await aMashOfficer(database, borough), { borough, form: 'contact', concern: 'offender-risk', urgency: 'normal', ...overrides })
  return (await childrenOf(database, referralId))[0] ?? ''
}
const doing = (act: Act<z.ZodType>, actor: Actor, input: Record<string, unknown>, now: Date) => perform(act, actor, input, { key: randomUUID(), now })
const open = (child: string, rule: string) => database.admin<{ item_id: string | null; borough: string; due_at: Date }>(
  'SELECT item_id, borough, due_at FROM deadline WHERE child_id = $1 AND rule = $2 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL', [child, rule])

async function named(child: string, otherId: string, relation: string, now = at(1), more: Record<string, unknown> = {}): Promise<string> {
  const outcome = await doing(nameOtherChild, await aMashOfficer(database), { personId: child, otherId, relation, reason: 'The aunt told.', ...more }, now)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.ids['otherChildId'] ?? ''
}

describe('naming another child', () => {
  it('starts a clock on both records, each in its own borough; the other borough’s board shows it', async () => {
    const [child, sister] = [await aChild(), await aChild('camden')]
    await named(child, sister, 'sibling')
    expect(await open(child, 'risk/linked-child')).toEqual([{ item_id: sister, borough: 'bromley', due_at: at(25) }])
    expect(await open(sister, 'risk/linked-child')).toEqual([{ item_id: sister, borough: 'camden', due_at: at(25) }])
    expect(JSON.stringify(await dutiesOfChild(await aCaitSupervisor(database, ['camden']), sister, at(26)))).toContain('Assess the other child')
    expect((await database.admin('SELECT kind FROM relationship WHERE person_id = $1 AND other_id = $2', [sister, child]))).toEqual([{ kind: 'sibling' }])
  })

  it('a child whom the suspect can reach has the household child’s clock and the threshold of a discussion', async () => {
    const [child, other] = [await aChild(), await aChild('camden')]
    await named(child, other, 'suspect-household')
    expect(await open(other, 'risk/household-child')).toMatchObject([{ borough: 'camden', due_at: at(25) }])
    expect(await open(other, 'strategy-discussion/standard')).toHaveLength(1)
    expect(await open(child, 'risk/linked-child')).toHaveLength(1)
  })

  it('an unborn child and one who is on nobody’s record are put on record where they live', async () => {
    const child = await aChild()
    const outcome = await doing(nameOtherChild, await aMashOfficer(database), { personId: child, relation: 'unborn', borough: 'lewisham', other: {}, reason: 'The mother is pregnant.' }, at(1))
    expect(outcome).toMatchObject({ ok: true })
    const otherId = outcome.ok ? outcome.result.ids['otherId'] ?? '' : ''
    expect(await database.admin('SELECT unborn, description, home_borough FROM person WHERE id = $1', [otherId])).toEqual([{ unborn: true, description: 'Unborn child', home_borough: 'lewisham' }])
    expect(await open(otherId, 'risk/linked-child')).toMatchObject([{ borough: 'lewisham' }])
    const page = await personOtherChildren(await aMashOfficer(database), child, at(2))
    expect(page?.shut === null ? page.more.others : []).toMatchObject([{ relation: 'Unborn child', where: 'Lewisham', left: { words: '23 h left' }, found: null }])
  })

  it('names once while it waits; a stranger to the child, a hidden or unknown child, and a blank form change nothing', async () => {
    const [child, sister, hidden] = [await aChild(), await aChild(), await aChild()]
    await named(child, sister, 'sibling')
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [hidden])
    const [officer, camden] = [await aMashOfficer(database), await aMashOfficer(database, 'camden')]
    const before = await fingerprint(database)
    const ask = (actor: Actor, more: Record<string, unknown>) => doing(nameOtherChild, actor, { personId: child, otherId: sister, relation: 'sibling', reason: 'Told again.', ...more }, at(2))
    expect(await ask(officer, {})).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await ask(camden, {})).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await ask(officer, { otherId: hidden })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'otherId' }] })
    expect(await ask(officer, { otherId: randomUUID() })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'otherId' }] })
    expect(await ask(officer, { otherId: child })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await ask(officer, { otherId: '', other: {} })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'other.givenName' }, { field: 'borough' }] })
    expect(await ask(officer, { suspectId: randomUUID() })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'suspectId' }] })
    expect(await fingerprint(database)).toEqual(before)
    const form = await namingForm(officer, child, hidden, at(2))
    expect(form?.shut === null ? form.more.other : null).toMatchObject({ masked: true, name: 'Restricted person' })
  })
})

describe('assessing the other child', () => {
  it('answers the duty on both records with the reason, once', async () => {
    const [child, other] = [await aChild(), await aChild('camden')]
    const otherChildId = await named(child, other, 'suspect-contact')
    const assess = (actor: Actor, now = at(5)) => doing(assessOtherChild, actor, { otherChildId, result: 'not-at-risk', reason: 'Lives abroad with the mother since 2014.' }, now)
    // From the other borough's side too: it is their child.
    expect(await assess(await aDecisionMaker(database, 'camden'))).toMatchObject({ ok: true })
    expect([...await open(child, 'risk/linked-child'), ...await open(other, 'risk/household-child'), ...await open(other, 'contact/unactioned').then((rows) => rows.filter((row) => row.due_at.getTime() > at(24).getTime()))]).toEqual([])
    expect(await assess(await aMashOfficer(database))).toMatchObject({ ok: false, kind: 'conflict' })
    const page = await personOtherChildren(await aMashOfficer(database), child, at(6))
    expect(page?.shut === null ? page.more.others : []).toMatchObject([{ found: 'Not at risk', left: null }])
    // Named again on something new it is assessed again.
    await named(child, other, 'suspect-contact', at(30))
    expect(await open(child, 'risk/linked-child')).toHaveLength(1)
  })

  it('nobody without a hand in either record assesses', async () => {
    const [child, other] = [await aChild(), await aChild('camden')]
    const otherChildId = await named(child, other, 'sibling')
    const before = await fingerprint(database)
    const sutton = await aMashOfficer(database, 'sutton')
    const between = await fingerprint(database)
    expect(await doing(assessOtherChild, sutton, { otherChildId, result: 'not-at-risk', reason: 'A reason' }, at(5))).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await fingerprint(database)).toEqual(between)
    expect(before['other_child']).toBe(between['other_child'])
    await expect(database.admin('DELETE FROM other_child WHERE id = $1', [otherChildId])).rejects.toThrow('never deleted')
  })

  it('seen in the other borough, the child is assessed for both', async () => {
    const [child, sister] = [await aChild(), await aChild('camden')]
    await named(child, sister, 'sibling')
    expect(await doing(recordChildSeen, await aMashOfficer(database, 'camden'), seenOf(sister, at(4)), at(4))).toMatchObject({ ok: true })
    expect([...await open(child, 'risk/linked-child'), ...await open(sister, 'risk/linked-child')]).toEqual([])
    const page = await personOtherChildren(await aMashOfficer(database), child, at(6))
    expect(page?.shut === null ? page.more.others : []).toMatchObject([{ found: 'Seen, and in hand with those who know the child' }])
  })

  it('a child named by another borough’s case is answered for by its own borough, also where that case is restricted; nothing of the case opens', async () => {
    const [child, sister] = [await aChild(), await aChild('camden')]
    const otherChildId = await named(child, sister, 'sibling')
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [child])
    const camden = await aMashOfficer(database, 'camden')
    const waiting = (actor: Actor, people: string[]) => readAs(actor, (tx) => tx.$queryRaw<unknown[]>`SELECT * FROM linked_waiting(${people}::uuid[], 'risk/linked-child', ${at(9)}::timestamptz)`)
    // Who has no hand in this child's record is told of nothing that waits for it, and answers for nothing.
    const sutton = await aMashOfficer(database, 'sutton')
    expect(await waiting(sutton, [sister])).toEqual([])
    await readAs(sutton, (tx) => tx.$executeRaw`SELECT answer_named(${[sister]}::uuid[], ${at(9)}::timestamptz, 'in-hand', false)`)
    const row = () => database.admin('SELECT result, assessed_by FROM other_child WHERE id = $1', [otherChildId])
    expect(await row()).toEqual([{ result: null, assessed_by: null }])
    expect(await open(child, 'risk/linked-child')).toHaveLength(1)
    // The other way round: knowing the named child gives nothing of the child whose case it is.
    expect(await waiting(camden, [child])).toEqual([])
    expect(await waiting(camden, [sister])).toHaveLength(2)
    expect(await doing(recordChildSeen, camden, seenOf(sister, at(4)), at(4))).toMatchObject({ ok: true })
    expect([...await open(child, 'risk/linked-child'), ...await open(sister, 'risk/linked-child')]).toEqual([])
    expect(await row()).toEqual([{ result: 'in-hand', assessed_by: camden.accountId }])
    expect(await readAs(camden, (tx) => tx.person.findMany({ where: { id: child } }))).toEqual([])
    const page = await personOtherChildren(camden, child, at(6))
    expect(page === null || page.shut !== null).toBe(true)
  })

  it('a look at the suspect’s contacts answers for nobody who is named and waits', async () => {
    const child = await aChild('bromley', { concern: 'sexual-abuse', suspect: 'known', adults: [{ givenName: 'Corin', familyName: 'Vale', role: 'suspect' }] })
    const sister = await aChild()
    expect(await open(child, 'risk/wider')).toHaveLength(1)
    await named(child, sister, 'sibling')
    const [suspect] = await database.admin<{ person_id: string }>(`SELECT person_id FROM relationship WHERE other_id = $1 AND kind LIKE 'suspect%'`, [child])
    const check = async (more: Record<string, unknown>) => doing(checkWiderRisk, await aMashOfficer(database), { personId: child, reached: ['home', 'online'], found: 'no', account: 'None found.', ...more }, at(3))
    expect(await check({ suspectId: randomUUID() })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'suspectId' }] })
    expect(await check({ reached: [] })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'reached' }] })
    expect(await check({ suspectId: suspect?.person_id })).toMatchObject({ ok: true })
    expect(await open(child, 'risk/wider')).toEqual([])
    expect(await open(child, 'risk/linked-child')).toHaveLength(1)
  })
})
