import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { recordArrest } from '@/lib/missing/acts/arrest'
import { answerInterview, askForInterview, withdrawInterview } from '@/lib/missing/acts/ask-interview'
import { recordDebrief } from '@/lib/missing/acts/debrief'
import { settleForum } from '@/lib/missing/acts/forum'
import { offerReturnInterview, recordReturnInterview, shareInterview } from '@/lib/missing/acts/interview'
import { makeTriggerPlan, reviewTriggerPlan } from '@/lib/missing/acts/plan'
import { recordReturn } from '@/lib/missing/acts/return'
import { reviewArrest } from '@/lib/missing/acts/review-arrest'
import { recordSafeAndWell } from '@/lib/missing/acts/safe-and-well'
import { missingPatterns } from '@/lib/missing/patterns/queries'
import { interviewAsked, interviewsAskedOfUs } from '@/lib/missing/return/asked'
import { returnPart } from '@/lib/missing/return/queries'
import { personMissing } from '@/lib/missing/times-away'
import { addFlag } from '@/lib/people/acts/add-flag'
import { aCaitSupervisor, aMashOfficer, anActor, aSocialWorker, aTeacher, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { aDespatchSupervisor, aMissingPersonsOfficer, anEpisode, anInspectorOfTheUnit } from '../support/episodes'
import { aReturn, asPartnerTeam, aYouthTrust, checkOf, done, interviewOf, planOf, returnOf } from '../support/returns'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
const doing = (act: Act<z.ZodType>, actor: Actor, input: Record<string, unknown>, now: Date) => perform(act, actor, input, { key: randomUUID(), now })

interface Row { returned_at: Date | null; returned_how: string | null; seen_at: Date | null; interview_how: string | null; found_with: string | null }
const row = async (id: string): Promise<Row | undefined> => (await database.admin<Row>('SELECT returned_at, returned_how, seen_at, interview_how, found_with FROM episode WHERE id = $1', [id]))[0]
const open = (person: string) => database.admin<{ rule: string; due_at: Date }>('SELECT rule, due_at FROM deadline WHERE child_id = $1 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL ORDER BY rule', [person])
const owes = async (person: string, rule: string) => (await open(person)).filter((one) => one.rule === rule)
const entries = (person: string) => database.admin<{ id: string; kind: string; body: Record<string, unknown> }>('SELECT e.id, e.kind, p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE $1 = ANY (e.subject_ids) ORDER BY e.ledger, e.seq', [person])
const many = async (table: string): Promise<number> => (await database.admin<{ many: number }>(`SELECT count(*)::int AS many FROM ${table}`))[0]?.many ?? 0

describe('the return', () => {
  it('is recorded by the control room, names whoever was with the child, and starts check and interview', async () => {
    const { episodeId, personId, backAt } = await aReturn(database, at(0), { company: [{ name: 'Silas Murrow', about: 'about 30, flat above the café', grown: 'yes' }] })
    expect(await row(episodeId)).toMatchObject({ returned_at: backAt, returned_how: 'found-police', found_with: 'Silas Murrow' })
    expect(await database.admin('SELECT name, grown FROM found_with WHERE episode_id = $1', [episodeId])).toEqual([{ name: 'Silas Murrow', grown: true }])
    expect(await owes(personId, 'missing/safe-and-well')).toMatchObject([{ due_at: at(27) }])
    expect(await owes(personId, 'missing/return-home-interview')).toMatchObject([{ due_at: at(75) }])
  })

  it('is not before the report nor ahead of now, and is told once: the row stays as it was', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    const despatch = await aDespatchSupervisor(database)
    expect(await doing(recordReturn, despatch, returnOf(episodeId, at(-1)), at(1))).toMatchObject({ kind: 'invalid', problems: [{ field: 'returnedAt' }] })
    expect(await doing(recordReturn, despatch, returnOf(episodeId, at(2)), at(1))).toMatchObject({ kind: 'invalid', problems: [{ field: 'returnedAt' }] })
    expect(await doing(recordReturn, despatch, returnOf(episodeId, at(1), { how: 'arrested' }), at(1))).toMatchObject({ kind: 'invalid' })
    expect(await row(episodeId)).toMatchObject({ returned_at: null })
    await done(recordReturn, despatch, returnOf(episodeId, at(1)), at(1))
    expect(await doing(recordReturn, despatch, returnOf(episodeId, at(1.5)), at(2))).toMatchObject({ kind: 'conflict' })
    expect(await row(episodeId)).toMatchObject({ returned_at: at(1) })
  })

  it('is for those who look for the child: a partner and a social worker may not, nor another borough’s unit', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    for (const actor of [await aTeacher(database), await aSocialWorker(database), await aMissingPersonsOfficer(database, 'sutton')]) expect(await doing(recordReturn, actor, returnOf(episodeId, at(1)), at(1))).toMatchObject({ kind: 'forbidden' })
    expect(await row(episodeId)).toMatchObject({ returned_at: null })
  })

  it('of a child who was arrested is put to an inspector, and an inspector alone answers it', async () => {
    const { personId } = await aReturn(database, at(0), { how: 'arrested', offence: 'Common assault', custody: 'Bromley custody suite', company: [{ name: 'Three men', grown: 'yes' }] })
    expect(await owes(personId, 'missing/arrested')).not.toEqual([])
    expect(await owes(personId, 'tasks/senior-review')).not.toEqual([])
    const review = { personId, decision: 'Treated as a victim: released to her mother.', reason: 'Found with three men; nothing is pressed.' }
    expect(await doing(reviewArrest, await aMissingPersonsOfficer(database), review, at(4))).toMatchObject({ kind: 'forbidden' })
    expect(await doing(reviewArrest, await anInspectorOfTheUnit(database, 'sutton'), review, at(4))).toMatchObject({ ok: false })
    expect(await owes(personId, 'missing/arrested')).not.toEqual([])
    await done(reviewArrest, await anInspectorOfTheUnit(database), review, at(4))
    expect([await owes(personId, 'missing/arrested'), await owes(personId, 'tasks/senior-review')]).toEqual([[], []])
  })

  it('a child at risk of exploitation who is arrested later is raised from the child’s page', async () => {
    const { personId } = await aReturn(database, at(0))
    await done(addFlag, await aMashOfficer(database), { personId, flag: 'cse-risk', reason: 'Named by a friend.' }, at(4))
    const arrest = { personId, arrestedAt: at(200).toISOString(), offence: 'Theft', custody: 'Bromley', protecting: 'Her social worker is on the way.' }
    expect(await doing(recordArrest, await aTeacher(database), arrest, at(201))).toMatchObject({ kind: 'forbidden' })
    expect(await doing(recordArrest, await aMashOfficer(database, 'sutton'), arrest, at(201))).toMatchObject({ ok: false })
    await done(recordArrest, await aMashOfficer(database), arrest, at(201))
    expect(await owes(personId, 'missing/arrested')).not.toEqual([])
  })
})

