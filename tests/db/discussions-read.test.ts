import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { completeAction } from '@/lib/actions/complete-action'
import { actionList, actionPage } from '@/lib/actions/queries'
import { perform } from '@/lib/acts/perform'
import { circulateRecord } from '@/lib/meetings/acts/circulate-record'
import { meetingPage } from '@/lib/meetings/queries'
import { newDiscussion } from '@/lib/strategy/queries'
import { aMashOfficer, anActor, aSocialWorker, aTeacher } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aRecordedDiscussion, childrenOf } from '@/tests/support/recorded-discussions'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const TEN = new Date('2016-05-16T09:00:00.000Z')
const FRIDAY = new Date('2016-05-20T09:00:00.000Z')
const SECRET = 'the iron fell from the board'

async function held(worker: Actor, overrides: object = {}) {
  const { referralId } = await aReferral(worker, { concern: 'physical-abuse', children: [{ givenName: 'Tansy', familyName: 'Quillfeather', bornOn: '2008-03-01' }] })
  const children = await childrenOf(database, referralId)
  return { referralId, children, ...(await aRecordedDiscussion(worker, children, referralId, TEN, { informationShared: SECRET, ...overrides })) }
}
const send = (actor: Actor, meetingId: string) => perform(circulateRecord, actor, { meetingId }, { key: randomUUID(), now: FRIDAY })

describe('the page of a discussion', () => {
  it('shows the words to those who work the case, and logs that they were opened', async () => {
    const worker = await aSocialWorker(database)
    const { meetingId, children } = await held(worker)
    const view = await meetingPage(worker, meetingId, FRIDAY)
    expect(view?.record?.words?.informationShared).toBe(SECRET)
    expect(view?.about).toBe('Tansy Quillfeather')
    expect(await database.admin(`SELECT depth, person_id FROM reading_log WHERE account_id = $1 AND page = $2`, [worker.accountId, 'strategy discussion']))
      .toEqual([{ depth: 'narrative', person_id: children[0] }])
  })

  it('shows a borough manager the decision and not the words', async () => {
    const { meetingId } = await held(await aSocialWorker(database))
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] })
    const view = await meetingPage(manager, meetingId, FRIDAY)
    expect(view?.record?.decision).toBe('Enquiry under section 47')
    expect(view?.record?.words).toBeNull()
    expect(JSON.stringify(view)).not.toContain(SECRET)
    expect(JSON.stringify(view)).not.toContain('second centile')
  })

  it('is not there for another borough, a partner who was not in it, an administrator', async () => {
    const { meetingId, actionId } = await held(await aSocialWorker(database))
    for (const actor of [
      await aSocialWorker(database, 'hackney'), await aTeacher(database), await anActor(database, { role: 'administrator', agency: 'other', boroughs: [] }),
      await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [] }),
    ]) {
      expect(await meetingPage(actor, meetingId, FRIDAY)).toBeNull()
      expect(await actionPage(actor, actionId, FRIDAY)).toBeNull()
    }
  })

  it('is there for an auditor, all London', async () => {
    const { meetingId, actionId } = await held(await aSocialWorker(database))
    const auditor = await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] })
    expect((await meetingPage(auditor, meetingId, FRIDAY))?.record?.words?.informationShared).toBe(SECRET)
    expect((await actionPage(auditor, actionId, FRIDAY))?.line.mayFinish).toBe(false)
  })

  it('about a restricted child shows neither name nor words', async () => {
    const worker = await aSocialWorker(database)
    const { meetingId, children, actionId } = await held(worker, { informationShared: 'seen near the boathouse', actions: [{ what: 'Fetch her from the boathouse', ownerAgency: 'police', ownerName: 'Nobody here', dueOn: '2016-05-18' }] })
    await database.admin(`UPDATE person SET family_name = 'Zephyrine' WHERE id = ANY ($1)`, [children])
    await database.admin(`UPDATE person SET restricted = true WHERE id = ANY ($1)`, [children])
    const officer = await aMashOfficer(database)
    const view = await meetingPage(officer, meetingId, FRIDAY)
    const list = await actionList(officer, { whose: 'borough' }, FRIDAY)
    const said = JSON.stringify([view, list, await actionPage(officer, actionId, FRIDAY)])
    expect(view?.children).toMatchObject([{ name: 'Restricted person', masked: true }])
    expect(view?.record?.words).toBeNull()
    for (const planted of ['Zephyrine', 'boathouse']) expect(said).not.toContain(planted)
    expect(list.rows.find((row) => row.id === actionId)?.what).toBe('An action about a restricted person')
    const finished = await perform(completeAction, officer, { actionId, evidence: 'x' }, { key: randomUUID(), now: FRIDAY })
    expect(finished).toEqual({ ok: false, kind: 'not-found' })
  })

  it('opens to the teacher who took part when the record is sent, and never tells the child’s name', async () => {
    const worker = await aSocialWorker(database)
    const teacher = await anActor(database, { role: 'partner', agency: 'education', boroughs: ['bromley'], name: 'Ms Rowan Teal' })
    const { meetingId } = await held(worker)
    expect((await meetingPage(teacher, meetingId, FRIDAY))?.record).toBeNull()
    expect((await send(worker, meetingId)).ok).toBe(true)
    const view = await meetingPage(teacher, meetingId, FRIDAY)
    expect(view?.record?.words?.informationShared).toBe(SECRET)
    expect(view?.record?.clocks).toEqual([])
    expect(view?.speaksFor).toBe('Education')
    expect(view?.may).toEqual({ circulate: false, chase: false, setAction: false, again: false, fillIn: false })
    expect(JSON.stringify(view)).not.toContain('Quillfeather')
  })
})

