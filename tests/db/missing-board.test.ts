import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { classifyEpisode } from '@/lib/missing/acts/classify'
import { gradeEpisode } from '@/lib/missing/acts/grade'
import { recordInformation } from '@/lib/missing/acts/information'
import { missingBoard, missingWaiting, type BoardAsked } from '@/lib/missing/board'
import { callAbout } from '@/lib/missing/call'
import { missingChangesSince } from '@/lib/missing/changes'
import { episodePageOf } from '@/lib/missing/episode-page'
import { readMark } from '@/lib/referrals/changes'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, anActor, aTeacher, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { aDespatchSupervisor, aMissingPersonsOfficer, anEpisode } from '../support/episodes'

const database = useDatabase()
const HOUR = 3_600_000
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * HOUR)
const ALL: BoardAsked = { borough: null, class: null, grade: null, late: false, back: false, after: null }
const ABSENT = { as: 'absent', reason: 'Rang from a friend’s house an hour ago and is on the way.' }
const doing = (act: Act<z.ZodType>, actor: Actor, input: Record<string, unknown>, now: Date) => perform(act, actor, input, { key: randomUUID(), now })
const named = (givenName: string, more: Record<string, unknown> = {}) => ({ child: { givenName, familyName: 'Oddfellow', age: 15 }, ...more })
const namesOf = async (actor: Actor, now: Date, asked: Partial<BoardAsked> = {}): Promise<string[] | null> =>
  (await missingBoard(actor, { ...ALL, ...asked }, now))?.rows.map((row) => row.child.name.split(' ')[0] ?? '') ?? null
const aManager = (borough = 'bromley'): Promise<Actor> => anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: [borough] })
const aLead = (): Promise<Actor> => anActor(database, { role: 'london-lead', agency: 'police', boroughs: [] })

/** Each board begins empty: whoever is out from the test before is back. */
beforeEach(async () => { await database.admin('UPDATE episode SET returned_at = reported_at, seen_at = reported_at, closed_at = reported_at WHERE returned_at IS NULL') })

/** High, not graded, medium, absent; the medium one long past its time, one of another borough. */
async function fourAway(): Promise<Record<'high' | 'ungraded' | 'medium' | 'absent', string>> {
  const despatch = await aDespatchSupervisor(database)
  const absent = await anEpisode(database, at(3), named('Avocet', ABSENT))
  const medium = await anEpisode(database, at(0), named('Merlin'))
  const ungraded = await anEpisode(database, at(3), named('Nuthatch', { borough: 'sutton' }))
  const high = await anEpisode(database, at(3.5), named('Heron'))
  await doing(gradeEpisode, despatch, { episodeId: medium.episodeId, grade: 'medium', reason: 'Believed to be with her brother in Croydon, who has spoken to her.' }, at(0.5))
  await doing(gradeEpisode, despatch, { episodeId: high.episodeId, grade: 'high', reason: 'Seen getting into a stranger’s car.' }, at(3.6))
  return { high: high.episodeId, ungraded: ungraded.episodeId, medium: medium.episodeId, absent: absent.episodeId }
}