describe('the safe and well check', () => {
  it.each([['seen and not spoken to', { spokenTo: 'no' }], ['spoken to by telephone and not seen', { seen: 'no' }]])('%s is on record and does not count', async (_what, overrides) => {
    const { episodeId, personId } = await aReturn(database, at(0))
    await done(recordSafeAndWell, await aMashOfficer(database), checkOf(episodeId, at(4), overrides), at(4))
    expect(await row(episodeId)).toMatchObject({ seen_at: null })
    expect(await owes(personId, 'missing/safe-and-well')).toHaveLength(1)
  })

  it('seen and spoken to meets what police owe; what the child says starts the strategy discussion once, and the referral goes in the same step', async () => {
    const { episodeId, personId } = await aReturn(database, at(0))
    const { referralId } = await done(recordSafeAndWell, await aMissingPersonsOfficer(database), checkOf(episodeId, at(4), {
      said: 'A man at the flat gave her drink and made her do things.', concern: 'cse', indicators: ['found-with-adults'], victim: 'yes', crimeReference: '2410331/16', refer: 'yes', company: [{ name: 'Silas Murrow', grown: 'yes' }],
    }), at(4))
    expect(await row(episodeId)).toMatchObject({ seen_at: at(4) })
    expect([await owes(personId, 'missing/safe-and-well'), await owes(personId, 'missing/debrief-referred')]).toEqual([[], []])
    expect(await owes(personId, 'strategy-discussion/force-24h')).toHaveLength(1)
    expect(await database.admin('SELECT concern, to_agency FROM referral WHERE id = $1', [referralId])).toEqual([{ concern: 'cse', to_agency: 'csc' }])
    expect((await entries(personId)).some((entry) => entry.kind === 'crime-recorded')).toBe(true)
  })

  it('waits for the return, and belongs to police of the borough', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    expect(await doing(recordSafeAndWell, await aMashOfficer(database), checkOf(episodeId, at(1)), at(1))).toMatchObject({ kind: 'conflict' })
    await done(recordReturn, await aDespatchSupervisor(database), returnOf(episodeId, at(2)), at(2))
    expect(await doing(recordSafeAndWell, await aMashOfficer(database), checkOf(episodeId, at(1)), at(3))).toMatchObject({ kind: 'invalid', problems: [{ field: 'checkedAt' }] })
    expect(await doing(recordSafeAndWell, await aMashOfficer(database), checkOf(episodeId, at(3), { concern: 'cse' }), at(3))).toMatchObject({ kind: 'invalid', problems: [{ field: 'said' }] })
    for (const actor of [await aSocialWorker(database), await aDespatchSupervisor(database), await aTeacher(database), await aMissingPersonsOfficer(database, 'sutton')]) expect(await doing(recordSafeAndWell, actor, checkOf(episodeId, at(3)), at(3))).toMatchObject({ kind: 'forbidden' })
    expect(await doing(recordSafeAndWell, await aMashOfficer(database, 'sutton'), checkOf(episodeId, at(3)), at(3))).toMatchObject({ ok: false })
    expect(await row(episodeId)).toMatchObject({ seen_at: null })
  })
})

