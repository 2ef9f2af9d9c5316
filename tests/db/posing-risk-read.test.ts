import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { callAbout } from '@/lib/missing/call'
import { checkWiderRisk } from '@/lib/other-children/acts/assess-other'
import { linkPlace } from '@/lib/places/acts/link'
import { answerMakesafeCall, takeMakesafeCall } from '@/lib/places/acts/makesafe'
import { recordPlace } from '@/lib/places/acts/record'
import { makesafeBoard, makesafeCall, makesafeForm } from '@/lib/places/makesafe'
import { placeList, placeView } from '@/lib/places/queries'
import { linkAdult, recordIdentifier } from '@/lib/posing-risk/acts/link-adult'
import { recordTactic } from '@/lib/posing-risk/acts/tactic'
import { layOut } from '@/lib/posing-risk/layout'
import { adultPage, othersAtRisk, personNetwork } from '@/lib/posing-risk/queries'
import type { AdultView } from '@/lib/posing-risk/view'
import { serveNotice } from '@/lib/warning-notices/acts/serve'
import { recordBreach } from '@/lib/warning-notices/acts/work'
import { childNotices, serveForm } from '@/lib/warning-notices/queries'
import { aMashOfficer, anActor, aTeacher, MONDAY_NINE } from '../support/actors'
import { aChildAndAnAdult, done, makesafeOf, noticeOf, placeOf } from '../support/concerns'
import { useDatabase } from '../support/database'
import { aDespatchSupervisor } from '../support/episodes'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
const officer = () => aMashOfficer(database)

async function opened(actor: Actor, adultId: string, now = at(9)): Promise<AdultView> {
  const page = await adultPage(actor, adultId, now)
  if (page === null || page.shut !== null) throw new Error(`not open: ${JSON.stringify(page)}`)
  return page.view
}

/** An adult of Bromley who has to do with a child of Camden too, a hotel there, a notice and a breach. */
async function aKnownAdult() {
  const [here, there] = [await aChildAndAnAdult(database, at(0)), await aChildAndAnAdult(database, at(0), { givenName: 'Wren', familyName: 'Ashgrove' }, 'camden', { givenName: 'Silas', familyName: 'Murrow' })]
  const camden = await aMashOfficer(database, 'camden')
  const vehicle = `WX${here.adultId.slice(0, 6)}`
  await done(linkAdult, camden, { adultId: here.adultId, childId: there.childId, how: 'suspect-found-with', why: 'Found in his car.' }, at(1))
  await done(recordIdentifier, await officer(), { personId: here.adultId, kind: 'vehicle', value: vehicle, why: 'He drives it' }, at(1))
  const { placeId = '' } = await done(recordPlace, camden, placeOf({ borough: 'camden', name: `Ferry Rooms ${here.adultId.slice(0, 8)}` }), at(1))
  await done(linkPlace, await officer(), { placeId, personId: here.adultId, why: 'seen-there', words: 'Booked a room.' }, at(2))
  const { noticeId } = await done(serveNotice, await officer(), noticeOf(here.childId, here.adultId, at(2)), at(2))
  await done(recordBreach, await officer(), { noticeId, at: at(3).toISOString(), what: 'Waited at the bus stop.', done: 'Moved on.' }, at(3))
  await done(recordTactic, await officer(), { adultId: here.adultId, what: 'vehicle-stop', at: at(3).toISOString(), result: 'nothing-found', account: 'Stopped on Station Road.' }, at(3))
  return { here, there, placeId, camden, vehicle }
}

