import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import { reviewBreakGlass } from '@/lib/access/openings/review-break-glass'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { missingForms } from '@/lib/missing/forms'
import { FormValues } from '@/lib/forms/form-values'
import { recordFurtherCall } from '@/lib/missing/acts/further-call'
import { reportMissing } from '@/lib/missing/acts/report'
import { callAbout, callAboutNew, findForCall } from '@/lib/missing/call'
import { addFlag } from '@/lib/people/acts/add-flag'
import { personOverview } from '@/lib/people/queries'
import { conflictingAnswers } from '@/lib/policy/missing/questions'
import { panelOfCall } from '@/lib/policy/missing/asked'
import { policyHistories } from '@/lib/deadlines/histories'
import { readAs } from '@/lib/access/read-as'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, aSocialWorker, aTeacher, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { aDespatchSupervisor, aMissingPersonsOfficer, anEpisode, callOf } from '../support/episodes'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
const doing = (act: Act<z.ZodType>, actor: Actor, input: Record<string, unknown>, now: Date) => perform(act, actor, input, { key: randomUUID(), now })
const ABSENT = { as: 'absent', reason: 'Rang from a friend’s house an hour ago and is on the way.' }
const asked = (now: Date) => ({ at: now, answers: {} })

interface Row { class: string; grade: string | null; answers: Record<string, boolean>; reported_at: Date; recorded_at: Date }
const row = async (id: string): Promise<Row | undefined> => (await database.admin<Row & { id: string }>('SELECT * FROM episode WHERE id = $1', [id]))[0]
const many = async (sql: string, ...values: unknown[]): Promise<number> => (await database.admin<{ many: number }>(`SELECT count(*)::int AS many FROM ${sql}`, values))[0]?.many ?? -1
const readings = (person: string): Promise<number> => many('reading_log WHERE person_id = $1', person)

/** A child of Bromley who was away once and is back. */
async function back(family: string, overrides: Record<string, unknown> = {}): Promise<string> {
  const { episodeId, personId } = await anEpisode(database, at(-100), { child: { givenName: 'Linnet', familyName: family, age: 15 }, ...overrides })
  await database.admin('UPDATE episode SET returned_at = $2 WHERE id = $1', [episodeId, at(-95)])
  return personId
}
const further = (episodeId: string, overrides: Record<string, unknown> = {}) => ({ episodeId, reportedAt: at(1).toISOString(), callerKind: 'care-home', callerName: 'Night staff', said: 'She spoke of an older friend.', answers: { cse_risk: 'yes' }, ...overrides })

describe('finding the child with a caller on the line', () => {
  it('shows flags, plan and times away at once to the control room, for any child of London', async () => {
    const personId = await back('Ferrybridge')
    await doing(addFlag, await aMashOfficer(database), { personId, flag: 'cse-risk', reason: 'Named by a friend.' }, at(-90))
    await database.admin(`UPDATE person SET plan_category = 'neglect', health = '{Epilepsy}', looked_after = true, placement = 'Oakview' WHERE id = $1`, [personId])
    const found = await findForCall(await aDespatchSupervisor(database), 'Linnet Ferrybridge', at(0))
    expect(found?.hits[0]).toMatchObject({
      id: personId, mayTake: true, known: { episodes: '1 time missing', isOut: false, placement: 'Oakview', health: ['Epilepsy'], flags: [{ grave: true }], plan: 'Protection plan: neglect' },
    })
    expect(await readings(personId)).toBeGreaterThan(0)
  })

  it('leads a MASH officer of another borough to whoever takes it, and shows nothing of the card', async () => {
    const personId = await back('Ferrylane')
    const found = await findForCall(await aMashOfficer(database, 'sutton'), 'Linnet Ferrylane', at(0))
    expect(found?.hits.find(({ id }) => id === personId)).toMatchObject({ mayTake: false, known: null, where: 'Bromley' })
  })

  it('is nobody’s who takes no such call', async () => {
    for (const actor of [await aTeacher(database), await aSocialWorker(database), await aCaitSupervisor(database)]) expect(await findForCall(actor, 'Linnet', at(0))).toBeNull()
  })
})

