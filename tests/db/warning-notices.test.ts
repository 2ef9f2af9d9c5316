import { describe, expect, it } from 'vitest'
import { readAs } from '@/lib/access/read-as'
import { addDays, startOfLondonDay, type PlainDate } from '@/lib/policy/calendar/london'
import { takePoliceProtection } from '@/lib/protection/acts/take'
import { considerNotice, serveNotice } from '@/lib/warning-notices/acts/serve'
import { endNotice, recordBreach } from '@/lib/warning-notices/acts/work'
import { noticeEnds } from '@/lib/warning-notices/eligibility'
import { aMashOfficer, anActor, aSocialWorker, MONDAY_NINE } from '../support/actors'
import { aChildAndAnAdult, doing, done, noticeOf } from '../support/concerns'
import { useDatabase } from '../support/database'
import { aDespatchSupervisor } from '../support/episodes'
import { fingerprint } from '../support/fingerprint'
import { takingOf } from '../support/protections'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
const officer = () => aMashOfficer(database)
const BESIDE = ['account', 'team', 'membership', 'entry', 'entry_payload', 'entry_subject', 'ledger_head', 'deadline', 'figure_fact']
const unchanged = async (work: () => Promise<void>): Promise<void> => {
  const before = await fingerprint(database, BESIDE)
  await work()
  expect(await fingerprint(database, BESIDE)).toEqual(before)
}
const refusal = { ok: false, kind: 'refused', refusals: [{ clause: 'cawn-eligibility' }] }