describe('lists of actions', () => {
  it('put the longest overdue first, page by key, and count what is late', async () => {
    const worker = await anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: ['camden'] })
    const { referralId } = await aReferral(worker, { borough: 'camden' })
    const children = await childrenOf(database, referralId)
    const day = (n: number) => `2016-05-${String(n).padStart(2, '0')}`
    await aRecordedDiscussion(worker, children, referralId, TEN, { actions: Array.from({ length: 28 }, (_, n) => ({ what: `Step ${n}`, ownerAgency: 'csc', ownerName: 'Nobody here', dueOn: day(17 + (n * 5) % 14) })) })
    const first = await actionList(worker, { whose: 'agency' }, FRIDAY)
    expect(first.rows).toHaveLength(25)
    const dues = first.rows.map((row) => row.left.dateTime)
    expect(dues).toEqual([...dues].sort())
    expect([first.open, first.late]).toEqual([28, 6])
    const second = await actionList(worker, { whose: 'agency', after: first.next ?? undefined }, FRIDAY)
    expect(second.rows).toHaveLength(3)
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(28)
    expect(second.next).toBeNull()
  })

  it('give a partner the own actions, and whatever list is asked for, no other', async () => {
    const name = `Rowan ${randomUUID().slice(0, 8)}`
    const teacher = await anActor(database, { role: 'partner', agency: 'education', boroughs: ['bromley'], name })
    const { actionId } = await held(await aSocialWorker(database), { actions: [{ what: 'Send the register', ownerAgency: 'education', ownerName: name, dueOn: '2016-05-18' }] })
    for (const whose of [undefined, 'mine', 'agency', 'borough']) {
      const list = await actionList(teacher, { whose }, FRIDAY)
      expect(list.rows.map((row) => [row.id, row.what, row.child.name])).toEqual([[actionId, 'Send the register', 'Restricted person']])
      expect(list.lists.map((one) => one.whose)).toEqual(['mine'])
    }
    expect((await actionList(await aTeacher(database), { whose: 'borough' }, FRIDAY)).rows).toEqual([])
  })
})

describe('the form of a new discussion', () => {
  it('asks for the quorum of these children, the school by name, and the paediatrician where there is injury', async () => {
    const worker = await aSocialWorker(database)
    const { referralId } = await aReferral(worker, { concern: 'serious-injury', children: [{ givenName: 'Tansy', bornOn: '2008-03-01', lookedAfter: 'yes' }] })
    const view = await newDiscussion(worker, { referral: referralId }, TEN)
    expect(view?.expected.map(({ part, agency, required }) => [part, agency, required])).toEqual([
      ['social-worker', 'csc', true], ['social-work-manager', 'csc', true], ['health', 'health', true], ['police', 'police', true],
      ['referrer', 'education', true], ['fostering', 'csc', true], ['paediatrician', 'health', false],
    ])
    expect(view?.expected.find((one) => one.part === 'referrer')?.why).toContain('Ms Rowan Teal')
  })

  it('asks for the school of a child whom a neighbour referred', async () => {
    const worker = await aSocialWorker(database)
    const { referralId } = await aReferral(worker, { fromAgency: 'public', fromWords: 'neighbour', concern: 'neglect' })
    const view = await newDiscussion(worker, { referral: referralId }, TEN)
    expect(view?.expected.filter((one) => one.agency === 'education')).toMatchObject([{ part: 'education', title: 'School', required: false }])
  })

  it('is not there for another borough, nor for who may not record one', async () => {
    const { referralId } = await aReferral(await aSocialWorker(database))
    const [child] = await childrenOf(database, referralId)
    for (const actor of [await aSocialWorker(database, 'hackney'), await aTeacher(database), await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] })]) {
      expect(await newDiscussion(actor, { referral: referralId }, TEN)).toBeNull()
      expect(await newDiscussion(actor, { child }, TEN)).toBeNull()
    }
    expect(await newDiscussion(await aSocialWorker(database), { referral: 'no-such-id' }, TEN)).toBeNull()
  })
})