describe('what stands beside the questions', () => {
  it('is the card, the facts of the panel and the open time away; the opening is in the reading log', async () => {
    const personId = await back('Ferrymead')
    await doing(addFlag, await aMashOfficer(database), { personId, flag: 'cse-risk', reason: 'Named by a friend.' }, at(-90))
    const before = await readings(personId)
    const page = await callAbout(await aDespatchSupervisor(database), personId, asked(at(0)), at(0))
    expect(page).toMatchObject({ child: { masked: false }, open: null, borough: 'bromley', panel: { leastHours: 4, mostHours: 8 } })
    expect(page?.panel?.call.exploitation.map(({ fact }) => fact)).toContain('flag')
    expect(page?.boroughs).toHaveLength(33)
    expect(await readings(personId)).toBe(before + 1)
  })

  it('opens for the MASH police of the child’s borough and its unit, for nobody who takes no calls, and for no borough elsewhere', async () => {
    const personId = await back('Ferryside')
    expect(await callAbout(await aMashOfficer(database), personId, asked(at(0)), at(0))).toMatchObject({ boroughs: [{ value: 'bromley' }], borough: 'bromley' })
    expect(await callAbout(await aMissingPersonsOfficer(database), personId, asked(at(0)), at(0))).not.toBeNull()
    const before = await readings(personId)
    for (const actor of [await aMashOfficer(database, 'sutton'), await aTeacher(database), await aSocialWorker(database), await aCaitSupervisor(database)]) expect(await callAbout(actor, personId, asked(at(0)), at(0))).toBeNull()
    expect(await callAbout(await aDespatchSupervisor(database), randomUUID(), asked(at(0)), at(0))).toBeNull()
    expect(await callAbout(await aDespatchSupervisor(database), 'nobody', asked(at(0)), at(0))).toBeNull()
    expect(await readings(personId)).toBe(before)
  })

  it('of a child that nobody knows is the age that is told', async () => {
    const page = await callAboutNew(await aDespatchSupervisor(database), { ...asked(at(0)), age: 12, bornOn: null, borough: 'bromley' }, at(0))
    expect(page?.panel === null || page === null ? null : panelOfCall(page.panel.call, page.panel.values).classes.find(({ value }) => value === 'absent')).toMatchObject({ state: 'closed', by: [{ clause: 'mis-u13' }] })
    expect(await callAboutNew(await aTeacher(database), { ...asked(at(0)), age: 12, bornOn: null, borough: null }, at(0))).toBeNull()
  })

  it('names the time away that is open', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0), { child: { givenName: 'Linnet', familyName: 'Ferryhill', age: 15 } })
    expect(await callAbout(await aDespatchSupervisor(database), personId, asked(at(1)), at(1))).toMatchObject({ open: { id: episodeId, href: `/missing/${episodeId}`, as: 'Missing, not graded' } })
  })
})

describe('a restricted child', () => {
  it('is masked, and the call is taken all the same: missing, never absent; a MASH officer is told of nobody', async () => {
    const personId = await back('Ferrydene')
    await database.admin(`UPDATE episode SET seen_at = $2, closed_at = $2 WHERE person_id = $1`, [personId, at(-80)])
    await database.admin(`UPDATE person SET restricted = true, health = '{Epilepsy}' WHERE id = $1`, [personId])
    const despatch = await aDespatchSupervisor(database)
    const page = await callAbout(despatch, personId, asked(at(0)), at(0))
    expect(page).toMatchObject({ child: { masked: true, name: 'Restricted person', known: null }, panel: null, plan: null, open: null })
    expect(JSON.stringify(page)).not.toMatch(/Ferrydene|Linnet|Epilepsy/)
    expect((await findForCall(despatch, 'Linnet Ferrydene', at(0)))?.hits.find(({ id }) => id === personId)).toMatchObject({ masked: true, mayTake: true, known: null })
    expect(await callAbout(await aMashOfficer(database), personId, asked(at(0)), at(0))).toBeNull()
    const call = { personId, child: null }
    const refusedAbsent = await doing(reportMissing, despatch, callOf(at(0), { ...call, ...ABSENT }), at(0))
    expect(refusedAbsent).toMatchObject({ kind: 'invalid', problems: [{ field: 'as' }] })
    expect(JSON.stringify(refusedAbsent)).not.toMatch(/pilep|health/)
    expect(await many('episode WHERE person_id = $1', personId)).toBe(1)
    expect(await doing(reportMissing, despatch, callOf(at(0), call), at(0))).toMatchObject({ ok: true })
    expect(await many('episode WHERE person_id = $1', personId)).toBe(2)
  })

  it('is reported at once, opens nothing of its record, and whoever reviews openings is told until they have answered', async () => {
    const personId = await back('Ferrygate')
    await database.admin(`UPDATE episode SET seen_at = $2, closed_at = $2 WHERE person_id = $1`, [personId, at(-80)])
    await database.admin(`UPDATE person SET restricted = true WHERE id = $1`, [personId])
    const despatch = await aDespatchSupervisor(database)
    const told = await doing(reportMissing, despatch, callOf(at(0), { personId, child: null }), at(0))
    expect(told).toMatchObject({ ok: true, result: { says: expect.stringContaining('a reviewer is told') } })
    const [opening] = await database.admin<{ id: string; shut: boolean }>('SELECT id, ends_at <= opened_at AS shut, break_glass, reviewed_at FROM record_opening WHERE person_id = $1', [personId])
    expect(opening).toMatchObject({ shut: true, break_glass: true, reviewed_at: null })
    const owed = () => many(`deadline WHERE child_id = $1 AND alert = 'break-glass-unreviewed' AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL`, personId)
    expect(await owed()).toBe(1)
    // The record stays shut to whoever took the call.
    expect(JSON.stringify(await personOverview((await loadActor(despatch.accountId, at(0))) ?? despatch, personId, at(0)))).not.toMatch(/Ferrygate|Linnet/)
    expect(await doing(reviewBreakGlass, await aDecisionMaker(database), { openingId: opening?.id, verdict: 'justified', review: 'The hostel rang; the child was away.' }, at(1))).toMatchObject({ ok: true })
    expect(await owed()).toBe(0)
    // One that is not restricted tells nobody.
    const other = await back('Ferrystile')
    await database.admin(`UPDATE episode SET seen_at = $2, closed_at = $2 WHERE person_id = $1`, [other, at(-80)])
    expect(await doing(reportMissing, despatch, callOf(at(0), { personId: other, child: null }), at(0))).toMatchObject({ ok: true })
    expect(await many('record_opening WHERE person_id = $1', other)).toBe(0)
  })
})