describe('the page of an adult', () => {
  it('has everything linked across London: children, place, vehicle, notice, breach, steps; and says what is known in two boroughs', async () => {
    const { here, there, placeId, vehicle } = await aKnownAdult()
    const view = await opened(await officer(), here.adultId)
    expect(view.children.map((row) => [row.id, row.as, row.mine])).toEqual(expect.arrayContaining([[here.childId, 'person of concern to', true], [there.childId, 'found with', false]]))
    expect(view.places).toMatchObject([{ id: placeId, where: 'Camden', why: 'Seen there' }])
    expect(view.identifiers).toMatchObject([{ kind: 'Vehicle', value: vehicle }])
    expect(view.notices).toMatchObject([{ stands: true, breaches: 1, ends: 'ends by itself on 20 May 2018', words: { place: 'At his home address', breaches: [{ what: 'Waited at the bus stop.' }] } }])
    expect(view.steps.map((step) => step.what)).toEqual(expect.arrayContaining(['Vehicle stopped or marked', 'Child abduction warning notice served', 'Child abduction warning notice breached']))
    expect(view.crossBorder).toEqual(expect.arrayContaining(['This person: Bromley and Camden', 'A place of theirs: Bromley and Camden']))
    expect(view.reports).toHaveLength(1)
  })

  it('known to exist is what the index has: no word, no number, and whom to ring; every name is in the reading log first', async () => {
    const { here } = await aKnownAdult()
    const despatch = await aDespatchSupervisor(database)
    const view = await opened(despatch, here.adultId)
    expect([view.head.record, view.identifiers, view.steps, view.reports]).toEqual([false, null, [], []])
    expect(view.notices).toMatchObject([{ stands: true, breaches: 1, words: null }])
    expect(view.children).toHaveLength(2)
    expect(JSON.stringify(view)).not.toMatch(/Booked a room|Waited at the bus stop|WX|Station Road/)
    const log = await database.admin<{ person_id: string; depth: string }>('SELECT person_id, depth FROM reading_log WHERE account_id = $1', [despatch.accountId])
    expect(log.filter((row) => row.depth !== 'index')).toEqual([])
    expect(log.map((row) => row.person_id)).toEqual(expect.arrayContaining([here.adultId, ...view.children.map((child) => child.id)]))
    expect(await adultPage(await aTeacher(database), here.adultId, at(9))).toBeNull()
    expect(await adultPage(despatch, 'no-id', at(9))).toBeNull()
  })

  it('a restricted child is there and has no name, in the list, the notice and the picture; a restricted adult is shut', async () => {
    const { here } = await aKnownAdult()
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [here.childId])
    const view = await opened(await officer(), here.adultId)
    expect(view.children.find((row) => row.id === here.childId)).toMatchObject({ name: 'Restricted person', masked: true, age: '', where: '', since: '', as: '', open: [] })
    expect(view.notices).toMatchObject([{ child: { name: 'Restricted person' }, words: null }])
    expect(view.network.nodes.find((node) => node.key === `person:${here.childId}`)).toMatchObject({ kind: 'restricted', href: null, sub: 'nothing more is shown' })
    expect(JSON.stringify(view)).not.toMatch(/Linnet|under 16/)
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [here.adultId])
    expect(await adultPage(await officer(), here.adultId, at(9))).toMatchObject({ shut: 'restricted' })
  })
})

