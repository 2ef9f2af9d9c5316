import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readAs } from '@/lib/access/read-as'
import { recordTactic } from '@/lib/posing-risk/acts/tactic'
import { linkPlace, recordTraining, unlinkPlace } from '@/lib/places/acts/link'
import { answerMakesafeCall, tagCall, takeMakesafeCall } from '@/lib/places/acts/makesafe'
import { changePlace, recordPlace } from '@/lib/places/acts/record'
import { aMashOfficer, anActor, aSocialWorker, aTeacher, MONDAY_NINE } from '../support/actors'
import { aChildAndAnAdult, doing, done, makesafeOf, placeOf } from '../support/concerns'
import { useDatabase } from '../support/database'
import { aDespatchSupervisor } from '../support/episodes'
import { fingerprint } from '../support/fingerprint'
import { childrenOf } from '../support/recorded-discussions'
import { aReferral } from '../support/referrals'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
const officer = () => aMashOfficer(database)
const unchanged = async (work: () => Promise<void>): Promise<void> => {
  const before = await fingerprint(database, ['account', 'team', 'membership', 'entry', 'entry_payload', 'entry_subject', 'ledger_head', 'deadline', 'figure_fact'])
  await work()
  expect(await fingerprint(database, ['account', 'team', 'membership', 'entry', 'entry_payload', 'entry_subject', 'ledger_head', 'deadline', 'figure_fact'])).toEqual(before)
}

