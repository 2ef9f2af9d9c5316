import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import { liftRestriction } from '@/lib/access/restriction/lift-restriction'
import { restrictPerson } from '@/lib/access/restriction/restrict-person'
import { perform } from '@/lib/acts/perform'
import { findPeople } from '@/lib/people/search'
import { personHousehold, personOverview } from '@/lib/people/queries'
import { decideReferral } from '@/lib/referrals/acts/decide'
import { matchPerson } from '@/lib/referrals/acts/match-person'
import { newPerson } from '@/lib/referrals/acts/new-person'
import { setRag } from '@/lib/referrals/acts/set-rag'
import { acknowledgeReferrer } from '@/lib/referrals/acts/tell'
import { lookingFor } from '@/lib/referrals/looking'
import { queue } from '@/lib/referrals/queue'
import { referralPage } from '@/lib/referrals/referral-page'
import { sentReferral } from '@/lib/referrals/sent'
import { takeReferral } from '@/lib/referrals/take-referral'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, anActor, aSocialWorker, aTeacher } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { fingerprint } from '@/tests/support/fingerprint'
import { childrenOf } from '@/tests/support/recorded-discussions'
import { aReferral, referralOf } from '@/tests/support/referrals'

const database = useDatabase()
const TEN = new Date('2016-05-16T09:00:00.000Z')
const TWO = new Date('2016-05-16T13:00:00.000Z')
const key = (): { key: string; now: Date } => ({ key: randomUUID(), now: TWO })

let houses = 0
interface Sent { readonly referralId: string; readonly provisional: string; readonly known: string; readonly teacher: Actor }

/** A child known to `borough` since Monday nine, and the same child sent by a school of Bromley at ten, spelled otherwise. */
async function sentAgain(surname: string, borough = 'bromley'): Promise<Sent> {
  // A home and a birthday of their own, or every child of this file would be like every other.
  houses += 1
  const month = `20${String(houses % 8 + 1).padStart(2, '0')}-${String(houses % 12 + 1).padStart(2, '0')}`
  const first = await aReferral(await aMashOfficer(database, borough), { borough, concern: null, form: 'contact', children: [{ givenName: 'Quillon', familyName: surname, bornOn: `${month}-${String(houses % 20 + 1).padStart(2, '0')}`, address: `${houses} Wharf Court`, postcode: `ZZ${houses} 1AB` }] })
  const [known = ''] = await childrenOf(database, first.referralId)
  const teacher = await aTeacher(database)
  const { referralId } = await aReferral(teacher, {
    concern: 'serious-injury', rag: 'red', children: [{ givenName: 'Quilon', familyName: surname, bornOn: `${month}-${String(houses % 20 + 2).padStart(2, '0')}`, address: `${houses} Other Street`, postcode: `ZZ${houses} 2CD`, telephone: `020 7946 0${100 + houses}` }],
  }, TEN)
  const [provisional = ''] = await childrenOf(database, referralId)
  return { referralId, provisional, known, teacher }
}
const matchOf = ({ referralId, provisional, known }: Sent) => ({ referralId, personId: provisional, knownId: known, reason: 'Same school, same mother, one day apart' })
interface DutyRow { rule: string; starts_at: Date; due_at: Date; ended_why: string | null }
const dutiesOf = (child: string, referralId: string): Promise<DutyRow[]> => database.admin<DutyRow & Record<string, unknown>>(
  'SELECT rule, starts_at, due_at, ended_why FROM deadline WHERE child_id = $1 AND referral_id = $2 AND superseded_at IS NULL AND met_at IS NULL ORDER BY rule', [child, referralId])

