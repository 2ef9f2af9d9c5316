import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import { readAs } from '@/lib/access/read-as'
import { breakGlass } from '@/lib/access/openings/break-glass'
import { openingsToReview } from '@/lib/access/openings/queries'
import { openWithReason } from '@/lib/access/openings/open-with-reason'
import { reviewBreakGlass } from '@/lib/access/openings/review-break-glass'
import { TypedPassword } from '@/lib/access/openings/typed-password'
import type { Act } from '@/lib/acts/act'
import type { Outcome } from '@/lib/acts/outcome'
import { perform } from '@/lib/acts/perform'
import { FormValues } from '@/lib/forms/form-values'
import { formActs } from '@/lib/forms/registry'
import { addFlag } from '@/lib/people/acts/add-flag'
import { correctPerson } from '@/lib/people/acts/correct-person'
import { linkPeople } from '@/lib/people/acts/link-people'
import { setAddress } from '@/lib/people/acts/set-address'
import { personHousehold, personOverview } from '@/lib/people/queries'
import { setCircumstances } from '@/lib/people/acts/set-circumstances'
import { explainDuty } from '@/lib/deadlines/explain'
import { watchDeadlines } from '@/lib/deadlines/watch'
import { circumstancesOf, identityOf, seenDigest } from '@/lib/people/identity'
import { findPeople } from '@/lib/people/search'
import { hashPassword } from '@/lib/platform/auth/password'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, anActor, aSocialWorker, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
const doing = <S extends z.ZodType>(act: Act<S>, actor: Actor, input: unknown, now = MONDAY_NINE): Promise<Outcome> => perform(act, actor, input, { key: randomUUID(), now })
const again = async (actor: Actor, now: Date): Promise<Actor> => {
  const loaded = await loadActor(actor.accountId, now)
  if (loaded === null) throw new Error('the account is gone')
  return loaded
}

let bromley: Actor
let lewisham: Actor
let teacher: Actor
let administrator: Actor

beforeAll(async () => {
  bromley = await aSocialWorker(database, 'bromley')
  lewisham = await aMashOfficer(database, 'lewisham')
  teacher = await aTeacher(database)
  administrator = await anActor(database, { role: 'administrator', agency: 'police', boroughs: [] })
})

/** A child of their own for each test; restricted on request. */
async function aChild(overrides: Record<string, unknown> = {}, restricted = false): Promise<string> {
  const familyName = `Test${randomUUID().slice(0, 8)}`
  await aReferral(bromley, { children: [{ givenName: 'Ottoline', familyName, bornOn: '2007-03-01', ...overrides }] })
  const [row] = await database.admin<{ id: string }>('SELECT id FROM person WHERE family_name = $1', [overrides['familyName'] ?? familyName])
  if (row === undefined) throw new Error('no child')
  if (restricted) await database.admin('UPDATE person SET restricted = true WHERE id = $1', [row.id])
  return row.id
}
const person = async (id: string) => (await database.admin('SELECT * FROM person WHERE id = $1', [id]))[0]
const kinds = async (id: string): Promise<string[]> =>
  (await database.admin<{ kind: string }>('SELECT e.kind FROM entry e JOIN entry_subject s ON s.entry_id = e.id WHERE s.person_id = $1 ORDER BY e.recorded_at, e.seq', [id])).map((row) => row.kind)

