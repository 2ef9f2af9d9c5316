import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { addAccount, addMembership, disableAccount, enableAccount, endMembership, renameAccount, resetPassword } from '@/lib/administration/acts/accounts'
import { adoptPolicy, withdrawAdoption } from '@/lib/administration/acts/policy'
import { addTeam, setTeamBoroughs } from '@/lib/administration/acts/teams'
import { accountList, accountView, administrationHistory, boroughList, boroughView, teamList, teamView } from '@/lib/administration/queries'
import { handOnOfLeavers } from '@/lib/administration/hand-on'
import { linkToken, readLinkToken } from '@/lib/administration/password-link'
import { setPassword } from '@/lib/administration/set-password'
import { passwordMatches } from '@/lib/platform/auth/password'
import { openSession, sessionAt } from '@/lib/platform/auth/session-row'
import { signIn } from '@/lib/platform/auth/sign-in'
import { closeDb, withTransaction } from '@/lib/platform/db'
import { wallSettings } from '@/lib/access/visibility'
import { setAction } from '@/lib/actions/set-action'
import { reassign } from '@/lib/deadlines/acts/reassign'
import { board } from '@/lib/deadlines/board'
import { explainDuty } from '@/lib/deadlines/explain'
import { toldTo } from '@/lib/deadlines/told'
import { personOverview } from '@/lib/people/queries'
import { packsOf } from '@/lib/deadlines/pack-for'
import { aCaitSupervisor, aMashOfficer, anActor, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { childrenOf } from '@/tests/support/recorded-discussions'
import { aReferral } from '@/tests/support/referrals'
import type { z } from 'zod'

const database = useDatabase()
const hours = (n: number): Date => new Date(MONDAY_NINE.getTime() + n * 3_600_000)
const now = hours(1)
const anAdministrator = (boroughs: string[] = []): Promise<Actor> => anActor(database, { role: 'administrator', agency: 'other', boroughs })
const ask = (act: Act<z.ZodType>, actor: Actor, input: unknown, at = now) => perform(act, actor, input, { key: randomUUID(), now: at })
const rows = (sql: string, ...values: unknown[]) => database.admin(sql, values)
const state = (accountId: string) => rows('SELECT a.name, a.email, a.disabled_at, a.password_hash, m.role, m.since, m.ended_at FROM account a LEFT JOIN membership m ON m.account_id = a.id WHERE a.id = $1 ORDER BY m.since, m.role', accountId)

let chief: Actor
let second: Actor
beforeAll(async () => {
  chief = await anAdministrator()
  second = await anAdministrator()
})

const teamOf = async (actor: Actor): Promise<string> => actor.memberships[0]?.teamId ?? ''
const idsOf = (outcome: Awaited<ReturnType<typeof ask>>): Readonly<Record<string, string>> => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.result.ids
}

