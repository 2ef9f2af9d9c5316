import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { recordAnyEntry } from '@/lib/chronology/record-entry'
import { callBack } from '@/lib/missing/acts/call-back'
import { classifyEpisode } from '@/lib/missing/acts/classify'
import { gradeEpisode } from '@/lib/missing/acts/grade'
import { reportMissing } from '@/lib/missing/acts/report'
import { writeDownMissing } from '@/lib/missing/settle'
import { addFlag } from '@/lib/people/acts/add-flag'
import { aCaitSupervisor, aMashOfficer, aSocialWorker, aTeacher, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { aDespatchSupervisor, aMissingPersonsOfficer, anEpisode, anInspectorOfTheUnit, callOf } from '../support/episodes'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
const doing = (act: Act<z.ZodType>, actor: Actor, input: Record<string, unknown>, now: Date) => perform(act, actor, input, { key: randomUUID(), now })
const ABSENT = { as: 'absent', reason: 'Rang from a friend’s house an hour ago and is on the way.' }

interface Row { class: string; grade: string | null; absent_until: Date | null; interval: number | null; person_id: string }
const row = async (id: string): Promise<Row | undefined> => (await database.admin<Row & { id: string }>('SELECT * FROM episode WHERE id = $1', [id]))[0]
const episodes = async (): Promise<number> => (await database.admin<{ many: number }>('SELECT count(*)::int AS many FROM episode'))[0]?.many ?? 0
const people = async (): Promise<number> => (await database.admin<{ many: number }>('SELECT count(*)::int AS many FROM person'))[0]?.many ?? 0
const entries = (person: string) => database.admin<{ kind: string; occurred_at: Date; recorded_at: Date; body: Record<string, unknown> }>(
  'SELECT e.kind, e.occurred_at, e.recorded_at, p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE $1 = ANY (e.subject_ids) ORDER BY e.ledger, e.seq', [person])

describe('a call that a child is away', () => {
  it('opens an episode with its class, puts report and class on record, and starts the hour for a grade', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0))
    expect(await row(episodeId)).toMatchObject({ class: 'missing', grade: null, absent_until: null, pack: 'mps-2016' })
    expect((await entries(personId)).map((entry) => [entry.kind, entry.body['episode_id']])).toEqual([['missing-reported', episodeId], ['episode-classified', episodeId]])
    const due = await database.admin<{ alert: string; due_at: Date }>('SELECT alert, due_at FROM deadline WHERE child_id = $1 AND rule = $2', [personId, 'missing/risk-grade'])
    expect(due).toEqual([{ alert: 'missing-risk-not-graded', due_at: at(1) }])
  })

  it.each([
    ['a child under 13', { child: { givenName: 'Wren', familyName: 'Oddfellow', age: 12 } }, 'absent-classification-under-13'],
    ['a caller who says yes to exploitation', { answers: { cse_risk: 'yes' } }, 'absent-classification-cse-flag'],
    ['a caller who tells of medicine', { answers: { health: 'yes' } }, 'absent-classification-known-risk'],
  ])('refuses absent for %s: nothing is written but the refusal', async (_what, overrides, rule) => {
    const before = [await episodes(), await people()]
    expect(await doing(reportMissing, await aDespatchSupervisor(database), callOf(at(0), { ...ABSENT, ...overrides }), at(0))).toMatchObject({ ok: false, kind: 'refused', refusals: [{ rule }] })
    expect([await episodes(), await people()]).toEqual(before)
  })

  it('asks how old the child is before anybody is classed absent, at the report and later: a child who may be under 13 is missing', async () => {
    const ageless = { child: { givenName: 'Sorrel', familyName: 'Unaged' } }
    const before = [await episodes(), await people()]
    expect(await doing(reportMissing, await aDespatchSupervisor(database), callOf(at(0), { ...ABSENT, ...ageless }), at(0))).toMatchObject({ kind: 'invalid', problems: [{ field: 'as' }] })
    expect([await episodes(), await people()]).toEqual(before)
    const { episodeId } = await anEpisode(database, at(0), ageless)
    const inspector = await anInspectorOfTheUnit(database)
    const down = { episodeId, as: 'absent', reason: 'Her aunt rang: she is expected at six.' }
    expect(await doing(classifyEpisode, inspector, down, at(1))).toMatchObject({ kind: 'invalid', problems: [{ field: 'as' }] })
    expect(await row(episodeId)).toMatchObject({ class: 'missing' })
  })

  it('refuses absent for a flag of exploitation on any record in London, and one removed lately without a reason', async () => {
    const known = await anEpisode(database, at(0))
    await database.admin('UPDATE episode SET returned_at = $2 WHERE id = $1', [known.episodeId, at(1)])
    await doing(addFlag, await aMashOfficer(database), { personId: known.personId, flag: 'cse-risk', reason: 'Named by a friend.' }, at(2))
    const again = { personId: known.personId, child: null, borough: 'sutton' }
    expect(await doing(reportMissing, await aDespatchSupervisor(database), callOf(at(3), { ...again, ...ABSENT }), at(3))).toMatchObject({ kind: 'refused', refusals: [{ rule: 'absent-classification-cse-flag' }] })
    expect(await doing(reportMissing, await aDespatchSupervisor(database), callOf(at(3), again), at(3))).toMatchObject({ ok: true })
  })

  it('is for those who take such calls; a partner and a social worker are refused, and another borough’s unit', async () => {
    const before = await episodes()
    for (const actor of [await aTeacher(database), await aSocialWorker(database), await aCaitSupervisor(database), await aMissingPersonsOfficer(database, 'sutton')]) {
      expect(await doing(reportMissing, actor, callOf(at(0)), at(0))).toMatchObject({ ok: false, kind: 'forbidden' })
    }
    expect(await episodes()).toBe(before)
  })

  it('says what is missing beside its field: a child looked for first, why absent, no time to come', async () => {
    const despatch = await aDespatchSupervisor(database)
    expect(await doing(reportMissing, despatch, callOf(at(0), { searched: false }), at(0))).toMatchObject({ kind: 'invalid', problems: [{ field: 'child.givenName' }] })
    expect(await doing(reportMissing, despatch, callOf(at(0), { as: 'absent' }), at(0))).toMatchObject({ kind: 'invalid', problems: [{ field: 'reason' }] })
    expect(await doing(reportMissing, despatch, callOf(at(1)), at(0))).toMatchObject({ kind: 'invalid', problems: [{ field: 'reportedAt' }] })
    expect(await doing(reportMissing, despatch, callOf(at(0), { as: 'absent', reason: 'She is streetwise.' }), at(0))).toMatchObject({ kind: 'refused', refusals: [{ rule: 'risk-rationale-rejected' }] })
  })

  it('is one open episode for a child: a second call goes onto it', async () => {
    const { personId } = await anEpisode(database, at(0))
    const before = await episodes()
    expect(await doing(reportMissing, await aDespatchSupervisor(database), callOf(at(1), { personId, child: null }), at(1))).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await episodes()).toBe(before)
  })
})