describe('opening with a reason', () => {
  const why = { purpose: 'referred-here', reason: 'Her sister was referred to us this morning.' }

  it('opens everything for eight hours, logged and on the record for its lead', async () => {
    const personId = await aChild()
    const outcome = await doing(openWithReason, lewisham, { personId, ...why })
    expect(outcome).toMatchObject({ ok: true, result: { goTo: `/people/${personId}` } })
    expect((await again(lewisham, at(7.9))).opened.map((open) => [open.personId, open.depth])).toContainEqual([personId, 'narrative'])
    expect((await again(lewisham, at(8))).opened.map((open) => open.personId)).not.toContain(personId)
    expect(await kinds(personId)).toContain('record-opened')
    expect(await database.admin('SELECT reason, depth FROM reading_log WHERE person_id = $1 AND reason IS NOT NULL', [personId])).toEqual([{ reason: why.reason, depth: 'narrative' }])
    const [entry] = await database.admin<{ ledger: string; body: object }>(`SELECT e.ledger, p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id JOIN entry_subject s ON s.entry_id = e.id WHERE s.person_id = $1 AND e.kind = 'record-opened'`, [personId])
    expect(entry).toMatchObject({ ledger: 'bromley', body: { ...why, break_glass: false } })
  })

  it('needs a purpose and a sentence, and leaves nothing behind without them', async () => {
    const personId = await aChild()
    const outcome = await doing(openWithReason, lewisham, { personId, purpose: 'curious', reason: 'because' })
    expect(outcome).toEqual({ ok: false, kind: 'invalid', problems: [{ field: 'purpose', message: 'Choose what it is for' }, { field: 'reason', message: 'Say it in a sentence' }] })
    expect(await database.admin('SELECT 1 FROM record_opening WHERE person_id = $1', [personId])).toEqual([])
  })

  it('is not for a partner, an administrator, a restricted record, a stranger, or what is open already', async () => {
    const personId = await aChild()
    const hidden = await aChild({}, true)
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['lewisham'] })
    expect(await doing(openWithReason, teacher, { personId, ...why })).toMatchObject({ kind: 'forbidden' })
    expect(await doing(openWithReason, administrator, { personId, ...why })).toMatchObject({ kind: 'forbidden' })
    expect(await doing(openWithReason, manager, { personId, ...why })).toMatchObject({ kind: 'not-found' })
    expect(await doing(openWithReason, lewisham, { personId: hidden, ...why })).toMatchObject({ kind: 'forbidden' })
    expect(await doing(openWithReason, lewisham, { personId: randomUUID(), ...why })).toMatchObject({ kind: 'not-found' })
    expect(await doing(openWithReason, bromley, { personId, ...why })).toMatchObject({ kind: 'conflict' })
    expect(await database.admin('SELECT 1 FROM record_opening WHERE person_id = ANY ($1)', [[personId, hidden]])).toEqual([])
  })
})