describe('a joiner', () => {
  it('has an account, a role and a one-time link; sets a password with it once, and signs in', async () => {
    const officer = await aMashOfficer(database)
    const made = idsOf(await ask(addAccount, chief, { name: 'Marguerite Thorn', email: 'Marguerite.Thorn@Example.invalid', teamId: await teamOf(officer), role: 'mash-officer', rank: 'constable' }))
    const email = 'marguerite.thorn@example.invalid'
    const token = linkToken(made['linkId'] ?? '')
    expect(await signIn({ email, password: 'anything at all', address: 'a', userAgent: null }, now)).toEqual({ refused: 'wrong' })
    expect(await setPassword(token, 'short', 'short', now)).toEqual({ ok: false, why: 'short' })
    expect(await setPassword(token, 'marguerite thorn', 'marguerite thorn', now)).toEqual({ ok: false, why: 'easy' })
    expect(await setPassword(token, 'osier lantern wherry', 'osier lantern ferry', now)).toEqual({ ok: false, why: 'different' })
    const both = await Promise.all([setPassword(token, 'osier lantern wherry', 'osier lantern wherry', now), setPassword(token, 'another lantern wherry', 'another lantern wherry', now)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await setPassword(token, 'osier lantern wherry', 'osier lantern wherry', now)).toEqual({ ok: false, why: 'gone' })
    const [account] = await rows('SELECT id, password_hash FROM account WHERE email = $1', email)
    expect(await passwordMatches(String(account?.['password_hash']), both[0].ok ? 'osier lantern wherry' : 'another lantern wherry')).toBe(true)
    const actor = await loadActor(made['accountId'] ?? '', now)
    expect(actor?.memberships).toMatchObject([{ role: 'mash-officer', rank: 'constable', boroughs: ['bromley'] }])
  })

  it('the words of a link are nowhere in the database, and none can be made without the secret', async () => {
    const made = idsOf(await ask(addAccount, chief, { name: 'Ambrose Vane', email: 'ambrose.vane@example.invalid', teamId: await teamOf(await aMashOfficer(database)), role: 'mash-officer' }))
    const seal = linkToken(made['linkId'] ?? '').split('.')[1] ?? ''
    for (const table of ['password_link', 'act_key', 'entry_payload', 'entry', 'form_draft', 'account']) expect(await rows(`SELECT 1 FROM ${table} t WHERE t::text LIKE '%' || $1 || '%'`, seal), table).toEqual([])
    expect(readLinkToken(`${made['linkId'] ?? ''}.${'A'.repeat(seal.length)}`)).toBeNull()
    expect(readLinkToken(`${randomUUID()}.${seal}`)).toBeNull()
    expect(await setPassword(`${randomUUID()}.${seal}`, 'osier lantern wherry', 'osier lantern wherry', now)).toMatchObject({ ok: false })
  })

  it('a link ends after three days, with a later link, and when the account is closed', async () => {
    const officer = await aMashOfficer(database)
    const ends = idsOf(await ask(resetPassword, chief, { accountId: officer.accountId, reason: 'Forgotten' }))
    expect(await setPassword(linkToken(ends['linkId'] ?? ''), 'osier lantern wherry', 'osier lantern wherry', hours(1 + 72))).toMatchObject({ ok: false })
    const later = idsOf(await ask(resetPassword, chief, { accountId: officer.accountId, reason: 'Lost the link' }))
    expect(await setPassword(linkToken(ends['linkId'] ?? ''), 'osier lantern wherry', 'osier lantern wherry', now)).toMatchObject({ ok: false })
    await ask(disableAccount, chief, { accountId: officer.accountId, reason: 'Left' })
    expect(await setPassword(linkToken(later['linkId'] ?? ''), 'osier lantern wherry', 'osier lantern wherry', now)).toMatchObject({ ok: false })
  })

  it.each([
    ['a role in a team of another agency', { role: 'mash-social-worker' }, 'role'],
    ['a role of all London in a borough', { role: 'auditor' }, 'role'],
    ['an e-mail that is none', { email: 'nobody' }, 'email'],
    ['an end before the beginning', { until: '2016-05-16', since: '2016-05-20' }, 'until'],
  ])('is refused %s, beside the field, and nothing is written', async (_what, change, field) => {
    const input = { name: 'Nobody Yet', email: `${randomUUID()}@example.invalid`, teamId: await teamOf(await aMashOfficer(database)), role: 'mash-officer', ...change }
    const before = await rows('SELECT count(*) FROM account')
    const outcome = await ask(addAccount, chief, input)
    expect(outcome).toMatchObject({ ok: false, kind: 'invalid' })
    if (!outcome.ok && outcome.kind === 'invalid') expect(outcome.problems.map((problem) => problem.field)).toContain(field)
    expect(await rows('SELECT count(*) FROM account')).toEqual(before)
  })

  it('two joiners of one e-mail at the same moment: one has it', async () => {
    const input = { name: 'Twice', email: 'twice@example.invalid', teamId: await teamOf(await aMashOfficer(database)), role: 'mash-officer' }
    const both = await Promise.all([ask(addAccount, chief, input), ask(addAccount, second, input)])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(both.find((one) => !one.ok)).toMatchObject({ kind: 'invalid', problems: [{ field: 'email' }] })
  })
})

describe('a leaver', () => {
  it('is out at the next request: sessions, password, rights', async () => {
    const officer = await aMashOfficer(database)
    const session = await withTransaction({}, (tx) => openSession(tx, officer.accountId, null, now))
    expect(await sessionAt(session, now)).not.toBeNull()
    expect(await ask(disableAccount, chief, { accountId: officer.accountId, reason: 'Left the police' })).toMatchObject({ ok: true })
    expect(await sessionAt(session, now)).toBeNull()
    expect(await loadActor(officer.accountId, now)).toBeNull()
    const before = await state(officer.accountId)
    expect(await ask(disableAccount, second, { accountId: officer.accountId, reason: 'Again' })).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await ask(resetPassword, second, { accountId: officer.accountId, reason: 'Again' })).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await state(officer.accountId)).toEqual(before)
    expect(await ask(enableAccount, chief, { accountId: officer.accountId, reason: 'Came back' })).toMatchObject({ ok: true })
    expect((await loadActor(officer.accountId, now))?.memberships).toHaveLength(1)
    expect(await ask(enableAccount, chief, { accountId: officer.accountId, reason: 'Again' })).toMatchObject({ ok: false, kind: 'conflict' })
  })

  describe('who had work in hand', () => {
    async function withWork() {
      // An action finds its owner by name: each has a name of their own.
      const officer = await anActor(database, { role: 'cait-officer', agency: 'police', boroughs: ['bexley'], name: `DC ${randomUUID().slice(0, 8)}` })
      const [taker, supervisor] = [await aMashOfficer(database, 'bexley'), await aCaitSupervisor(database, ['bexley'])]
      const { referralId } = await aReferral(taker, { borough: 'bexley', concern: 'serious-neglect' })
      const [childId = ''] = await childrenOf(database, referralId)
      await database.admin('UPDATE referral SET claimed_by = $2, claimed_at = $3 WHERE id = $1', [referralId, officer.accountId, now])
      const [duty] = await database.admin<{ id: string }>(`SELECT id FROM deadline WHERE child_id = $1 AND owed_by = 'police' AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL LIMIT 1`, [childId])
      expect(await ask(reassign, supervisor, { deadlineIds: [duty?.id], note: 'Hers.', assignee: `account:${officer.accountId}` })).toMatchObject({ ok: true })
      expect(await ask(setAction, supervisor, { what: 'See the child at school', ownerAgency: 'police', ownerName: officer.name, ownerId: officer.accountId, dueOn: '2016-05-20', childId, borough: 'bexley' })).toMatchObject({ ok: true })
      const work = () => database.admin(`SELECT (SELECT claimed_by FROM referral WHERE id = $1) AS claimed, (SELECT assigned_to FROM deadline WHERE id = $2) AS assigned`, [referralId, duty?.id])
      return { officer, supervisor, childId, referralId, dutyId: duty?.id ?? '', work }
    }

    it('leaves nothing to nobody: what was claimed is back in the queue, what was owed is the supervisor’s, and the chronology says so; the administrator reads numbers', async () => {
      const { officer, supervisor, childId, dutyId, work } = await withWork()
      const page = await accountView(chief, officer.accountId, undefined, now)
      // The duty of the agreed action is one of them.
      expect(page?.inHand).toBe('1 referral, 2 duties and 1 agreed action')
      expect(JSON.stringify(page)).not.toMatch(/Ottoline|Brackwater|neglect/i)
      const outcome = await ask(disableAccount, chief, { accountId: officer.accountId, reason: 'Left the police' })
      expect(outcome).toMatchObject({ ok: true, result: { says: expect.stringContaining('1 referral went back to the queue') as string } })
      expect(JSON.stringify(outcome)).not.toMatch(/Ottoline|Brackwater|neglect/i)
      const [{ assigned, claimed } = {}] = await work()
      expect(claimed).toBeNull()
      expect(await database.admin('SELECT role FROM membership WHERE account_id = $1', [assigned])).toEqual([{ role: 'cait-supervisor' }])
      expect(assigned).not.toBe(officer.accountId)
      const entries = await database.admin<{ kind: string; heading: string; ledger: string }>(`SELECT kind, heading, ledger FROM entry WHERE $1 = ANY (subject_ids) AND recorded_by = $2 ORDER BY kind`, [childId, chief.accountId])
      expect(entries).toContainEqual({ kind: 'referral-released', heading: `Back in the queue: ${officer.name} has left`, ledger: 'bexley' })
      expect(entries.filter((entry) => entry.kind === 'duty-reassigned')).toHaveLength(2)
      expect((await explainDuty(supervisor, dutyId, hours(2)))?.done.at(-1)?.note).toBe(`${officer.name} has left`)
      expect(await database.admin(`SELECT 1 FROM notification WHERE deadline_id = $1 AND to_account = $2 AND rung LIKE 'assigned%'`, [dutyId, assigned])).not.toEqual([])
      expect((await accountView(chief, officer.accountId, undefined, now))?.inHand).toBe('1 agreed action')
    })

    it('the last role ended at once hands on too; one to come, or one of several, does not', async () => {
      const { officer, work } = await withWork()
      const [own] = officer.memberships
      const before = await work()
      const added = idsOf(await ask(addMembership, chief, { accountId: officer.accountId, teamId: own?.teamId, role: 'cait-supervisor' }))
      expect(await ask(endMembership, chief, { membershipId: own?.id, reason: 'Moves up' })).toMatchObject({ ok: true })
      expect(await work()).toEqual(before)
      expect(await ask(endMembership, chief, { membershipId: added['membershipId'], reason: 'Left' })).toMatchObject({ ok: true })
      expect((await work())[0]).toMatchObject({ claimed: null })
    })

    it('nobody but an administrator hands on anybody’s work, and nobody that of somebody who works here', async () => {
      const { officer, supervisor, work } = await withWork()
      const before = await work()
      const handOn = (actor: Actor) => withTransaction(wallSettings(actor), (tx) => tx.$queryRaw`SELECT * FROM hand_on_work(${officer.accountId}::uuid, ${now}::timestamptz)`)
      await expect(handOn(supervisor)).rejects.toThrow('only an administrator')
      expect(await handOn(chief)).toEqual([])
      for (const inner of [`hand_on_of('${officer.accountId}', now())`, 'leavers_holding(now())', 'held_work()']) {
        await expect(withTransaction(wallSettings(chief), (tx) => tx.$queryRawUnsafe(`SELECT * FROM ${inner}`))).rejects.toThrow('permission denied')
      }
      expect(await withTransaction(wallSettings(supervisor), (tx) => tx.$queryRaw`SELECT * FROM in_hand(${officer.accountId}::uuid)`)).toEqual([])
      expect(await work()).toEqual(before)
    })

    /** A round of the timed work, in its own role. */
    const round = async (at: Date): Promise<number> => {
      process.env['HOLDFAST_APP_URL'] = database.urls.worker
      await closeDb()
      try {
        return await handOnOfLeavers(at)
      } finally {
        process.env['HOLDFAST_APP_URL'] = database.urls.app
        await closeDb()
      }
    }

    it('a role that ends by its date hands on when the day has come, once, and not a minute before', async () => {
      const { officer, childId, referralId, dutyId, work } = await withWork()
      expect(await ask(endMembership, chief, { membershipId: officer.memberships[0]?.id, until: '2016-05-20', reason: 'Goes on Friday' })).toMatchObject({ ok: true, result: { says: expect.not.stringContaining('in hand') as string } })
      const before = await work()
      // The first minute of 20 May in London, in summer time.
      const day = new Date('2016-05-19T23:00:00Z')
      await round(new Date(day.getTime() - 60_000))
      expect(await work()).toEqual(before)
      expect(await round(day)).toBe(1)
      expect((await work())[0]).toMatchObject({ claimed: null })
      expect((await work())[0]?.['assigned']).not.toBe(officer.accountId)
      const told = () => database.admin<{ kind: string; heading: string; recorded_at: Date }>(`SELECT kind, heading, recorded_at FROM entry WHERE (referral_id = $1 OR $2 = ANY (subject_ids)) AND kind IN ('referral-released', 'duty-reassigned') AND recorded_at = $3`, [referralId, childId, day])
      const first = await told()
      expect(first.map((one) => one.kind).sort()).toEqual(['duty-reassigned', 'duty-reassigned', 'referral-released'])
      expect(await database.admin(`SELECT 1 FROM notification WHERE deadline_id = $1 AND at = $2`, [dutyId, day])).toHaveLength(1)
      expect(await round(new Date(day.getTime() + 300_000))).toBe(0)
      expect(await told()).toEqual(first)
    })

    it('of two boroughs, the work of the one they left goes on and that of the other stays', async () => {
      const { officer, referralId, work } = await withWork()
      const taker = await aMashOfficer(database, 'merton')
      const { referralId: other } = await aReferral(taker, { borough: 'merton', concern: 'serious-neglect' })
      await database.admin('UPDATE referral SET claimed_by = $2, claimed_at = $3 WHERE id = $1', [other, officer.accountId, now])
      const elsewhere = await teamOf(await anActor(database, { role: 'cait-officer', agency: 'police', boroughs: ['merton'] }))
      expect(await ask(addMembership, chief, { accountId: officer.accountId, teamId: elsewhere, role: 'cait-officer' })).toMatchObject({ ok: true })
      expect(await ask(endMembership, chief, { membershipId: officer.memberships[0]?.id, reason: 'Moves to Merton' })).toMatchObject({ ok: true, result: { says: expect.stringContaining('1 referral went back to the queue') as string } })
      expect((await work())[0]).toMatchObject({ claimed: null })
      expect(await database.admin('SELECT id, claimed_by FROM referral WHERE id IN ($1, $2) AND claimed_by IS NOT NULL', [referralId, other])).toEqual([{ id: other, claimed_by: officer.accountId }])
    })
  })

  it('a role ends on its day and not before; one that ended is not ended again', async () => {
    const officer = await aMashOfficer(database)
    const membershipId = officer.memberships[0]?.id
    expect(await ask(endMembership, chief, { membershipId, until: '2016-05-20', reason: 'Moves on' })).toMatchObject({ ok: true })
    expect((await loadActor(officer.accountId, hours(72)))?.memberships).toHaveLength(1)
    expect((await loadActor(officer.accountId, new Date('2016-05-19T23:00:00Z')))?.memberships ?? []).toHaveLength(0)
    const before = await state(officer.accountId)
    expect(await ask(endMembership, chief, { membershipId, reason: 'Again' }, hours(200))).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await state(officer.accountId)).toEqual(before)
  })

  it('a reset ends every session and the old password at once', async () => {
    const officer = await aMashOfficer(database)
    const session = await withTransaction({}, (tx) => openSession(tx, officer.accountId, null, now))
    const [before] = await state(officer.accountId)
    expect(await ask(resetPassword, chief, { accountId: officer.accountId, reason: 'Somebody else knew it' })).toMatchObject({ ok: true })
    expect(await sessionAt(session, now)).toBeNull()
    expect((await state(officer.accountId))[0]?.['password_hash']).not.toEqual(before?.['password_hash'])
  })
})

