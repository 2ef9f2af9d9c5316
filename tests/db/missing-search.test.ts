import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { classifyEpisode } from '@/lib/missing/acts/classify'
import { callBack } from '@/lib/missing/acts/call-back'
import { closeEpisode } from '@/lib/missing/acts/close'
import { recordEnquiry } from '@/lib/missing/acts/enquiry'
import { gradeEpisode } from '@/lib/missing/acts/grade'
import { acceptEpisode, handOverEpisode } from '@/lib/missing/acts/hand-over'
import { actOnInformation, recordInformation } from '@/lib/missing/acts/information'
import { reviewRisk } from '@/lib/missing/acts/review'
import { tellSenior, tellSocialCare } from '@/lib/missing/acts/tell'
import { episodePageOf } from '@/lib/missing/episode-page'
import { aCaitSupervisor, aMashOfficer, anActor, aSocialWorker, aTeacher, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { aDespatchSupervisor, aMissingPersonsOfficer, anEpisode, anInspectorOfTheUnit } from '../support/episodes'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
const iso = (hours: number): string => at(hours).toISOString()
const doing = (act: Act<z.ZodType>, actor: Actor, input: Record<string, unknown>, now: Date) => perform(act, actor, input, { key: randomUUID(), now })
const idOf = (outcome: Awaited<ReturnType<typeof perform>>, name: string): string => (outcome.ok ? outcome.result.ids[name] ?? '' : '')

const row = async (id: string) => (await database.admin<Record<string, unknown>>('SELECT * FROM episode WHERE id = $1', [id]))[0]
const news = (id: string) => database.admin<Record<string, unknown>>('SELECT * FROM episode_information WHERE episode_id = $1 ORDER BY received_at', [id])
const kinds = async (id: string): Promise<string[]> => (await database.admin<{ kind: string }>('SELECT e.kind FROM entry e JOIN episode_entry x ON x.entry_id = e.id WHERE x.episode_id = $1 ORDER BY e.recorded_at, e.seq', [id])).map(({ kind }) => kind)
const duty = (person: string, rule: string) => database.admin<{ starts_at: Date; due_at: Date; met_at: Date | null; item_id: string | null }>(
  'SELECT starts_at, due_at, met_at, item_id FROM deadline WHERE child_id = $1 AND rule = $2 AND superseded_at IS NULL ORDER BY starts_at, item_id', [person, rule])
const unit = () => aMissingPersonsOfficer(database)
const SIGHTING = (episodeId: string) => ({ episodeId, kind: 'sighting', receivedAt: iso(2), channel: 'telephone', by: 'A bus driver', said: 'A girl in a red coat got off.', where: 'Bromley South', seenAt: iso(1.5) })
const INFORMATION = (episodeId: string) => ({ episodeId, kind: 'information', receivedAt: iso(2), channel: 'email', heldIn: 'The inbox of the unit', by: 'Her aunt', said: 'She rang from Croydon.' })

/** Each act once, with good input, for those tests that ask who may. */
const GRADED = { grade: 'medium', reason: 'Believed to be with her brother in Croydon, who has spoken to her.' }

describe('news of a child who is out', () => {
  it('waits with an hour of its own from when it came in, wherever it lay, until somebody acts on it in one step', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0))
    const told = await doing(recordInformation, await unit(), INFORMATION(episodeId), at(16))
    expect(told).toMatchObject({ ok: true })
    expect(await duty(personId, 'missing/information')).toMatchObject([{ starts_at: at(2), due_at: at(3), met_at: null }])
    expect(await news(episodeId)).toMatchObject([{ kind: 'information', received_at: at(2), acted_at: null }])
    const view = await episodePageOf(await aDespatchSupervisor(database), episodeId, at(16))
    expect(view?.news).toMatchObject([{ left: { words: 'Overdue by 13 h', tone: 'late' } }])
    const officer = await aMashOfficer(database)
    expect(await doing(actOnInformation, officer, { informationId: idOf(told, 'informationId'), done: 'Croydon sent a car to the aunt.' }, at(16.5))).toMatchObject({ ok: true })
    expect(await duty(personId, 'missing/information')).toMatchObject([{ met_at: at(16.5) }])
    expect(await news(episodeId)).toMatchObject([{ acted_at: at(16.5), acted_by: officer.accountId }])
    expect(await doing(actOnInformation, await unit(), { informationId: idOf(told, 'informationId'), done: 'I too.' }, at(17))).toMatchObject({ kind: 'conflict', says: expect.stringContaining(officer.name) as string })
    expect(await news(episodeId)).toMatchObject([{ acted_by: officer.accountId }])
  })

  it('a sighting moves on where the child was last seen, never back; acted on at once it does not wait', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    expect(await doing(recordInformation, await aSocialWorker(database), { ...SIGHTING(episodeId), done: 'A unit is on its way.' }, at(2))).toMatchObject({ ok: true })
    expect(await row(episodeId)).toMatchObject({ last_seen_at: at(1.5), last_seen_where: 'Bromley South' })
    expect(await news(episodeId)).toMatchObject([{ acted_at: at(2) }])
    await doing(recordInformation, await unit(), { ...SIGHTING(episodeId), receivedAt: iso(3), seenAt: iso(0.5), where: 'Beckenham' }, at(3))
    expect(await row(episodeId)).toMatchObject({ last_seen_at: at(1.5), last_seen_where: 'Bromley South' })
  })

  it('is written down by a unit elsewhere that has seen the child; what it says can end the class absent at once', async () => {
    const { episodeId } = await anEpisode(database, at(0), { as: 'absent', reason: 'Rang from a friend’s house an hour ago and is on the way.' })
    expect(await doing(recordInformation, await aMissingPersonsOfficer(database, 'sutton'), { ...INFORMATION(episodeId), answers: { cse_risk: 'yes' } }, at(2))).toMatchObject({ ok: true })
    expect(await row(episodeId)).toMatchObject({ absent_until: at(2) })
  })

  it('says what is missing beside its field, and takes nothing about a child who is back', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    const tell = async (input: Record<string, unknown>) => doing(recordInformation, await unit(), { ...SIGHTING(episodeId), ...input }, at(2))
    expect(await tell({ where: '' })).toMatchObject({ kind: 'invalid', problems: [{ field: 'where' }] })
    expect(await tell({ receivedAt: iso(3) })).toMatchObject({ kind: 'invalid', problems: [{ field: 'receivedAt' }] })
    expect(await tell({ receivedAt: iso(-1), seenAt: iso(-2) })).toMatchObject({ kind: 'invalid', problems: [{ field: 'receivedAt' }] })
    expect(await tell({ seenAt: iso(2.5), receivedAt: iso(2) })).toMatchObject({ kind: 'invalid', problems: [{ field: 'seenAt' }] })
    await database.admin('UPDATE episode SET returned_at = $2 WHERE id = $1', [episodeId, at(1)])
    expect(await tell({})).toMatchObject({ kind: 'conflict' })
    expect(await news(episodeId)).toEqual([])
  })
})

