import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { watchDeadlines } from '@/lib/deadlines/watch'
import { addShift, endAbsence, endShift, recordAbsence } from '@/lib/rota/acts'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, aSocialWorker, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'
import type { z } from 'zod'

const database = useDatabase()
const hours = (n: number): Date => new Date(MONDAY_NINE.getTime() + n * 3_600_000)
const ask = (act: Act<z.ZodType>, actor: Actor, input: unknown, at = hours(0)) => perform(act, actor, input, { key: randomUUID(), now: at })
const inTeam = async (actor: Actor, other: Actor): Promise<void> => {
  await database.admin('UPDATE membership SET team_id = $2 WHERE account_id = $1', [actor.accountId, other.memberships[0]?.teamId])
}
const shift = (supervisor: Actor, worker: Actor, from: number, to: number) =>
  ask(addShift, supervisor, { teamId: worker.memberships[0]?.teamId, accountId: worker.accountId, startsAt: hours(from).toISOString(), endsAt: hours(to).toISOString() })
const toldOf = (referralId: string, rung: string) => database.admin<{ to_role: string; to_account: string | null; says: string }>(
  `SELECT DISTINCT n.to_role, n.to_account, n.says FROM notification n JOIN deadline d ON d.id = n.deadline_id WHERE d.referral_id = $1 AND d.rule = 'strategy-discussion/same-day' AND n.rung = $2 ORDER BY n.to_role, n.to_account`, [referralId, rung])

describe('the ladder and the rota', () => {
  it('tells those on duty, the next shift while nobody has it in hand, and nobody off shift', async () => {
    const [day, evening, off] = [await aSocialWorker(database, 'merton'), await aSocialWorker(database, 'merton'), await aSocialWorker(database, 'merton')]
    for (const one of [evening, off]) await inTeam(one, day)
    const chief = await aDecisionMaker(database, 'merton')
    const team = day.memberships[0]?.teamId
    expect(await shift(chief, day, 0, 12)).toMatchObject({ ok: true })
    expect(await ask(addShift, chief, { teamId: team, accountId: evening.accountId, startsAt: hours(12).toISOString(), endsAt: hours(20).toISOString() })).toMatchObject({ ok: true })
    const { referralId } = await aReferral(await aMashOfficer(database, 'merton'), { borough: 'merton', concern: 'serious-injury' })
    await watchDeadlines(hours(11.5))
    expect((await toldOf(referralId, 'warning')).map((row) => row.to_account)).toEqual([day.accountId])
    await watchDeadlines(hours(12.5))
    expect((await toldOf(referralId, 'warning')).map((row) => row.to_account).sort()).toEqual([day.accountId, evening.accountId].sort())
    await watchDeadlines(hours(15.2))
    expect((await toldOf(referralId, 'breach')).map((row) => row.to_account)).toEqual([evening.accountId])
    expect(await database.admin('SELECT 1 FROM notification WHERE to_account = $1', [off.accountId])).toEqual([])
    // The decision maker's team keeps no rota: told as a role, as before.
    await watchDeadlines(hours(16.1))
    expect(await toldOf(referralId, 'supervisor')).toMatchObject([{ to_role: 'cait-supervisor', to_account: null }, { to_role: 'mash-decision-maker', to_account: null }])
    expect(await database.admin(`SELECT 1 FROM entry WHERE kind = 'duty-breached' AND referral_id = $1 AND heading LIKE 'Strategy discussion, same day%'`, [referralId])).toHaveLength(1)
  })

  it('goes to whoever covers, and up a rung at once where nobody is on duty', async () => {
    const [worker, cover] = [await aSocialWorker(database, 'sutton'), await aSocialWorker(database, 'sutton')]
    await inTeam(cover, worker)
    const chief = await aDecisionMaker(database, 'sutton')
    await shift(chief, worker, 0, 13)
    expect(await ask(recordAbsence, chief, { teamId: worker.memberships[0]?.teamId, accountId: worker.accountId, startsAt: hours(1).toISOString(), endsAt: hours(30).toISOString(), coverId: cover.accountId })).toMatchObject({ ok: true })
    const { referralId } = await aReferral(await aMashOfficer(database, 'sutton'), { borough: 'sutton', concern: 'serious-injury' })
    await watchDeadlines(hours(11.5))
    expect((await toldOf(referralId, 'warning')).map((row) => row.to_account)).toEqual([cover.accountId])
    await watchDeadlines(hours(15.2))
    const up = await toldOf(referralId, 'breach')
    expect(up).toMatchObject([{ to_role: 'mash-decision-maker', to_account: null }])
    expect(up[0]?.says).toMatch(/Nobody is on duty as MASH social worker\.$/)
    await watchDeadlines(hours(15.3))
    expect(await toldOf(referralId, 'breach')).toHaveLength(1)
  })
})

describe('the rota', () => {
  it('refuses what cannot be, beside the field, and another agency’s or borough’s supervisor', async () => {
    const worker = await aSocialWorker(database, 'harrow')
    const chief = await aDecisionMaker(database, 'harrow')
    const teamId = worker.memberships[0]?.teamId
    expect(await shift(chief, worker, 1, 9)).toMatchObject({ ok: true })
    const before = await database.admin('SELECT * FROM shift ORDER BY id')
    expect(await shift(chief, worker, 8, 12)).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'startsAt' }] })
    expect(await shift(chief, worker, 12, 11)).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'endsAt' }] })
    expect(await shift(chief, worker, -9, -1)).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'endsAt' }] })
    expect(await shift(chief, worker, 12, 40)).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'endsAt' }] })
    expect(await ask(addShift, chief, { teamId, accountId: chief.accountId, startsAt: hours(1).toISOString(), endsAt: hours(2).toISOString() })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'accountId' }] })
    for (const other of [await aCaitSupervisor(database, ['harrow']), await aDecisionMaker(database, 'brent'), worker]) expect(await shift(other, worker, 12, 14)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await ask(recordAbsence, chief, { teamId, accountId: worker.accountId, startsAt: hours(1).toISOString(), endsAt: hours(2).toISOString(), coverId: worker.accountId })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'coverId' }] })
    expect(await database.admin('SELECT * FROM shift ORDER BY id')).toEqual(before)
    const [own] = await database.admin<{ id: string }>('SELECT id FROM shift WHERE account_id = $1', [worker.accountId])
    expect(await ask(endShift, chief, { shiftId: own?.id })).toMatchObject({ ok: true })
    expect(await ask(endShift, chief, { shiftId: own?.id })).toMatchObject({ ok: false, kind: 'conflict' })
    const away = await ask(recordAbsence, chief, { teamId, accountId: worker.accountId, startsAt: hours(1).toISOString(), endsAt: hours(2).toISOString() })
    if (!away.ok) throw new Error(JSON.stringify(away))
    expect(await ask(endAbsence, chief, { absenceId: away.result.ids['absenceId'] })).toMatchObject({ ok: true })
    expect(await ask(endAbsence, chief, { absenceId: away.result.ids['absenceId'] })).toMatchObject({ ok: false, kind: 'conflict' })
    await expect(database.admin('UPDATE shift SET ends_at = ends_at + $1::interval', ['1 hour'])).rejects.toThrow(/never edited/)
  })
})