describe('serving a warning notice', () => {
  it('about a child under 16: on both records, with the day on which it ends by itself', async () => {
    const { childId, adultId } = await aChildAndAnAdult(database, at(0))
    const ids = await done(serveNotice, await officer(), noticeOf(childId, adultId, at(1)), at(2))
    const [entry] = await database.admin<{ body: Record<string, unknown> }>(`SELECT p.body FROM entry_subject s JOIN entry_payload p ON p.entry_id = s.entry_id WHERE s.person_id = $1 AND s.kind = 'suspect-action'`, [childId])
    expect(entry?.body).toMatchObject({ action: 'cawn-served', notice_id: ids['noticeId'], ends_on: '2018-05-20', ground: 'under-16', suspect_ids: [adultId] })
    expect(await database.admin(`SELECT kind FROM entry_subject WHERE person_id = $1 AND kind = 'adult-linked'`, [adultId])).toHaveLength(1)
    // Known to exist, without its words, to whoever answers a call about the child anywhere.
    const despatch = await aDespatchSupervisor(database)
    expect(await readAs(despatch, (tx) => tx.$queryRaw<unknown[]>`SELECT ground FROM notices_of(${[childId]}::uuid[])`)).toEqual([{ ground: 'under-16' }])
    expect(await readAs(despatch, (tx) => tx.warningNotice.findMany())).toEqual([])
  })

  it.each([
    ['the last day at 15', '2000-05-17', 'under-16', true], ['on the sixteenth birthday', '2000-05-16', 'under-16', false],
    ['the last day at 17, under a care order', '1998-05-17', 'care-order', true], ['on the eighteenth birthday, under a care order', '1998-05-16', 'care-order', false],
  ])('%s', async (_what, bornOn, ground, may) => {
    const { childId, adultId } = await aChildAndAnAdult(database, at(0), { bornOn, lookedAfter: 'yes' })
    const outcome = await doing(serveNotice, await officer(), noticeOf(childId, adultId, at(1), { ground }), at(2))
    expect(outcome).toMatchObject(may ? { ok: true } : refusal)
    if (!may) expect(await database.admin('SELECT id FROM warning_notice WHERE child_id = $1', [childId])).toEqual([])
  })

  it('the day is London’s: a minute before the midnight of a summer birthday it may be served, a minute after it may not', async () => {
    const midnight = startOfLondonDay('2016-05-18' as PlainDate)
    for (const [minutes, may] of [[-1, true], [1, false]] as const) {
      const { childId, adultId } = await aChildAndAnAdult(database, at(0), { bornOn: '2000-05-18' })
      const served = new Date(midnight.getTime() + minutes * 60_000)
      expect(await doing(serveNotice, await officer(), noticeOf(childId, adultId, served), new Date(served.getTime() + 60_000))).toMatchObject(may ? { ok: true } : refusal)
    }
  })

  it('born on 29 February, the notice ends on 1 March of a common year, and stands the day before', async () => {
    const ends = (born: string, ground: string) => noticeEnds({ ground, careEndsOn: null }, born as PlainDate, at(0))
    expect([ends('2004-02-29', 'under-16'), ends('2005-02-28', 'under-16'), ends('2008-02-29', 'care-order')]).toEqual(['2020-02-29', '2021-02-28', '2026-03-01'])
    const { childId, adultId } = await aChildAndAnAdult(database, at(0), { bornOn: '2000-02-29', lookedAfter: 'yes' })
    const { noticeId } = await done(serveNotice, await officer(), noticeOf(childId, adultId, at(1), { ground: 'care-order' }), at(1))
    const first = startOfLondonDay('2018-03-01' as PlainDate)
    const breach = (when: Date) => ({ noticeId, at: when.toISOString(), what: 'In his car', done: 'Stopped' })
    expect(await doing(recordBreach, await officer(), breach(new Date(first.getTime() - 60_000)), first)).toMatchObject({ ok: true })
    expect(await doing(recordBreach, await officer(), breach(first), first)).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'at' }] })
  })

  it('where age or care is not known it asks; where the care rules do not allow it refuses; the ambiguous ground needs its note read', async () => {
    const unborn = await aChildAndAnAdult(database, at(0), { bornOn: undefined, age: 15 })
    const unsaid = await aChildAndAnAdult(database, at(0), { bornOn: '1999-01-01' })
    const home = await aChildAndAnAdult(database, at(0), { bornOn: '1999-01-01', lookedAfter: 'no' })
    const care = await aChildAndAnAdult(database, at(0), { bornOn: '1999-01-01', lookedAfter: 'yes' })
    const mine = await officer()
    await unchanged(async () => {
      expect(await doing(serveNotice, mine, noticeOf(unborn.childId, unborn.adultId, at(1)), at(1))).toMatchObject({ kind: 'invalid', problems: [{ field: 'ground' }] })
      expect(await doing(serveNotice, mine, noticeOf(unsaid.childId, unsaid.adultId, at(1), { ground: 'care-order' }), at(1))).toMatchObject({ kind: 'invalid', problems: [{ field: 'ground' }] })
      expect(await doing(serveNotice, mine, noticeOf(home.childId, home.adultId, at(1), { ground: 'care-order' }), at(1))).toMatchObject(refusal)
      expect(await doing(serveNotice, mine, noticeOf(home.childId, home.adultId, at(1), { ground: 'police-protection' }), at(1))).toMatchObject(refusal)
      expect(await doing(serveNotice, mine, noticeOf(care.childId, care.adultId, at(1), { ground: 'accommodated-s20' }), at(1))).toMatchObject({ kind: 'invalid', problems: [{ field: 'noteRead' }] })
      expect(await doing(serveNotice, mine, noticeOf(care.childId, care.childId, at(1), { ground: 'care-order' }), at(1))).toMatchObject({ kind: 'invalid', problems: [{ field: 'adultId' }] })
      expect(await doing(serveNotice, mine, noticeOf(care.childId, care.adultId, at(9), { ground: 'care-order' }), at(1))).toMatchObject({ kind: 'invalid', problems: [{ field: 'servedAt' }] })
    })
    expect(await doing(serveNotice, mine, noticeOf(care.childId, care.adultId, at(1), { ground: 'accommodated-s20', noteRead: 'yes' }), at(1))).toMatchObject({ ok: true })
  })

  it('in police protection it rests on that, and ends with it', async () => {
    const { childId, adultId } = await aChildAndAnAdult(database, at(0), { bornOn: '1999-06-01' })
    await done(takePoliceProtection, await officer(), takingOf(childId, at(1)), at(1))
    const { noticeId } = await done(serveNotice, await officer(), noticeOf(childId, adultId, at(2), { ground: 'police-protection' }), at(2))
    expect(await database.admin(`SELECT to_char(care_ends_on, 'YYYY-MM-DD') AS ends FROM warning_notice WHERE id = $1`, [noticeId])).toEqual([{ ends: '2016-05-19' }])
    expect(await doing(endNotice, await officer(), { noticeId, why: 'care-ended', note: 'Went home.' }, at(24 * 4))).toMatchObject({ ok: false, kind: 'conflict' })
  })

  it('one at a time; after it has ended by itself another may be served on another ground', async () => {
    const { childId, adultId } = await aChildAndAnAdult(database, at(0), { bornOn: '2000-05-20', lookedAfter: 'yes' })
    await done(serveNotice, await officer(), noticeOf(childId, adultId, at(1)), at(1))
    expect(await doing(serveNotice, await officer(), noticeOf(childId, adultId, at(2)), at(2))).toMatchObject({ ok: false, kind: 'conflict' })
    const later = startOfLondonDay(addDays('2016-05-20' as PlainDate, 1))
    expect(await doing(serveNotice, await officer(), noticeOf(childId, adultId, later, { ground: 'care-order' }), later)).toMatchObject({ ok: true })
    expect(await database.admin(`SELECT ground, ended_why FROM warning_notice WHERE child_id = $1 ORDER BY served_at`, [childId])).toEqual([{ ground: 'under-16', ended_why: 'Ended by itself' }, { ground: 'care-order', ended_why: null }])
  })

  it('is the police’s: a social worker, another borough and a police role beyond the record may not', async () => {
    const { childId, adultId } = await aChildAndAnAdult(database, at(0))
    const others = [await aSocialWorker(database), await aMashOfficer(database, 'camden'), await aDespatchSupervisor(database), await anActor(database, { role: 'missing-persons-officer', agency: 'police', boroughs: ['sutton'] })]
    await unchanged(async () => {
      for (const actor of others) expect(await doing(serveNotice, actor, noticeOf(childId, adultId, at(1)), at(1))).toMatchObject({ ok: false, kind: 'forbidden' })
    })
  })
})

