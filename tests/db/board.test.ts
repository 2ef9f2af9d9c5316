import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { perform } from '@/lib/acts/perform'
import { annulDuty } from '@/lib/deadlines/acts/annul'
import { chase } from '@/lib/deadlines/acts/chase'
import { board, type BoardFilter, type BoardPage } from '@/lib/deadlines/board'
import { discussionFigures } from '@/lib/figures/discussions'
import { LIST_PARTS, listBehind, type ListPart } from '@/lib/figures/list'
import { share } from '@/lib/figures/share'
import type { DutyFigure } from '@/lib/figures/view'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, anActor, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aDiscussion } from '@/tests/support/discussions'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
/** Tuesday 17 May 2016, 10:00 in London: a day and an hour after the referrals of Monday nine o'clock. */
const TUESDAY_TEN = new Date('2016-05-17T09:00:00Z')
const hours = (n: number): Date => new Date(MONDAY_NINE.getTime() + n * 3_600_000)
const all: BoardFilter = { when: null, borough: null, band: null, mine: false, after: null }

async function boardOf(actor: Actor, filter: Partial<BoardFilter> = {}, now = TUESDAY_TEN): Promise<BoardPage> {
  const page = await board(actor, { ...all, ...filter }, now)
  if (page === null) throw new Error('no board')
  return page
}
/** A borough is a test's own: what other tests put on record is out of its sight. */
async function aChild(borough: string, name: string, more: Record<string, unknown> = {}, at = MONDAY_NINE): Promise<{ childId: string; referralId: string; borough: string }> {
  const { referralId } = await aReferral(await aMashOfficer(database, borough), { borough, children: [{ givenName: name, familyName: 'Planted', bornOn: '2007-03-01' }], ...more }, at)
  const [row] = await database.admin<{ person_id: string }>(`SELECT person_id FROM referral_person WHERE referral_id = $1 AND role = 'child'`, [referralId])
  return { childId: row?.person_id ?? '', referralId, borough }
}