describe('rights', () => {
  it('nobody changes their own account or rights, whatever they are', async () => {
    const before = await state(chief.accountId)
    const own = { accountId: chief.accountId, reason: 'Mine' }
    for (const [act, input] of [
      [disableAccount, own], [enableAccount, own], [resetPassword, own], [renameAccount, { ...own, name: 'Other', email: 'other@example.invalid' }],
      [addMembership, { ...own, teamId: await teamOf(await aMashOfficer(database)), role: 'mash-officer' }], [endMembership, { membershipId: chief.memberships[0]?.id, reason: 'Mine' }],
    ] as const) expect(await ask(act, chief, input), act.name).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await ask(setTeamBoroughs, chief, { teamId: await teamOf(chief), boroughs: ['bromley'], reason: 'Mine' })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await state(chief.accountId)).toEqual(before)
  })

  it('an administrator sees no child: no other role beside it, and none given later', async () => {
    const officer = await aMashOfficer(database)
    const input = { accountId: officer.accountId, teamId: await teamOf(chief), role: 'administrator' }
    const before = await state(officer.accountId)
    expect(await ask(addMembership, chief, input)).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'role' }] })
    expect(await ask(addMembership, chief, { ...input, accountId: second.accountId, teamId: await teamOf(officer), role: 'mash-officer' })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await state(officer.accountId)).toEqual(before)
    await ask(endMembership, chief, { membershipId: officer.memberships[0]?.id, until: '2016-05-20', reason: 'Moves' })
    expect(await ask(addMembership, chief, { ...input, since: '2016-05-20' })).toMatchObject({ ok: true })
  })

  it('a borough’s administrator changes nothing of another borough or of London', async () => {
    const bexley = await anAdministrator(['bexley'])
    const officer = await aMashOfficer(database)
    const before = await state(officer.accountId)
    expect(await ask(disableAccount, bexley, { accountId: officer.accountId, reason: 'Not mine' })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await ask(disableAccount, bexley, { accountId: chief.accountId, reason: 'Not mine' })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await ask(adoptPolicy, bexley, { borough: 'bromley', pack: 'app-2017', from: '2017-02-01', reason: 'Not mine' })).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await state(officer.accountId)).toEqual(before)
    expect(await ask(disableAccount, bexley, { accountId: (await aMashOfficer(database, 'bexley')).accountId, reason: 'Mine' })).toMatchObject({ ok: true })
  })

  it('the last administrator stays: also where two remove each other at once', async () => {
    const rest = await rows(`SELECT DISTINCT account_id FROM membership WHERE role = 'administrator' AND account_id NOT IN ($1, $2)`, chief.accountId, second.accountId)
    await rows(`UPDATE account SET disabled_at = $2 WHERE id = ANY ($1::uuid[])`, rest.map((row) => row['account_id']), now)
    const both = await Promise.all([ask(disableAccount, chief, { accountId: second.accountId, reason: 'Goes' }), ask(disableAccount, second, { accountId: chief.accountId, reason: 'Goes' })])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    const left = await rows('SELECT id FROM account WHERE id IN ($1, $2) AND disabled_at IS NULL', chief.accountId, second.accountId)
    expect(left).toHaveLength(1)
    const stays = left[0]?.['id'] === chief.accountId ? chief : second
    const gone = stays === chief ? second : chief
    // One whose own role ends soon may not remove the only one without an end.
    const passing = await anAdministrator()
    await rows('UPDATE membership SET ended_at = $2 WHERE account_id = $1', passing.accountId, hours(48))
    const before = await state(stays.accountId)
    for (const [act, input] of [[disableAccount, { accountId: stays.accountId, reason: 'Goes' }], [endMembership, { membershipId: stays.memberships[0]?.id, reason: 'Goes' }]] as const) {
      expect(await ask(act, passing, input), act.name).toMatchObject({ ok: false, kind: 'refused', refusals: [{ rule: 'last-administrator' }] })
    }
    expect(await state(stays.accountId)).toEqual(before)
    await rows('UPDATE account SET disabled_at = NULL WHERE id = $1', gone.accountId)
  })
})