describe('break-glass', () => {
  const why = { purpose: 'safety-tonight', reason: 'The address is on fire and we must know who lives there.' }
  const withPassword = async (actor: Actor): Promise<Actor> => {
    await database.admin('UPDATE account SET password_hash = $2 WHERE id = $1', [actor.accountId, await hashPassword('correct horse')])
    return actor
  }

  it('opens a restricted record for three hours on a fresh password, which is kept nowhere', async () => {
    const personId = await aChild({}, true)
    const officer = await withPassword(await aMashOfficer(database, 'bromley'))
    expect(await doing(breakGlass, officer, { personId, ...why, password: new TypedPassword('correct horse') })).toMatchObject({ ok: true })
    expect((await again(officer, at(2.9))).opened).toMatchObject([{ personId, breakGlass: true }])
    expect((await again(officer, at(3))).opened).toEqual([])
    expect(JSON.stringify(new TypedPassword('correct horse'))).not.toContain('horse')
    expect(`${new TypedPassword('correct horse')}`).not.toContain('horse')
    const [found] = await findPeople(await again(officer, at(1)), { q: 'Ottoline' }, at(1))
    expect(found).toBeDefined()
  })

  it('is refused with a wrong password, twice told: the answer, and nothing opened; five times locks', async () => {
    const personId = await aChild({}, true)
    const officer = await withPassword(await aMashOfficer(database, 'bromley'))
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await doing(breakGlass, officer, { personId, ...why, password: new TypedPassword(`guess ${attempt}`) })).toEqual({ ok: false, kind: 'invalid', problems: [{ field: 'password', message: 'This is not your password' }] })
    }
    expect(await doing(breakGlass, officer, { personId, ...why, password: new TypedPassword('correct horse') })).toMatchObject({ kind: 'invalid', problems: [{ message: /Too many/ as never }].map(() => expect.objectContaining({ field: 'password' })) })
    expect(await database.admin('SELECT 1 FROM record_opening WHERE person_id = $1', [personId])).toEqual([])
    expect(await kinds(personId)).not.toContain('record-opened')
  })

  it('says to whoever signs in through their organisation how to come by a password here', async () => {
    const personId = await aChild({}, true)
    for (const [name, value] of [['OIDC_ISSUER', 'https://id.example.invalid'], ['OIDC_CLIENT_ID', 'x'], ['OIDC_CLIENT_SECRET', 'x']] as const) vi.stubEnv(name, value)
    const answer = await doing(breakGlass, await withPassword(await aMashOfficer(database, 'bromley')), { personId, ...why, password: new TypedPassword('that of the organisation') })
    vi.unstubAllEnvs()
    expect(answer).toMatchObject({ kind: 'invalid', problems: [{ field: 'password', message: expect.stringMatching(/asks the administrator for a link to set one$/) as string }] })
  })

  it('is not for partners, managers or a record that is not restricted', async () => {
    const [open, hidden] = [await aChild(), await aChild({}, true)]
    const manager = await withPassword(await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] }))
    const officer = await withPassword(await aMashOfficer(database, 'bromley'))
    const password = new TypedPassword('correct horse')
    expect(await doing(breakGlass, teacher, { personId: hidden, ...why, password })).toMatchObject({ kind: 'forbidden' })
    expect(await doing(breakGlass, manager, { personId: hidden, ...why, password })).toMatchObject({ kind: 'forbidden' })
    expect(await doing(breakGlass, officer, { personId: open, ...why, password })).toMatchObject({ kind: 'conflict' })
    expect(await doing(breakGlass, officer, { personId: open, ...why })).toMatchObject({ kind: 'invalid' })
  })

  it('is owed an answer from the moment of the opening: reviewers are told at once, then the manager and London, until somebody has answered', async () => {
    const personId = await aChild({}, true)
    const opener = await withPassword(await aCaitSupervisor(database))
    const outcome = await doing(breakGlass, opener, { personId, ...why, password: new TypedPassword('correct horse') })
    const openingId = outcome.ok ? outcome.result.ids['openingId'] : undefined
    const duty = () => database.admin<{ id: string; open: boolean; owed_by: string }>(`SELECT id, owed_by, met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL AS open FROM deadline WHERE child_id = $1 AND alert = 'break-glass-unreviewed'`, [personId])
    const [raised] = await duty()
    expect(raised).toMatchObject({ open: true, owed_by: 'reviewer' })
    const told = async (hours: number): Promise<string[]> => {
      await watchDeadlines(new Date(MONDAY_NINE.getTime() + hours * 3_600_000))
      return (await database.admin<{ to_role: string }>('SELECT DISTINCT to_role FROM notification WHERE deadline_id = $1 ORDER BY to_role', [raised?.id])).map((row) => row.to_role)
    }
    expect(await told(0.01)).toEqual(['cait-supervisor', 'mash-decision-maker'])
    // Whoever is told is led to the answer, and not to the glass.
    const way = async (actor: Actor) => (await explainDuty(actor, raised?.id ?? '', at(0.1)))?.review
    expect(await way(await aDecisionMaker(database))).toEqual({ href: `/people/openings?review=${openingId}`, own: false })
    expect(await way(await again(opener, at(0.1)))).toEqual({ href: `/people/openings?review=${openingId}`, own: true })
    expect(await way(await aMashOfficer(database, 'bromley'))).toBeNull()
    expect(await told(1)).toEqual(['borough-manager', 'cait-supervisor', 'mash-decision-maker'])
    expect(await told(24)).toEqual(['borough-manager', 'cait-supervisor', 'london-lead', 'mash-decision-maker'])
    // What they are told names nobody.
    expect(JSON.stringify(await database.admin('SELECT says FROM notification WHERE deadline_id = $1', [raised?.id]))).not.toMatch(/Brackwater|Ottoline/)
    const reviewer = await aDecisionMaker(database)
    expect(await doing(reviewBreakGlass, reviewer, { openingId, verdict: 'not-justified', review: 'There was no fire.' })).toMatchObject({ ok: true })
    expect(await duty()).toMatchObject([{ open: false }])
  })

  it('is shut at once when a reviewer finds that it was not justified; justified it runs its three hours', async () => {
    for (const verdict of ['not-justified', 'justified'] as const) {
      const personId = await aChild({}, true)
      const opener = await withPassword(await aMashOfficer(database, 'bromley'))
      const opened = await doing(breakGlass, opener, { personId, ...why, password: new TypedPassword('correct horse') })
      const openingId = opened.ok ? opened.result.ids['openingId'] : ''
      expect((await again(opener, at(0.4))).opened).toHaveLength(1)
      const said = await doing(reviewBreakGlass, await aDecisionMaker(database), { openingId, verdict, review: 'There was no fire.' }, at(0.5))
      expect(said).toMatchObject({ ok: true, result: { says: verdict === 'justified' ? 'The review is recorded.' : 'The review is recorded, and the record is shut to whoever opened it.' } })
      expect((await again(opener, at(0.5))).opened, verdict).toHaveLength(verdict === 'justified' ? 1 : 0)
      expect((await again(opener, at(3))).opened).toEqual([])
    }
  })

  it('is reviewed once, by another person of a borough that knows the child, never by oneself', async () => {
    const personId = await aChild({}, true)
    const opener = await withPassword(await aCaitSupervisor(database))
    const outcome = await doing(breakGlass, opener, { personId, ...why, password: new TypedPassword('correct horse') })
    const openingId = outcome.ok ? outcome.result.ids['openingId'] : undefined
    const review = { openingId, verdict: 'justified', review: 'The fire was real; nothing else was read.' }
    expect(await doing(reviewBreakGlass, await again(opener, MONDAY_NINE), review)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await doing(reviewBreakGlass, await aCaitSupervisor(database, ['lewisham']), review)).toMatchObject({ kind: 'not-found' })
    expect(await doing(reviewBreakGlass, bromley, review)).toMatchObject({ kind: 'forbidden' })
    expect(await database.admin('SELECT reviewed_by FROM record_opening WHERE id = $1', [openingId])).toEqual([{ reviewed_by: null }])
    const [first, second] = [await aDecisionMaker(database), await aCaitSupervisor(database)]
    expect(await doing(reviewBreakGlass, first, review)).toMatchObject({ ok: true })
    expect(await doing(reviewBreakGlass, second, review)).toMatchObject({ kind: 'conflict', says: expect.stringContaining(first.name) })
    expect(await database.admin('SELECT reviewed_by FROM record_opening WHERE id = $1', [openingId])).toEqual([{ reviewed_by: first.accountId }])
  })

  describe('two who broke the glass', () => {
    const unanswered = (openingId: string | undefined) => database.admin(`SELECT reviewed_by, review FROM record_opening WHERE id = $1`, [openingId])
    const opened = async (who: Actor, personId: string, now = MONDAY_NINE): Promise<string | undefined> => {
      const outcome = await doing(breakGlass, await again(who, now), { personId, ...why, password: new TypedPassword('correct horse') }, now)
      return outcome.ok ? outcome.result.ids['openingId'] : undefined
    }
    const answer = async (who: Actor, openingId: string | undefined, now = MONDAY_NINE): Promise<Outcome> => doing(reviewBreakGlass, await again(who, now), { openingId, verdict: 'justified', review: 'The fire was real; nothing else was read.' }, now)
    /** What the page of reviews says in place of its form; null where it has the form. */
    const offered = async (who: Actor, openingId: string | undefined): Promise<string | null | undefined> => (await openingsToReview(await again(who, MONDAY_NINE), MONDAY_NINE))?.lines.find((line) => line.id === openingId)?.mayNot?.says ?? null
    const EACH_OTHER = { kind: 'refused', refusals: [{ rule: 'break-glass-each-other', clause: 'glass-review' }] }

    it('do not answer for each other’s opening of the same record, before a third has answered for theirs', async () => {
      const personId = await aChild({}, true)
      const [first, second, third] = [await withPassword(await aCaitSupervisor(database)), await withPassword(await aDecisionMaker(database)), await aCaitSupervisor(database)]
      const [hers, his] = [await opened(first, personId), await opened(second, personId)]
      for (const [who, openingId] of [[second, hers], [first, his]] as const) {
        expect(await answer(who, openingId)).toMatchObject(EACH_OTHER)
        expect(await unanswered(openingId)).toEqual([{ reviewed_by: null, review: null }])
        expect(await offered(who, openingId)).toMatch(/You opened this record by break-glass yourself/)
        expect(await offered(third, openingId)).toBeNull()
      }
      // A third has answered for his: he answers for hers. She was answered for by him, and never for him, a week on as little.
      expect(await answer(third, his)).toMatchObject({ ok: true })
      expect(await offered(second, hers)).toBeNull()
      expect(await answer(second, hers)).toMatchObject({ ok: true })
      const later = new Date(MONDAY_NINE.getTime() + 7 * 86_400_000)
      const again2 = await opened(second, personId, later)
      expect(await answer(first, again2, later)).toMatchObject(EACH_OTHER)
      expect(await unanswered(again2)).toEqual([{ reviewed_by: null, review: null }])
      expect(await answer(third, again2, later)).toMatchObject({ ok: true })
    })

    it('do not answer one another on the same day, whosever records they are; the day after they may', async () => {
      const [one, other] = [await aChild({}, true), await aChild({}, true)]
      const [first, second] = [await withPassword(await aCaitSupervisor(database)), await withPassword(await aDecisionMaker(database))]
      const [hers, his] = [await opened(first, one), await opened(second, other)]
      expect(await answer(second, hers)).toMatchObject({ ok: true })
      expect(await offered(first, his)).toMatch(/has answered for an opening of yours/)
      expect(await answer(first, his)).toMatchObject(EACH_OTHER)
      expect(await unanswered(his)).toEqual([{ reviewed_by: null, review: null }])
      expect(await answer(first, his, new Date(MONDAY_NINE.getTime() + 25 * 3_600_000))).toMatchObject({ ok: true })
    })

    it('and of two who answer for each other at one moment not both do', async () => {
      const [one, other] = [await aChild({}, true), await aChild({}, true)]
      const [first, second] = [await withPassword(await aCaitSupervisor(database)), await withPassword(await aDecisionMaker(database))]
      const [hers, his] = [await opened(first, one), await opened(second, other)]
      const answers = await Promise.all([answer(first, his), answer(second, hers)])
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    })
  })
})