describe('what only the database knows', () => {
  it('is a refusal with its clause and no fault: the plan still stands on the child’s own row', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0))
    await database.admin('UPDATE episode SET returned_at = $2 WHERE id = $1', [episodeId, at(1)])
    await database.admin(`UPDATE person SET plan_category = 'neglect' WHERE id = $1`, [personId])
    expect(await doing(recordAnyEntry, await aCaitSupervisor(database), { kind: 'conference-held', borough: 'bromley', subjects: [personId], occurredAt: at(2).toISOString(), detail: { type: 'review', decision: 'no-plan' } }, at(2))).toMatchObject({ ok: true })
    const before = await episodes()
    expect(await doing(reportMissing, await aDespatchSupervisor(database), callOf(at(3), { personId, child: null, ...ABSENT }), at(3))).toMatchObject({
      ok: false, kind: 'refused', refusals: [{ rule: 'absent-classification-known-risk', clause: 'mis-def-absent', says: 'The child is on a child protection plan.' }],
    })
    expect(await episodes()).toBe(before)
    expect((await entries(personId)).at(-1)).toMatchObject({ kind: 'act-refused', body: { rules: ['absent-classification-known-risk'], clauses: ['mis-def-absent'] } })
  })
})

describe('the grade', () => {
  it('is never below medium: refused, and the row as it was', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    const grade = (level: string) => aDespatchSupervisor(database).then((actor) => doing(gradeEpisode, actor, { episodeId, grade: level, reason: 'Nothing known against it.' }, at(0.5)))
    expect(await grade('low')).toMatchObject({ kind: 'refused', refusals: [{ rule: 'missing-risk-below-medium' }] })
    expect(await row(episodeId)).toMatchObject({ grade: null })
    expect(await grade('medium')).toMatchObject({ ok: true })
    expect(await row(episodeId)).toMatchObject({ grade: 'medium' })
  })
})