describe('what a partner’s form made', () => {
  it('is shown to the receiving worker with who it may be, to be looked for, and says so in the queue', async () => {
    const sent = await sentAgain('Zephyrmark')
    const worker = await aSocialWorker(database)
    const looking = await lookingFor(worker, sent.referralId, TWO)
    expect(looking).toMatchObject({ mayLook: true, mayMatch: true, looked: [], waiting: [{ id: sent.provisional, role: 'child' }] })
    expect(looking.waiting[0]?.hits.map((hit) => [hit.card.id, hit.confidence, hit.reasons.includes('born one day apart')])).toEqual([[sent.known, 'likely', true]])
    const waiting = await queue(worker, { borough: null, rag: null, who: null, late: false, concern: null, q: null, after: null }, TWO)
    expect(waiting?.rows.find((row) => row.id === sent.referralId)?.notLookedFor).toBe(1)
    expect((await database.admin('SELECT 1 FROM reading_log WHERE account_id = $1 AND person_id = $2', [worker.accountId, sent.known])).length).toBeGreaterThan(0)
  })

  it('is not asked of what a worker took, who looked at the form', async () => {
    const worker = await aSocialWorker(database)
    const { referralId } = await aReferral(worker, { children: [{ givenName: 'Own', familyName: 'Taken' }] })
    expect((await lookingFor(worker, referralId, TWO)).waiting).toEqual([])
  })

  it('cannot be decided on until somebody looked; immediate protection does not wait', async () => {
    const sent = await sentAgain('Undecidable')
    const manager = await aDecisionMaker(database)
    const decision = { referralId: sent.referralId, outcome: 's47', reason: 'Reasonable cause.' }
    const refused = await perform(decideReferral, manager, decision, key())
    expect(refused).toMatchObject({ ok: false, kind: 'refused', refusals: [{ rule: 'person-not-looked-for', clause: 'ref-search-first' }] })
    expect(await database.admin('SELECT decided_at FROM referral WHERE id = $1', [sent.referralId])).toEqual([{ decided_at: null }])
    expect((await perform(newPerson, await aMashOfficer(database), { referralId: sent.referralId, personId: sent.provisional }, key())).ok).toBe(true)
    expect((await perform(decideReferral, manager, decision, key())).ok).toBe(true)
    const other = await sentAgain('Indanger')
    expect((await perform(decideReferral, manager, { ...decision, referralId: other.referralId, outcome: 'immediate-protection' }, key())).ok).toBe(true)
    expect((await lookingFor(manager, other.referralId, TWO)).waiting).toHaveLength(1)
  })

  it('becoming a referral from a contact is still to be looked for', async () => {
    const teacher = await aTeacher(database)
    const { referralId: contactId } = await aReferral(teacher, { form: 'contact', concern: null, children: [{ givenName: 'Carried', familyName: 'Overmuch' }] })
    const [personId = ''] = await childrenOf(database, contactId)
    const worker = await aSocialWorker(database)
    const { referralId } = await aReferral(worker, { contactId, children: [{ personId }] })
    expect((await lookingFor(worker, referralId, TWO)).waiting.map((one) => one.id)).toEqual([personId])
  })
})

describe('none of these', () => {
  it('is recorded with who looked, and not asked again; the second is told by whom', async () => {
    const sent = await sentAgain('Newcomer')
    const [worker, other] = [await aSocialWorker(database), await aMashOfficer(database)]
    const input = { referralId: sent.referralId, personId: sent.provisional }
    expect((await perform(newPerson, worker, input, key())).ok).toBe(true)
    expect(await lookingFor(worker, sent.referralId, TWO)).toMatchObject({ waiting: [], looked: [expect.stringContaining(`a new person, ${worker.name}`)] })
    const before = await fingerprint(database)
    for (const again of [await perform(newPerson, other, input, key()), await perform(matchPerson, worker, matchOf(sent), key())]) {
      expect(again).toEqual({ ok: false, kind: 'conflict', says: `${worker.name} has looked for this person already.` })
    }
    expect(await fingerprint(database)).toEqual(before)
    expect(await database.admin(`SELECT e.recorded_by FROM entry e JOIN entry_subject s ON s.entry_id = e.id WHERE s.person_id = $1 AND e.kind = 'person-looked-for'`, [sent.provisional])).toEqual([{ recorded_by: worker.accountId }])
  })
})