describe('putting a person right', () => {
  const asShown = async (id: string): Promise<Record<string, unknown>> => {
    const row = await person(id)
    const identity = identityOf({ givenName: row?.['given_name'], familyName: row?.['family_name'], description: row?.['description'], bornOn: row?.['born_on'] === null ? null : new Date(Date.UTC(2007, 2, 1)), ageStated: row?.['age_stated'], ageDisputed: row?.['age_disputed'], sex: row?.['sex'], telephone: row?.['telephone'], lookedAfter: null, responsibleAuthority: null, planCategory: null, placement: null, leadName: null })
    return { personId: id, seen: seenDigest(identity), ...identity, age: identity.ageStated, ageDisputed: 'no', reason: 'Birth certificate seen.' }
  }

  it('keeps what stood, in the entry and findable', async () => {
    const personId = await aChild()
    const shown = await asShown(personId)
    expect(await doing(correctPerson, bromley, { ...shown, givenName: 'Odile', bornOn: '2007-03-11' })).toMatchObject({ ok: true })
    expect(await person(personId)).toMatchObject({ given_name: 'Odile' })
    const [entry] = await database.admin<{ body: { changes: unknown } }>(`SELECT p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id JOIN entry_subject s ON s.entry_id = e.id WHERE s.person_id = $1 AND e.kind = 'identity-corrected'`, [personId])
    expect(entry?.body.changes).toEqual([{ field: 'givenName', before: 'Ottoline', after: 'Odile' }, { field: 'bornOn', before: '2007-03-01', after: '2007-03-11' }])
    const [hit] = await findPeople(lewisham, { q: `Ottoline ${String(shown['familyName'])}` }, MONDAY_NINE)
    expect(hit?.card).toMatchObject({ id: personId, name: `Odile ${String(shown['familyName'])}` })
  })

  it('notices that somebody else changed it meanwhile', async () => {
    const personId = await aChild()
    const shown = await asShown(personId)
    const both = await Promise.all([doing(correctPerson, bromley, { ...shown, givenName: 'Odile' }), doing(correctPerson, bromley, { ...shown, givenName: 'Odette' })])
    expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true])
    expect(both.find((outcome) => !outcome.ok)).toMatchObject({ kind: 'conflict' })
    expect(await database.admin('SELECT name FROM person_name WHERE person_id = $1', [personId])).toHaveLength(1)
  })

  it('is for those who work where the child is known, and leaves the rest untouched', async () => {
    const personId = await aChild()
    const shown = { ...await asShown(personId), givenName: 'Odile' }
    expect(await doing(correctPerson, lewisham, shown)).toMatchObject({ kind: 'forbidden' })
    await doing(openWithReason, lewisham, { personId, purpose: 'missing', reason: 'We are looking for her now.' })
    expect(await doing(correctPerson, await again(lewisham, MONDAY_NINE), shown)).toMatchObject({ kind: 'forbidden' })
    expect(await doing(correctPerson, teacher, shown)).toMatchObject({ kind: 'forbidden' })
    expect(await doing(correctPerson, administrator, shown)).toMatchObject({ kind: 'forbidden' })
    expect(await doing(correctPerson, bromley, { ...shown, personId: randomUUID() })).toMatchObject({ kind: 'not-found' })
    expect(await doing(correctPerson, bromley, { ...shown, givenName: '', familyName: '', description: '' })).toMatchObject({ kind: 'invalid' })
    expect(await doing(correctPerson, bromley, { ...shown, bornOn: '2031-01-01' })).toMatchObject({ kind: 'invalid' })
    expect(await person(personId)).toMatchObject({ given_name: 'Ottoline' })
  })

  it('says who looks after the child, and asks which authority', async () => {
    const personId = await aChild()
    const seen = seenDigest(circumstancesOf({ lookedAfter: null, responsibleAuthority: null, planCategory: null, placement: null, leadName: null } as never))
    const input = { personId, seen, lookedAfter: 'yes', planCategory: 'neglect', leadName: 'Sade Whitlock', reason: 'Told by the team.' }
    expect(await doing(setCircumstances, bromley, input)).toEqual({ ok: false, kind: 'invalid', problems: [{ field: 'responsibleAuthority', message: 'Name the authority responsible for the child' }] })
    expect(await doing(setCircumstances, bromley, { ...input, responsibleAuthority: 'London Borough of Lewisham' })).toMatchObject({ ok: true })
    expect(await person(personId)).toMatchObject({ looked_after: true, plan_category: 'neglect', responsible_authority: 'London Borough of Lewisham', lead_name: 'Sade Whitlock' })
    expect(await doing(setCircumstances, bromley, { ...input, responsibleAuthority: 'Another' })).toMatchObject({ kind: 'conflict' })
  })
})

