import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { handOver } from '@/lib/handover/acts/hand-over'
import { queue, type QueueAsked } from '@/lib/referrals/queue'
import { sentReferral, sentReferrals } from '@/lib/referrals/sent'
import { aCaitSupervisor, aMashOfficer, anActor, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const HOUR = 3_600_000
const LATER = new Date(MONDAY_NINE.getTime() + 5 * HOUR)
const ALL: QueueAsked = { borough: null, rag: null, who: null, late: false, concern: null, q: null, after: null }

const child = (familyName: string) => ({ children: [{ givenName: 'Wren', familyName, bornOn: '2008-02-03' }] })

/** Every row of the queue, page by page, and how many rows each page had. */
async function walked(actor: Actor, now: Date): Promise<{ ids: string[]; pages: number[] }> {
  const [ids, pages]: [string[], number[]] = [[], []]
  let after: string | null = null
  do {
    const page = await queue(actor, { ...ALL, after }, now)
    if (page === null) throw new Error('this actor has a queue')
    ids.push(...page.rows.map((row) => row.id))
    pages.push(page.rows.length)
    after = page.next
  } while (after !== null)
  return { ids, pages }
}

describe('the queue', () => {
  it('stands in the order of what falls due first, and says what is past its time', async () => {
    const officer = await aMashOfficer(database, 'hackney')
    const green = await aReferral(officer, { borough: 'hackney', rag: 'green', ...child('Greensand') })
    const red = await aReferral(officer, { borough: 'hackney', rag: 'red', ...child('Redmarsh') })
    const shown = await queue(officer, ALL, LATER)
    expect(shown?.rows.map((row) => row.id)).toEqual([red.referralId, green.referralId])
    expect(shown?.counts).toMatchObject({ waiting: 2, late: 1 })
    const late = await queue(officer, { ...ALL, late: true }, LATER)
    expect(late?.rows.map((row) => row.id)).toEqual([red.referralId])
    const rated = await queue(officer, { ...ALL, rag: 'green' }, LATER)
    expect(rated?.rows.map((row) => row.id)).toEqual([green.referralId])
  })

  it('says each borough’s backlog: how many wait, the oldest, those past their rating’s time, and too many for a mean day', async () => {
    const officer = await aMashOfficer(database, 'redbridge')
    const at = (hours: number) => new Date(MONDAY_NINE.getTime() + hours * HOUR)
    expect((await queue(officer, ALL, LATER))?.backlog).toEqual([])
    await aReferral(officer, { borough: 'redbridge', rag: 'red', ...child('Waiting') })
    expect((await queue(officer, ALL, at(4)))?.backlog, 'at its instant a red one is in time').toEqual([])
    expect((await queue(officer, ALL, new Date(at(4).getTime() + 1)))?.backlog).toEqual(['Redbridge: 1 waits; the oldest came in 4 h ago; 1 is past the time of its rating.'])
    for (let n = 0; n < 2; n += 1) await aReferral(officer, { borough: 'redbridge', rag: 'green', ...child(`More ${n}`) })
    expect((await queue(officer, ALL, at(30)))?.backlog[0]).toMatch(/^Redbridge: 3 wait.*; 1 is past the time of its rating\.$/)
    // Three in ten days, all waiting: ten times a mean day.
    expect((await queue(officer, ALL, at(240)))?.backlog[0]).toMatch(/^Redbridge: 3 wait, more than 2 times the 0\.3 that come in on a mean day; the oldest came in .* ago; 3 are past the time of their rating\.$/)
    expect((await queue(await aMashOfficer(database, 'barnet'), ALL, at(240)))?.backlog, 'another borough’s is not told').toEqual([])
  })

  it('marks what came in while the MASH was closed, and says whose it is until it opens', async () => {
    const officer = await aMashOfficer(database, 'enfield')
    const [night, morning] = [new Date('2016-05-17T22:10:00+01:00'), new Date('2016-05-18T09:30:00+01:00')]
    const taking = (rag: string, name: string) => aReferral(officer, { borough: 'enfield', rag, receivedAt: night, ...child(name) }, night)
    const [red, green] = [await taking('red', 'Nightfall'), await taking('green', 'Evensong')]
    const shown = async (now: Date) => new Map((await queue(officer, ALL, now))?.rows.map((row) => [row.id, row]))
    const late = await shown(night)
    expect([...late.values()].map((row) => row.outOfHours)).toEqual([true, true])
    expect(late.get(red.referralId)?.next?.owedBy).toBe('Emergency duty team, until the MASH opens')
    expect(late.get(green.referralId)?.next?.owedBy).not.toMatch(/Emergency/)
    // It says that it was handed over only where it was.
    expect((await shown(morning)).get(red.referralId)?.next?.owedBy).not.toMatch(/handed over/)
    const edt = await anActor(database, { role: 'emergency-duty-worker', agency: 'csc', boroughs: ['enfield'] })
    expect(await perform(handOver, edt, { borough: 'enfield', items: [red.referralId] }, { key: randomUUID(), now: new Date('2016-05-18T08:00:00+01:00') })).toMatchObject({ ok: true })
    expect((await shown(morning)).get(red.referralId)?.next?.owedBy).toMatch(/handed over by the emergency duty team$/)
    expect((await shown(morning)).get(green.referralId)?.next?.owedBy).not.toMatch(/handed over/)
    const day = await aReferral(officer, { borough: 'enfield', rag: 'red', ...child('Daylight') })
    expect((await shown(LATER)).get(day.referralId)).toMatchObject({ outOfHours: false })
  })

  it('turns 25 a page, without gaps or doubles, though many fall due at the same instant', async () => {
    const officer = await aMashOfficer(database, 'ealing')
    const made: string[] = []
    for (let n = 0; n < 27; n += 1) made.push((await aReferral(officer, { borough: 'ealing', ...child(`Samehour ${n}`) })).referralId)
    const { ids, pages } = await walked(officer, LATER)
    expect(pages).toEqual([25, 2])
    expect([...ids].sort()).toEqual([...made].sort())
  })

  it('is searched by name, address and reference; a sign of the search language is only a sign', async () => {
    const officer = await aMashOfficer(database, 'camden')
    const one = await aReferral(officer, { borough: 'camden', children: [{ givenName: 'Isolde', familyName: 'Larkrise', address: '9 Cinder Lane', postcode: 'NW1 0ZZ' }] })
    await aReferral(officer, { borough: 'camden', ...child('Someone Else') })
    for (const q of ['larkrise', 'cinder lane', one.reference]) {
      expect((await queue(officer, { ...ALL, q }, LATER))?.rows.map((row) => row.id), q).toEqual([one.referralId])
    }
    expect((await queue(officer, { ...ALL, q: '%' }, LATER))?.rows).toEqual([])
  })

  it('shows nothing of another borough, and a restricted child without a name', async () => {
    const officer = await aMashOfficer(database, 'merton')
    const { referralId } = await aReferral(officer, { borough: 'merton', ...child('Hiddenleigh') })
    await database.admin(`UPDATE person SET restricted = true WHERE family_name = 'Hiddenleigh'`)
    const own = await queue(officer, ALL, LATER)
    expect(own?.rows.map((row) => row.id)).toEqual([referralId])
    expect(JSON.stringify(own)).not.toContain('Hiddenleigh')
    expect((await queue(officer, { ...ALL, q: 'Hiddenleigh' }, LATER))?.rows).toEqual([])
    const elsewhere = await queue(await aMashOfficer(database, 'sutton'), { ...ALL, borough: 'merton' }, LATER)
    expect(elsewhere?.rows).toEqual([])
  })

  it('is no page for those who triage nothing', async () => {
    expect(await queue(await aTeacher(database, 'hackney'), ALL, LATER)).toBeNull()
    expect(await queue(await aCaitSupervisor(database, ['hackney']), ALL, LATER)).toBeNull()
    expect(await queue(await anActor(database, { role: 'administrator', agency: 'other', boroughs: [] }), ALL, LATER)).toBeNull()
  })
})

describe('what a partner sent', () => {
  it('is 25 a page, newest first, each referral once, also those of one moment', async () => {
    const teacher = await aTeacher(database, 'harrow')
    const sent: string[] = []
    for (let index = 0; index < 53; index += 1) {
      // Two of each moment: the id settles which comes first.
      const at = new Date(MONDAY_NINE.getTime() + Math.floor(index / 2) * 60_000)
      sent.push((await aReferral(teacher, { borough: 'harrow', ...child(`Sent${index}`) }, at)).referralId)
    }
    const [ids, pages]: [string[], number[]] = [[], []]
    let after: string | null = null
    do {
      const page = await sentReferrals(teacher, after, LATER)
      if (page === null) throw new Error('a partner has a list')
      ids.push(...page.rows.map((row) => row.id))
      pages.push(page.rows.length)
      after = page.next
    } while (after !== null)
    expect(pages).toEqual([25, 25, 3])
    expect(new Set(ids)).toEqual(new Set(sent))
    expect(ids[0]).toBe(sent.at(-1))
  })

  it('is their own team’s, as sent, and the outcome only once it was told', async () => {
    const teacher = await aTeacher(database, 'barnet')
    const { referralId } = await aReferral(teacher, { borough: 'barnet', ...child('Asitwassent') })
    expect((await sentReferrals(teacher, null, LATER))?.rows.map((row) => row.id)).toEqual([referralId])
    await database.admin(`UPDATE referral SET outcome = 'nfa', decided_at = $2, outcome_reason = 'Words for the MASH alone' WHERE id = $1`, [referralId, LATER])
    expect((await sentReferral(teacher, referralId, LATER))?.heard).toMatch(/^Not acknowledged yet/)
    await database.admin(`UPDATE referral SET outcome_told_at = $2 WHERE id = $1`, [referralId, LATER])
    const told = await sentReferral(teacher, referralId, LATER)
    expect(told?.heard).toMatch(/told/)
    expect(JSON.stringify(told)).not.toContain('Words for the MASH alone')
    expect(await sentReferral(await aTeacher(database, 'barnet'), referralId, LATER)).toBeNull()
  })
})