describe('a place', () => {
  it('is recorded, known across London, and its words are for those who read the borough’s records', async () => {
    const { placeId } = await done(recordPlace, await officer(), placeOf({ name: 'Quoin Hotel' }), at(1))
    const read = (actor: Awaited<ReturnType<typeof officer>>) => readAs(actor, async (tx) => ({ places: await tx.place.count({ where: { id: placeId ?? '' } }), notes: await tx.placeNote.count({ where: { placeId: placeId ?? '' } }) }))
    expect(await read(await officer())).toEqual({ places: 1, notes: 1 })
    expect(await read(await aMashOfficer(database, 'camden'))).toEqual({ places: 1, notes: 0 })
    expect(await read(await aDespatchSupervisor(database))).toEqual({ places: 1, notes: 0 })
    expect(await read(await aTeacher(database))).toEqual({ places: 0, notes: 0 })
  })

  it('once: the same name again, another borough, no reason and nothing it is for are refused, and no row is touched', async () => {
    await done(recordPlace, await officer(), placeOf({ name: 'Tollgate Inn' }), at(1))
    const [mine, camden] = [await officer(), await aMashOfficer(database, 'camden')]
    await unchanged(async () => {
      expect(await doing(recordPlace, mine, placeOf({ name: 'tollgate inn' }), at(2))).toMatchObject({ ok: false, kind: 'conflict' })
      expect(await doing(recordPlace, camden, placeOf({ name: 'Another Inn' }), at(2))).toMatchObject({ ok: false, kind: 'forbidden' })
      expect(await doing(recordPlace, mine, placeOf({ name: 'Third Inn', known: '' }), at(2))).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'known' }] })
      expect(await doing(recordPlace, mine, placeOf({ name: 'Fourth Inn', as: [] }), at(2))).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'as' }] })
    })
  })

  it('whose name holds a sign that a pattern would read as any letter is that name, and no other', async () => {
    for (const name of ['Wharf Hotel', 'Wh_rf Hotel', 'Wharf%', 'Wharf Hotel\\']) await done(recordPlace, await officer(), placeOf({ name }), at(1))
    for (const name of ['WH_RF hotel', 'wharf%', 'wharf hotel\\']) expect(await doing(recordPlace, await officer(), placeOf({ name }), at(2)), name).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await database.admin(`SELECT count(*)::int AS many FROM place WHERE name LIKE 'Wh%'`)).toEqual([{ many: 4 }])
  })

  it('is changed version by version: who comes second is told; a place of no concern any more is not changed', async () => {
    const { placeId } = await done(recordPlace, await officer(), placeOf({ name: 'Millrace Café', kind: 'takeaway' }), at(1))
    const change = async (more: Record<string, unknown>, now = at(3)) => doing(changePlace, await officer(), { placeId, version: '1', ...placeOf({ name: 'Millrace Café' }), known: '', ...more }, now)
    expect(await change({ leafletOn: '2016-05-12' })).toMatchObject({ ok: true })
    expect(await change({})).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await change({ version: '2', leafletOn: '2031-01-01' })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'leafletOn' }] })
    expect(await change({ version: '2', closed: 'yes' })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'known' }] })
    expect(await change({ version: '2', closed: 'yes', known: 'Shut down by the borough.' })).toMatchObject({ ok: true })
    expect(await change({ version: '3' })).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await database.admin('SELECT version, to_char(leaflet_on, \'YYYY-MM-DD\') AS leaflet, closed_at IS NULL AS open FROM place WHERE id = $1', [placeId])).toEqual([{ version: 3, leaflet: null, open: false }])
    await expect(database.admin('DELETE FROM place WHERE id = $1', [placeId])).rejects.toThrow('never deleted')
  })

  it('links a child of one borough to a place of another; the words stay on the child’s record', async () => {
    const { placeId } = await done(recordPlace, await aMashOfficer(database, 'camden'), placeOf({ borough: 'camden', name: 'Ferry Rooms' }), at(1))
    const { childId, adultId } = await aChildAndAnAdult(database, at(1))
    const { linkId } = await done(linkPlace, await officer(), { placeId, personId: childId, why: 'found-there', words: 'Room 4, asleep.' }, at(2))
    await done(linkPlace, await officer(), { placeId, personId: adultId, why: 'works-there', words: 'Night porter.' }, at(2))
    expect(await database.admin('SELECT part FROM place_link WHERE place_id = $1 ORDER BY part', [placeId])).toEqual([{ part: 'adult' }, { part: 'child' }])
    const notes = async (borough: string) => readAs(await aMashOfficer(database, borough), (tx) => tx.placeNote.findMany({ where: { ofId: linkId ?? '' }, select: { words: true } }))
    expect(await notes('bromley')).toEqual([{ words: 'Room 4, asleep.' }])
    expect(await notes('camden')).toEqual([])
    const [camden, mine] = [await aMashOfficer(database, 'camden'), await officer()]
    await unchanged(async () => {
      expect(await doing(linkPlace, mine, { placeId, personId: childId, why: 'seen-there', words: 'Again.' }, at(3))).toMatchObject({ ok: false, kind: 'conflict' })
      expect(await doing(linkPlace, camden, { placeId, personId: childId, why: 'seen-there', words: 'Again.' }, at(3))).toMatchObject({ ok: false, kind: 'forbidden' })
      expect(await doing(linkPlace, mine, { placeId: randomUUID(), personId: childId, why: 'seen-there', words: 'Again.' }, at(3))).toMatchObject({ ok: false, kind: 'not-found' })
      expect(await doing(linkPlace, mine, { placeId, personId: childId, episodeId: randomUUID(), why: 'seen-there', words: 'Again.' }, at(3))).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'episodeId' }] })
      expect(await doing(unlinkPlace, camden, { linkId, words: 'Not so.' }, at(3))).toMatchObject({ ok: false, kind: 'forbidden' })
    })
    expect(await doing(unlinkPlace, mine, { linkId, words: 'It was another girl.' }, at(4))).toMatchObject({ ok: true })
    expect(await doing(unlinkPlace, mine, { linkId, words: 'It was another girl.' }, at(5))).toMatchObject({ ok: false, kind: 'conflict' })
  })

  it('has its trainings and the tactics tried; those of another borough and of a place off the register are refused', async () => {
    const { placeId } = await done(recordPlace, await officer(), placeOf({ name: 'Harbour Cars', kind: 'mini-cab' }), at(1))
    const { placeId: park } = await done(recordPlace, await officer(), placeOf({ name: 'Quarry Park', kind: 'park', as: ['concern'] }), at(1))
    const training = { placeId, at: at(1).toISOString(), people: '7', by: 'PC Fennimore', words: 'Night staff' }
    expect(await doing(recordTraining, await officer(), training, at(2))).toMatchObject({ ok: true })
    const tactic = { placeId, what: 'joint-visit', at: at(1).toISOString(), result: 'warned', account: 'With licensing: two unlicensed drivers.' }
    expect(await doing(recordTactic, await aSocialWorker(database), tactic, at(2))).toMatchObject({ ok: true })
    const [mine, camden] = [await officer(), await aMashOfficer(database, 'camden')]
    await unchanged(async () => {
      expect(await doing(recordTraining, mine, { ...training, placeId: park }, at(2))).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'placeId' }] })
      expect(await doing(recordTraining, mine, { ...training, at: at(30).toISOString() }, at(2))).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'at' }] })
      expect(await doing(recordTraining, camden, training, at(2))).toMatchObject({ ok: false, kind: 'forbidden' })
      expect(await doing(recordTactic, camden, tactic, at(2))).toMatchObject({ ok: false, kind: 'forbidden' })
      expect(await doing(recordTactic, mine, { ...tactic, at: at(30).toISOString() }, at(2))).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'at' }] })
      expect(await doing(recordTactic, mine, { ...tactic, placeId: '' }, at(2))).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'placeId' }] })
    })
  })
})

