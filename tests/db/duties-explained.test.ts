import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { chase } from '@/lib/deadlines/acts/chase'
import { escalate } from '@/lib/deadlines/acts/escalate'
import { explainDuty } from '@/lib/deadlines/explain'
import { dutiesOfChild } from '@/lib/deadlines/queries'
import { personOverview } from '@/lib/people/queries'
import { referralPage } from '@/lib/referrals/referral-page'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, anActor, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aDiscussion } from '@/tests/support/discussions'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
/** Friday 27 May 2016, 16:00 in London, before the spring bank holiday of Monday 30 May. */
const FRIDAY = new Date('2016-05-27T15:00:00Z')
const NOW = new Date('2016-05-31T12:00:00Z')

async function aDuty(rule: string, more: Record<string, unknown> = {}, at = FRIDAY): Promise<{ id: string; childId: string; referralId: string }> {
  const { referralId } = await aReferral(await aMashOfficer(database), { children: [{ givenName: 'Ottoline', familyName: 'Brackwater', bornOn: '2007-03-01' }], ...more }, at)
  const [row] = await database.admin<{ id: string; child_id: string }>('SELECT id, child_id FROM deadline WHERE referral_id = $1 AND rule = $2', [referralId, rule])
  return { id: row?.id ?? '', childId: row?.child_id ?? '', referralId }
}
async function explained(actor: Actor, id: string, now = NOW) {
  const page = await explainDuty(actor, id, now)
  if (page === null) throw new Error('not in reach')
  return page
}