describe('teams', () => {
  it('cover boroughs by date: rights follow at that instant', async () => {
    const made = idsOf(await ask(addTeam, chief, { name: 'Riverside MASH, police', agency: 'police', kind: 'mash', boroughs: ['bexley'] }))
    const joined = idsOf(await ask(addAccount, chief, { name: 'Ines Calloway', email: 'ines.calloway@example.invalid', teamId: made['teamId'], role: 'mash-officer' }))
    expect(await ask(setTeamBoroughs, chief, { teamId: made['teamId'], boroughs: ['bexley', 'greenwich'], since: '2016-05-20', reason: 'Merged' })).toMatchObject({ ok: true })
    const covers = async (at: Date) => (await loadActor(joined['accountId'] ?? '', at))?.memberships[0]?.boroughs
    expect(await covers(hours(72))).toEqual(['bexley'])
    expect(await covers(new Date('2016-05-19T23:00:00Z'))).toEqual(['bexley', 'greenwich'])
    const before = await rows('SELECT * FROM team_cover ORDER BY set_at, id')
    expect(await ask(addTeam, chief, { name: 'riverside mash, POLICE', agency: 'police', kind: 'mash', boroughs: ['bexley'] })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'name' }] })
    expect(await ask(setTeamBoroughs, chief, { teamId: made['teamId'], boroughs: [], reason: 'All' })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'boroughs' }] })
    expect(await ask(setTeamBoroughs, chief, { teamId: made['teamId'], boroughs: ['bexley'], reason: 'Same' })).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await rows('SELECT * FROM team_cover ORDER BY set_at, id')).toEqual(before)
    await expect(database.admin('UPDATE team_cover SET since = since')).rejects.toThrow(/append-only/)
  })
})

