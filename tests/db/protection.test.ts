import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { personOverview } from '@/lib/people/queries'
import { endPoliceProtection, extendPoliceProtection, protectionNotUsed, updatePoliceProtection } from '@/lib/protection/acts/carry-on'
import { endProtectionOrder, extendProtectionOrder, recordProtectionOrder } from '@/lib/protection/acts/order'
import { takePoliceProtection } from '@/lib/protection/acts/take'
import { personProtection } from '@/lib/protection/queries'
import { aCaitSupervisor, aMashOfficer, aSocialWorker, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { fingerprint } from '../support/fingerprint'
import { orderOf, takingOf } from '../support/protections'
import { childrenOf } from '../support/recorded-discussions'
import { aReferral } from '../support/referrals'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)

async function aChild(): Promise<string> {
  const { referralId } = await aReferral(await aMashOfficer(database), { form: 'contact', concern: 'offender-risk', urgency: 'normal' })
  return (await childrenOf(database, referralId))[0] ?? ''
}
const doing = (act: Act<z.ZodType>, actor: Actor, input: Record<string, unknown>, now: Date) => perform(act, actor, input, { key: randomUUID(), now })
const open = async (child: string, like: string): Promise<{ rule: string; due_at: Date }[]> => database.admin(
  'SELECT rule, due_at FROM deadline WHERE child_id = $1 AND rule LIKE $2 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL ORDER BY due_at', [child, like])
const entries = (child: string) => database.admin<{ kind: string; heading: string; body: Record<string, unknown> }>(
  'SELECT e.kind, e.heading, p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE $1 = ANY (e.subject_ids) ORDER BY e.ledger, e.seq', [child])
const rows = (child: string) => database.admin<Record<string, unknown>>('SELECT * FROM protection WHERE person_id = $1 ORDER BY taken_at', [child])

async function taken(child: string, overrides: Record<string, unknown> = {}, now = at(1)): Promise<string> {
  const outcome = await doing(takePoliceProtection, await aMashOfficer(database), takingOf(child, now, overrides), now)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.ids['protectionId'] ?? ''
}
/** What stood before a refusal stands after it; only the refusal itself is on record. */
async function refusesUntouched(child: string, rule: string, ask: () => ReturnType<typeof perform>): Promise<void> {
  const before = await rows(child)
  expect(await ask()).toMatchObject({ ok: false, kind: 'refused', refusals: [{ rule }] })
  expect(await rows(child)).toEqual(before)
  expect((await entries(child)).at(-1)).toMatchObject({ kind: 'act-refused', body: { rules: [rule] } })
}