describe('why a duty is due then', () => {
  it('tells the facts, the rule, its clause and certainty, the pack, and each day counted or skipped', async () => {
    const { id } = await aDuty('strategy-discussion/standard')
    const page = await explained(await aCaitSupervisor(database), id)
    expect(page).toMatchObject({
      words: 'Strategy discussion, within 3 working days', state: 'open', stateWords: null, due: 'by the end of Thu 2 Jun 2016', child: { name: 'Ottoline Brackwater', age: '9' },
      facts: { heading: 'Referral from school to children\'s social care', happened: 'Fri 27 May, 16:00', source: 'School', because: ['the concern is neglect'] },
      countsFrom: 'Fri 27 May 2016, 16:00: the concern being identified',
      clause: { id: 'sd-default', edition: 'London Child Protection Procedures, 5th ed. 2015', source: 'HMIC 2016, L2577–2580', certainty: 'Read word for word in its source' },
      figure: { words: '3 working days' }, pack: { id: 'mps-2016' }, owedBy: "Children's social care", withWhom: null,
    })
    expect(page.days.map((day) => [day.date, day.counted, day.why])).toEqual([
      ['Fri 27 May 2016', false, 'day 0'], ['Sat 28 May 2016', false, 'Saturday'], ['Sun 29 May 2016', false, 'Sunday'],
      ['Mon 30 May 2016', false, 'Spring bank holiday'], ['Tue 31 May 2016', true, 'day 1'], ['Wed 1 Jun 2016', true, 'day 2'], ['Thu 2 Jun 2016', true, 'day 3'],
    ])
    expect(page.counting).toBe('3 working days. The day it started is day 0; it runs out at the London midnight that closes the last day counted. 3 days were skipped.')
    expect(page.beside.map((other) => other.words)).toContain('Strategy discussion, within 24 hours')
  })

  it('says that hours are hours, over a night on which the clocks change too', async () => {
    const { id } = await aDuty('strategy-discussion/force-24h', {}, new Date('2016-10-29T20:00:00Z'))
    const page = await explained(await aCaitSupervisor(database), id, new Date('2016-10-29T21:00:00Z'))
    expect(page.counting).toBe('24 hours by the clock: nights, weekends and holidays count, nothing is paused. The clocks changed in between; an hour is an hour all the same.')
    expect([page.countsFrom, page.due, page.rule.target]).toEqual(['Sat 29 Oct 2016, 21:00: the initial report', 'Sun 30 Oct 2016, 20:00', true])
  })

  it('tells who was told and what was done, and which acts may follow', async () => {
    const supervisor = await aCaitSupervisor(database)
    const { id } = await aDuty('strategy-discussion/standard')
    for (const what of [chase, escalate]) await perform(what, supervisor, { deadlineIds: [id], note: 'No answer.' }, { key: randomUUID(), now: NOW })
    const page = await explained(supervisor, id)
    expect(page.done.map((entry) => [entry.heading, entry.note])).toEqual([
      ["Children's social care chased: Strategy discussion, within 3 working days", 'No answer.'],
      ['Escalated to MASH decision maker: Strategy discussion, within 3 working days', 'No answer.'],
    ])
    expect(page.told.map((one) => [one.to, one.read])).toEqual([['MASH decision maker, Bromley', null]])
    expect(page.standing).toEqual(['Escalated to MASH decision maker'])
    expect(page.acts).toEqual(['chase', 'police-challenge', 'escalate', 'acknowledge-duty', 'annul-duty'])
    const auditor = await explained(await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] }), id)
    expect([auditor.acts, auditor.done[0]?.note]).toEqual([[], 'No answer.'])
    const manager = await explained(await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] }), id)
    expect([manager.acts, manager.done.map((entry) => entry.note)]).toEqual([['chase', 'escalate', 'acknowledge-duty'], [null, null]])
    expect((await explained(await aDecisionMaker(database), id)).acts).toContain('reassign')
  })

  it('shows the clock that was replaced and what replaced it', async () => {
    const { id, childId } = await aDuty('strategy-discussion/force-24h')
    await aReferral(await aMashOfficer(database), { children: [{ personId: childId }], initialReportAt: '2016-05-27T09:00:00Z' }, new Date('2016-05-27T16:00:00Z'))
    const page = await explained(await aCaitSupervisor(database), id)
    expect(page.state).toBe('superseded')
    expect(page.acts).toEqual([])
    expect(page.history.map((row) => [row.self, row.due, row.fate])).toEqual([
      [true, 'Sat 28 May 2016, 16:00', 'Replaced by an earlier due time, after new facts, Fri 27 May, 17:00'], [false, 'Sat 28 May 2016, 10:00', 'Open, past its time'],
    ])
  })

  it('opens to nobody out of reach, and is in the reading log before it is shown', async () => {
    const { id, childId } = await aDuty('strategy-discussion/standard')
    for (const actor of [
      await aTeacher(database), await aCaitSupervisor(database, ['camden']), await anActor(database, { role: 'administrator', agency: 'other', boroughs: [] }),
      await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [] }),
    ]) expect(await explainDuty(actor, id, NOW)).toBeNull()
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] })
    expect(await explainDuty(manager, 'not-an-id', NOW)).toBeNull()
    await explained(manager, id)
    expect(await database.admin('SELECT account_id, depth, page FROM reading_log WHERE person_id = $1 AND page = $2', [childId, 'duty']))
      .toEqual([{ account_id: manager.accountId, depth: 'record', page: 'duty' }])
  })

  it('of a restricted child tells the rule and the time, and nothing of the child', async () => {
    const { id, childId } = await aDuty('strategy-discussion/complex', { concern: 'organised-abuse', complex: 'yes', complexReason: 'The Larch Lane ring', complexManager: 'Ms Ash' })
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [childId])
    const page = await explained(await aCaitSupervisor(database), id)
    expect(page).toMatchObject({ child: { name: 'Restricted person', masked: true, age: null }, facts: { heading: null, because: null }, due: 'by the end of Mon 6 Jun 2016' })
    expect(JSON.stringify(page)).not.toMatch(/Ottoline|Brackwater|Larch|Ash|School/)
  })
})

