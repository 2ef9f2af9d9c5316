import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { claimReferral } from '@/lib/referrals/acts/claim'
import { recordEmergencyAct } from '@/lib/referrals/acts/record-emergency'
import { setRag } from '@/lib/referrals/acts/set-rag'
import { changesSince, readMark } from '@/lib/referrals/changes'
import { contactDraft } from '@/lib/referrals/contact-draft'
import { queue, type QueueAsked } from '@/lib/referrals/queue'
import { referralPage } from '@/lib/referrals/referral-page'
import { takeReferral } from '@/lib/referrals/take-referral'
import { aMashOfficer, anActor, aSocialWorker, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { fingerprint } from '@/tests/support/fingerprint'
import { childrenOf } from '@/tests/support/recorded-discussions'
import { aReferral, referralOf } from '@/tests/support/referrals'

const database = useDatabase()
const MINUTE = 60_000
const later = (minutes: number): Date => new Date(MONDAY_NINE.getTime() + minutes * MINUTE)
const ALL: QueueAsked = { borough: null, rag: null, who: null, late: false, concern: null, agency: null, q: null, after: null }
const LIVE = { emergency: 'danger-now', emergencyCall: 'made', callReference: 'CAD 1422/16MAY16' }
const child = (familyName: string) => ({ children: [{ givenName: 'Wren', familyName, bornOn: '2008-02-03' }] })
const ids = async (actor: Actor, now: Date, asked: Partial<QueueAsked> = {}): Promise<string[]> => (await queue(actor, { ...ALL, ...asked }, now))?.rows.map((row) => row.id) ?? []
const duty = (referralId: string) => database.admin<{ due_at: Date; met_at: Date | null; ended_why: string | null }>(
  `SELECT due_at, met_at, ended_why FROM deadline WHERE referral_id = $1 AND alert = 'emergency-unclaimed' AND superseded_at IS NULL ORDER BY due_at`, [referralId])

describe('a live emergency', () => {
  it('stands as red over what is late, unclaimed before claimed, with fifteen minutes; the call is told to whoever reads the words', async () => {
    const officer = await aMashOfficer(database, 'hackney')
    const late = await aReferral(officer, { borough: 'hackney', rag: 'red', ...child('Latemarsh') })
    const claimed = await aReferral(officer, { borough: 'hackney', ...child('Heldmoor'), ...LIVE }, later(290))
    const live = await aReferral(officer, { borough: 'hackney', rag: 'green', urgency: 'normal', ...child('Livefen'), ...LIVE, emergency: 'recent-rape', emergencyCall: 'none', callReference: '', noCallWhy: 'Police already there' }, later(295))
    expect((await perform(claimReferral, officer, { referralId: claimed.referralId }, { key: randomUUID(), now: later(297) })).ok).toBe(true)
    expect(await ids(officer, later(300))).toEqual([live.referralId, claimed.referralId, late.referralId])
    const [row] = (await queue(officer, ALL, later(300)))?.rows ?? []
    expect(row).toMatchObject({ rag: 'red', emergency: { words: 'A recent rape', call: '999 not called' } })
    expect((await duty(live.referralId))[0]).toMatchObject({ due_at: later(310), met_at: null })
    expect((await duty(claimed.referralId))[0]?.met_at).toEqual(later(297))
    const page = await referralPage(officer, live.referralId, later(300))
    expect(page?.referral.emergency).toMatchObject({ live: true, title: 'Live emergency: a recent rape' })
    expect(page?.referral.emergency?.call).toContain('Police already there')
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['hackney'] })
    const seen = JSON.stringify([await queue(manager, ALL, later(300)), await referralPage(manager, live.referralId, later(300)), await referralPage(manager, claimed.referralId, later(300))])
    expect(seen).toContain('Live emergency')
    for (const words of ['Police already there', 'CAD 1422']) expect(seen).not.toContain(words)
  })

  it('turns its pages with the emergencies on the first, without gaps or doubles', async () => {
    const officer = await aMashOfficer(database, 'ealing')
    const made: string[] = []
    for (let n = 0; n < 51; n += 1) made.push((await aReferral(officer, { borough: 'ealing', ...child(`Fiftyone ${n}`), ...(n % 17 === 0 ? LIVE : {}) })).referralId)
    const walked: string[] = []
    let after: string | null = null
    do {
      const page = await queue(officer, { ...ALL, after }, later(60))
      if (page === null) throw new Error('this actor has a queue')
      walked.push(...page.rows.map((row) => row.id))
      if (after === null) expect(page.rows.map((row) => row.emergency !== null)).toEqual([true, true, true, ...Array<boolean>(22).fill(false)])
      after = page.next
    } while (after !== null)
    expect([...walked].sort()).toEqual([...made].sort())
  }, 120_000)

  it.each([
    [{ emergency: 'danger-now' }, 'emergencyCall'],
    [{ emergency: 'recent-rape', emergencyCall: 'made', callReference: ' ' }, 'callReference'],
    [{ emergency: 'danger-now', emergencyCall: 'none' }, 'noCallWhy'],
    [{ emergency: 'perhaps' }, 'emergency'],
    [{ emergencyAsked: true, concern: 'penetrative-abuse' }, 'emergency'],
  ])('is not taken without its call or why there was none: %j', async (lacking, field) => {
    const officer = await aMashOfficer(database)
    const before = await fingerprint(database)
    for (let twice = 0; twice < 2; twice += 1) {
      const outcome = await perform(takeReferral, officer, referralOf({ ...child('Lackland'), ...lacking }), { key: randomUUID(), now: MONDAY_NINE })
      expect(outcome).toMatchObject({ ok: false, kind: 'invalid' })
      if (!outcome.ok && outcome.kind === 'invalid') expect(outcome.problems.map((problem) => problem.field)).toContain(field)
    }
    expect(await fingerprint(database)).toEqual(before)
  })

  it('comes from a teacher too, who is shown nothing of the queue', async () => {
    const teacher = await aTeacher(database, 'merton')
    const { referralId } = await aReferral(teacher, { borough: 'merton', fromAgency: 'education', ...child('Schoolbridge'), ...LIVE })
    expect((await ids(await aMashOfficer(database, 'merton'), later(1)))[0]).toBe(referralId)
    expect(await queue(teacher, ALL, later(1))).toBeNull()
    expect(await changesSince(teacher, readMark('merton.0'))).toBeNull()
  })

  it('stays one when its contact becomes a referral: the form comes filled with it', async () => {
    const officer = await aMashOfficer(database, 'croydon')
    const { referralId } = await aReferral(officer, { form: 'contact', borough: 'croydon', ...child('Contactbury'), ...LIVE })
    expect(await contactDraft(officer, referralId)).toMatchObject({ values: { emergency: 'danger-now', emergencyCall: 'made', callReference: 'CAD 1422/16MAY16' } })
    // Of a restricted child nothing is filled in, and no second record is begun: the page says what to open first.
    const [hidden = ''] = await childrenOf(database, referralId)
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [hidden])
    expect(await contactDraft(officer, referralId)).toEqual({ restricted: hidden })
  })

  it('becomes known afterwards, is rung through afterwards, and ends by a social worker’s word alone', async () => {
    const [officer, worker] = [await aMashOfficer(database, 'camden'), await aSocialWorker(database, 'camden')]
    const { referralId } = await aReferral(officer, { borough: 'camden', ...child('Afterwood') })
    const ask = (actor: Actor, said: Record<string, unknown>, minutes: number) => perform(recordEmergencyAct, actor, { referralId, ...said }, { key: randomUUID(), now: later(minutes) })
    expect(await ask(officer, { emergency: 'none', reason: 'A mistake' }, 5)).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await ask(officer, { emergency: 'danger-now', emergencyCall: 'none', noCallWhy: 'The line was dead' }, 10)).toMatchObject({ ok: true })
    expect((await duty(referralId)).map((row) => row.due_at)).toEqual([later(25)])
    expect(await ask(officer, { emergency: 'danger-now', emergencyCall: 'made', callReference: 'CAD 7' }, 12)).toMatchObject({ ok: true })
    expect(await duty(referralId)).toHaveLength(1)
    expect((await referralPage(officer, referralId, later(12)))?.referral.emergency?.call).toContain('CAD 7')
    expect(await perform(setRag, worker, { referralId, rag: 'green', reason: 'Calm now' }, { key: randomUUID(), now: later(13) })).toMatchObject({ ok: false, kind: 'invalid' })
    const before = await fingerprint(database)
    for (let twice = 0; twice < 2; twice += 1) expect(await ask(officer, { emergency: 'none', reason: 'Calm now' }, 14)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await ask(worker, { emergency: 'none' }, 14)).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await fingerprint(database)).toEqual(before)
    expect(await ask(worker, { emergency: 'none', reason: 'The child is safe at the hospital' }, 15)).toMatchObject({ ok: true })
    expect((await duty(referralId))[0]?.ended_why).toBe('no-emergency')
    expect((await queue(officer, ALL, later(16)))?.rows[0]).toMatchObject({ emergency: null, rag: 'red' })
    expect(await perform(setRag, worker, { referralId, rag: 'blue', reason: 'No need' }, { key: randomUUID(), now: later(17) })).toMatchObject({ ok: true })
    expect((await queue(officer, { ...ALL, rag: 'blue' }, later(18)))?.rows.map((row) => row.rag)).toEqual(['blue'])
  })
})