describe('a child who was not born yet', () => {
  it('is a born child once a date of birth is put down', async () => {
    const personId = await aChild({ unborn: 'yes', bornOn: null })
    const shown = async () => { const page = await personOverview(bromley, personId, at(1)); return page?.shut === null ? page.head.born : page }
    expect(await shown()).toBe('unborn')
    const identity = identityOf(await readAs(bromley, (tx) => tx.person.findUniqueOrThrow({ where: { id: personId } })))
    expect(await doing(correctPerson, bromley, { personId, seen: seenDigest(identity), ...identity, bornOn: '2016-05-14', age: null, ageDisputed: 'no', reason: 'The midwife rang.' })).toMatchObject({ ok: true })
    expect(await shown()).toMatch(/^14 May 2016 \(2 days\)$/)
    expect(await person(personId)).toMatchObject({ unborn: false })
    const [entry] = await database.admin<{ heading: string; body: { changes: unknown[] } }>(`SELECT e.heading, p.body FROM entry_subject s JOIN entry e ON e.id = s.entry_id JOIN entry_payload p ON p.entry_id = e.id WHERE s.person_id = $1 AND e.kind = 'identity-corrected'`, [personId])
    expect(entry?.heading).toBe('Identity corrected: date of birth, not born yet')
    expect(entry?.body.changes).toContainEqual({ field: 'unborn', before: true, after: false })
  })
})

