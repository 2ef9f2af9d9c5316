import { describe, expect, it } from 'vitest'
import { readAs } from '@/lib/access/read-as'
import { linkAdult, recordIdentifier } from '@/lib/posing-risk/acts/link-adult'
import { recordTactic } from '@/lib/posing-risk/acts/tactic'
import { fold } from '@/lib/posing-risk/input'
import { aMashOfficer, aTeacher, MONDAY_NINE } from '../support/actors'
import { aChildAndAnAdult, doing, done } from '../support/concerns'
import { useDatabase } from '../support/database'
import { aDespatchSupervisor } from '../support/episodes'
import { fingerprint } from '../support/fingerprint'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
const officer = () => aMashOfficer(database)
const open = (child: string, rule: string) => database.admin<{ item_id: string | null; borough: string }>(`SELECT item_id, borough FROM deadline WHERE child_id = $1 AND rule = $2 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL ORDER BY item_id`, [child, rule])

describe('an adult linked to a child', () => {
  it('is known to the child’s borough and across London at once; the look at the other children falls due', async () => {
    const [bromley, camden] = [await aChildAndAnAdult(database, at(0)), await aChildAndAnAdult(database, at(0), { givenName: 'Wren', familyName: 'Ashgrove' }, 'camden', { givenName: 'Silas', familyName: 'Murrow' })]
    await done(linkAdult, await officer(), { adultId: camden.adultId, childId: bromley.childId, how: 'suspect-found-with', why: 'Found in his car on Station Road.' }, at(2))
    expect((await open(bromley.childId, 'risk/wider')).map((row) => row.item_id)).toContain(camden.adultId)
    const edges = await readAs(await aDespatchSupervisor(database), (tx) => tx.$queryRaw<{ other_id: string; as_what: string }[]>`SELECT other_id, as_what FROM concern_edges(${[camden.adultId]}::uuid[], '{}'::uuid[]) ORDER BY as_what`)
    expect(edges).toEqual([{ other_id: camden.childId, as_what: 'suspect' }, { other_id: bromley.childId, as_what: 'suspect-found-with' }])
    expect(await readAs(await aTeacher(database), (tx) => tx.$queryRaw<unknown[]>`SELECT * FROM concern_edges(${[camden.adultId]}::uuid[], '{}'::uuid[])`)).toEqual([])
    expect(await readAs(await officer(), (tx) => tx.person.count({ where: { id: camden.adultId } }))).toBe(1)
    const where = await readAs(await officer(), (tx) => tx.$queryRaw<{ what: string; borough: string }[]>`SELECT * FROM known_boroughs(${camden.adultId}::uuid)`)
    expect(where).toEqual([{ what: 'person', borough: 'bromley' }, { what: 'person', borough: 'camden' }])
  })

  it('once of each kind; a restricted adult, somebody unknown, another borough and oneself are refused and change nothing', async () => {
    const { childId, adultId } = await aChildAndAnAdult(database, at(0))
    const hidden = await aChildAndAnAdult(database, at(0), { givenName: 'Wren', familyName: 'Ashgrove' })
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [hidden.adultId])
    const [mine, camden] = [await officer(), await aMashOfficer(database, 'camden')]
    const before = await fingerprint(database)
    const link = (actor: typeof mine, more: Record<string, unknown>) => doing(linkAdult, actor, { adultId, childId, how: 'suspect', why: 'A neighbour told.', ...more }, at(2))
    expect(await link(mine, {})).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await link(camden, { how: 'suspect-online' })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await link(mine, { adultId: hidden.adultId })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'adultId' }] })
    expect(await link(mine, { adultId: childId })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'childId' }] })
    expect(await link(mine, { how: 'suspect-online', learnedAt: at(9).toISOString() })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'learnedAt' }] })
    expect(await fingerprint(database)).toEqual(before)
  })
})

describe('what an adult is found by', () => {
  it('is compared without spaces, signs or the country’s beginning; the same one of somebody in another borough shows on both', async () => {
    expect([fold('telephone', '+44 7700 900123'), fold('telephone', '07700-900123'), fold('vehicle', 'lx09 ABC'), fold('e-mail', 'Dre.V@Example.invalid')]).toEqual(['07700900123', '07700900123', 'lx09abc', 'drevexampleinvalid'])
    const [bromley, camden] = [await aChildAndAnAdult(database, at(0)), await aChildAndAnAdult(database, at(0), { givenName: 'Wren', familyName: 'Ashgrove' }, 'camden', { givenName: 'Silas', familyName: 'Murrow' })]
    await done(recordIdentifier, await officer(), { personId: bromley.adultId, kind: 'telephone', value: '07700 900123', why: 'On her phone' }, at(1))
    await done(recordIdentifier, await aMashOfficer(database, 'camden'), { personId: camden.adultId, kind: 'telephone', value: '+447700900123', why: 'He gave it' }, at(1))
    const seen = await readAs(await officer(), async (tx) => ({
      edges: await tx.$queryRaw<unknown[]>`SELECT other_id, as_what FROM concern_edges(${[bromley.adultId]}::uuid[], '{}'::uuid[]) WHERE as_what LIKE 'same%'`,
      where: await tx.$queryRaw<unknown[]>`SELECT * FROM known_boroughs(${bromley.adultId}::uuid) WHERE what = 'telephone'`, theirs: await tx.personIdentifier.count({ where: { personId: camden.adultId } }),
    }))
    expect(seen).toEqual({ edges: [{ other_id: camden.adultId, as_what: 'same telephone' }], where: [{ what: 'telephone', borough: 'bromley' }, { what: 'telephone', borough: 'camden' }], theirs: 0 })
  })

  it('is an adult’s, once, by those who have the record', async () => {
    const { childId, adultId } = await aChildAndAnAdult(database, at(0))
    const entry = (more: Record<string, unknown> = {}) => ({ personId: adultId, kind: 'vehicle', value: 'LX09 ABC', why: 'He drives it', ...more })
    await done(recordIdentifier, await officer(), entry(), at(1))
    const [mine, camden] = [await officer(), await aMashOfficer(database, 'camden')]
    const before = await fingerprint(database)
    expect(await doing(recordIdentifier, mine, entry({ value: 'lx09abc' }), at(2))).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await doing(recordIdentifier, mine, entry({ personId: childId }), at(2))).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'kind' }] })
    expect(await doing(recordIdentifier, mine, entry({ value: '--' }), at(2))).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'value' }] })
    expect(await doing(recordIdentifier, camden, entry({ value: 'KY12 XYZ' }), at(2))).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await fingerprint(database)).toEqual(before)
  })

  it('a tactic against an adult stands on the adult’s record, and there alone', async () => {
    const { adultId } = await aChildAndAnAdult(database, at(0))
    await done(recordTactic, await officer(), { adultId, what: 'vehicle-stop', at: at(1).toISOString(), account: 'Two girls in the car, taken home.' }, at(2))
    const count = async (borough: string) => readAs(await aMashOfficer(database, borough), (tx) => tx.placeEvent.count({ where: { adultId } }))
    expect([await count('bromley'), await count('camden')]).toEqual([1, 0])
    expect(await doing(recordTactic, await aMashOfficer(database, 'camden'), { adultId, what: 'vehicle-stop', at: at(1).toISOString(), account: 'x' }, at(2))).toMatchObject({ ok: false, kind: 'forbidden' })
  })
})