describe('what changed in the queue', () => {
  it('is counted by referral since the page was made, of the own boroughs alone', async () => {
    const [officer, elsewhere] = [await aMashOfficer(database, 'bexley'), await aMashOfficer(database, 'barnet')]
    const mark = readMark((await queue(officer, ALL, MONDAY_NINE))?.mark ?? '')
    expect([...mark]).toEqual([['bexley', 0]])
    expect(await changesSince(officer, mark)).toBe(0)
    const { referralId } = await aReferral(officer, { borough: 'bexley', ...child('Changeford') })
    await perform(claimReferral, officer, { referralId }, { key: randomUUID(), now: later(1) })
    await aReferral(elsewhere, { borough: 'barnet', ...child('Elsewhere') })
    expect(await changesSince(officer, mark)).toBe(1)
    await aReferral(officer, { borough: 'bexley', ...child('Changebury') })
    expect(await changesSince(officer, mark)).toBe(2)
    expect(await changesSince(elsewhere, mark)).toBe(0)
    expect(await changesSince(officer, readMark((await queue(officer, ALL, later(2)))?.mark ?? ''))).toBe(0)
  })

  it.each(['', 'bexley', 'bexley.x', "bexley.0'; --", '*.0', 'bexley.-1'])('a mark that is none (%s) reads as nothing', async (text) => {
    expect([...readMark(text)]).toEqual([])
  })

  it('the queue is filtered by who sent it', async () => {
    const officer = await aMashOfficer(database, 'brent')
    const school = await aReferral(officer, { borough: 'brent', fromAgency: 'education', ...child('Fromschool') })
    await aReferral(officer, { borough: 'brent', fromAgency: 'health', fromWords: 'GP', ...child('Fromgp') })
    expect(await ids(officer, later(5), { agency: 'education' })).toEqual([school.referralId])
    expect(await ids(officer, later(5), { agency: 'nobody' })).toEqual([])
  })
})
