import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { recordEntry } from '@/lib/chronology/record-entry'
import { aCaitSupervisor, aMashOfficer, aSocialWorker, aTeacher, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { aReferral } from '../support/referrals'

const database = useDatabase()

async function aChild(officer: Actor, overrides: Record<string, unknown> = {}): Promise<string> {
  const { referralId } = await aReferral(officer, overrides)
  const [row] = await database.admin<{ person_id: string }>('SELECT person_id FROM referral_person WHERE referral_id = $1', [referralId])
  if (row === undefined) throw new Error('a referral has its child')
  return row.person_id
}
const later = new Date(MONDAY_NINE.getTime() + 3_600_000)
const record = (actor: Actor, input: Record<string, unknown>) =>
  perform(recordEntry, actor, { kind: 'child-seen', borough: 'bromley', occurredAt: later.toISOString(), ...input }, { key: randomUUID(), now: later })
const entries = (child: string) => database.admin<{ kind: string; body: unknown }>(
  'SELECT e.kind, p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE $1 = ANY (e.subject_ids) ORDER BY e.seq', [child])

describe('an entry of the chronology', () => {
  it('is kept with every word of it, and starts what it starts', async () => {
    const officer = await aMashOfficer(database)
    const child = await aChild(officer, { concern: 'indecent-images' })
    const detail = { concern: 'serious-injury', colour: 'blue', list: [1, 'two'] }
    expect(await record(officer, { kind: 'information-received', subjects: [child], detail })).toMatchObject({ ok: true, result: { says: 'Put on the record.' } })
    expect((await entries(child)).at(-1)).toEqual({ kind: 'information-received', body: detail })
    const clocks = await database.admin(`SELECT basis FROM deadline WHERE child_id = $1 AND alert = 'strategy-discussion-overdue' ORDER BY basis`, [child])
    expect(clocks).toEqual([{ basis: 'force-24h' }, { basis: 'same-day' }, { basis: 'standard' }])
  })

  it('of a flag changes the flag with it, once', async () => {
    const officer = await aSocialWorker(database)
    const child = await aChild(officer)
    const flags = () => database.admin('SELECT code, removed_at IS NOT NULL AS removed FROM flag WHERE person_id = $1', [child])
    const change = (detail: Record<string, unknown>) => record(officer, { kind: 'flag-changed', subjects: [child], detail: { flag: 'cse-risk', ...detail } })
    await change({ change: 'added' })
    await change({ change: 'added' })
    expect(await flags()).toEqual([{ code: 'cse-risk', removed: false }])
    expect(await change({ change: 'removed', partners_checked: false })).toMatchObject({ ok: false, kind: 'refused' })
    expect(await flags()).toEqual([{ code: 'cse-risk', removed: false }])
    expect(await change({ change: 'removed', partners_checked: true })).toMatchObject({ ok: true })
    expect(await flags()).toEqual([{ code: 'cse-risk', removed: true }])
  })

  it.each([
    ['a kind with a form of its own', { kind: 'referral-made' }, 'kind'],
    ['a kind that Holdfast writes', { kind: 'duty-annulled' }, 'kind'],
    ['a kind nobody knows', { kind: 'weather' }, 'kind'],
    ['nobody', { subjects: [] }, 'subjects'],
    ['the future', { occurredAt: '2030-01-01T00:00:00Z' }, 'occurredAt'],
    ['signs that cannot be kept', { detail: { note: 'a\u0000b' } }, 'detail'],
    ['half a sign', { detail: { note: '\ud800' } }, 'detail'],
    ['too many words', { detail: { note: 'x'.repeat(50_000) } }, 'detail'],
  ])('is not taken: %s', async (_name, input, field) => {
    const officer = await aMashOfficer(database)
    const child = await aChild(officer)
    const before = await entries(child)
    expect(await record(officer, { subjects: [child], ...input })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field }] })
    expect(await entries(child)).toEqual(before)
  })

  it('is for those with the right, in their own borough, about whom they can see', async () => {
    const child = await aChild(await aMashOfficer(database))
    const before = await entries(child)
    expect(await record(await aTeacher(database), { subjects: [child] })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await record(await aCaitSupervisor(database, ['camden']), { subjects: [child] })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await record(await aSocialWorker(database), { kind: 'police-protection', subjects: [child], detail: { change: 'taken' } })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await record(await aMashOfficer(database, 'camden'), { borough: 'camden', subjects: [child] })).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await entries(child)).toEqual(before)
  })
})