describe('police protection', () => {
  it('starts the 72 hours with both warnings, the designated officer’s hour and the discussion; says when it ends; shows over every page', async () => {
    const child = await aChild()
    await taken(child)
    expect((await open(child, 'police-protection/%')).map((row) => [row.rule, row.due_at])).toEqual([
      ['police-protection/designated-officer', at(2)], ['police-protection/first-warning', at(49)], ['police-protection/expiring', at(61)], ['police-protection/expiry', at(73)],
    ])
    expect((await open(child, 'strategy-discussion/%')).map((row) => row.rule)).toEqual(['strategy-discussion/force-24h', 'strategy-discussion/immediate-action'])
    const page = await personProtection(await aMashOfficer(database), child, at(2))
    expect(page?.shut === null ? page.more : null).toMatchObject({
      mayTake: true, discussion: expect.anything(), takenBefore: true,
      standing: [{ by: 'Constable Adeyemi 4471', designated: null, ground: 'Alone at home, no adult since the night before.', left: { words: '2 days 23 h left' }, told: [{ who: 'parents', when: null }, { who: 'authority', when: null }, { who: 'child', when: null }] }],
    })
    const overview = await personOverview(await aMashOfficer(database), child, at(2))
    expect(overview?.shut === null ? overview.head.flags[0]?.words : '').toMatch(/^Police protection until /)
    expect((await entries(child)).at(-1)?.heading).toBe('Police protection taken')
  })

  it('the designated officer is another person, at the taking and later; named, the hour is kept', async () => {
    const child = await aChild()
    await refusesUntouched(child, 'designated-officer-same-person', async () => doing(takePoliceProtection, await aMashOfficer(database), takingOf(child, at(1), { designatedOfficer: 'adeyemi 4471', designatedRank: 'constable' }), at(1)))
    const protectionId = await taken(child)
    await refusesUntouched(child, 'designated-officer-same-person', async () => doing(updatePoliceProtection, await aMashOfficer(database), { protectionId, designatedOfficer: 'Adeyemi 4471', designatedRank: 'constable' }, at(1.5)))
    expect(await doing(updatePoliceProtection, await aMashOfficer(database), { protectionId, designatedOfficer: 'Halloran', designatedRank: 'inspector', told: ['parents', 'child'] }, at(1.5))).toMatchObject({ ok: true })
    expect(await open(child, 'police-protection/designated-officer')).toEqual([])
    expect(await rows(child)).toMatchObject([{ designated_officer: 'Halloran', parents_told_at: at(1.5), child_told_at: at(1.5), authority_told_at: null }])
    expect(await doing(updatePoliceProtection, await aMashOfficer(database), { protectionId, designatedOfficer: 'Another', designatedRank: 'inspector' }, at(2))).toMatchObject({ ok: false, kind: 'conflict' })
  })

  it('is never kept beyond 72 hours: refused with the clause; within them it is put on record and changes no clock', async () => {
    const child = await aChild()
    const protectionId = await taken(child)
    const ask = async (until: Date, now: Date) => doing(extendPoliceProtection, await aCaitSupervisor(database), { protectionId, until: until.toISOString(), reason: 'No placement found.' }, now)
    await refusesUntouched(child, 'police-protection-over-72h', () => ask(at(74), at(60)))
    await refusesUntouched(child, 'police-protection-over-72h', () => ask(at(73), at(74)))
    expect(await ask(at(72), at(60))).toMatchObject({ ok: true })
    expect((await open(child, 'police-protection/expiry')).map((row) => row.due_at)).toEqual([at(73)])
    // The wall under the act: nothing that owns no table can move the end of it.
    await expect(database.admin('UPDATE protection SET expires_at = $2 WHERE id = $1', [protectionId, at(100)])).rejects.toThrow('never edited')
    await expect(database.admin('DELETE FROM protection WHERE id = $1', [protectionId])).rejects.toThrow('never deleted')
  })

  it('ends once: the clocks are met, a second end is told of the first', async () => {
    const child = await aChild()
    const protectionId = await taken(child)
    const end = async (now = at(10)) => doing(endPoliceProtection, await aMashOfficer(database), { protectionId, endedAt: now.toISOString(), how: 'home', place: 'With the aunt', account: 'The father is away.' }, now)
    expect(await end()).toMatchObject({ ok: true })
    expect(await open(child, 'police-protection/%')).toEqual([])
    expect(await rows(child)).toMatchObject([{ ended_at: at(10), ended_how: 'home' }])
    expect(await end(at(11))).toMatchObject({ ok: false, kind: 'conflict' })
  })

  it('taken again soon it needs fresh grounds and an inspector', async () => {
    const child = await aChild()
    await taken(child)
    const again = async (more: Record<string, unknown> = {}) => doing(takePoliceProtection, await aMashOfficer(database), takingOf(child, at(60), more), at(60))
    await refusesUntouched(child, 'police-protection-over-72h', () => again())
    await refusesUntouched(child, 'police-protection-over-72h', () => again({ freshGround: 'The father came back.' }))
    await refusesUntouched(child, 'police-protection-over-72h', () => again({ freshGround: 'The father came back.', authorisedBy: 'Pell', authorisedRank: 'sergeant' }))
    await refusesUntouched(child, 'police-protection-over-72h', () => again({ authorisedBy: 'Halloran', authorisedRank: 'inspector' }))
    expect(await again({ freshGround: 'The father came back.', authorisedBy: 'Halloran', authorisedRank: 'inspector' })).toMatchObject({ ok: true })
    expect((await open(child, 'police-protection/expiry')).map((row) => row.due_at)).toEqual([at(73), at(132)])
  })

  it('considered and not used starts nothing; what is not whole is told beside its field', async () => {
    const child = await aChild()
    expect(await doing(protectionNotUsed, await aMashOfficer(database), { personId: child, at: at(1).toISOString(), officer: 'Sgt Pell', reason: 'The mother agreed to leave.' }, at(1))).toMatchObject({ ok: true })
    expect(await open(child, 'police-protection/%')).toEqual([])
    const before = await fingerprint(database)
    for (const [field, more] of [['takenAt', { takenAt: at(9).toISOString() }], ['ground', { ground: ' ' }], ['takenBy', { takenBy: '' }], ['place', { place: '' }], ['designatedRank', { designatedOfficer: 'Halloran' }], ['referralId', { referralId: randomUUID() }]] as const) {
      expect(await doing(takePoliceProtection, await aMashOfficer(database), takingOf(child, at(1), more), at(1)), field).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field }] })
    }
    expect(await fingerprint(database)).not.toEqual({})
    expect((await fingerprint(database))['protection']).toBe(before['protection'])
  })

  it('is the police’s alone: no other agency takes it or ends it, no other borough sees it', async () => {
    const child = await aChild()
    const protectionId = await taken(child)
    const before = await rows(child)
    expect(await doing(takePoliceProtection, await aSocialWorker(database), takingOf(child, at(2)), at(2))).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await doing(endPoliceProtection, await aSocialWorker(database), { protectionId, endedAt: at(2).toISOString(), how: 'home', place: 'Home', account: 'Safe' }, at(2))).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await doing(endPoliceProtection, await aMashOfficer(database, 'camden'), { protectionId, endedAt: at(2).toISOString(), how: 'home', place: 'Home', account: 'Safe' }, at(2))).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await rows(child)).toEqual(before)
    const page = await personProtection(await aMashOfficer(database, 'camden'), child, at(2))
    expect(page?.shut).toBe('index')
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [child])
    expect(await doing(endPoliceProtection, await aMashOfficer(database), { protectionId, endedAt: at(2).toISOString(), how: 'home', place: 'Home', account: 'Safe' }, at(2))).toMatchObject({ ok: false, kind: 'not-found' })
  })
})