describe('an enquiry', () => {
  it('is on record, answers the news it names and leaves the rest waiting', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0))
    const one = idOf(await doing(recordInformation, await unit(), SIGHTING(episodeId), at(2)), 'informationId')
    await doing(recordInformation, await unit(), { ...INFORMATION(episodeId), receivedAt: iso(2.2) }, at(2.2))
    expect(await doing(recordEnquiry, await unit(), { episodeId, line: 'hospitals', what: 'All of south London', madeAt: iso(2.5) }, at(2.5))).toMatchObject({ ok: true })
    expect((await duty(personId, 'missing/information')).map((each) => each.met_at)).toEqual([null, null])
    expect(await doing(recordEnquiry, await unit(), { episodeId, line: 'cctv', what: 'The station', result: 'Seen at 10:35', madeAt: iso(2.6), of: [one] }, at(2.6))).toMatchObject({ ok: true })
    expect((await duty(personId, 'missing/information')).map((each) => each.met_at)).toEqual([at(2.6), null])
    expect((await news(episodeId)).map((each) => each['acted_at'])).toEqual([at(2.6), null])
    const view = await episodePageOf(await unit(), episodeId, at(3))
    expect(view?.enquiries.filter((each) => each.done !== null).map((each) => each.line)).toEqual(['hospitals', 'cctv'])
    expect(await doing(recordEnquiry, await unit(), { episodeId, line: 'cctv', what: 'x', madeAt: iso(9) }, at(3))).toMatchObject({ kind: 'invalid', problems: [{ field: 'madeAt' }] })
    expect(await doing(recordEnquiry, await unit(), { episodeId, line: 'cctv', what: 'x', madeAt: iso(3), of: [randomUUID()] }, at(3))).toMatchObject({ kind: 'not-found' })
  })
})