describe('a further call', () => {
  it('stands beside the first: both answers are kept, a yes is not taken back by a no', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0), { answers: { cse_risk: 'no', harm: 'yes' } })
    const despatch = await aDespatchSupervisor(database)
    expect(await doing(recordFurtherCall, despatch, further(episodeId, { answers: { cse_risk: 'yes', harm: 'no' } }), at(1))).toMatchObject({ ok: true, result: { goTo: `/missing/${episodeId}` } })
    expect((await row(episodeId))?.answers).toEqual({ cse_risk: true, harm: true })
    const history = await readAs(despatch, async (tx) => (await policyHistories(tx, [personId], at(1))).get(personId))
    expect(conflictingAnswers(history?.events ?? []).map(({ question }) => question).sort()).toEqual(['cse_risk', 'harm'])
    expect(history?.events.filter(({ kind }) => kind === 'missing-reported')).toHaveLength(2)
    expect(await many('episode WHERE person_id = $1', personId)).toBe(1)
  })

  it('that rules out absent makes the child missing in the same step; the call back to the first caller is still owed', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0), ABSENT)
    const owed = () => many(`deadline WHERE child_id = $1 AND rule = 'missing/absent-callback' AND met_at IS NOT NULL`, personId)
    const outcome = await doing(recordFurtherCall, await aDespatchSupervisor(database), further(episodeId, { reportedAt: at(0.5).toISOString() }), at(0.5))
    expect(outcome).toMatchObject({ ok: true, result: { says: expect.stringContaining('now classed missing') as string } })
    expect(await row(episodeId)).toMatchObject({ class: 'missing' })
    expect(await owed()).toBe(0)
  })

  it('needs something said, a time within the time away, and a child that is out; nothing is written else', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    const despatch = await aDespatchSupervisor(database)
    const entries = () => many('episode_entry WHERE episode_id = $1', episodeId)
    const before = await entries()
    expect(await doing(recordFurtherCall, despatch, further(episodeId, { said: '', answers: { cse_risk: 'unknown' } }), at(1))).toMatchObject({ kind: 'invalid', problems: [{ field: 'said' }] })
    expect(await doing(recordFurtherCall, despatch, further(episodeId, { callerKind: '' }), at(1))).toMatchObject({ kind: 'invalid', problems: [{ field: 'callerKind' }] })
    expect(await doing(recordFurtherCall, despatch, further(episodeId), at(0.5))).toMatchObject({ kind: 'invalid', problems: [{ field: 'reportedAt' }] })
    expect(await doing(recordFurtherCall, despatch, further(episodeId, { reportedAt: at(-1).toISOString() }), at(1))).toMatchObject({ kind: 'invalid', problems: [{ field: 'reportedAt' }] })
    expect(await doing(recordFurtherCall, despatch, further(episodeId, { lastSeenAt: at(2).toISOString() }), at(1))).toMatchObject({ kind: 'invalid', problems: [{ field: 'lastSeenAt' }] })
    await database.admin('UPDATE episode SET returned_at = $2 WHERE id = $1', [episodeId, at(1)])
    expect(await doing(recordFurtherCall, despatch, further(episodeId), at(2))).toMatchObject({ kind: 'conflict' })
    expect([await entries(), (await row(episodeId))?.answers]).toEqual([before, { cse_risk: false, harm: false }])
  })

  it('is taken by those who take such calls, and by no unit elsewhere', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    const entries = () => many('episode_entry WHERE episode_id = $1', episodeId)
    const before = await entries()
    for (const actor of [await aTeacher(database), await aSocialWorker(database), await aCaitSupervisor(database), await aMissingPersonsOfficer(database, 'sutton')]) {
      expect(await doing(recordFurtherCall, actor, further(episodeId), at(1))).toMatchObject({ ok: false, kind: 'forbidden' })
    }
    expect(await doing(recordFurtherCall, await aMashOfficer(database, 'sutton'), further(episodeId), at(1))).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await entries()).toBe(before)
    expect(await doing(recordFurtherCall, await aMashOfficer(database), further(episodeId), at(1))).toMatchObject({ ok: true })
  })
})