describe('the same person', () => {
  it('starts every clock on the known child from the original receipt and ends those of the copy as matched', async () => {
    const sent = await sentAgain('Clockwise')
    const before = await dutiesOf(sent.provisional, sent.referralId)
    expect(before.length).toBeGreaterThan(3)
    expect((await perform(matchPerson, await aSocialWorker(database), matchOf(sent), key())).ok).toBe(true)
    expect((await dutiesOf(sent.provisional, sent.referralId)).every((duty) => duty.ended_why === 'matched')).toBe(true)
    expect(await dutiesOf(sent.known, sent.referralId)).toEqual(before)
    const [entry] = await database.admin<{ occurred_at: Date; recorded_at: Date; body: Record<string, unknown> }>(
      `SELECT e.occurred_at, e.recorded_at, p.body FROM entry e JOIN entry_subject s ON s.entry_id = e.id JOIN entry_payload p ON p.entry_id = e.id
       WHERE s.person_id = $1 AND e.kind = 'referral-made' AND e.referral_id = $2`, [sent.known, sent.referralId])
    expect(entry).toMatchObject({ occurred_at: TEN, recorded_at: TWO, body: { matched_from: sent.provisional, first_recorded_at: TEN.toISOString(), concern: 'serious-injury' } })
  })

  it('takes over what was done before it was known: the rating and the acknowledgement', async () => {
    const sent = await sentAgain('Halfdone')
    const worker = await aSocialWorker(database)
    await perform(setRag, worker, { referralId: sent.referralId, rag: 'amber', reason: 'Read again' }, { key: randomUUID(), now: new Date('2016-05-16T10:00:00Z') })
    await perform(acknowledgeReferrer, worker, { referralId: sent.referralId, note: '' }, { key: randomUUID(), now: new Date('2016-05-16T10:30:00Z') })
    const before = await dutiesOf(sent.provisional, sent.referralId)
    expect((await perform(matchPerson, worker, matchOf(sent), key())).ok).toBe(true)
    expect(await dutiesOf(sent.known, sent.referralId)).toEqual(before)
    expect(before.some((duty) => duty.rule === 'referral/acknowledgement')).toBe(false)
  })

  it('keeps everything: what was told stands further on the known record, the copy is found no more and leads there', async () => {
    const sent = await sentAgain('Keepsake')
    const worker = await aSocialWorker(database)
    expect((await perform(matchPerson, worker, matchOf(sent), key())).ok).toBe(true)
    expect((await findPeople(worker, { q: 'Quilon Keepsake' }, TWO)).map((hit) => hit.card.id)).toEqual([sent.known])
    const home = await personHousehold(worker, sent.known, TWO)
    if (home?.shut !== null) throw new Error('the known record is open')
    expect(home.more.addresses.map((one) => one.line.replace(/^\d+ /, '').replace(/,.*/, '')).sort()).toEqual(['Other Street', 'Wharf Court'])
    expect(home.more.names.map((one) => one.name)).toEqual(['Quilon Keepsake'])
    expect(home.head).toMatchObject({ lives: expect.stringMatching(/Wharf Court, Bromley/) as string, name: 'Quillon Keepsake', matchedTo: null })
    const copy = await personOverview(worker, sent.provisional, TWO)
    if (copy?.shut !== null) throw new Error('the copy is open')
    expect(copy.head.matchedTo).toBe(sent.known)
    expect(copy.more.duties).toEqual([])
    const page = await referralPage(worker, sent.referralId, TWO)
    expect([page?.referral.children.map((child) => child.id), page?.referral.adults]).toEqual([[sent.known], []])
    expect(page?.duties.filter((duty) => duty.state === 'ended')).toEqual([])
    expect(page?.duties.length).toBeGreaterThan(3)
    expect((await database.admin('SELECT person_id, role FROM referral_person WHERE referral_id = $1 ORDER BY role', [sent.referralId]))).toEqual([{ person_id: sent.known, role: 'child' }, { person_id: sent.provisional, role: 'matched' }])
  })

  it('known elsewhere in London is known here from then on', async () => {
    const sent = await sentAgain('Acrosstown', 'sutton')
    const worker = await aSocialWorker(database)
    expect((await lookingFor(worker, sent.referralId, TWO)).waiting[0]?.hits.map((hit) => hit.card.id)).toEqual([sent.known])
    expect((await perform(matchPerson, worker, matchOf(sent), key())).ok).toBe(true)
    expect((await personOverview(worker, sent.known, TWO))?.shut).toBe(null)
    expect((await dutiesOf(sent.known, sent.referralId)).length).toBeGreaterThan(3)
  })

  it('an adult is matched too, and what is said of them stands on the known adult', async () => {
    const first = await aReferral(await aMashOfficer(database), { children: [{ givenName: 'Ada', familyName: 'Grownhouse' }], adults: [{ role: 'suspect', givenName: 'Seth', familyName: 'Grownhouse', bornOn: '1980-01-01' }] })
    const idOf = async (referralId: string): Promise<string> => (await database.admin<{ person_id: string }>(`SELECT person_id FROM referral_person WHERE referral_id = $1 AND role = 'suspect'`, [referralId]))[0]?.person_id ?? ''
    const { referralId } = await aReferral(await aTeacher(database), { children: [{ givenName: 'Bea', familyName: 'Elsewhere' }], adults: [{ role: 'suspect', givenName: 'Seth', familyName: 'Grownhouse', bornOn: '1980-01-01' }] })
    const [known, provisional] = [await idOf(first.referralId), await idOf(referralId)]
    expect((await perform(matchPerson, await aSocialWorker(database), { referralId, personId: provisional, knownId: known, reason: 'Same man' }, key())).ok).toBe(true)
    expect(await idOf(referralId)).toBe(known)
    expect(await database.admin(`SELECT count(*)::int AS n FROM relationship WHERE person_id = $1 AND kind = 'suspect' AND until IS NULL`, [known])).toEqual([{ n: 2 }])
  })

  it('a child sent twice on one form is one child', async () => {
    const sent = await sentAgain('Doubled')
    const { referralId } = await aReferral(sent.teacher, { children: [{ givenName: 'Quil', familyName: 'Doubled' }, { givenName: 'Quillon', familyName: 'Doubled' }] })
    const worker = await aSocialWorker(database)
    for (const personId of await childrenOf(database, referralId)) {
      expect((await perform(matchPerson, worker, { referralId, personId, knownId: sent.known, reason: 'Named twice' }, key())).ok).toBe(true)
    }
    expect(await childrenOf(database, referralId)).toEqual([sent.known])
  })

  it('posted twice is done once; of two workers at one moment one matches and the other is told', async () => {
    const twice = await sentAgain('Doublepost')
    const worker = await aSocialWorker(database)
    const one = key()
    const both = await Promise.all([perform(matchPerson, worker, matchOf(twice), one), perform(matchPerson, worker, matchOf(twice), one)])
    expect(both.map((outcome) => outcome.ok)).toEqual([true, true])
    const made = () => database.admin(`SELECT 1 FROM entry e JOIN entry_subject s ON s.entry_id = e.id WHERE s.person_id = $1 AND e.kind = 'referral-made'`, [twice.known])
    expect(await made()).toHaveLength(1)
    const raced = await sentAgain('Raced')
    const outcomes = await Promise.all([worker, await aSocialWorker(database), await aDecisionMaker(database)].map((actor) => perform(matchPerson, actor, matchOf(raced), key())))
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.kind)).sort()).toEqual(['conflict', 'conflict', 'ok'])
  })

  it('two records matched into each other at one moment do not both disappear', async () => {
    const [a, b] = [await sentAgain('Ring'), await sentAgain('Ringer')]
    const worker = await aSocialWorker(database)
    const outcomes = await Promise.all([perform(matchPerson, worker, { ...matchOf(a), knownId: b.provisional }, key()), perform(matchPerson, worker, { ...matchOf(b), knownId: a.provisional }, key())])
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.kind)).sort()).toEqual(['conflict', 'ok'])
    expect(await database.admin('SELECT 1 FROM person WHERE id = ANY ($1) AND matched_to IS NULL', [[a.provisional, b.provisional]])).toHaveLength(1)
  })
})