describe('the review of the risk', () => {
  it('is a grade that starts the next review; ungraded there is nothing to review', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0))
    const review = (actor: Actor, input: Record<string, unknown>, now: Date) => doing(reviewRisk, actor, { episodeId, done: 'Hospitals and friends asked.', ...GRADED, ...input }, now)
    expect(await review(await unit(), {}, at(1))).toMatchObject({ kind: 'conflict' })
    await doing(gradeEpisode, await unit(), { episodeId, grade: 'high', reason: 'Seen getting into a stranger’s car.' }, at(0.5))
    expect(await duty(personId, 'missing/risk-review')).toMatchObject([{ due_at: at(8.5) }])
    expect(await review(await unit(), { grade: 'high' }, at(8))).toMatchObject({ ok: true })
    expect((await duty(personId, 'missing/risk-review')).map((each) => [each.due_at, each.met_at])).toEqual([[at(8.5), at(8)], [at(16), null]])
    expect(await review(await unit(), { grade: 'low' }, at(9))).toMatchObject({ kind: 'refused', refusals: [{ rule: 'missing-risk-below-medium' }] })
    expect(await review(await unit(), { reason: 'She is streetwise.' }, at(9))).toMatchObject({ kind: 'refused', refusals: [{ rule: 'risk-rationale-rejected' }] })
    expect(await row(episodeId)).toMatchObject({ grade: 'high' })
  })

  it('below what the facts propose it stays open for an inspector, whose reason closes it', async () => {
    const { episodeId } = await anEpisode(database, at(0), { answers: { suicide_attempt: 'yes' } })
    await doing(gradeEpisode, await unit(), { episodeId, ...GRADED }, at(0.5))
    const tooLow = async (now: Date) => (await episodePageOf(await unit(), episodeId, now))?.tooLow
    expect(await tooLow(at(0.6))).toBe(true)
    expect(await doing(reviewRisk, await unit(), { episodeId, done: 'Rang her brother.', ...GRADED }, at(1))).toMatchObject({ ok: true, result: { says: expect.stringContaining('an inspector') as string } })
    expect(await tooLow(at(1.1))).toBe(true)
    expect(await doing(reviewRisk, await anInspectorOfTheUnit(database), { episodeId, done: 'Spoke to her myself.', ...GRADED }, at(2))).toMatchObject({ ok: true })
    expect(await tooLow(at(2.1))).toBe(false)
    expect((await kinds(episodeId)).at(-1)).toBe('supervisor-review')
  })
})

