import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { answerRisk, recordChildSeen, recordSuspectAction } from '@/lib/closing/acts/work'
import { closeCase } from '@/lib/closing/acts/close'
import { dutiesOfChild } from '@/lib/deadlines/queries'
import { policyHistories } from '@/lib/deadlines/histories'
import { policeChallenge } from '@/lib/deadlines/acts/police-challenge'
import { handOver } from '@/lib/handover/acts/hand-over'
import { nameOtherChild } from '@/lib/other-children/acts/name-other'
import { withTransaction } from '@/lib/platform/db'
import { allocateReferral } from '@/lib/referrals/acts/allocate'
import { unresolvedAt } from '@/lib/policy/gates/closure/unresolved-risk'
import { supervisionBoard } from '@/lib/supervision/board'
import { supervisionCounts } from '@/lib/supervision/counts'
import { LISTS, type ListName } from '@/lib/supervision/lists'
import { aMashOfficer, anActor, aSocialWorker, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { seenOf } from '../support/protections'
import { aRecordedDiscussion, childrenOf } from '../support/recorded-discussions'
import { aReferral } from '../support/referrals'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
const doing = async (act: Act<z.ZodType>, actor: Actor, input: Record<string, unknown>, now: Date) => { expect(await perform(act, actor, input, { key: randomUUID(), now })).toMatchObject({ ok: true }) }
const supervisorOf = (borough: string): Promise<Actor> => anActor(database, { role: 'cait-supervisor', agency: 'police', boroughs: [borough], rank: 'inspector' })

async function aCase(borough: string, overrides: Record<string, unknown> = {}): Promise<{ child: string; referralId: string }> {
  const { referralId } = await aReferral(await aMashOfficer(database, borough), { borough, concern: 'physical-abuse', ...overrides })
  return { child: (await childrenOf(database, referralId))[0] ?? '', referralId }
}
const board = (actor: Actor, list: ListName, now = at(24), more: Partial<Parameters<typeof supervisionBoard>[1]> = {}) => supervisionBoard(actor, { list, when: null, borough: null, mine: false, after: null, ...more }, now)
const on = async (actor: Actor, list: ListName, now = at(24), more: Partial<Parameters<typeof supervisionBoard>[1]> = {}) => ((await board(actor, list, now, more))?.rows ?? []).map((row) => row.child?.id)

describe('the supervisor’s board', () => {
  it('has each child on the lists of what stands, counted in the head, and off them when it is done', async () => {
    const supervisor = await supervisorOf('sutton')
    const { child, referralId } = await aCase('sutton', { suspect: 'unidentified' })
    const other = await aCase('sutton')
    await doing(nameOtherChild, await aMashOfficer(database, 'sutton'), { personId: child, otherId: other.child, relation: 'sibling', reason: 'Told.' }, at(1))
    await aRecordedDiscussion(await aSocialWorker(database, 'sutton'), [child], referralId, at(2), { actions: [] })
    const [owed] = await database.admin<{ id: string }>(`SELECT id FROM deadline WHERE child_id = $1 AND alert = 'strategy-discussion-overdue' AND met_at IS NULL LIMIT 1`, [other.child])
    await doing(policeChallenge, supervisor, { deadlineIds: [owed?.id], note: 'Nobody has called one.' }, at(3))
    await doing(handOver, await aMashOfficer(database, 'sutton'), { borough: 'sutton', items: [other.referralId] }, at(4))
    expect(await on(supervisor, 'unallocated')).toEqual(expect.arrayContaining([child, other.child]))
    expect(await on(supervisor, 'unseen')).toEqual(expect.arrayContaining([child, other.child]))
    expect(await on(supervisor, 'suspects')).toEqual([child])
    expect(await on(supervisor, 'minutes')).toEqual([child])
    expect(await on(supervisor, 'other-children')).toContain(other.child)
    expect(await on(supervisor, 'disputes')).toEqual([other.child])
    expect(await on(supervisor, 'handovers')).toEqual([other.child])
    // An open case is reviewed in four weeks: it is listed when that comes near.
    expect([await on(supervisor, 'reviews'), (await on(supervisor, 'reviews', at(27 * 24))).sort()]).toEqual([[], [child, other.child].sort()])
    expect((await board(supervisor, 'minutes'))?.rows[0]?.act?.href).toMatch(/^\/discussions\/[0-9a-f-]{36}$/)
    const counts = await supervisionCounts(supervisor, null, at(24))
    for (const list of LISTS) expect((await board(supervisor, list))?.rows, list).toHaveLength(counts?.[list].total ?? -1)
    await doing(recordChildSeen, await aMashOfficer(database, 'sutton'), seenOf(child, at(25)), at(25))
    await doing(recordSuspectAction, await aMashOfficer(database, 'sutton'), { personId: child, action: 'arrested', at: at(25).toISOString(), account: 'At home.' }, at(25))
    expect([await on(supervisor, 'unseen', at(26)), await on(supervisor, 'suspects', at(26))]).toEqual([[other.child], []])
    expect((await board(supervisor, 'unseen', at(26)))?.counts).toMatchObject({ unseen: { total: 1 }, suspects: { total: 0 } })
    const read = await database.admin<{ depth: string }>(`SELECT depth FROM reading_log WHERE account_id = $1 AND person_id = $2 AND page = 'supervision: unseen'`, [supervisor.accountId, other.child])
    expect(read[0]?.depth).toBe('record')
  })

  it('names as owner whoever was given the duty, as every other page does, and tells who has the case beside it', async () => {
    const supervisor = await supervisorOf('hounslow')
    const { child, referralId } = await aCase('hounslow')
    await doing(allocateReferral, await anActor(database, { role: 'mash-decision-maker', agency: 'csc', boroughs: ['hounslow'] }), { referralId, worker: 'Thuy Nettleheath', team: 'Assessment team', trained: 'yes' }, at(1))
    const [row] = (await board(supervisor, 'reviews', at(27 * 24)))?.rows ?? []
    expect(row).toMatchObject({ withWhom: 'Police', named: false })
    expect(row?.standing).toContain('Case with Thuy Nettleheath')
    const owed = await dutiesOfChild(supervisor, child, at(27 * 24))
    expect([...owed?.late ?? [], ...owed?.open ?? []].find((line) => line.id === row?.dutyId)).toMatchObject({ owedBy: row?.withWhom, withWhom: null })
  })

  it('has the suspects that the gate of closing has, no more and no fewer', async () => {
    const supervisor = await supervisorOf('ealing')
    const officer = await aMashOfficer(database, 'ealing')
    const made: string[] = []
    const steps: readonly (readonly [string | null, readonly string[]])[] = [
      [null, []], ['unidentified', []], ['known', ['not-arrested']], ['known', ['identified']], [null, ['identified']], ['unidentified', ['identified', 'interviewed']], ['known', ['eliminated']], [null, ['charged']], ['known', ['deceased', 'identified']],
    ]
    for (const [suspect, actions] of steps) {
      const { child } = await aCase('ealing', { suspect: suspect ?? 'none' })
      for (const [index, action] of actions.entries()) await doing(recordSuspectAction, officer, { personId: child, action, at: at(1 + index).toISOString(), account: 'So.' }, at(1 + index))
      made.push(child)
    }
    // Closed, and a new concern since: what was done in the enquiry before counts for this one no more.
    const again = await aCase('ealing', { suspect: 'known' })
    await doing(recordSuspectAction, officer, { personId: again.child, action: 'arrested', at: at(1).toISOString(), account: 'So.' }, at(1))
    await doing(recordChildSeen, officer, seenOf(again.child, at(2)), at(2))
    await doing(answerRisk, supervisor, { personId: again.child, risks: ['wider-risk'], reason: 'So.', protects: 'So.' }, at(2))
    await doing(closeCase, supervisor, { personId: again.child, result: 'charged', rationale: 'So.' }, at(3))
    const [known] = await database.admin<{ given_name: string; family_name: string; born_on: Date }>('SELECT given_name, family_name, born_on FROM person WHERE id = $1', [again.child])
    await aReferral(officer, { borough: 'ealing', suspect: 'known', concern: 'physical-abuse', receivedAt: at(5).toISOString(), concernIdentifiedAt: at(5).toISOString(), children: [{ personId: again.child, givenName: known?.given_name, familyName: known?.family_name }] }, at(5))
    made.push(again.child)
    const asGate = await withTransaction({ 'app.account': supervisor.accountId }, async (tx) => {
      const histories = await policyHistories(tx, made, at(24))
      return made.filter((child) => {
        const history = histories.get(child)
        return history !== undefined && unresolvedAt({ id: 'x', kind: 'case-closed', at: at(24), recordedAt: at(24), order: 999, referralId: null, detail: {} }, history).includes('suspect')
      })
    })
    expect(asGate).toHaveLength(5)
    expect((await on(supervisor, 'suspects')).sort()).toEqual([...asGate].sort())
  })

  it('has what fell overdue since yesterday’s hour, what falls due by tonight, and the emergencies since the MASH closed', async () => {
    const supervisor = await supervisorOf('merton')
    const wednesday = new Date('2016-05-18T07:30:00.000Z')
    await aCase('merton')
    await aReferral(await aMashOfficer(database, 'merton'), { borough: 'merton', receivedAt: wednesday.toISOString(), concernIdentifiedAt: wednesday.toISOString() }, wednesday)
    const rows = await database.admin<{ id: string; due_at: Date; day_end: boolean }>(`SELECT id, due_at, day_end FROM deadline WHERE borough = 'merton' AND form = 'clock' AND rule <> 'strategy-discussion/force-24h' AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL`)
    const thursday = new Date('2016-05-19T08:00:00.000Z')
    const [since, tonight] = [new Date('2016-05-18T06:00:00.000Z'), new Date('2016-05-19T23:00:00.000Z')]
    const isLate = (row: { due_at: Date; day_end: boolean }): boolean => row.due_at < thursday || (row.day_end && row.due_at <= thursday)
    const ids = async (list: ListName): Promise<string[]> => ((await board(supervisor, list, thursday))?.rows ?? []).map((row) => row.id).sort()
    const [fell, today] = [rows.filter((row) => isLate(row) && row.due_at >= since), rows.filter((row) => !isLate(row) && row.due_at <= tonight)]
    expect([fell.length > 0, today.length > 0]).toEqual([true, true])
    expect(await ids('overdue')).toEqual(fell.map((row) => row.id).sort())
    expect(await ids('today')).toEqual(today.map((row) => row.id).sort())
    const night = new Date('2016-05-18T22:00:00.000Z')
    const before = new Date('2016-05-18T15:00:00.000Z')
    for (const [when, name] of [[before, 'Before'], [night, 'Night']] as const) await aReferral(await aMashOfficer(database, 'merton'), { borough: 'merton', emergency: 'danger-now', emergencyCall: 'made', callReference: 'CAD 1422', receivedAt: when.toISOString(), children: [{ givenName: name, familyName: 'Fenwold' }] }, when)
    expect((await board(supervisor, 'emergencies', thursday))?.rows).toMatchObject([{ child: { name: expect.stringContaining('Night') as string }, words: 'A child in danger now', withWhom: 'Unclaimed' }])
    expect(JSON.stringify(await board(supervisor, 'emergencies', thursday))).not.toContain('CAD 1422')
  })

  it('is paged by key without gaps or doubles, and filtered', async () => {
    const supervisor = await supervisorOf('barnet')
    for (let n = 0; n < 27; n += 1) await aCase('barnet', { urgency: n % 2 === 0 ? 'high' : 'normal', children: [{ givenName: 'Wren', familyName: `Pageley ${n}`, bornOn: '2008-02-03' }] })
    const first = await board(supervisor, 'unseen')
    const second = await board(supervisor, 'unseen', at(24), { after: first?.next ?? '' })
    expect([first?.rows.length, second?.rows.length, second?.next]).toEqual([25, 2, null])
    expect(new Set([...(first?.rows ?? []), ...(second?.rows ?? [])].map((row) => row.id)).size).toBe(27)
    const lateOnes = await board(supervisor, 'unseen', at(30), { when: 'late' })
    expect(lateOnes?.rows).toHaveLength(14)
    expect(lateOnes?.rows.every((row) => row.left?.tone === 'late')).toBe(true)
    expect(await on(supervisor, 'unseen', at(30), { mine: true })).toEqual([])
    await database.admin(`UPDATE deadline SET assigned_to = $1 WHERE id = $2`, [supervisor.accountId, first?.rows[3]?.id])
    expect(await on(supervisor, 'unseen', at(30), { mine: true })).toEqual([first?.rows[3]?.child?.id])
    expect(await on(supervisor, 'unseen', at(30), { borough: 'camden' })).toEqual([])
  })

  it('is the own boroughs’ alone, under the membership that supervises, and a restricted child is named to nobody', async () => {
    const { child } = await aCase('camden')
    const supervisor = await supervisorOf('camden')
    expect(await on(supervisor, 'unseen')).toEqual([child])
    const elsewhere = await supervisorOf('brent')
    expect([await on(elsewhere, 'unseen'), await on(elsewhere, 'unseen', at(24), { borough: 'camden' })]).toEqual([[], []])
    // A second membership that reads the record there, and supervises nothing there.
    const both: Actor = { ...elsewhere, memberships: [...elsewhere.memberships, ...(await aMashOfficer(database, 'camden')).memberships] }
    expect(await on(both, 'unseen')).toEqual([])
    for (const [role, agency] of [['mash-officer', 'police'], ['mash-decision-maker', 'csc'], ['cait-officer', 'police'], ['london-lead', 'police'], ['partner', 'education'], ['administrator', 'other']] as const) {
      const actor = await anActor(database, { role, agency, boroughs: role === 'london-lead' ? [] : ['camden'] })
      expect([await board(actor, 'unseen'), await supervisionCounts(actor, null, at(24))], role).toEqual([null, null])
    }
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['camden'] })
    expect(await board(manager, 'unseen')).toMatchObject({ rows: [{ act: null }], acts: ['chase', 'escalate', 'acknowledge-duty'] })
    expect(await board(await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] }), 'unseen', at(24), { borough: 'camden' })).toMatchObject({ acts: [], rows: [{}] })
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [child])
    const [row] = (await board(supervisor, 'unseen'))?.rows ?? []
    expect(row).toMatchObject({ child: { masked: true, name: 'Restricted person' }, because: [], act: null })
  })
})
