import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { boroughView } from '@/lib/administration/queries'
import { perform } from '@/lib/acts/perform'
import { callBack } from '@/lib/missing/acts/call-back'
import { classifyEpisode } from '@/lib/missing/acts/classify'
import { reportMissing } from '@/lib/missing/acts/report'
import { anActor } from '../support/actors'
import { useDatabase } from '../support/database'
import { aDespatchSupervisor, anEpisode, anInspectorOfTheUnit, callOf } from '../support/episodes'

const database = useDatabase()
/** 1 June 2017, 00:00 in London: the day from which the borough follows the other pack. */
const CHANGE = new Date('2017-05-31T23:00:00Z')
const at = (hours: number): Date => new Date(CHANGE.getTime() + hours * 3_600_000)
const ABSENT = { borough: 'barnet', as: 'absent', reason: 'Rang from a friend’s house an hour ago and is on the way.' }
const classOf = async (id: string) => (await database.admin<{ class: string; pack: string }>('SELECT class, pack FROM episode WHERE id = $1', [id]))[0]

describe('a borough that follows the practice of 2017 from a day on', () => {
  it('is offered the pack where the administrator sets what it follows', async () => {
    const administrator = await anActor(database, { role: 'administrator', agency: 'other', boroughs: [] })
    const view = await boroughView(administrator, 'barnet', at(0))
    expect(view?.packs.find((pack) => pack.value === 'app-2017')?.hint).toContain('Absent is no longer a class of its own')
  })

  it('refuses absent from that day; an episode that began before keeps the pack it began under, call-backs and class', async () => {
    await database.admin(`INSERT INTO policy_adoption (id, borough, from_date, pack_id, overlay) VALUES (gen_random_uuid(), 'barnet', '2017-06-01', 'app-2017', 'null')`)
    const before = await anEpisode(database, at(-3), { ...ABSENT, child: { givenName: 'Edda', familyName: 'Marchbank', age: 16 } })
    expect(await classOf(before.episodeId)).toEqual({ class: 'absent', pack: 'mps-2016' })
    const despatch = await aDespatchSupervisor(database)
    const after = callOf(at(2), { ...ABSENT, child: { givenName: 'Corin', familyName: 'Marchbank', age: 16 } })
    const many = async (): Promise<number> => (await database.admin<{ many: number }>('SELECT count(*)::int AS many FROM episode'))[0]?.many ?? 0
    const stood = await many()
    expect(await perform(reportMissing, despatch, after, { key: randomUUID(), now: at(2) })).toMatchObject({ ok: false, kind: 'refused', refusals: [{ rule: 'absent-class-ended', clause: 'mis-def-app-2017' }] })
    expect(await many()).toBe(stood)
    const taken = await perform(reportMissing, despatch, { ...after, as: 'missing' }, { key: randomUUID(), now: at(2) })
    if (!taken.ok) throw new Error(JSON.stringify(taken))
    expect(await classOf(taken.result.ids['episodeId'] ?? '')).toEqual({ class: 'missing', pack: 'app-2017' })
    // The one that began before goes on by its own rules, the day after the change too.
    expect(await perform(callBack, despatch, { episodeId: before.episodeId, calledAt: at(1).toISOString(), reached: 'yes', answers: { harm: 'no' }, interval: 6 }, { key: randomUUID(), now: at(1) })).toMatchObject({ ok: true })
    expect(await classOf(before.episodeId)).toEqual({ class: 'absent', pack: 'mps-2016' })
    const inspector = await anInspectorOfTheUnit(database, 'barnet')
    expect(await perform(classifyEpisode, inspector, { episodeId: taken.result.ids['episodeId'], as: 'absent', reason: 'Seen by her aunt, with her now.' }, { key: randomUUID(), now: at(3) })).toMatchObject({ kind: 'refused' })
  })
})