describe('a call of Operation Makesafe', () => {
  const tagged = (child: string) => database.admin<{ tag: string | null; from: string }>(`SELECT p.body->>'tag' AS tag, p.body->>'from' AS from FROM entry_subject s JOIN entry_payload p ON p.entry_id = s.entry_id WHERE s.person_id = $1 AND s.kind = 'contact-received'`, [child])

  it('goes on as a contact with its tag, from whoever answers the telephone; the MASH looks for the child', async () => {
    const ids = await done(takeMakesafeCall, await aDespatchSupervisor(database), makesafeOf(at(1)), at(1))
    const [child = ''] = await childrenOf(database, ids['referralId'] ?? '')
    expect(await tagged(child)).toEqual([{ tag: 'makesafe', from: 'hotel' }])
    expect(await database.admin('SELECT provisional FROM referral_person WHERE referral_id = $1', [ids['referralId']])).toEqual([{ provisional: true }])
    expect(await database.admin('SELECT tag, premises, borough FROM makesafe_call WHERE id = $1', [ids['callId']])).toEqual([{ tag: 'makesafe', premises: 'Oast Lodge Hotel, Station Road', borough: 'bromley' }])
  })

  it('of nobody in particular is on record and counted all the same; in danger now it is an emergency with its number', async () => {
    const { callId, referralId } = await done(takeMakesafeCall, await officer(), makesafeOf(at(1), { child: 'none', children: [] }), at(1))
    expect([callId === undefined, referralId]).toEqual([false, undefined])
    const urgent = await done(takeMakesafeCall, await officer(), makesafeOf(at(1), { channel: '999', danger: 'yes', callReference: 'CAD 1422' }), at(1))
    expect(await database.admin('SELECT urgency FROM referral WHERE id = $1', [urgent['referralId']])).toEqual([{ urgency: 'high' }])
  })

  it('is not taken without its tag, without premises, without its child or ahead of now', async () => {
    const mine = await officer()
    await unchanged(async () => {
      for (const [more, field] of [[{ tag: '' }, 'tag'], [{ premises: '' }, 'premises'], [{ kind: '' }, 'kind'], [{ children: [] }, 'children.0.givenName'], [{ danger: 'yes' }, 'callReference'], [{ receivedAt: at(9).toISOString() }, 'receivedAt'], [{ placeId: randomUUID() }, 'placeId']] as const) {
        expect(await doing(takeMakesafeCall, mine, makesafeOf(at(1), more), at(2)), field).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field }] })
      }
      expect(await doing(takeMakesafeCall, await aTeacher(database), makesafeOf(at(1)), at(2))).toMatchObject({ ok: false, kind: 'forbidden' })
    })
  })

  it('is answered once: sent or not, and what came of it', async () => {
    const { callId } = await done(takeMakesafeCall, await officer(), makesafeOf(at(1)), at(1))
    const answer = { callId, deployed: 'yes', outcome: 'child-safeguarded', account: 'Both girls home.' }
    expect(await doing(answerMakesafeCall, await aMashOfficer(database, 'camden'), answer, at(2))).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await doing(answerMakesafeCall, await aDespatchSupervisor(database), answer, at(2))).toMatchObject({ ok: true })
    expect(await doing(answerMakesafeCall, await officer(), { ...answer, outcome: 'no-concern' }, at(3))).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await database.admin('SELECT deployed, outcome FROM makesafe_call WHERE id = $1', [callId])).toEqual([{ deployed: true, outcome: 'child-safeguarded' }])
  })

  it('that came by another way is found, by what it quotes or whence it comes, and gets its tag once', async () => {
    await done(recordPlace, await officer(), placeOf({ name: 'Saltmarsh Lodge' }), at(1))
    const public_ = { form: 'contact', fromAgency: 'public', fromWords: 'hotel', concern: 'cse' }
    const quoting = await aReferral(await officer(), { ...public_, fromWords: 'neighbour', narrative: 'Said this is a Makesafe call.' }, at(2))
    const from = await aReferral(await officer(), { ...public_, referrerName: 'Night desk, Saltmarsh Lodge', narrative: 'Two girls.' }, at(2))
    const other = await aReferral(await officer(), { ...public_, fromWords: 'neighbour', narrative: 'Shouting at night.' }, at(2))
    const found = async (actor: Awaited<ReturnType<typeof officer>>) => (await readAs(actor, (tx) => tx.$queryRaw<{ referral_id: string }[]>`SELECT referral_id FROM untagged_calls(${at(0)}::timestamptz, 50)`)).map((row) => row.referral_id)
    expect(await found(await officer())).toEqual(expect.arrayContaining([quoting.referralId, from.referralId]))
    expect(await found(await officer())).not.toContain(other.referralId)
    expect(await found(await aMashOfficer(database, 'camden'))).toEqual([])
    expect(await doing(tagCall, await aMashOfficer(database, 'camden'), { referralId: from.referralId }, at(3))).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await doing(tagCall, await officer(), { referralId: from.referralId }, at(3))).toMatchObject({ ok: true })
    expect(await doing(tagCall, await officer(), { referralId: from.referralId }, at(4))).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await found(await officer())).not.toContain(from.referralId)
    const [entry] = await database.admin<{ of: string }>(`SELECT p.body->>'of' AS of FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.referral_id = $1 AND e.kind = 'makesafe-tagged'`, [from.referralId])
    expect(await database.admin('SELECT kind FROM entry WHERE id = $1', [entry?.of])).toEqual([{ kind: 'contact-received' }])
  })
})

describe('beyond reach', () => {
  it('nothing of a restricted person is told around: no edge from it, and only that somebody is there', async () => {
    const { childId, adultId } = await aChildAndAnAdult(database, at(1))
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [childId])
    const edges = async (people: string[]) => readAs(await anActor(database, { role: 'cait-officer', agency: 'police', boroughs: ['camden'] }), (tx) => tx.$queryRaw<unknown[]>`SELECT * FROM concern_edges(${people}::uuid[], '{}'::uuid[])`)
    expect(await edges([childId])).toEqual([])
    expect(await edges([adultId])).toMatchObject([{ other_id: childId, borough: null }])
  })
})