describe('two officers with the same child on the line', () => {
  it('make one time away: the second is told, and nothing of theirs is written', async () => {
    const personId = await back('Ferrygate')
    const [one, other] = [await aDespatchSupervisor(database), await aDespatchSupervisor(database)]
    const outcomes = await Promise.all([one, other].map((actor) => doing(reportMissing, actor, callOf(at(0), { personId, child: null }), at(0))))
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ kind: 'conflict' })
    expect(await many('episode WHERE person_id = $1 AND returned_at IS NULL', personId)).toBe(1)
    expect(await many(`entry WHERE $1 = ANY (subject_ids) AND kind = 'missing-reported'`, personId)).toBe(2)
  })
})

describe('hours agreed outside four to eight', () => {
  it('are refused by the clause, and no episode is made', async () => {
    const before = await many('episode')
    expect(await doing(reportMissing, await aDespatchSupervisor(database), callOf(at(0), { ...ABSENT, interval: 9 }), at(0))).toMatchObject({ kind: 'refused', refusals: [{ rule: 'callback-interval-outside-range' }] })
    expect(await many('episode')).toBe(before)
  })
})

describe('a weekend typed in on Monday', () => {
  it('keeps both times, and what was late is late from the call', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0))
    await database.admin('UPDATE episode SET returned_at = $2 WHERE id = $1', [episodeId, at(1)])
    expect(await doing(reportMissing, await aDespatchSupervisor(database), callOf(at(4), { personId, child: null }), at(40))).toMatchObject({ ok: true })
    const [late] = await database.admin<Row>('SELECT * FROM episode WHERE person_id = $1 AND returned_at IS NULL', [personId])
    expect(late).toMatchObject({ reported_at: at(4), recorded_at: at(40) })
    const [grade] = await database.admin<{ due_at: Date; met_at: Date | null }>(`SELECT due_at, met_at FROM deadline WHERE child_id = $1 AND rule = 'missing/risk-grade' AND due_at = $2 AND superseded_at IS NULL`, [personId, at(5)])
    expect(grade).toMatchObject({ due_at: at(5), met_at: null })
  })

  it('typed in as absent more than a day late is missing since its 24 hours', async () => {
    const { personId } = await anEpisode(database, at(0))
    await database.admin('UPDATE episode SET returned_at = $2 WHERE person_id = $1', [personId, at(1)])
    expect(await doing(reportMissing, await aDespatchSupervisor(database), callOf(at(4), { personId, child: null, ...ABSENT }), at(40))).toMatchObject({ ok: true })
    const [late] = await database.admin<{ absent_until: Date }>('SELECT absent_until FROM episode WHERE person_id = $1 AND returned_at IS NULL', [personId])
    expect(late?.absent_until).toEqual(at(28))
  })
})

describe('what the form sends', () => {
  const read = (typed: Record<string, string>) => missingForms.find(({ name }) => name === 'report-missing')?.read(new FormValues(typed)) as Record<string, unknown>
  it('is the class with what it asks for: an absent child is not graded, a missing one has no agreed hours', () => {
    const typed = { reason: 'With her aunt', interval: '6', grade: 'high', gradeReason: 'An older man' }
    expect(read({ ...typed, as: 'absent' })).toMatchObject({ as: 'absent', reason: 'With her aunt', interval: '6' })
    expect(read({ ...typed, as: 'absent' })).not.toHaveProperty('grade')
    expect(read({ ...typed, as: 'missing' })).toMatchObject({ as: 'missing', grade: 'high', gradeReason: 'An older man' })
    expect(read({ ...typed, as: 'missing' })).not.toHaveProperty('reason')
  })
})