describe('what the child said goes to social care', () => {
  const disclosed = async () => {
    const made = await aReturn(database, at(0))
    await done(recordSafeAndWell, await aMissingPersonsOfficer(database), checkOf(made.episodeId, at(4), { said: 'Hit by her stepfather.', concern: 'physical-abuse' }), at(4))
    return made
  }

  it('by the end of the next working day: as a new referral', async () => {
    const { episodeId, personId } = await disclosed()
    expect(await owes(personId, 'missing/debrief-referred')).toHaveLength(1)
    await done(recordDebrief, await aMissingPersonsOfficer(database), { episodeId, how: 'new', what: 'Hit by her stepfather.', concern: 'physical-abuse' }, at(5))
    expect(await owes(personId, 'missing/debrief-referred')).toEqual([])
  })

  it('asks what it needs, and is for police of the borough', async () => {
    const { episodeId, personId } = await disclosed()
    const before = await many('referral')
    const input = { episodeId, how: 'new', what: 'Hit by her stepfather.', concern: 'physical-abuse' }
    expect(await doing(recordDebrief, await aMissingPersonsOfficer(database), { ...input, concern: '' }, at(5))).toMatchObject({ kind: 'invalid', problems: [{ field: 'concern' }] })
    expect(await doing(recordDebrief, await aMissingPersonsOfficer(database), { ...input, how: 'linked', referralId: randomUUID(), to: 'Ms Adeyemi' }, at(5))).toMatchObject({ kind: 'invalid', problems: [{ field: 'referralId' }] })
    for (const actor of [await aSocialWorker(database), await aTeacher(database), await aMashOfficer(database, 'sutton')]) expect(await doing(recordDebrief, actor, input, at(5))).toMatchObject({ ok: false })
    expect(await many('referral')).toBe(before)
    expect(await owes(personId, 'missing/debrief-referred')).toHaveLength(1)
  })
})