describe('an emergency protection order', () => {
  it('takes the place of police protection, has its own end, and demands a discussion', async () => {
    const child = await aChild()
    await taken(child)
    const outcome = await doing(recordProtectionOrder, await aSocialWorker(database), orderOf(child, at(20), at(24 * 5), { route: 'after-police-protection' }), at(20))
    expect(outcome).toMatchObject({ ok: true })
    expect((await rows(child)).map((row) => [row['kind'], row['ended_how']])).toEqual([['police-protection', 'order'], ['emergency-protection-order', null]])
    expect((await open(child, 'police-protection/%')).length + (await open(child, 'emergency-protection-order/%')).length).toBe(1)
    expect(await open(child, 'emergency-protection-order/expiry')).toMatchObject([{ due_at: at(24 * 5) }])
    const alone = await aChild()
    await doing(recordProtectionOrder, await aSocialWorker(database), orderOf(alone, at(20), at(24 * 5)), at(20))
    expect((await open(alone, 'strategy-discussion/%')).map((row) => row.rule)).toContain('strategy-discussion/immediate-action')
  })

  it('runs no longer than a court can make it, is extended once, and ends', async () => {
    const child = await aChild()
    const worker = await aSocialWorker(database)
    await refusesUntouched(child, 'emergency-protection-over-8d', () => doing(recordProtectionOrder, worker, orderOf(child, at(1), at(24 * 9)), at(1)))
    const made = await doing(recordProtectionOrder, worker, orderOf(child, at(1), at(24 * 7)), at(1))
    const protectionId = made.ok ? made.result.ids['protectionId'] : ''
    const extend = (until: Date, now: Date) => doing(extendProtectionOrder, worker, { protectionId, extendedAt: now.toISOString(), until: until.toISOString(), reason: 'The assessment is not done.' }, now)
    await refusesUntouched(child, 'emergency-protection-extension', () => extend(at(24 * 16), at(24 * 6)))
    expect(await extend(at(24 * 13), at(24 * 6))).toMatchObject({ ok: true })
    expect((await open(child, 'emergency-protection-order/expiry')).map((row) => row.due_at)).toEqual([at(24 * 13)])
    await refusesUntouched(child, 'emergency-protection-extension', () => extend(at(24 * 14), at(24 * 12)))
    expect(await doing(endProtectionOrder, worker, { protectionId, endedAt: at(24 * 12).toISOString(), how: 'interim-order', account: 'Interim care order.' }, at(24 * 12))).toMatchObject({ ok: true })
    expect(await open(child, 'emergency-protection-order/%')).toEqual([])
    expect(await extend(at(24 * 14), at(24 * 12))).toMatchObject({ ok: false, kind: 'conflict' })
  })
})