describe('the board', () => {
  it('stands by risk: high, not graded, medium, absent; and within a risk by what falls due next', async () => {
    const { high } = await fourAway()
    await anEpisode(database, at(2), named('Nightjar'))
    expect(await namesOf(await aDespatchSupervisor(database), at(4))).toEqual(['Heron', 'Nightjar', 'Nuthatch', 'Merlin', 'Avocet'])
    const board = await missingBoard(await aDespatchSupervisor(database), ALL, at(4))
    expect(board?.counts).toMatchObject({ everything: 5, high: 1, ungraded: 2, absent: 1 })
    expect(board?.rows[0]).toMatchObject({ id: high, class: 'missing', gradeWords: 'High', heldBy: 'Control room', away: 'Away 30 min' })
    expect(board?.rows[4]).toMatchObject({ class: 'absent', calls: 'Control room, by 13:00 today', until: 'missing 12:00 tomorrow', gradeWords: '' })
  })

  it('is filtered by borough, class, grade and what is late, each alone and together, and paged by key', async () => {
    await fourAway()
    const despatch = await aDespatchSupervisor(database)
    expect(await namesOf(despatch, at(4), { borough: 'sutton' })).toEqual(['Nuthatch'])
    expect(await namesOf(despatch, at(4), { class: 'absent' })).toEqual(['Avocet'])
    expect(await namesOf(despatch, at(4), { grade: 'none' })).toEqual(['Nuthatch'])
    expect(await namesOf(despatch, at(4), { grade: 'high' })).toEqual(['Heron'])
    expect(await namesOf(despatch, at(30), { late: true, grade: 'medium' })).toEqual(['Merlin'])
    expect(await namesOf(despatch, at(4), { borough: 'sutton', class: 'absent' })).toEqual([])
    for (let child = 0; child < 24; child += 1) await anEpisode(database, at(3), named(`Wren-${child}`))
    const first = await missingBoard(despatch, ALL, at(4))
    const second = await missingBoard(despatch, { ...ALL, after: first?.next ?? null }, at(4))
    expect([first?.rows.length, second?.rows.length, second?.next]).toEqual([25, 3, null])
    expect(new Set([...first?.rows ?? [], ...second?.rows ?? []].map((row) => row.id)).size).toBe(28)
    expect(second?.rows.at(-1)?.child.name).toBe('Avocet Oddfellow')
  })

  it('shows units and the control room all of London, others their own boroughs, the lead numbers and the index, and nobody else anything', async () => {
    await fourAway()
    const everybody = ['Heron', 'Nuthatch', 'Merlin', 'Avocet']
    expect(await namesOf(await aMissingPersonsOfficer(database, 'sutton'), at(4))).toEqual(everybody)
    expect(await namesOf(await aMashOfficer(database), at(4))).toEqual(['Heron', 'Merlin', 'Avocet'])
    expect(await namesOf(await aCaitSupervisor(database, ['sutton']), at(4))).toEqual(['Nuthatch'])
    expect(await namesOf(await aManager('bexley'), at(4))).toEqual([])
    const lead = await missingBoard(await aLead(), ALL, at(4))
    expect(lead?.figures).toEqual([
      { borough: 'Bromley', code: 'bromley', missing: 2, absent: 1, high: 1, ungraded: 0, late: expect.any(Number) as number }, { borough: 'Sutton', code: 'sutton', missing: 1, absent: 0, high: 0, ungraded: 1, late: expect.any(Number) as number },
    ])
    expect(lead?.rows.map((row) => [row.child.name.split(' ')[0], row.next, row.from, row.href.startsWith('/people/')])).toEqual(everybody.map((name) => [name, null, null, true]))
    expect(await namesOf(await aTeacher(database), at(4))).toBeNull()
  })

  it('masks a restricted child for everybody but those who look for it', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0), named('Kestrel', { missingFrom: '4 Heron Row' }))
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [personId])
    const row = async (actor: Actor) => (await missingBoard(actor, ALL, at(1)))?.rows[0]
    expect(await row(await aMashOfficer(database))).toMatchObject({ href: `/people/${personId}`, from: null, plan: null, child: { name: 'Restricted person', masked: true, age: null, flags: [] } })
    expect(JSON.stringify(await row(await aMashOfficer(database)))).not.toMatch(/Kestrel|Heron Row/)
    expect(await episodePageOf(await aMashOfficer(database), episodeId, at(1))).toBeNull()
    expect(await row(await aDespatchSupervisor(database))).toMatchObject({ href: `/missing/${episodeId}`, child: { name: 'Kestrel Oddfellow', masked: false } })
    expect((await missingBoard(await aLead(), ALL, at(1)))?.rows[0]).toMatchObject({ child: { masked: true } })
  })

  it('opens nothing of a restricted record to those who look: no plan, health, flag or reason, and no refusal that tells one', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0), named('Curlew'))
    await database.admin(`UPDATE person SET restricted = true, plan_category = 'neglect', health = '{Epilepsy}', placement = 'Heron House', looked_after = true WHERE id = $1`, [personId])
    await database.admin(`INSERT INTO flag (id, person_id, code, added_at, added_by) VALUES (gen_random_uuid(), $1, 'cse-risk', '2016-01-01', gen_random_uuid())`, [personId])
    const despatch = await aDespatchSupervisor(database)
    const told = [await episodePageOf(despatch, episodeId, at(1)), (await missingBoard(despatch, ALL, at(1)))?.rows, await callAbout(despatch, personId, { at: at(1), answers: {} }, at(1)),
      await perform(classifyEpisode, despatch, { episodeId, as: 'absent', reason: 'Seen by her aunt, on the way home by train.' }, { key: randomUUID(), now: at(1) })]
    expect(told[0]).toMatchObject({ child: { name: 'Curlew Oddfellow' }, proposed: { because: [] } })
    expect(told[3]).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'as' }] })
    // The questions themselves name exploitation: they are asked of every child.
    expect(JSON.stringify(told).replaceAll(/"(asks|label)":"[^"]*"/g, '')).not.toMatch(/neglect|pilepsy|Heron House|xploitation|flagged|protection plan/)
    expect(await database.admin('SELECT class FROM episode WHERE id = $1', [episodeId])).toEqual([{ class: 'missing' }])
  })

  it('writes who it named to the reading log before it shows them', async () => {
    const { personId } = await anEpisode(database, at(0))
    const officer = await aMissingPersonsOfficer(database, 'sutton')
    await missingBoard(officer, ALL, at(1))
    expect(await database.admin('SELECT depth, page FROM reading_log WHERE account_id = $1 AND person_id = $2', [officer.accountId, personId])).toEqual([{ depth: 'index', page: 'missing' }])
  })

  it('counts for the bar what it lists, up to a hundred', async () => {
    await fourAway()
    const bar = async (actor: Actor) => {
      const counted = missingWaiting(actor, at(4))
      return counted === null ? null : (await readAs(actor, (tx) => tx.$queryRaw<unknown[]>`${counted}`))[0]
    }
    const shown = async (actor: Actor) => (await missingBoard(actor, ALL, at(4)))?.counts
    for (const actor of [await aDespatchSupervisor(database), await aMashOfficer(database), await aManager('sutton')]) {
      const [counts, board] = [await bar(actor), await shown(actor)]
      expect(counts).toEqual({ waiting: board?.everything, late: board?.late })
    }
    expect(await bar(await aLead())).toBeNull()
    expect(await bar(await aTeacher(database))).toBeNull()
  })

  it('tells of a change within sight, and of no other', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    const [despatch, sutton] = [await aDespatchSupervisor(database), await aDecisionMaker(database, 'sutton')]
    const board = await missingBoard(despatch, ALL, at(1))
    const since = readMark(board?.mark ?? '')
    expect(await missingChangesSince(despatch, since)).toBe(0)
    await doing(gradeEpisode, despatch, { episodeId, grade: 'high', reason: 'Seen getting into a stranger’s car.' }, at(1))
    expect(await missingChangesSince(despatch, since)).toBe(1)
    expect(await missingChangesSince(await aMashOfficer(database), since)).toBe(1)
    expect(await missingChangesSince(sutton, since)).toBe(0)
    expect(await missingChangesSince(await aTeacher(database), since)).toBeNull()
  })

  it('shows news that waits and how long it has waited', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    const unit = await aMissingPersonsOfficer(database)
    await doing(recordInformation, unit, { episodeId, kind: 'information', receivedAt: at(1).toISOString(), channel: 'email', by: 'Her aunt', said: 'She rang from Croydon.' }, at(2))
    expect((await missingBoard(unit, ALL, at(2)))?.rows[0]).toMatchObject({ news: 'News waits since 10:00 today' })
  })
})