describe('refused, and no row touched', () => {
  it('without a reason or a choice, with oneself, with nobody, with somebody not of this referral, in another borough', async () => {
    const sent = await sentAgain('Refused')
    const [worker, good] = [await aSocialWorker(database), matchOf(sent)]
    const stranger = await aSocialWorker(database, 'sutton')
    const before = await fingerprint(database)
    const expected: [Actor, object, object][] = [
      [worker, { ...good, reason: ' ' }, { kind: 'invalid', problems: [{ field: 'reason', message: 'Say what shows that it is the same person' }] }],
      [worker, { ...good, knownId: undefined }, { kind: 'invalid', problems: [{ field: 'knownId', message: 'Choose the record that is the same person' }] }],
      [worker, { ...good, knownId: sent.provisional }, { kind: 'invalid', problems: [{ field: 'knownId', message: 'Choose somebody else' }] }],
      [worker, { ...good, knownId: randomUUID() }, { kind: 'invalid', problems: [{ field: 'knownId', message: 'Choose somebody who is on record' }] }],
      [worker, { ...good, personId: sent.known, knownId: sent.provisional }, { kind: 'not-found' }],
      [worker, { ...good, referralId: randomUUID() }, { kind: 'not-found' }],
      [stranger, good, { kind: 'not-found' }],
    ]
    for (const [actor, input, answer] of expected) {
      for (const _ of [1, 2]) expect(await perform(matchPerson, actor, input, key())).toEqual({ ok: false, ...answer })
    }
    expect(await perform(newPerson, stranger, { referralId: sent.referralId, personId: sent.provisional }, key())).toEqual({ ok: false, kind: 'not-found' })
    expect(await perform(newPerson, worker, { referralId: sent.referralId, personId: sent.known }, key())).toEqual({ ok: false, kind: 'not-found' })
    expect(await fingerprint(database)).toEqual(before)
  })

  it('by every role that joins no identities; a MASH officer sees who it may be and may say that it is nobody known', async () => {
    const sent = await sentAgain('Forbidden')
    const before = await fingerprint(database)
    const officer = await aMashOfficer(database)
    const edt = await anActor(database, { role: 'emergency-duty-worker', agency: 'csc', boroughs: ['bromley'] })
    for (const actor of [officer, edt, sent.teacher]) expect(await perform(matchPerson, actor, matchOf(sent), key())).toMatchObject({ ok: false, kind: 'forbidden' })
    const cait = await aCaitSupervisor(database)
    expect(await perform(newPerson, cait, { referralId: sent.referralId, personId: sent.provisional }, key())).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await lookingFor(officer, sent.referralId, TWO)).toMatchObject({ mayLook: true, mayMatch: false, waiting: [{ hits: [{ card: { id: sent.known } }] }] })
    expect(await lookingFor(sent.teacher, sent.referralId, TWO)).toEqual({ waiting: [], looked: [], mayLook: false, mayMatch: false })
    expect((await fingerprint(database))['referral_person']).toEqual(before['referral_person'])
  })
})