describe('who is told', () => {
  it('each authority of a child in care has a clock of its own, met by the telling of that one', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0))
    await database.admin(`UPDATE person SET looked_after = true, responsible_authority = 'Kent' WHERE id = $1`, [personId])
    await doing(gradeEpisode, await unit(), { episodeId, ...GRADED }, at(0.2))
    const tell = async (authority: string, name: string) => doing(tellSocialCare, await unit(), { episodeId, authority, name, who: 'Ms Adeyemi, duty', toldAt: iso(0.5) }, at(0.6))
    const owed = async () => (await duty(personId, 'missing/social-care')).filter((each) => each.item_id !== 'local')
    expect((await owed()).map((each) => [each.item_id, each.due_at, each.met_at])).toEqual([['placing', at(1), null], ['responsible', at(1), null]])
    expect(await tell('responsible', 'Kent County Council')).toMatchObject({ ok: true })
    expect((await owed()).map((each) => [each.item_id, each.met_at])).toEqual([['placing', null], ['responsible', at(0.5)]])
    expect(await tell('', 'Kent')).toMatchObject({ kind: 'invalid', problems: [{ field: 'authority' }] })
    expect(await tell('placing', '')).toMatchObject({ kind: 'invalid', problems: [{ field: 'name' }] })
  })

  it('seniors of a high risk, by name and office', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0))
    await doing(gradeEpisode, await unit(), { episodeId, grade: 'high', reason: 'Seen getting into a stranger’s car.' }, at(0.5))
    expect(await duty(personId, 'missing/senior-told')).toMatchObject([{ starts_at: at(0.5), met_at: null }])
    expect(await doing(tellSenior, await aDespatchSupervisor(database), { episodeId, senior: 'duty-inspector', name: 'Inspector Holloway', toldAt: iso(0.7) }, at(0.8))).toMatchObject({ ok: true })
    expect(await duty(personId, 'missing/senior-told')).toMatchObject([{ met_at: at(0.7) }])
    expect(await doing(tellSenior, await aDespatchSupervisor(database), { episodeId, senior: 'duty-inspector', name: ' ', toldAt: iso(0.7) }, at(0.8))).toMatchObject({ kind: 'invalid', problems: [{ field: 'name' }] })
  })
})

describe('a live episode handed over', () => {
  it('stays with the control room until somebody of the unit accepts it by name; nobody accepts their own, and one offer stands at a time', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    const [despatch, other, officer] = [await aDespatchSupervisor(database), await aDespatchSupervisor(database), await unit()]
    const offer = await doing(handOverEpisode, despatch, { episodeId, to: 'unit', note: 'Her aunt rings back at noon.' }, at(1))
    expect(offer).toMatchObject({ ok: true })
    const handoverId = idOf(offer, 'handoverId')
    const view = async (actor: Actor, now: Date) => { const seen = await episodePageOf(actor, episodeId, now); return [seen?.heldBy, seen?.offer?.mayAccept] }
    expect(await view(officer, at(1))).toEqual(['Control room', true])
    expect(await view(despatch, at(1))).toEqual(['Control room', false])
    expect(await doing(handOverEpisode, other, { episodeId, to: 'unit', note: 'Again.' }, at(1.1))).toMatchObject({ kind: 'conflict' })
    expect(await doing(acceptEpisode, despatch, { handoverId }, at(1.1))).toMatchObject({ kind: 'conflict' })
    expect(await doing(acceptEpisode, other, { handoverId }, at(1.1))).toMatchObject({ kind: 'forbidden' })
    expect(await doing(acceptEpisode, await aMissingPersonsOfficer(database, 'sutton'), { handoverId }, at(1.1))).toMatchObject({ kind: 'forbidden' })
    expect(await database.admin('SELECT accepted_by FROM episode_handover WHERE id = $1', [handoverId])).toEqual([{ accepted_by: null }])
    expect(await doing(acceptEpisode, officer, { handoverId }, at(1.2))).toMatchObject({ ok: true })
    expect(await view(officer, at(1.3))).toEqual(['Missing persons unit', undefined])
    expect(await doing(acceptEpisode, await unit(), { handoverId }, at(1.4))).toMatchObject({ kind: 'conflict', says: expect.stringContaining(officer.name) as string })
    expect(await doing(handOverEpisode, despatch, { episodeId, to: 'control-room', note: 'Back.' }, at(2))).toMatchObject({ ok: false })
    expect(await doing(handOverEpisode, officer, { episodeId, to: 'control-room', note: 'The night has it.' }, at(2))).toMatchObject({ ok: true })
    expect((await kinds(episodeId)).filter((kind) => kind.startsWith('episode-') && kind !== 'episode-classified')).toEqual(['episode-handed-over', 'episode-accepted', 'episode-handed-over'])
  })

  it('is never edited, never deleted, and accepted by no one in another’s name', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    await doing(handOverEpisode, await aDespatchSupervisor(database), { episodeId, to: 'unit', note: 'x' }, at(1))
    await expect(database.admin('DELETE FROM episode_handover WHERE episode_id = $1', [episodeId])).rejects.toThrow('never deleted')
    await expect(database.admin(`UPDATE episode_handover SET to_side = 'control-room' WHERE episode_id = $1`, [episodeId])).rejects.toThrow('never edited')
    await expect(database.admin('UPDATE episode_handover SET accepted_at = now(), accepted_by = offered_by WHERE episode_id = $1', [episodeId])).rejects.toThrow('episode_handover_accepted')
  })
})