describe('absent', () => {
  it('ends at 24 hours from the report, is written down by the timed work once, and starts the hour for a grade then', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0), ABSENT)
    expect(await row(episodeId)).toMatchObject({ class: 'absent', absent_until: at(24) })
    await writeDownMissing(new Date(at(24).getTime() - 1))
    expect(await row(episodeId)).toMatchObject({ class: 'absent' })
    await writeDownMissing(at(24))
    await writeDownMissing(at(25))
    expect(await row(episodeId)).toMatchObject({ class: 'missing', absent_until: null })
    const written = (await entries(personId)).filter((entry) => entry.body['automatic'] === true)
    expect(written).toMatchObject([{ kind: 'episode-classified', occurred_at: at(24), body: { as: 'missing', episode_id: episodeId } }])
  })

  it('a call back asks again: what closes it makes the child missing at once; the first answer stays on record', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0), ABSENT)
    const officer = await aDespatchSupervisor(database)
    expect(await doing(callBack, officer, { episodeId, calledAt: at(1).toISOString(), reached: 'yes', answers: { cse_risk: 'no' }, interval: 9 }, at(1))).toMatchObject({ kind: 'refused', refusals: [{ rule: 'callback-interval-outside-range' }] })
    expect(await doing(callBack, officer, { episodeId, calledAt: at(1).toISOString(), reached: 'yes', answers: { cse_risk: 'no' }, interval: 6 }, at(1))).toMatchObject({ ok: true })
    expect(await row(episodeId)).toMatchObject({ class: 'absent', interval: 6 })
    expect(await doing(callBack, officer, { episodeId, calledAt: at(2).toISOString(), reached: 'yes', answers: { cse_risk: 'yes' } }, at(2))).toMatchObject({ ok: true })
    expect(await row(episodeId)).toMatchObject({ class: 'missing' })
    expect((await entries(personId)).filter((entry) => 'answers' in entry.body).map((entry) => (entry.body['answers'] as Record<string, boolean>)['cse_risk'])).toEqual([false, false, false, true, true])
  })

  it('a flag added anywhere in London ends it at that moment, before any timed work', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0), ABSENT)
    await doing(addFlag, await aMashOfficer(database), { personId, flag: 'cse-risk', reason: 'Named by a friend.' }, at(3))
    expect(await row(episodeId)).toMatchObject({ absent_until: at(3) })
    await writeDownMissing(at(3))
    expect(await row(episodeId)).toMatchObject({ class: 'missing' })
  })

  it('from missing only an inspector makes it, with a reason; a sergeant is refused and the row stays', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    const change = { episodeId, as: 'absent', reason: 'Seen by her aunt, with her now, on the way home by train.' }
    expect(await doing(classifyEpisode, await aMissingPersonsOfficer(database), change, at(1))).toMatchObject({ kind: 'refused', refusals: [{ rule: 'downgrade-needs-inspector' }] })
    expect(await row(episodeId)).toMatchObject({ class: 'missing' })
    expect(await doing(classifyEpisode, await anInspectorOfTheUnit(database), change, at(1))).toMatchObject({ ok: true })
    expect(await row(episodeId)).toMatchObject({ class: 'absent', absent_until: at(24) })
  })
})