describe('a notice that stands', () => {
  it('is breached, from the child’s record or the adult’s, and ended once with why', async () => {
    const { childId, adultId } = await aChildAndAnAdult(database, at(0))
    const { noticeId } = await done(serveNotice, await officer(), noticeOf(childId, adultId, at(1)), at(1))
    const breach = { noticeId, at: at(3).toISOString(), what: 'Waited outside the school.', done: 'Moved on; arrest considered.' }
    const end = { noticeId, why: 'replaced', note: 'A sexual risk order was made.' }
    const [mine, camden, worker] = [await officer(), await aMashOfficer(database, 'camden'), await aSocialWorker(database)]
    await unchanged(async () => {
      expect(await doing(recordBreach, mine, { ...breach, at: at(0).toISOString() }, at(4))).toMatchObject({ kind: 'invalid', problems: [{ field: 'at' }] })
      expect(await doing(recordBreach, mine, { ...breach, at: at(9).toISOString() }, at(4))).toMatchObject({ kind: 'invalid', problems: [{ field: 'at' }] })
      expect(await doing(recordBreach, camden, breach, at(4))).toMatchObject({ ok: false, kind: 'not-found' })
      expect(await doing(endNotice, camden, end, at(4))).toMatchObject({ ok: false, kind: 'not-found' })
      expect(await doing(recordBreach, worker, breach, at(4))).toMatchObject({ ok: false, kind: 'forbidden' })
      expect(await doing(endNotice, mine, { ...end, note: '' }, at(4))).toMatchObject({ kind: 'invalid', problems: [{ field: 'note' }] })
    })
    expect(await doing(recordBreach, mine, breach, at(4))).toMatchObject({ ok: true })
    expect(await database.admin(`SELECT s.kind FROM entry_subject s WHERE s.person_id = $1 AND s.kind = 'notice-breached'`, [childId])).toHaveLength(1)
    expect(await doing(endNotice, mine, end, at(5))).toMatchObject({ ok: true })
    expect(await doing(endNotice, mine, end, at(6))).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await doing(recordBreach, mine, { ...breach, at: at(7).toISOString() }, at(8))).toMatchObject({ kind: 'invalid', problems: [{ field: 'at' }] })
    await expect(database.admin(`UPDATE warning_notice SET conditions = 'none' WHERE id = $1`, [noticeId])).rejects.toThrow('never edited')
    await expect(database.admin(`UPDATE warning_notice SET ended_at = NULL, ended_why = NULL, ended_by = NULL WHERE id = $1`, [noticeId])).rejects.toThrow('filled in once')
  })

  it('was considered, used or not and why; a restricted child’s notice opens nothing of the child', async () => {
    const { childId, adultId } = await aChildAndAnAdult(database, at(0))
    expect(await doing(considerNotice, await officer(), { childId, adultId, used: 'no', why: 'A civil order is before the court.' }, at(1))).toMatchObject({ ok: true })
    expect(await doing(considerNotice, await officer(), { childId, adultId, used: 'no', why: '' }, at(1))).toMatchObject({ kind: 'invalid' })
    expect(await doing(considerNotice, await officer(), { childId, adultId: childId, used: 'no', why: 'x' }, at(1))).toMatchObject({ kind: 'invalid', problems: [{ field: 'adultId' }] })
    expect(await doing(considerNotice, await aMashOfficer(database, 'camden'), { childId, adultId, used: 'no', why: 'x' }, at(1))).toMatchObject({ ok: false, kind: 'forbidden' })
    const [entry] = await database.admin<{ body: Record<string, unknown> }>(`SELECT p.body FROM entry_subject s JOIN entry_payload p ON p.entry_id = s.entry_id WHERE s.person_id = $1 AND s.kind = 'option-considered'`, [childId])
    expect(entry?.body).toMatchObject({ option: 'cawn', used: false, why: 'A civil order is before the court.' })
    await done(serveNotice, await officer(), noticeOf(childId, adultId, at(1)), at(1))
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [childId])
    const seen = await readAs(await officer(), async (tx) => ({ rows: await tx.warningNotice.findMany({ where: { childId } }), known: await tx.$queryRaw<{ child_born: Date | null }[]>`SELECT child_born FROM notices_of(${[adultId]}::uuid[])`, child: await tx.$queryRaw<unknown[]>`SELECT id FROM notices_of(${[childId]}::uuid[])` }))
    expect(seen).toEqual({ rows: [], known: [{ child_born: null }], child: [] })
  })
})