describe('what a borough follows', () => {
  const adopt = (values: unknown[], from = '2016-06-01', borough = 'harrow') => ask(adoptPolicy, chief, { borough, pack: 'keep', from, reason: 'The safeguarding partnership decided it', values })
  const packOn = (borough: string, at: string) => withTransaction({}, async (tx) => (await packsOf(tx, [borough]))(borough, new Date(at)))

  it('tightens from its day on and judges nothing before it', async () => {
    expect(await adopt([{ parameter: 'mash.decision.red', amount: '2', unit: 'hours' }, { parameter: '', amount: '', unit: '' }])).toMatchObject({ ok: true })
    expect((await packOn('harrow', '2016-05-31T22:59:59Z')).parameters['mash.decision.red'].value).toEqual({ unit: 'hours', n: 4 })
    expect((await packOn('harrow', '2016-05-31T23:00:00Z')).parameters['mash.decision.red'].value).toEqual({ unit: 'hours', n: 2 })
  })

  it.each([
    ['loosens', [{ parameter: 'mash.decision.red', amount: '5', unit: 'hours' }], 'refused', 'values.0.amount'],
    ['loosens by another unit, over an Easter', [{ parameter: 'strategy.standard', amount: '4', unit: 'calendar-days' }], 'refused', 'values.0.amount'],
    ['drops a part of the quorum', [{ parameter: 'strategy.quorum', amount: 'social-worker, police' }], 'refused', 'values.0.amount'],
    ['asks for somebody who can never come', [{ parameter: 'strategy.quorum', amount: 'social-worker, social-work-manager, health, police, wizard' }], 'invalid', 'values.0.amount'],
    ['names no value of the pack', [{ parameter: 'constructor', amount: '1', unit: 'hours' }], 'invalid', 'values.0.parameter'],
    ['says one value twice', [{ parameter: 'ref.ack', amount: '1', unit: 'working-days' }, { parameter: 'ref.ack', amount: '1', unit: 'working-days' }], 'invalid', 'values.1.parameter'],
  ])('an overlay that %s is refused beside its field', async (_what, values, kind, field) => {
    const before = await rows('SELECT * FROM policy_adoption ORDER BY id')
    const outcome = await adopt(values, '2016-07-01')
    expect(outcome).toMatchObject({ ok: false, kind })
    if (!outcome.ok && outcome.kind === 'refused') {
      expect(outcome.refusals).toMatchObject([{ rule: 'overlay-only-tightens', field }])
      expect(outcome.refusals[0]?.wayForward).toMatch(/tighter/)
    }
    if (!outcome.ok && outcome.kind === 'invalid') expect(outcome.problems).toMatchObject([{ field }])
    expect(await rows('SELECT * FROM policy_adoption ORDER BY id')).toEqual(before)
  })

  it('begins tomorrow at the earliest: today in London would judge what was done before', async () => {
    const before = await rows('SELECT * FROM policy_adoption ORDER BY id')
    for (const from of ['2016-05-15', '2016-05-16', '', '2016-02-30', '2030-01-01']) expect(await adopt([], from, 'ealing'), from).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'from' }] })
    expect(await ask(adoptPolicy, chief, { borough: 'ealing', pack: 'app-2017', from: '2016-06-01', reason: 'Too early' })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'from' }] })
    // 23:30 in London in summer is the same day, though it is another one in UTC an hour later.
    expect(await ask(adoptPolicy, chief, { borough: 'ealing', pack: 'keep', from: '2016-05-17', reason: 'Tomorrow' }, new Date('2016-05-16T23:30:00Z'))).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await rows('SELECT * FROM policy_adoption ORDER BY id')).toEqual(before)
    expect(await adopt([], '2016-05-17', 'ealing')).toMatchObject({ ok: true })
  })

  it('is taken back before its day, last first, and never after', async () => {
    const one = idsOf(await adopt([{ parameter: 'ref.ack', amount: '4', unit: 'hours' }], '2016-06-01', 'brent'))
    expect(await adopt([], '2016-06-01', 'brent')).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'from' }] })
    const two = idsOf(await adopt([], '2016-07-01', 'brent'))
    expect(await ask(withdrawAdoption, chief, { adoptionId: one['adoptionId'], reason: 'Wrong' })).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await ask(withdrawAdoption, chief, { adoptionId: two['adoptionId'], reason: 'Wrong' })).toMatchObject({ ok: true })
    expect(await ask(withdrawAdoption, chief, { adoptionId: two['adoptionId'], reason: 'Again' })).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await ask(withdrawAdoption, chief, { adoptionId: one['adoptionId'], reason: 'Late' }, new Date('2016-05-31T23:00:00Z'))).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await rows(`SELECT from_date::text, withdrawn_at IS NULL AS stands FROM policy_adoption WHERE borough = 'brent' ORDER BY from_date`)).toEqual([{ from_date: '2016-06-01', stands: true }, { from_date: '2016-07-01', stands: false }])
    await expect(database.admin(`UPDATE policy_adoption SET overlay = 'null' WHERE borough = 'brent'`)).rejects.toThrow(/never edited/)
  })
})