describe('the wall in the database', () => {
  const absent = `class = 'absent', classed_at = reported_at, absent_from = reported_at, absent_until = reported_at + interval '24 hours'`
  it.each([
    ['a child under 13', `UPDATE person SET age_stated = 12 WHERE id = $1`, 'mis-u13'],
    ['a child whose thirteenth birthday is the day after', `UPDATE person SET born_on = '2003-05-17', age_stated = NULL WHERE id = $1`, 'mis-u13'],
    ['a flagged child', `INSERT INTO flag (id, person_id, code, added_at, added_by) VALUES (gen_random_uuid(), $1, 'cse-risk', '2016-05-01', gen_random_uuid())`, 'mis-cse-flag'],
    ['a flag removed 23 months ago', `INSERT INTO flag (id, person_id, code, added_at, added_by, removed_at) VALUES (gen_random_uuid(), $1, 'cse-risk', '2014-01-01', gen_random_uuid(), '2014-06-17')`, 'mis-cse-flag-removed'],
    ['a child on a plan', `UPDATE person SET plan_category = 'neglect' WHERE id = $1`, 'mis-def-absent'],
    ['a child with a health need', `UPDATE person SET health = '{epilepsy}' WHERE id = $1`, 'mis-def-absent'],
  ])('refuses absent written by hand for %s', async (_who, arrange, clause) => {
    const { episodeId, personId } = await anEpisode(database, at(0))
    await database.admin(arrange, [personId])
    await expect(database.admin(`UPDATE episode SET ${absent} WHERE id = $1`, [episodeId])).rejects.toThrow(`|${clause}|`)
    expect(await row(episodeId)).toMatchObject({ class: 'missing' })
  })

  it.each([
    ['a child of thirteen today', `UPDATE person SET born_on = '2003-05-16', age_stated = NULL WHERE id = $1`],
    ['a flag removed 25 months ago', `INSERT INTO flag (id, person_id, code, added_at, added_by, removed_at) VALUES (gen_random_uuid(), $1, 'cse-risk', '2013-01-01', gen_random_uuid(), '2014-04-15')`],
  ])('lets %s be absent', async (_who, arrange) => {
    const { episodeId, personId } = await anEpisode(database, at(0))
    await database.admin(arrange, [personId])
    await database.admin(`UPDATE episode SET ${absent} WHERE id = $1`, [episodeId])
    expect(await row(episodeId)).toMatchObject({ class: 'absent' })
  })

  it('refuses a grade below medium, absent under the rules of 2017, and an answer that tells of a risk', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    await expect(database.admin(`UPDATE episode SET grade = 'low' WHERE id = $1`, [episodeId])).rejects.toThrow('|mis-no-low|')
    await expect(database.admin(`UPDATE episode SET ${absent}, answers = '{"substance": true}' WHERE id = $1`, [episodeId])).rejects.toThrow('|mis-def-absent|')
    await expect(database.admin(`INSERT INTO episode (id, reference, person_id, borough, pack, reported_at, entry_id, recorded_at, recorded_by, caller_kind, answers, class, classed_at, absent_from, absent_until, returned_at)
      SELECT gen_random_uuid(), 'E-TEST-0001', person_id, borough, 'app-2017', reported_at, entry_id, recorded_at, recorded_by, 'other', '{}', 'absent', reported_at, reported_at, reported_at, reported_at FROM episode WHERE id = $1`, [episodeId])).rejects.toThrow('|mis-def-app-2017|')
    expect(await row(episodeId)).toMatchObject({ class: 'missing', grade: null })
  })
})