describe('the board', () => {
  it('has one row for each child: the band that runs out first, the others beside it, soonest first', async () => {
    await aChild('brent', 'Later')
    await aChild('brent', 'Sooner', { concern: 'serious-injury' })
    const { rows, counts, oldest } = await boardOf(await aCaitSupervisor(database, ['brent']))
    expect(rows.map((row) => [row.child.name, row.first.words, row.first.left.words, row.others.map((band) => band.words)])).toEqual([
      ['Sooner Planted', 'same day', 'Overdue by 10 h', ['within 24 hours', 'within 3 working days']],
      ['Later Planted', 'within 24 hours', 'Overdue by 1 h', ['within 3 working days']],
    ])
    expect(rows[0]?.because).toEqual(['serious physical injury'])
    expect(rows[0]).toMatchObject({ withWhom: "Children's social care", named: false, borough: 'Brent' })
    expect([counts, oldest]).toEqual([{ late: 2, total: 2, day: 0 }, '10 h'])
  })

  it('is searched by a name spelled otherwise and by a date of birth; a child who is masked is found by nothing; what was typed is in the reading log', async () => {
    const supervisor = await aCaitSupervisor(database, ['richmond-upon-thames'])
    const one = { borough: 'richmond-upon-thames', children: [{ givenName: 'Khadijah', familyName: 'Brackwater', bornOn: '2009-04-11' }] }
    const other = { borough: 'richmond-upon-thames', children: [{ givenName: 'Orla', familyName: 'Thistlewick', bornOn: '2011-12-01' }] }
    await aChild('richmond-upon-thames', '', one)
    const { childId } = await aChild('richmond-upon-thames', '', other)
    const found = async (q: string) => { const page = await boardOf(supervisor, { q }); return [page.counts.total, page.rows.map((row) => row.child.name)] }
    expect(await found('Kadija Brakwater')).toEqual([1, ['Khadijah Brackwater']])
    expect(await found('Thistelwick')).toEqual([1, ['Orla Thistlewick']])
    expect(await found('1.12.2011')).toEqual([1, ['Orla Thistlewick']])
    expect(await found('Nobody Atall')).toEqual([0, []])
    expect(await database.admin(`SELECT query FROM reading_log WHERE account_id = $1 AND query = 'Thistelwick'`, [supervisor.accountId])).toHaveLength(1)
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [childId])
    expect(await found('Thistlewick')).toEqual([0, []])
    expect((await boardOf(supervisor)).rows.map((row) => row.child.masked).sort()).toEqual([false, true])
  })

  it('keeps the former due time in sight when new facts shorten it', async () => {
    const { childId, referralId } = await aChild('barnet', 'Shortened', {}, hours(0))
    // The same concern again, identified three days earlier: the same rule, an earlier due time.
    await aReferral(await aMashOfficer(database, 'barnet'), {
      borough: 'barnet', children: [{ personId: childId }], concernIdentifiedAt: '2016-05-13T09:00:00Z', initialReportAt: '2016-05-15T20:00:00Z',
    }, hours(2))
    const [row] = (await boardOf(await aCaitSupervisor(database, ['barnet']))).rows
    const bands = [row?.first, ...(row?.others ?? [])]
    expect(bands.map((band) => [band?.words, band?.former])).toEqual([
      ['within 24 hours', ['was due Tue 17 May 2016, 09:00, until new facts 11:00 yesterday']],
      ['within 3 working days', ['was due by the end of Thu 19 May 2016, until new facts 11:00 yesterday']],
    ])
    expect(referralId).not.toBe('')
  })

  it('shows what is late or due within three working days, and filters by time, band, borough and mine', async () => {
    const supervisor = await aCaitSupervisor(database, ['bexley', 'camden'])
    await aChild('bexley', 'Late')
    await aChild('camden', 'Soon', {}, hours(20))
    const far = await aChild('camden', 'Complex', { concern: 'organised-abuse', complex: 'yes', complexReason: 'Many children', complexManager: 'Ms Ash' }, hours(24))
    await aDiscussion(supervisor, far, hours(25), ['police', 'social-worker'])
    const names = async (filter: Partial<BoardFilter>) => (await boardOf(supervisor, filter)).rows.map((row) => row.child.name.split(' ')[0])
    // The call stopped the 24 hours; five working days are further than the board looks.
    expect(await names({})).toEqual(['Late', 'Soon'])
    expect(await names({ when: 'late' })).toEqual(['Late'])
    expect(await names({ when: 'day' })).toEqual(['Soon'])
    expect(await names({ borough: 'camden' })).toEqual(['Soon'])
    expect(await names({ borough: 'croydon' })).toEqual([])
    expect(await names({ band: 'same-day' })).toEqual([])
    expect(await names({ band: 'standard', when: 'late' })).toEqual([])
    expect(await names({ mine: true })).toEqual([])
    await database.admin('UPDATE deadline SET assigned_to = $1 WHERE borough = $2', [supervisor.accountId, 'bexley'])
    expect(await names({ mine: true })).toEqual(['Late'])
  })

  it('is paged by key: nothing twice, nothing left out', async () => {
    const officer = await aMashOfficer(database, 'ealing')
    for (let n = 0; n < 28; n += 1) await aReferral(officer, { borough: 'ealing', children: [{ givenName: `Child ${n}` }] }, hours(n % 3))
    const supervisor = await aCaitSupervisor(database, ['ealing'])
    const first = await boardOf(supervisor)
    const second = await boardOf(supervisor, { after: first.next25 })
    expect([first.rows.length, second.rows.length, second.next25]).toEqual([25, 3, null])
    expect(new Set([...first.rows, ...second.rows].map((row) => row.child.id)).size).toBe(28)
    expect(first.counts.total).toBe(28)
    expect((await boardOf(supervisor, { after: 'not.a.cursor' })).rows).toHaveLength(25)
  }, 60_000)

  it('is for the roles that have one, each within its boroughs', async () => {
    await aChild('hackney', 'Reached')
    const named = async (actor: Actor) => (await board(actor, all, TUESDAY_TEN))?.rows.map((row) => row.child.name)
    expect(await named(await aTeacher(database, 'hackney'))).toBeUndefined()
    expect(await named(await aMashOfficer(database, 'hackney'))).toBeUndefined()
    expect(await named(await anActor(database, { role: 'administrator', agency: 'other', boroughs: [] }))).toBeUndefined()
    expect(await named(await aCaitSupervisor(database, ['lambeth']))).toEqual([])
    expect(await named(await aDecisionMaker(database, 'hackney'))).toEqual(['Reached Planted'])
    expect(await named(await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] }))).toContain('Reached Planted')
    // The second wall alone: no `where` at all, and another borough's duties are not there.
    const seen = await readAs(await aCaitSupervisor(database, ['lambeth']), (tx) => tx.deadline.findMany({ select: { borough: true } }))
    expect(seen).toEqual([])
  })

  it('says that there is a duty to a restricted child, and nothing else of the child', async () => {
    const { childId } = await aChild('haringey', 'Hidden', { concern: 'cse' })
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [childId])
    const page = await boardOf(await aCaitSupervisor(database, ['haringey']))
    expect(page.rows[0]).toMatchObject({ child: { name: 'Restricted person', masked: true }, because: [], last: null })
    expect(JSON.stringify(page)).not.toMatch(/Hidden|Planted|cse|exploitation/)
  })

  it('has the last thing done: the chase with its note for those who read the words, without it for others', async () => {
    const { childId } = await aChild('harrow', 'Chased')
    const supervisor = await aCaitSupervisor(database, ['harrow'])
    expect((await boardOf(supervisor)).rows[0]?.last).toEqual({ heading: 'Referral from school to children\'s social care', when: '09:00 yesterday', note: null })
    const [row] = (await boardOf(supervisor)).rows
    await perform(chase, supervisor, { deadlineIds: row?.ids.split(','), note: 'Left word with the duty desk.' }, { key: randomUUID(), now: TUESDAY_TEN })
    const lastFor = async (actor: Actor) => (await boardOf(actor)).rows[0]?.last
    expect(await lastFor(supervisor)).toEqual({ heading: "Children's social care chased: Strategy discussion", when: '10:00 today', note: 'Left word with the duty desk.' })
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['harrow'] })
    expect(await lastFor(manager)).toEqual({ heading: "Children's social care chased: Strategy discussion", when: '10:00 today', note: null })
    const log = await database.admin('SELECT depth, page FROM reading_log WHERE person_id = $1 AND account_id = $2', [childId, manager.accountId])
    expect(log).toEqual([{ depth: 'record', page: 'strategy discussions' }])
  })
})