describe('the return home interview', () => {
  it('an offer alone meets nothing, nor does one not offered; declined with the reason does', async () => {
    const { episodeId, personId } = await aReturn(database, at(0))
    const worker = await aSocialWorker(database)
    await done(offerReturnInterview, worker, { episodeId, offeredAt: at(5).toISOString(), offeredBy: 'Mr Ashdown', answer: 'thinking' }, at(5))
    await done(recordReturnInterview, worker, { episodeId, ...interviewOf(at(6), { how: 'not-offered', reason: 'Nobody was free.' }) }, at(6))
    expect(await owes(personId, 'missing/return-home-interview')).toHaveLength(1)
    expect(await doing(recordReturnInterview, worker, { episodeId, ...interviewOf(at(7), { how: 'declined' }) }, at(7))).toMatchObject({ kind: 'invalid', problems: [{ field: 'reason' }] })
    await done(recordReturnInterview, worker, { episodeId, ...interviewOf(at(7), { how: 'declined', reason: 'She says she has told it all.' }) }, at(7))
    expect(await owes(personId, 'missing/return-home-interview')).toEqual([])
  })

  it('counts only where it was independent, is done once, and what it found is shared with police', async () => {
    const { episodeId, personId } = await aReturn(database, at(0), {}, { as: 'absent', reason: 'At her aunt’s, seen there an hour ago.' })
    const worker = await aSocialWorker(database)
    expect(await doing(recordReturnInterview, worker, { episodeId, independent: 'no', ...interviewOf(at(6)) }, at(6))).toMatchObject({ kind: 'invalid', problems: [{ field: 'independent' }] })
    expect(await doing(shareInterview, worker, { episodeId, sharedAt: at(6).toISOString(), to: 'Sgt Pell', what: 'The flat', basis: 'public-task' }, at(6))).toMatchObject({ kind: 'conflict' })
    expect(await row(episodeId)).toMatchObject({ interview_how: null })
    await done(recordReturnInterview, worker, { episodeId, independent: 'yes', ...interviewOf(at(6)) }, at(6))
    expect(await doing(recordReturnInterview, worker, { episodeId, independent: 'yes', ...interviewOf(at(7)) }, at(7))).toMatchObject({ kind: 'conflict' })
    expect(await owes(personId, 'missing/interview-shared')).toHaveLength(1)
    await done(shareInterview, worker, { episodeId, sharedAt: at(8).toISOString(), to: 'Sgt Pell', what: 'The flat above the café.', basis: 'public-task' }, at(8))
    expect(await owes(personId, 'missing/interview-shared')).toEqual([])
  })

  it('is the local authority’s: police, another borough and a partner that nobody asked are refused', async () => {
    const { episodeId } = await aReturn(database, at(0))
    const input = { episodeId, independent: 'yes', ...interviewOf(at(6)) }
    for (const actor of [await aMissingPersonsOfficer(database), await aDespatchSupervisor(database), await aTeacher(database), await aSocialWorker(database, 'sutton')]) {
      for (const [act, sent] of [[recordReturnInterview, input], [offerReturnInterview, { episodeId, offeredAt: at(5).toISOString(), offeredBy: 'X', answer: 'yes' }], [askForInterview, { episodeId, teamId: randomUUID() }]] as const) {
        expect(await doing(act as Act<z.ZodType>, actor, sent, at(6)), act.name).toMatchObject({ ok: false })
      }
    }
    expect(await row(episodeId)).toMatchObject({ interview_how: null })
  })

  it('a commissioned team is asked, sees the child’s name and its own interview and nothing else, and records it once', async () => {
    const { episodeId, personId } = await aReturn(database, at(0), { company: [{ name: 'Silas Murrow', grown: 'yes' }] })
    const [worker, trust, other] = [await aSocialWorker(database), await aYouthTrust(database), await aTeacher(database)]
    const teamId = await asPartnerTeam(database, trust)
    const { requestId = '' } = await done(askForInterview, worker, { episodeId, teamId, place: 'At her aunt’s' }, at(5))
    expect(await doing(askForInterview, worker, { episodeId, teamId }, at(5))).toMatchObject({ kind: 'conflict' })
    expect(await interviewsAskedOfUs(trust, { answered: false }, at(6))).toMatchObject([{ id: requestId, about: 'Linnet Farthingale' }])
    expect(JSON.stringify(await interviewAsked(trust, requestId, at(6)))).not.toContain('Murrow')
    expect([await interviewAsked(other, requestId, at(6)), await interviewsAskedOfUs(other, { answered: false }, at(6)), await returnPart(trust, episodeId, at(6)), await personMissing(trust, personId, at(6))]).toEqual([null, [], null, null])
    expect(await doing(answerInterview, other, { requestId, ...interviewOf(at(6)) }, at(6))).toMatchObject({ kind: 'not-found' })
    expect(await doing(answerInterview, trust, { requestId, ...interviewOf(at(1)) }, at(6))).toMatchObject({ kind: 'invalid', problems: [{ field: 'at' }] })
    expect(await row(episodeId)).toMatchObject({ interview_how: null })
    await done(answerInterview, trust, { requestId, ...interviewOf(at(6), { said: 'He made her carry things.', concern: 'trafficking' }) }, at(6))
    expect(await doing(answerInterview, trust, { requestId, ...interviewOf(at(7)) }, at(7))).toMatchObject({ kind: 'conflict' })
    expect(await row(episodeId)).toMatchObject({ interview_how: 'done' })
    expect([await owes(personId, 'missing/return-home-interview'), (await owes(personId, 'strategy-discussion/force-24h')).length]).toEqual([[], 1])
    expect((await interviewAsked(trust, requestId, at(8)))?.words).toContainEqual({ label: 'What the child says', text: 'He made her carry things.' })
    expect((await returnPart(worker, episodeId, at(8)))?.interview).toMatchObject({ done: true })
  })

  it('the request can be taken back while nobody has answered', async () => {
    const { episodeId } = await aReturn(database, at(0))
    const [worker, trust] = [await aSocialWorker(database), await aYouthTrust(database)]
    const { requestId = '' } = await done(askForInterview, worker, { episodeId, teamId: await asPartnerTeam(database, trust) }, at(5))
    expect(await doing(withdrawInterview, trust, { requestId }, at(6))).toMatchObject({ kind: 'forbidden' })
    expect(await doing(withdrawInterview, await aSocialWorker(database, 'sutton'), { requestId }, at(6))).toMatchObject({ kind: 'not-found' })
    await done(withdrawInterview, worker, { requestId }, at(6))
    expect(await doing(answerInterview, trust, { requestId, ...interviewOf(at(6)) }, at(7))).toMatchObject({ kind: 'conflict' })
    expect(await row(episodeId)).toMatchObject({ interview_how: null })
  })
})