describe('the duties of a child', () => {
  it('are late, open, met, ended and replaced, each in its place', async () => {
    const supervisor = await aCaitSupervisor(database)
    const { childId, referralId } = await aDuty('strategy-discussion/standard', { concern: 'serious-injury' }, MONDAY_NINE)
    await aDiscussion(supervisor, { childId, referralId }, new Date(MONDAY_NINE.getTime() + 26 * 3_600_000))
    const duties = await dutiesOfChild(supervisor, childId, new Date(MONDAY_NINE.getTime() + 27 * 3_600_000))
    expect(duties?.met.filter((line) => line.words.startsWith('Strategy')).map((line) => [line.words, line.stateWords])).toEqual([
      ['Strategy discussion, within 3 working days', 'Met 11:00 today, in time'],
      ['Strategy discussion, within 24 hours', 'Met 11:00 today, late by 2 h'],
      ['Strategy discussion, same day', 'Met 11:00 today, late by 11 h'],
    ])
    expect(duties?.late.map((line) => line.words)).not.toContain('Strategy discussion, same day')
    expect(duties?.open.map((line) => line.words)).toContain('Referral decision')
    expect(duties?.open[0]).toMatchObject({ given: expect.any(String), borough: 'Bromley' })
  })

  it('what is owed is never cut, however much is over: a child who went missing again and again; and what is over is there page by page', async () => {
    const supervisor = await aCaitSupervisor(database)
    const { childId, referralId } = await aDuty('strategy-discussion/standard', { concern: 'serious-injury' }, MONDAY_NINE)
    const now = new Date(MONDAY_NINE.getTime() + 100 * 3_600_000)
    const before = await dutiesOfChild(supervisor, childId, now)
    // Years of duties that were met or ended, each due before the ones that are open and late; two at one moment, where a page ends.
    await database.admin(`INSERT INTO deadline SELECT r.* FROM (SELECT * FROM deadline WHERE child_id = $1 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL LIMIT 1) d CROSS JOIN generate_series(1, 350) AS n CROSS JOIN LATERAL jsonb_populate_record(NULL::deadline, to_jsonb(d) || jsonb_build_object('id', gen_random_uuid(), 'key', 'made/' || n, 'rule', 'made/' || n, 'due_at', d.due_at - (n / 2) * interval '1 day', 'starts_at', d.starts_at - (n / 2 + 1) * interval '1 day',
      'met_at', CASE WHEN n % 3 > 0 THEN d.starts_at - (n / 2) * interval '1 day' END, 'met_by', CASE WHEN n % 3 > 0 THEN gen_random_uuid() END, 'met_recorded_at', CASE WHEN n % 3 > 0 THEN d.starts_at END,
      'ended_at', CASE WHEN n % 3 = 0 THEN d.starts_at - (n / 2) * interval '1 day' END, 'ended_by', CASE WHEN n % 3 = 0 THEN gen_random_uuid() END, 'ended_why', CASE WHEN n % 3 = 0 THEN 'threshold-not-met' END, 'ended_recorded_at', CASE WHEN n % 3 = 0 THEN d.starts_at END)) r`, [childId])
    expect(before?.late.length).toBeGreaterThan(0)
    const ids = (lines: readonly { id: string }[] | undefined) => lines?.map((line) => line.id)
    const seen: string[] = []
    for (let [page, pages] = [await dutiesOfChild(supervisor, childId, now), 0]; ; pages += 1) {
      expect([ids(page?.late), ids(page?.open), page?.later]).toEqual([ids(before?.late), ids(before?.open), pages > 0])
      seen.push(...[page?.met, page?.ended, page?.superseded].flatMap((lines) => ids(lines) ?? []))
      if (page?.earlier == null) break
      page = await dutiesOfChild(supervisor, childId, now, page.earlier)
    }
    const over = await database.admin<{ id: string }>('SELECT id FROM deadline WHERE child_id = $1 AND (met_at IS NOT NULL OR ended_at IS NOT NULL OR superseded_at IS NOT NULL)', [childId])
    expect(over.length).toBeGreaterThanOrEqual(350)
    expect(seen.length).toBe(over.length)
    expect(new Set(seen)).toEqual(new Set(ids(over)))
    // On the child's page, and where a supervisor answers what waits for an answer, the same.
    const overview = await personOverview(supervisor, childId, now)
    expect(overview?.shut === null ? ids(overview.more.duties) : null).toEqual([...ids(before?.late) ?? [], ...ids(before?.open) ?? []].slice(0, 5))
    expect(ids((await referralPage(supervisor, referralId, now))?.duties)).toEqual(expect.arrayContaining(ids(before?.late) ?? []))
  })

  it('are not there for whoever may not see the child', async () => {
    const { childId } = await aDuty('strategy-discussion/standard')
    for (const actor of [await aTeacher(database), await aCaitSupervisor(database, ['camden'])]) expect(await dutiesOfChild(actor, childId, NOW)).toBeNull()
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [childId])
    expect(await dutiesOfChild(await aCaitSupervisor(database), childId, NOW)).toBeNull()
  })
})