describe('flags, links and addresses', () => {
  it('a flag goes on once, with its entry as the rules read it', async () => {
    const personId = await aChild()
    const input = { personId, flag: 'cse-risk', reason: 'Gifts from an older man.' }
    const both = await Promise.all([doing(addFlag, bromley, input), doing(addFlag, bromley, input)])
    expect(both.map((outcome) => outcome.ok).sort()).toEqual([false, true])
    expect(await database.admin('SELECT code FROM flag WHERE person_id = $1', [personId])).toEqual([{ code: 'cse-risk' }])
    const [entry] = await database.admin<{ body: unknown }>(`SELECT p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id JOIN entry_subject s ON s.entry_id = e.id WHERE s.person_id = $1 AND e.kind = 'flag-changed'`, [personId])
    expect(entry?.body).toMatchObject({ flag: 'cse-risk', change: 'added' })
    const despatch = await anActor(database, { role: 'despatch-supervisor', agency: 'police', boroughs: [] })
    for (const actor of [lewisham, teacher, administrator, despatch]) expect(await doing(addFlag, actor, { ...input, flag: 'self-harm' })).toMatchObject({ kind: 'forbidden' })
    expect(await database.admin('SELECT code FROM flag WHERE person_id = $1', [personId])).toHaveLength(1)
  })

  it('a link is to somebody on record who is not restricted, once', async () => {
    const [personId, otherId, hidden] = [await aChild(), await aChild(), await aChild({}, true)]
    const input = { personId, otherId, kind: 'sibling', reason: 'Said by the mother.' }
    expect(await doing(linkPeople, bromley, { ...input, otherId: hidden })).toMatchObject({ kind: 'invalid' })
    expect(await doing(linkPeople, bromley, { ...input, otherId: randomUUID() })).toMatchObject({ kind: 'invalid' })
    expect(await doing(linkPeople, bromley, { ...input, otherId: personId })).toMatchObject({ kind: 'invalid' })
    expect(await doing(linkPeople, lewisham, input)).toMatchObject({ kind: 'forbidden' })
    expect(await doing(linkPeople, bromley, input)).toMatchObject({ ok: true })
    expect(await doing(linkPeople, bromley, input)).toMatchObject({ kind: 'conflict' })
    expect(await database.admin(`SELECT kind FROM relationship WHERE person_id = ANY ($1) AND kind = 'sibling'`, [[personId, otherId]])).toHaveLength(1)
  })

  it('an address ends the one before, and the new borough knows the child from then on', async () => {
    const personId = await aChild({ address: '1 Old Street', postcode: 'BR1 1AA' })
    const input = { personId, line: '2 New Street', postcode: 'se13 1aa', borough: 'lewisham', since: at(-1).toISOString(), reason: 'The carer rang.' }
    expect(await doing(setAddress, lewisham, input)).toMatchObject({ kind: 'forbidden' })
    expect(await doing(setAddress, bromley, { ...input, since: at(1).toISOString() })).toMatchObject({ kind: 'invalid' })
    expect(await doing(setAddress, bromley, input)).toMatchObject({ ok: true })
    expect(await database.admin('SELECT line, until FROM person_address WHERE person_id = $1 ORDER BY line', [personId])).toEqual([{ line: '1 Old Street', until: at(0) }, { line: '2 New Street', until: null }])
    expect(await person(personId)).toMatchObject({ home_borough: 'lewisham' })
    expect(await doing(addFlag, lewisham, { personId, flag: 'missing-repeat', reason: 'Third time.' })).toMatchObject({ ok: true })
  })

  it('an earlier address is put on record with its end, and moves nobody; dates that cannot be are said beside their fields', async () => {
    const personId = await aChild()
    const input = { personId, line: '5 Now Street', postcode: 'SE13 5AA', borough: 'bromley', since: at(-100).toISOString(), reason: 'The carer rang.' }
    expect(await doing(setAddress, bromley, input, at(0))).toMatchObject({ ok: true })
    const rows = () => database.admin('SELECT line, since, until FROM person_address WHERE person_id = $1 ORDER BY since', [personId])
    const stood = await rows()
    const earlier = { ...input, line: '4 Then Street', borough: 'lewisham', since: at(-300).toISOString() }
    // Since before the one on record, and no end: it would end a home before it began.
    expect(await doing(setAddress, bromley, earlier)).toMatchObject({ kind: 'invalid', problems: [{ field: 'since', message: expect.stringMatching(/^5 Now Street is on record since .* later than this: say until when they lived here/) as string }] })
    expect(await doing(setAddress, bromley, { ...earlier, until: at(-300).toISOString() })).toMatchObject({ kind: 'invalid', problems: [{ field: 'until' }] })
    expect(await doing(setAddress, bromley, { ...earlier, until: at(5).toISOString() })).toMatchObject({ kind: 'invalid', problems: [{ field: 'until' }] })
    expect(await doing(setAddress, bromley, { ...earlier, since: null, until: at(-200).toISOString() })).toMatchObject({ kind: 'invalid', problems: [{ field: 'since' }] })
    expect(await rows()).toEqual(stood)
    expect(await doing(setAddress, bromley, { ...earlier, until: at(-200).toISOString() })).toMatchObject({ ok: true, result: { says: 'The earlier address is on record. Where they live now is as it was.' } })
    expect(await rows()).toEqual([{ line: '4 Then Street', since: at(-300), until: at(-200) }, ...stood])
    expect(await person(personId)).toMatchObject({ home_borough: 'bromley' })
    // It opens the record to no further borough.
    expect(await doing(addFlag, lewisham, { personId, flag: 'missing-repeat', reason: 'Third time.' })).toMatchObject({ kind: 'forbidden' })
    const household = await personHousehold(bromley, personId, at(1))
    expect(household?.shut === null && household.more.addresses.map((row) => row.line)).toEqual(['5 Now Street, SE13 5AA', '4 Then Street, SE13 5AA'])
    expect(await database.admin(`SELECT e.heading FROM entry_subject s JOIN entry e ON e.id = s.entry_id WHERE s.person_id = $1 AND e.heading LIKE '%Lewisham%'`, [personId])).toEqual([{ heading: expect.stringMatching(/^An earlier address, in Lewisham until /) as string }])
  })

  it('an address is taken since a day, where nobody knows the hour', () => {
    const read = (typed: Record<string, string>) => { const values = new FormValues(typed); return { since: values.since('since', 'Since when'), problems: values.problems } }
    expect(read({ 'since-day': '3', 'since-month': '5', 'since-year': '2016' })).toEqual({ since: new Date('2016-05-02T23:00:00Z'), problems: [] })
    expect(read({ 'since-day': '3', 'since-month': '5', 'since-year': '2016', 'since-time': '14:30' }).since).toEqual(new Date('2016-05-03T13:30:00Z'))
    expect(read({ 'since-day': '31', 'since-month': '2', 'since-year': '2016' })).toMatchObject({ since: undefined, problems: [{ field: 'since' }] })
    expect(read({ 'since-time': '14:30' })).toMatchObject({ since: undefined, problems: [{ field: 'since' }] })
    expect(read({})).toEqual({ since: undefined, problems: [] })
    expect(formActs().find((form) => form.name === 'set-address')?.read(new FormValues({ 'since-day': '3', 'since-month': '5', 'since-year': '2016' }))).toMatchObject({ since: new Date('2016-05-02T23:00:00Z') })
  })

  it('no address ends before it began, whatever is told afterwards', async () => {
    const personId = await aChild({ address: '1 Stale Street', postcode: 'BR1 1AB' })
    expect(await doing(setAddress, bromley, { personId, line: '2 True Street', borough: 'bromley', since: at(-200).toISOString(), reason: 'Moved before the referral.' })).toMatchObject({ ok: true })
    expect(await database.admin('SELECT line FROM person_address WHERE person_id = $1 AND until < since', [personId])).toEqual([])
    await expect(database.admin(`UPDATE person_address SET until = since - interval '1 hour' WHERE person_id = $1`, [personId])).rejects.toThrow(/person_address_ends_after/)
  })
})