describe('the trigger plan', () => {
  it('is a new version each time, the earlier ones are read, and a review says that it stands', async () => {
    const { personId } = await aReturn(database, at(0))
    const officer = await aMissingPersonsOfficer(database)
    await done(makeTriggerPlan, officer, planOf(personId), at(5))
    await done(makeTriggerPlan, await aCaitSupervisor(database), planOf(personId, { first: 'Send a car to the flat.' }), at(6))
    expect(await doing(reviewTriggerPlan, officer, { personId, version: 1, note: 'It stands.', reviewOn: '2016-09-01' }, at(7))).toMatchObject({ kind: 'conflict' })
    await done(reviewTriggerPlan, officer, { personId, version: 2, note: 'The flat again.', reviewOn: '2016-09-01' }, at(7))
    const page = await personMissing(officer, personId, at(8))
    if (page?.shut !== null) throw new Error('shut')
    expect([page.more.plan?.version, page.more.plan?.first, page.more.earlierPlans.map((one) => one.first)]).toEqual([3, 'Send a car to the flat.', ['Send a car to the flat.', 'Ring her aunt, then send a car to the Lantern café.']])
    expect((await entries(personId)).filter((entry) => entry.kind === 'trigger-plan-made')).toHaveLength(3)
  })

  it('needs what to do first and a day to come, and the right in the borough', async () => {
    const { personId } = await aReturn(database, at(0))
    const officer = await aMissingPersonsOfficer(database)
    expect(await doing(makeTriggerPlan, officer, planOf(personId, { first: '' }), at(5))).toMatchObject({ kind: 'invalid', problems: [{ field: 'first' }] })
    expect(await doing(makeTriggerPlan, officer, planOf(personId, { reviewOn: '2016-05-16' }), at(5))).toMatchObject({ kind: 'invalid', problems: [{ field: 'reviewOn' }] })
    expect(await doing(reviewTriggerPlan, officer, { personId, version: 1, note: 'It stands.', reviewOn: '2016-09-01' }, at(5))).toMatchObject({ kind: 'conflict' })
    for (const actor of [await aDespatchSupervisor(database), await aTeacher(database), await aMissingPersonsOfficer(database, 'sutton')]) expect(await doing(makeTriggerPlan, actor, planOf(personId), at(5))).toMatchObject({ ok: false })
    expect(await database.admin('SELECT 1 FROM trigger_plan WHERE person_id = $1', [personId])).toEqual([])
  })

  it('is never edited, even by hand; a redaction of its entry takes its words, and nothing else does', async () => {
    const { personId } = await aReturn(database, at(0), { company: [{ name: 'Silas Murrow', grown: 'yes' }] })
    await done(makeTriggerPlan, await aMissingPersonsOfficer(database), planOf(personId), at(5))
    await expect(database.admin(`UPDATE trigger_plan SET first = 'x' WHERE person_id = $1`, [personId])).rejects.toThrow(/never edited/)
    await expect(database.admin(`UPDATE trigger_plan SET first = '' , places = NULL, contact = NULL WHERE person_id = $1`, [personId])).rejects.toThrow(/never edited/)
    await expect(database.admin(`UPDATE found_with SET name = '', about = NULL WHERE person_id = $1`, [personId])).rejects.toThrow(/append-only/)
    for (const kind of ['trigger-plan-made', 'child-returned']) {
      const entry = (await entries(personId)).find((one) => one.kind === kind)
      await database.admin(`WITH who AS (SELECT set_config('app.account', recorded_by::text, true) FROM entry WHERE id = $1) SELECT redact_words($1, 'Order of the Family Court at Bromley', 'csc', $2) FROM who`, [entry?.id, at(6)])
    }
    expect(await database.admin('SELECT first, places, contact FROM trigger_plan WHERE person_id = $1', [personId])).toEqual([{ first: '', places: null, contact: null }])
    expect(await database.admin('SELECT f.name, e.found_where, e.found_with FROM found_with f JOIN episode e ON e.id = f.episode_id WHERE f.person_id = $1', [personId])).toEqual([{ name: '', found_where: null, found_with: null }])
  })
})