describe('absent becomes missing by itself', () => {
  /** The clocks go forward at 01:00 UTC on 27 March 2016 and back on 30 October: a London day of 23 and one of 25 hours. */
  it.each([['an ordinary day', new Date('2016-05-16T08:00:00Z')], ['the night the clocks go forward', new Date('2016-03-26T20:00:00Z')], ['the night they go back', new Date('2016-10-29T20:00:00Z')]])(
    'on every screen after exactly 24 elapsed hours, with no worker: %s', async (_night, reported) => {
      const { episodeId } = await anEpisode(database, reported, named('Avocet', ABSENT))
      const [before, then] = [new Date(reported.getTime() + 24 * HOUR - 1000), new Date(reported.getTime() + 24 * HOUR)]
      const actors = [await aDespatchSupervisor(database), await aMissingPersonsOfficer(database), await aMashOfficer(database), await aManager()]
      for (const actor of actors) {
        const seen = async (now: Date) => [(await missingBoard(actor, ALL, now))?.rows[0]?.class, (await episodePageOf(actor, episodeId, now))?.class, (await missingBoard(actor, { ...ALL, class: 'missing' }, now))?.counts.found]
        expect(await seen(before)).toEqual(['absent', 'absent', 0])
        expect(await seen(then)).toEqual(['missing', 'missing', 1])
      }
      const board = await missingBoard(actors[0] as Actor, ALL, before)
      expect([board?.turnsAt, board?.rows[0]?.until === null]).toEqual([then.toISOString(), false])
      expect(await episodePageOf(actors[0] as Actor, episodeId, then)).toMatchObject({ until: null, classClause: 'Absent for 24 hours is missing', turnsAt: null })
      const [row] = await database.admin<{ class: string }>('SELECT class FROM episode WHERE id = $1', [episodeId])
      expect(row?.class, 'nobody has written it down').toBe('absent')
    })
})