describe('the end', () => {
  const closing = (actor: Actor, episodeId: string, now: Date) => doing(closeEpisode, actor, { episodeId, summary: 'Came back by train; her aunt has her.' }, now)

  it('is refused while the child is out and without a safe and well check, and the row stays; the attempt is on record', async () => {
    const { episodeId, personId } = await anEpisode(database, at(0))
    expect(await closing(await unit(), episodeId, at(1))).toMatchObject({ kind: 'refused', refusals: [{ rule: 'episode-child-still-out' }] })
    await database.admin('UPDATE episode SET returned_at = $2 WHERE id = $1', [episodeId, at(2)])
    expect(await closing(await aDespatchSupervisor(database), episodeId, at(3))).toMatchObject({ kind: 'refused', refusals: [{ rule: 'episode-closed-without-check', clause: 'mis-safe-well' }] })
    expect(await row(episodeId)).toMatchObject({ closed_at: null })
    expect(await database.admin(`SELECT count(*)::int AS many FROM entry WHERE kind = 'act-refused' AND $1 = ANY (subject_ids)`, [personId])).toEqual([{ many: 2 }])
    await expect(database.admin('UPDATE episode SET closed_at = $2 WHERE id = $1', [episodeId, at(3)])).rejects.toThrow('episode_closed_after_check')
  })

  it.each([['the control room', aDespatchSupervisor], ['the unit', aMissingPersonsOfficer]])('is made by %s from the same record, after return and check', async (_who, actorOf) => {
    const { episodeId } = await anEpisode(database, at(0))
    await database.admin('UPDATE episode SET returned_at = $2, seen_at = $3 WHERE id = $1', [episodeId, at(2), at(2.5)])
    const actor = await actorOf(database)
    expect(await closing(actor, episodeId, at(3))).toMatchObject({ ok: true, result: { goTo: '/missing' } })
    expect(await row(episodeId)).toMatchObject({ closed_at: at(3) })
    expect((await kinds(episodeId)).at(-1)).toBe('episode-closed')
    expect(await closing(await unit(), episodeId, at(4))).toMatchObject({ ok: false })
    // Whoever only looks for children sees it no more; the unit of the borough reads it for good.
    expect(await episodePageOf(await aDespatchSupervisor(database), episodeId, at(4))).toBeNull()
    expect(await episodePageOf(await aMissingPersonsOfficer(database, 'sutton'), episodeId, at(4))).toBeNull()
    expect(await episodePageOf(await unit(), episodeId, at(4))).toMatchObject({ state: 'closed', may: { work: false, tell: false, sighting: false } })
  })
})