describe('the patterns', () => {
  const asked = { list: 'children', borough: null, without: false, after: undefined } as const
  it('counts missing and absent of one child together, in order, with places, people and the plan that lacks', async () => {
    const officer = await aMissingPersonsOfficer(database, 'camden')
    const first = await aReturn(database, at(0), { company: [{ name: 'Silas Murrow', grown: 'yes' }] }, { borough: 'camden', child: { givenName: 'Tamsin', familyName: 'Oakes', age: 15 }, as: 'absent', reason: 'Seen by her aunt an hour ago.' })
    for (const hours of [30, 60]) await aReturn(database, at(hours), { company: [{ name: 'silas murrow ', grown: 'yes' }] }, { borough: 'camden', personId: first.personId, child: null })
    const found = await missingPatterns(officer, { ...asked, without: true }, at(70))
    expect(found?.children).toMatchObject([{ id: first.personId, many: 3, missing: 2, absent: 1, run: ['absent', 'missing', 'missing'], planMissing: true, discussionMissing: true }])
    expect((await missingPatterns(officer, { ...asked, list: 'people' }, at(70)))?.people).toMatchObject([{ times: 3, children: [{ id: first.personId }] }])
    expect((await missingPatterns(officer, { ...asked, list: 'places' }, at(70)))?.places).toHaveLength(2)
    // The right and the reach: another borough's unit sees none of it, nor does a social worker see the page.
    expect((await missingPatterns(await aMissingPersonsOfficer(database, 'sutton'), asked, at(70)))?.children).toEqual([])
    expect(await missingPatterns(await aSocialWorker(database, 'camden'), asked, at(70))).toBeNull()
    const lead = await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [] })
    const counts = await missingPatterns(lead, asked, at(70))
    expect([counts?.children, counts?.lists, counts?.counts.find((one) => one.borough === 'Camden')]).toEqual([[], false, { borough: 'Camden', missing: null, absent: null, children: null, repeats: null, overdue: 0 }])
  })

  it('each child of the daily list is referred or set aside with a reason, once, and is listed again when it goes again', async () => {
    const officer = await aMissingPersonsOfficer(database, 'hackney')
    const away = { borough: 'hackney', child: { givenName: 'Perrin', familyName: 'Vale', age: 11 } }
    const { episodeId, personId } = await aReturn(database, at(0), {}, away)
    expect((await missingPatterns(officer, { ...asked, list: 'today' }, at(5)))?.today).toMatchObject([{ id: personId, episodeId, grounds: ['under-13'] }])
    const settle = { personId, episodeId, decision: 'set-aside', reason: 'At his grandmother’s, agreed with social care.' }
    expect(await doing(settleForum, officer, { ...settle, reason: '' }, at(5))).toMatchObject({ kind: 'invalid', problems: [{ field: 'reason' }] })
    expect(await doing(settleForum, officer, { ...settle, decision: 'referred' }, at(5))).toMatchObject({ kind: 'invalid', problems: [{ field: 'forum' }] })
    for (const actor of [await aSocialWorker(database, 'hackney'), await aMissingPersonsOfficer(database, 'sutton'), await aTeacher(database)]) expect(await doing(settleForum, actor, settle, at(5))).toMatchObject({ ok: false })
    expect(await database.admin('SELECT 1 FROM forum_decision WHERE person_id = $1', [personId])).toEqual([])
    await done(settleForum, officer, settle, at(5))
    expect(await doing(settleForum, officer, settle, at(6))).toMatchObject({ kind: 'conflict' })
    const after = await missingPatterns(officer, { ...asked, list: 'settled' }, at(6))
    expect([after?.settled.map((one) => one.what), after?.waiting]).toEqual([['Set aside'], 0])
    await aReturn(database, at(20), {}, { ...away, personId, child: null })
    expect((await missingPatterns(officer, { ...asked, list: 'today' }, at(30)))?.waiting).toBe(1)
    await expect(database.admin('DELETE FROM forum_decision')).rejects.toThrow(/append-only/)
  })
})