describe('an administrator’s pages', () => {
  it('hold no word of any child’s record, and every place of the work is shut', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer, { narrative: 'Plantedword bruise', children: [{ givenName: 'Plantedword', familyName: 'Plantedword', address: '4 Plantedword Lane' }], referrerName: 'Plantedword Teacher' })
    const [childId = ''] = await childrenOf(database, referralId)
    const [{ reference = '' } = {}] = (await rows('SELECT reference FROM person WHERE id = $1', childId)) as { reference: string }[]
    const shown = await Promise.all([
      accountList(chief, {}, now), accountList(chief, { closed: true }, now), accountList(chief, { q: 'Plantedword' }, now), accountView(chief, officer.accountId, undefined, now), teamList(chief, now),
      teamView(chief, await teamOf(officer), now), boroughList(chief, now), boroughView(chief, 'bromley', now), administrationHistory(chief, undefined), toldTo(chief, now),
    ])
    expect(shown.every((page) => page !== null)).toBe(true)
    const words = JSON.stringify(shown)
    for (const word of ['Plantedword', childId, referralId, reference]) expect(words.includes(word), word).toBe(false)
    expect(await personOverview(chief, childId, now)).toBeNull()
    expect(await board(chief, { when: null, borough: null, band: null, mine: false, after: null }, now)).toBeNull()
    for (const table of ['person', 'referral', 'deadline', 'entry', 'entry_payload', 'meeting', 'action']) {
      expect(await withTransaction(wallSettings(chief), (tx) => tx.$queryRawUnsafe(`SELECT id FROM ${table} LIMIT 1`.replace('SELECT id FROM entry_payload', 'SELECT entry_id FROM entry_payload'))), table).toEqual([])
    }
  })

  it('are nobody else’s', async () => {
    for (const actor of [await aMashOfficer(database), await anActor(database, { role: 'london-lead', agency: 'police', boroughs: [] }), await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] })]) {
      expect(await Promise.all([accountList(actor, {}, now), accountView(actor, chief.accountId, undefined, now), teamList(actor, now), boroughList(actor, now), boroughView(actor, 'bromley', now)])).toEqual([null, null, null, null, null])
    }
  })

  it('show a link once, to whoever made it', async () => {
    const officer = await aMashOfficer(database)
    const { linkId = '' } = idsOf(await ask(resetPassword, chief, { accountId: officer.accountId, reason: 'Forgotten' }))
    expect((await accountView(second, officer.accountId, linkId, now))?.newLink).toBeNull()
    expect((await accountView(chief, officer.accountId, linkId, now))?.newLink).toBe(`/set-password/${linkToken(linkId)}`)
    expect((await accountView(chief, officer.accountId, linkId, now))?.newLink).toBeNull()
  })

  it('are read by the auditor as what was changed, and by no one else', async () => {
    const auditor = await anActor(database, { role: 'auditor', agency: 'other', boroughs: [] })
    const found = await administrationHistory(auditor, undefined)
    expect(found?.lines.map((line) => line.what)).toEqual(expect.arrayContaining([expect.stringMatching(/^Account closed: /)]))
    const all = found?.lines.length ?? 0
    expect(all).toBeGreaterThan(20)
    expect(new Set(found?.lines.map((line) => line.id)).size).toBe(all)
    expect(await administrationHistory(await aMashOfficer(database), undefined)).toBeNull()
  })
})

describe('what an administrator did', () => {
  it('stands in London’s ledger, and what was refused does too', async () => {
    const kinds = await rows(`SELECT kind, count(*)::int AS n FROM entry WHERE ledger = 'london' AND subject_ids = '{}' GROUP BY kind ORDER BY kind`)
    expect(kinds.map((row) => row['kind'])).toEqual(expect.arrayContaining(['account-changed', 'policy-changed', 'team-changed']))
    expect(await rows(`SELECT 1 FROM entry WHERE kind = 'act-refused' AND heading LIKE '%would loosen%'`)).not.toEqual([])
  })
})
