import { beforeAll, describe, expect, it } from 'vitest'
import { actionList } from '@/lib/actions/queries'
import type { Actor } from '@/lib/access/actor'
import { missingBoard } from '@/lib/missing/board'
import { queue } from '@/lib/referrals/queue'
import { anActor, aMashOfficer, aSocialWorker, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aDespatchSupervisor, anEpisode } from '@/tests/support/episodes'
import { aReferral } from '@/tests/support/referrals'

/** The search of people inside a list: the same spelling, sounds and dates, and nobody beyond the list. */
const database = useDatabase()
const everything = { borough: null, rag: null, who: null, late: false, concern: null, q: null, after: null } as const
const board = { borough: null, class: null, grade: null, late: false, back: false, after: null } as const
let bromley: Actor
let lewisham: Actor
let despatch: Actor
const found = async (actor: Actor, q: string): Promise<string[]> => (await queue(actor, { ...everything, q }, MONDAY_NINE))?.rows.flatMap((row) => row.children.map((child) => child.name)) ?? []

beforeAll(async () => {
  bromley = await aMashOfficer(database, 'bromley')
  lewisham = await aMashOfficer(database, 'lewisham')
  despatch = await aDespatchSupervisor(database)
  await aReferral(bromley, { children: [{ givenName: 'Mohammed', familyName: 'Listwell', bornOn: '2009-05-14', telephone: '020 7946 0122' }] })
  await aReferral(bromley, { children: [{ givenName: 'Tabitha', familyName: 'Otherby', bornOn: '2011-01-30' }] })
  await aReferral(bromley, { children: [{ givenName: 'Marguerite', familyName: 'Hiddenham', bornOn: '2006-06-06' }] })
  await aReferral(lewisham, { borough: 'lewisham', children: [{ givenName: 'Muhammad', familyName: 'Listwell', bornOn: '2009-05-14' }] })
  await database.admin(`UPDATE person SET restricted = true WHERE family_name = 'Hiddenham'`)
})

describe('the MASH queue', () => {
  it.each([['Muhamad Listwel'], ['14 May 2009'], ['15.5.2009'], ['+44 20 7946 0122'], ['Listwell'], ['istwel']])('is searched by %s', async (typed) => {
    expect(await found(bromley, typed)).toEqual(['Mohammed Listwell'])
  })

  it('finds nobody of another borough’s queue, nobody restricted, and nobody for what means nobody', async () => {
    expect(await found(lewisham, 'Mohammed Listwell')).toEqual(['Muhammad Listwell'])
    for (const typed of ['Marguerite Hiddenham', '6.6.2006', 'Xanthippe', '%', "'; DROP TABLE person; --", '🙂']) expect(await found(bromley, typed), typed).toEqual([])
  })

  it('writes what was searched for, with whom it showed, to the reading log', async () => {
    const actor = await aMashOfficer(database, 'bromley')
    await found(actor, 'Muhamed Listwell')
    expect(await database.admin('SELECT page, query, (SELECT given_name FROM person WHERE id = person_id) AS who FROM reading_log WHERE account_id = $1', [actor.accountId]))
      .toEqual([{ page: 'queue', query: 'Muhamed Listwell', who: 'Mohammed' }])
  })
})

describe('the board of missing children', () => {
  it('is searched by a name spelled otherwise and by a date of birth; a restricted child who is out stays for those who look, and is found by nobody else', async () => {
    const { personId } = await anEpisode(database, MONDAY_NINE)
    await database.admin(`UPDATE person SET given_name = 'Siobhan', family_name = 'Awaywell', born_on = '2010-02-03' WHERE id = $1`, [personId])
    const away = async (q: string): Promise<string[] | undefined> => (await missingBoard(despatch, { ...board, q }, MONDAY_NINE))?.rows.map((row) => row.child.name)
    for (const typed of ['Shivaun Awaywel', '3.2.2010', '2.3.2010']) expect(await away(typed), typed).toEqual(['Siobhan Awaywell'])
    expect(await away('Tabitha')).toEqual([])
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [personId])
    for (const typed of ['Siobhan Awaywell', 'Tabitha']) expect(await away(typed)).toEqual(['Siobhan Awaywell'])
    expect((await missingBoard(bromley, { ...board, q: 'Siobhan Awaywell' }, MONDAY_NINE))?.rows).toEqual([])
    expect((await missingBoard(bromley, board, MONDAY_NINE))?.rows.map((row) => row.child.masked)).toEqual([true])
  })
})

describe('the actions', () => {
  it('are searched by the child, for those who may look for people', async () => {
    const worker = await aSocialWorker(database, 'bromley')
    const teacher = await aTeacher(database)
    const [child] = await database.admin<{ id: string }>(`SELECT id FROM person WHERE given_name = 'Mohammed'`)
    for (const [owner, days] of [[worker.accountId, 3], [teacher.accountId, 4]] as const) {
      await database.admin(`INSERT INTO action (id, child_id, borough, what, owner_id, owner_agency, owner_name, due_at, set_at, set_by)
        VALUES (gen_random_uuid(), $1, 'bromley', 'Visit', $2, 'csc', 'A worker', $3::timestamptz + make_interval(days => $4), $3, $2)`, [child?.id, owner, MONDAY_NINE, days])
    }
    const many = async (actor: Actor, q: string, whose = 'borough'): Promise<number> => (await actionList(actor, { whose, q }, MONDAY_NINE)).rows.length
    expect(await many(worker, 'Muhamad Listwel')).toBe(2)
    expect(await many(worker, 'Tabitha Otherby')).toBe(0)
    expect(await many(await anActor(database, { role: 'mash-social-worker', agency: 'csc', boroughs: ['lewisham'] }), 'Mohammed Listwell')).toBe(0)
    // A school has its own actions, with no way to ask for a name.
    const own = await actionList(teacher, { whose: 'mine', q: 'Nobody' }, MONDAY_NINE)
    expect([own.rows.length, own.searches, own.q]).toEqual([1, false, null])
  })
})