describe('the share held in time', () => {
  const NOW = new Date('2016-05-31T12:00:00Z')
  let supervisor: Actor
  let children: Awaited<ReturnType<typeof aChild>>[]

  /** In time and quorate; in time by a call of two agencies; late by 2 h; not held; annulled; still running. */
  beforeAll(async () => {
    supervisor = await aCaitSupervisor(database, ['sutton'])
    children = []
    for (const name of ['Quorate', 'Call', 'Late', 'Open', 'Annulled']) children.push(await aChild('sutton', name))
    await aChild('sutton', 'Running', {}, new Date(NOW.getTime() - 3_600_000))
    const [quorate, call, late, , annulled] = children
    if (!quorate || !call || !late || !annulled) throw new Error('the children are there')
    await aDiscussion(supervisor, quorate, hours(5))
    await aDiscussion(supervisor, call, hours(24), ['police', 'social-worker'])
    await aDiscussion(supervisor, late, hours(26))
    const [clock] = await database.admin<{ id: string }>(`SELECT id FROM deadline WHERE child_id = $1 AND basis = 'force-24h'`, [annulled.childId])
    const outcome = await perform(annulDuty, supervisor, { deadlineIds: [clock?.id], note: 'Wrong family.' }, { key: randomUUID(), now: hours(30) })
    expect(outcome.ok).toBe(true)
  })

  const [TARGET, PROCEDURE] = ['strategy-24h', 'strategy-procedure']
  const figureOf = async (measure: string, borough: string | null): Promise<DutyFigure> => {
    const figure = (await discussionFigures(supervisor, borough, NOW))?.figures?.find((one) => one.measure === measure)
    if (figure === undefined) throw new Error('the figure is there')
    return figure
  }

  it('of the 24-hour target: met by a call too, told apart from quorate, with how late the late ones are beside it', async () => {
    // Open since Tuesday 17 May, 09:00 London: 14 days and 4 hours at noon on 31 May.
    expect(await figureOf(TARGET, null)).toMatchObject({
      judged: 4, inTime: 2, quorate: 1, notQuorate: 1, late: 1, openLate: 1, open: 2, share: '50%', shareQuorate: '25%', median: '7 days', worst: '14 days', listed: true,
    })
  })

  it('of the procedure: the earliest band of each discussion, met by a quorate one only', async () => {
    expect(await figureOf(PROCEDURE, 'sutton')).toMatchObject({ judged: 4, inTime: 2, quorate: 2, late: 0, openLate: 2, open: 3, share: '50%' })
  })

  it('has behind each number the list it counts, and nobody else’s', async () => {
    const list = (actor: Actor, part: ListPart) => listBehind(actor, { measure: TARGET, period: 'month', borough: null, day: null, month: null, part, after: undefined }, NOW)
    const figure = await figureOf(TARGET, null)
    const of: Record<ListPart, number | null> = {
      judged: figure.judged, 'in-time': figure.inTime, quorate: figure.quorate, 'not-quorate': figure.notQuorate, late: figure.late, 'open-late': figure.openLate, open: figure.open, ended: 0, all: 5,
    }
    for (const part of Object.keys(LIST_PARTS) as ListPart[]) {
      const found = await list(supervisor, part)
      expect([part, found?.rows.length, found?.total]).toEqual([part, of[part], of[part]])
    }
    expect((await list(await aCaitSupervisor(database, ['merton']), 'all'))?.total).toBe(0)
    expect(await list(await aTeacher(database, 'sutton'), 'all')).toBeNull()
    expect((await list(supervisor, 'late'))?.rows[0]).toMatchObject({ name: 'Late Planted', how: 'Done Tue 17 May, 11:00, late by 2 h, quorate', late: true })
  })

  it('never rounds the one late away', () => {
    expect([share(0, 0), share(1, 3), share(999, 1000), share(1, 1000), share(3, 3), share(0, 3)]).toEqual([null, '33%', 'over 99%', 'under 1%', '100%', '0%'])
  })
})