describe('the page of an episode', () => {
  it('keeps what two callers said both, with who and when, and proposes from what is known', async () => {
    const { episodeId } = await anEpisode(database, at(0), { as: 'absent', reason: 'Rang from a friend’s house an hour ago and is on the way.' })
    await doing(callBack, await aDespatchSupervisor(database), { episodeId, calledAt: iso(1), reached: 'yes', callerName: 'Her key worker', answers: { cse_risk: 'yes', unsafe_adult: 'yes' } }, at(1))
    const view = await episodePageOf(await unit(), episodeId, at(2))
    expect(view).toMatchObject({ class: 'missing', proposed: { grade: 'high' }, headingsOnly: false })
    expect(view?.conflicts).toEqual([{ question: expect.stringContaining('sexual exploitation') as string, yes: ['Her key worker, 10:00 today'], no: ['Ms Farthingale (parent), 09:00 today'] }])
    expect(view?.classes.find((choice) => choice.value === 'absent')).toMatchObject({ state: 'closed' })
    expect(view?.duties.map((each) => each.words)).toContain('Grade the risk')
    expect(await doing(classifyEpisode, await anInspectorOfTheUnit(database), { episodeId, as: 'absent', reason: 'Seen with her aunt in Croydon.' }, at(2))).toMatchObject({ kind: 'refused' })
    expect(await row(episodeId)).toMatchObject({ class: 'missing' })
  })

  it('opens its words to those who look and those whose words they are, headings to the rest of the borough, and nothing beyond it', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    const depthOf = async (actor: Actor) => { const view = await episodePageOf(actor, episodeId, at(1)); return view === null ? null : JSON.stringify(view.log).includes('after school') ? 'words' : view.log.length > 0 ? 'headings' : 'nothing' }
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] })
    const lead = await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [] })
    expect(await Promise.all([await aDespatchSupervisor(database), await aMissingPersonsOfficer(database, 'sutton'), await aMashOfficer(database), manager].map(depthOf))).toEqual(['words', 'words', 'words', 'headings'])
    expect(await Promise.all([await aMashOfficer(database, 'sutton'), await aCaitSupervisor(database, ['sutton']), lead, await aTeacher(database)].map(depthOf))).toEqual([null, null, null, null])
  })

  it('is for those who may: each act forbidden to the rest, and not found beyond their boroughs', async () => {
    const { episodeId } = await anEpisode(database, at(0))
    const before = await kinds(episodeId)
    const tell: [Act<z.ZodType>, Record<string, unknown>][] = [
      [recordInformation, SIGHTING(episodeId)], [recordEnquiry, { episodeId, line: 'cctv', what: 'x', madeAt: iso(1) }], [tellSocialCare, { episodeId, authority: 'local', name: 'Bromley', who: 'x', toldAt: iso(1) }],
      [tellSenior, { episodeId, senior: 'director', name: 'x', toldAt: iso(1) }],
    ]
    const work: [Act<z.ZodType>, Record<string, unknown>][] = [
      [reviewRisk, { episodeId, done: 'x', ...GRADED }], [handOverEpisode, { episodeId, to: 'unit', note: 'x' }], [closeEpisode, { episodeId, summary: 'x' }],
    ]
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] })
    for (const [act, input] of [...tell, ...work]) {
      expect(await doing(act, await aTeacher(database), input, at(2)), act.name).toMatchObject({ kind: 'forbidden' })
      expect(await doing(act, manager, input, at(2)), act.name).toMatchObject({ kind: 'forbidden' })
      expect((await doing(act, await aMashOfficer(database, 'sutton'), input, at(2))), act.name).toMatchObject({ kind: 'not-found' })
    }
    for (const [act, input] of work) {
      for (const actor of [await aSocialWorker(database), await aCaitSupervisor(database), await aMissingPersonsOfficer(database, 'sutton')]) expect(await doing(act, actor, input, at(2)), act.name).toMatchObject({ kind: 'forbidden' })
    }
    expect(await kinds(episodeId)).toEqual(before)
  })
})