describe('the network', () => {
  it('is the same picture each time, two steps out, and the list says what the picture says', async () => {
    const { here, there, placeId } = await aKnownAdult()
    const view = async () => { const page = await personNetwork(await officer(), here.childId, at(9)); return page?.shut === null ? page.more : null }
    const [first, second] = [await view(), await view()]
    expect(first).toEqual(second)
    expect(first?.nodes.map((node) => node.key)).toEqual(expect.arrayContaining([`person:${here.childId}`, `person:${here.adultId}`, `person:${there.childId}`, `place:${placeId}`]))
    expect(first?.nodes.filter((node) => node.middle).map((node) => node.key)).toEqual([`person:${here.childId}`])
    expect(first?.edges.find((edge) => edge.to === `person:${here.childId}`)?.words).toBe('person of concern to; warning notice about')
    expect(first?.nodes.every((node) => node.x >= 0 && node.x <= 1000 && node.y >= 0 && node.y <= 700)).toBe(true)
  })

  it('forty stand apart: no two in one place, whatever order they come in', () => {
    const nodes = [{ key: 'm', step: 0 as const, through: null, order: '' }, ...Array.from({ length: 14 }, (_, n) => ({ key: `n${n}`, step: 1 as const, through: 'm', order: `n${n}` })), ...Array.from({ length: 25 }, (_, n) => ({ key: `f${n}`, step: 2 as const, through: `n${n % 14}`, order: `f${n}` }))]
    const points = layOut(nodes)
    expect([...layOut([...nodes].reverse())].sort()).toEqual([...points].sort())
    const all = [...points.values()]
    for (const [index, one] of all.entries()) for (const other of all.slice(index + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(40)
  })
})

describe('other children at risk from the same person', () => {
  it('stand soonest due first with whose they are; done, they leave; linked and never looked into is a list of its own', async () => {
    const { here, there, camden } = await aKnownAdult()
    const rows = async (actor: Actor, list: 'owed' | 'unlooked' = 'owed', now = at(200)) => (await othersAtRisk(actor, { list, borough: null }, now))?.rows ?? []
    const owed = await rows(await officer())
    expect(owed.filter((row) => row.adults.some((adult) => adult.id === here.adultId)).map((row) => row.child.id)).toEqual(expect.arrayContaining([here.childId, there.childId]))
    expect(owed.find((row) => row.child.id === here.childId)).toMatchObject({ doIt: `/people/${here.childId}/other-children`, left: { tone: 'late' } })
    expect(owed.find((row) => row.child.id === there.childId)).toMatchObject({ doIt: null })
    const tones = owed.map((row) => row.left?.tone === 'late')
    expect(tones.indexOf(false) === -1 || !tones.slice(tones.indexOf(false)).includes(true)).toBe(true)
    await done(checkWiderRisk, camden, { personId: there.childId, reached: ['home'], found: 'no', account: 'None.' }, at(201))
    expect((await rows(await officer())).filter((row) => row.child.id === there.childId && row.adults.some((adult) => adult.id === here.adultId))).toEqual([])
    await database.admin(`UPDATE deadline SET ended_at = $2, ended_by = gen_random_uuid(), ended_why = 'test', ended_recorded_at = $2 WHERE child_id = $1 AND met_at IS NULL AND ended_at IS NULL`, [here.childId, at(202)])
    expect((await rows(await officer(), 'unlooked')).map((row) => row.child.id)).toContain(here.childId)
    expect((await rows(await officer(), 'unlooked')).map((row) => row.child.id)).not.toContain(there.childId)
    expect(await othersAtRisk(await aDespatchSupervisor(database), { list: 'owed', borough: null }, at(200))).toBeNull()
  })

  it('goes on by key: no row twice, none left out', async () => {
    for (let many = 0; many < 14; many += 1) await aChildAndAnAdult(database, at(many / 10), { givenName: `Linnet${many}`, familyName: 'Harrowgate' }, 'sutton', { givenName: `Corin${many}` })
    const actor = await anActor(database, { role: 'exploitation-assessor', agency: 'police', boroughs: [] })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await othersAtRisk(actor, { list: 'owed', borough: 'sutton', after }, at(20))
      seen.push(...(page?.rows ?? []).map((row) => row.key))
      after = page?.next ?? undefined
    } while (after !== undefined)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThanOrEqual(14)
  })
})

describe('places and calls, as they are read', () => {
  it('hot spots first; a place tells of its children to whoever reads the index, and its words to the borough', async () => {
    const { placeId = '' } = await done(recordPlace, await officer(), placeOf({ name: 'Zz Saltings Hotel' }), at(0))
    const { childId } = await aChildAndAnAdult(database, at(0))
    await done(linkPlace, await officer(), { placeId, personId: childId, why: 'found-there', words: 'Room 9.' }, at(1))
    for (const hour of [1, 2, 3]) await done(takeMakesafeCall, await officer(), makesafeOf(at(hour), { placeId, premises: '', child: 'none', children: [] }), at(hour))
    const list = await placeList(await aDespatchSupervisor(database), { borough: 'bromley', kind: 'hotel', q: '' }, at(9))
    expect(list?.rows[0]).toMatchObject({ id: placeId, children: 1, calls: 3, hot: true })
    expect((await placeList(await officer(), { borough: null, kind: null, q: 'br12aa' }, at(9)))?.rows.map((row) => row.id)).toContain(placeId)
    expect((await placeList(await officer(), { borough: null, kind: null, q: '100%\u0000' }, at(9)))?.rows).toEqual([])
    expect(await placeList(await aTeacher(database), { borough: null, kind: null, q: '' }, at(9))).toBeNull()
    const [mine, theirs] = [await placeView(await officer(), placeId, at(9)), await placeView(await aMashOfficer(database, 'camden'), placeId, at(9))]
    expect(mine).toMatchObject({ record: true, ties: [{ name: 'Linnet Harrowgate', words: 'Room 9.' }] })
    expect(theirs).toMatchObject({ record: false, notes: [], ties: [{ name: 'Linnet Harrowgate', words: null, mine: false }] })
  })

  it('Makesafe: calls with their outcome by month, those untagged, premises that never rang and boroughs with none', async () => {
    const { placeId = '' } = await done(recordPlace, await officer(), placeOf({ name: 'Never Rang Inn' }), at(0))
    const { callId = '' } = await done(takeMakesafeCall, await officer(), makesafeOf(at(1)), at(1))
    await done(answerMakesafeCall, await officer(), { callId, deployed: 'yes', outcome: 'child-safeguarded', account: 'Home.' }, at(2))
    const board = async (list: 'calls' | 'coverage' | 'never') => makesafeBoard(await officer(), { list, borough: null }, at(20))
    expect((await board('calls'))?.calls.find((call) => call.id === callId)).toMatchObject({ outcome: 'Child found and made safe', deployed: 'Officers sent', late: false })
    expect((await board('calls'))?.calls.some((call) => call.late)).toBe(true)
    expect((await board('coverage'))?.coverage.find((row) => row.where === 'Bromley')).toMatchObject({ month: 'May 2016', deployed: 1, safeguarded: 1 })
    const never = await board('never')
    expect([never?.never.map((row) => row.id).includes(placeId), never?.without.includes('Hackney'), never?.without.includes('Bromley')]).toEqual([true, true, false])
    expect(await makesafeCall(await aMashOfficer(database, 'camden'), callId, at(20))).toMatchObject({ notes: [], may: false })
    expect((await makesafeCall(await officer(), callId, at(20)))?.notes).toHaveLength(2)
    expect((await makesafeForm(await aDespatchSupervisor(database), { q: 'never rang' }, at(20)))?.premises?.map((one) => one.id)).toEqual([placeId])
    expect(await makesafeForm(await aTeacher(database), { q: '' }, at(20))).toBeNull()
  })
})

describe('a notice, where it is seen', () => {
  it('is told to whoever takes a call about the child, on the child’s page, and says what it could rest on before it is served', async () => {
    const { childId, adultId } = await aChildAndAnAdult(database, at(0))
    expect((await serveForm(await officer(), adultId, childId, at(1)))?.grounds.map((ground) => [ground.value, ground.closed === null])).toEqual([['under-16', true], ['care-order', false], ['emergency-protection-order', false], ['police-protection', false], ['accommodated-s20', false]])
    await done(serveNotice, await officer(), noticeOf(childId, adultId, at(2)), at(2))
    const call = await callAbout(await aDespatchSupervisor(database), childId, { at: at(3), answers: {} }, at(3))
    expect(call?.notices).toEqual([expect.stringMatching(/^Child abduction warning notice stands: Corin Vale, served .*, ends by itself on 20 May 2018$/)])
    expect(await childNotices(await aMashOfficer(database, 'camden'), childId, at(3))).toMatchObject([{ stands: true, words: null }])
    const grown = await callAbout(await aDespatchSupervisor(database), childId, { at: at(3), answers: {} }, new Date('2018-05-21T12:00:00Z'))
    expect(grown?.notices ?? []).toEqual([])
  })
})