describe('a restricted known person', () => {
  it('is masked and not matched by whoever has not opened the record; opened, the copy becomes restricted too', async () => {
    const sent = await sentAgain('Hidden')
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [sent.known])
    const worker = await aSocialWorker(database)
    const { waiting } = await lookingFor(worker, sent.referralId, TWO)
    expect(waiting[0]?.hits.filter((hit) => hit.card.id === sent.known)).toEqual([{ card: { id: sent.known, masked: true, name: 'Restricted person' }, confidence: null, reasons: [] }])
    const before = await fingerprint(database)
    for (const _ of [1, 2]) expect(await perform(matchPerson, worker, matchOf(sent), key())).toEqual({ ok: false, kind: 'invalid', problems: [{ field: 'knownId', message: 'This person is restricted: open the record first' }] })
    expect(await fingerprint(database)).toEqual(before)
    await database.admin(`INSERT INTO record_opening (id, account_id, person_id, depth, purpose, reason, break_glass, opened_at, ends_at) VALUES ($1, $2, $3, 'narrative', 'safeguarding', 'A match', true, $4, $5)`,
      [randomUUID(), worker.accountId, sent.known, TEN, new Date(TWO.getTime() + 3_600_000)])
    const opened = await loadActor(worker.accountId, TWO)
    if (opened === null) throw new Error('the worker is still there')
    expect((await perform(matchPerson, opened, matchOf(sent), key())).ok).toBe(true)
    const colleague = await aSocialWorker(database)
    const page = await referralPage(colleague, sent.referralId, TWO)
    expect(page?.referral.children.map((child) => child.name)).toEqual(['Restricted person'])
    expect(JSON.stringify([page, await lookingFor(colleague, sent.referralId, TWO), await personOverview(colleague, sent.provisional, TWO), await findPeople(colleague, { q: 'Quilon Hidden' }, TWO)])).not.toMatch(/Hidden/)
  })
})

