import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { recordIntervention } from '@/lib/exploitation/acts/record-intervention'
import { exploitationFigures } from '@/lib/exploitation/figures'
import { partPeople } from '@/lib/people/acts/part-people'
import { adultPage } from '@/lib/posing-risk/queries'
import { aCaitSupervisor, aMashOfficer, aSocialWorker } from '@/tests/support/actors'
import { aChildAndAnAdult, done } from '@/tests/support/concerns'
import { useDatabase } from '@/tests/support/database'
import { aJoining } from '@/tests/support/identities'

/** An adult of concern on two records. What was done about them is in entries about children, under the id that they had then. */
const database = useDatabase()
const NINE = new Date('2016-05-16T08:00:00.000Z')
const later = (minutes: number): Date => new Date(NINE.getTime() + minutes * 60_000)

let worker: Actor
let supervisor: Actor
let kept = ''
let gone = ''
let joinId = ''

const against = async (personId: string, suspectId: string, minutes: number, account: string): Promise<void> => {
  await done(recordIntervention, await aMashOfficer(database), { personId, what: 'disruption', kind: 'visit', suspectId, at: later(minutes).toISOString(), account, result: 'disrupted' }, later(minutes))
}
const steps = async (id: string, minutes: number): Promise<number> => {
  const page = await adultPage(worker, id, later(minutes))
  return page?.shut === null ? page.view.steps.length : -1
}
const listed = async (minutes: number): Promise<{ key: string; done: number }[]> =>
  ((await exploitationFigures(supervisor, { since: 'year', borough: null, behind: 'adults', after: undefined }, later(minutes)))?.people ?? []).map(({ key, done: many }) => ({ key, done: many })).sort((a, b) => a.done - b.done)

beforeAll(async () => {
  worker = await aSocialWorker(database)
  supervisor = await aCaitSupervisor(database)
  const one = await aChildAndAnAdult(database, NINE)
  const other = await aChildAndAnAdult(database, later(1), { givenName: 'Wren', familyName: 'Ashgrove' }, 'bromley', { givenName: 'Corrin', familyName: 'Vale', bornOn: '1981-02-12' })
  kept = one.adultId
  gone = other.adultId
  await against(one.childId, kept, 10, 'Spoken to at the door.')
  await against(other.childId, gone, 11, 'Spoken to at work.')
  await against(other.childId, gone, 12, 'The car was stopped.')
})

describe('an adult of concern on two records', () => {
  it('has on each what was done about that one', async () => {
    expect([await steps(kept, 20), await steps(gone, 20)]).toEqual([1, 2])
    expect(await listed(20)).toEqual([{ key: kept, done: 1 }, { key: gone, done: 2 }])
  })

  it('joined, has all of it on the record that is kept, and is one behind the figures', async () => {
    joinId = await aJoining(database, worker, kept, gone, later(30), 'The same man, by his photograph.')
    expect(await steps(kept, 40)).toBe(3)
    expect(await listed(40)).toEqual([{ key: kept, done: 3 }])
  })

  it('parted, has each their own again', async () => {
    await done(partPeople, worker, { personId: kept, joinId, reason: 'A cousin of the same name.' }, later(50))
    expect([await steps(kept, 60), await steps(gone, 60)]).toEqual([1, 2])
    expect(await listed(60)).toEqual([{ key: kept, done: 1 }, { key: gone, done: 2 }])
  })
})