describe('a known person restricted after the match', () => {
  it('has the copies restricted with them, and opened again with them', async () => {
    const sent = await sentAgain('Laterhid')
    expect((await perform(matchPerson, await aSocialWorker(database), matchOf(sent), key())).ok).toBe(true)
    const manager = await aDecisionMaker(database)
    expect((await perform(restrictPerson, manager, { personId: sent.known, reason: 'The father works for the council and looks.' }, key())).ok).toBe(true)
    const restricted = () => database.admin('SELECT 1 FROM person WHERE id = ANY ($1) AND restricted', [[sent.known, sent.provisional]])
    expect(await restricted()).toHaveLength(2)
    expect((await personOverview(await aSocialWorker(database), sent.provisional, TWO))?.shut).toBe('restricted')
    const other = await aDecisionMaker(database)
    await database.admin(`INSERT INTO record_opening (id, account_id, person_id, depth, purpose, reason, break_glass, opened_at, ends_at) VALUES ($1, $2, $3, 'narrative', 'safeguarding', 'To lift', true, $4, $5)`,
      [randomUUID(), other.accountId, sent.known, TWO, new Date(TWO.getTime() + 3_600_000)])
    const opened = await loadActor(other.accountId, TWO)
    if (opened === null) throw new Error('the other is still there')
    expect((await perform(liftRestriction, opened, { personId: sent.known, reason: 'The father has left the council.' }, key())).ok).toBe(true)
    expect(await restricted()).toHaveLength(0)
  })
})

describe('the partner who sent it', () => {
  it('reads what was sent and never a match', async () => {
    const sent = await sentAgain('Asitwas')
    const before = await sentReferral(sent.teacher, sent.referralId, TWO)
    expect((await perform(matchPerson, await aSocialWorker(database), matchOf(sent), key())).ok).toBe(true)
    expect(await sentReferral(sent.teacher, sent.referralId, TWO)).toEqual(before)
    expect(await personOverview(sent.teacher, sent.known, TWO)).toBe(null)
    expect(await referralPage(sent.teacher, sent.referralId, TWO)).toBe(null)
  })

  it('cannot change who is in a referral at the database either', async () => {
    const sent = await sentAgain('Secondwall')
    const { withTransaction } = await import('@/lib/platform/db')
    const { wallSettings } = await import('@/lib/access/visibility')
    const stranger = await aSocialWorker(database, 'sutton')
    for (const actor of [sent.teacher, stranger]) {
      expect(await withTransaction(wallSettings(actor), (tx) => tx.$executeRaw`UPDATE referral_person SET looked_at = ${TWO}::timestamptz WHERE person_id = ${sent.provisional}::uuid`)).toBe(0)
      expect(await withTransaction(wallSettings(actor), (tx) => tx.$executeRaw`UPDATE person SET matched_to = ${sent.known}::uuid WHERE id = ${sent.provisional}::uuid`)).toBe(0)
    }
    const worker = await aSocialWorker(database)
    await expect(withTransaction(wallSettings(worker), (tx) => tx.$executeRaw`UPDATE referral_person SET person_id = ${sent.known}::uuid WHERE person_id = ${sent.provisional}::uuid`)).rejects.toThrow(/permission denied/)
  })
})

describe('a date of birth that cannot be', () => {
  it.each([['2030-05-03', /future/], ['1600-05-03', /120 years/], ['1896-05-15', /120 years/]])('%s is an error beside its field, for everybody on the form', async (bornOn, message) => {
    const officer = await aMashOfficer(database)
    const before = await fingerprint(database)
    const outcome = await perform(takeReferral, officer, referralOf({
      children: [{ givenName: 'Ivo', familyName: 'Fine', bornOn: '2007-01-01' }, { givenName: 'Ira', familyName: 'Impossible', bornOn }],
      adults: [{ role: 'other', givenName: 'Abe', familyName: 'Impossible', bornOn }], household: [{ kin: 'sibling', givenName: 'Eve', familyName: 'Impossible', bornOn }],
    }), key())
    expect(outcome).toEqual({ ok: false, kind: 'invalid', problems: ['children.1', 'adults.0', 'household.0'].map((at) => ({ field: `${at}.bornOn`, message: expect.stringMatching(message) as string })) })
    expect(await fingerprint(database)).toEqual(before)
  })

  it('of today, of 120 years ago to the day and of an adult given as a child are taken', async () => {
    const officer = await aMashOfficer(database)
    for (const bornOn of ['2016-05-16', '1896-05-16', '1990-01-01']) {
      expect((await perform(takeReferral, officer, referralOf({ children: [{ givenName: 'Any', familyName: `Age${bornOn}`, bornOn }] }), key())).ok).toBe(true)
    }
  })
})
