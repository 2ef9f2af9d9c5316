import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import { breakGlass } from '@/lib/access/openings/break-glass'
import { openWithReason } from '@/lib/access/openings/open-with-reason'
import { TypedPassword } from '@/lib/access/openings/typed-password'
import { liftRestriction } from '@/lib/access/restriction/lift-restriction'
import { restrictPerson } from '@/lib/access/restriction/restrict-person'
import { ROLES, type Role } from '@/lib/access/roles'
import { wallSettings } from '@/lib/access/visibility'
import { actionPage } from '@/lib/actions/queries'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { chase } from '@/lib/deadlines/acts/chase'
import { escalate } from '@/lib/deadlines/acts/escalate'
import { explainDuty } from '@/lib/deadlines/explain'
import { toldTo } from '@/lib/deadlines/told'
import { meetingPage } from '@/lib/meetings/queries'
import { addFlag } from '@/lib/people/acts/add-flag'
import { linkPeople } from '@/lib/people/acts/link-people'
import { personDuties, personHousehold, personOverview } from '@/lib/people/queries'
import { hashPassword } from '@/lib/platform/auth/password'
import { addFacts } from '@/lib/referrals/acts/add-facts'
import { referralPage } from '@/lib/referrals/referral-page'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, anActor, aSocialWorker, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aRecordedDiscussion, childrenOf, SOCIAL_WORKER } from '@/tests/support/recorded-discussions'
import { aReferral } from '@/tests/support/referrals'
import { COLUMNS } from './oracle'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
const REASON = 'The father is an officer of this borough and has asked about her.'
/** Words that nobody may meet again once the child is restricted. */
const PLANTED = /Veilwood|Isolde|Plantedword|Hidden Row/

type Row = Record<string, unknown>
const app = { client: undefined as pg.Client | undefined }
const doing = <S extends z.ZodType>(act: Act<S>, actor: Actor, input: unknown, now = at(2)) => perform(act, actor, input, { key: randomUUID(), now })
const again = async (actor: Actor, now: Date): Promise<Actor> => {
  const loaded = await loadActor(actor.accountId, now)
  if (loaded === null) throw new Error('the account is gone')
  return loaded
}
const withPassword = async (actor: Actor): Promise<Actor> => {
  await database.admin('UPDATE account SET password_hash = $2 WHERE id = $1', [actor.accountId, await hashPassword('correct horse')])
  return actor
}
const glass = (personId: string) => ({ personId, purpose: 'safety-tonight', reason: 'Somebody may be in danger tonight and nobody else can say.', password: new TypedPassword('correct horse') })

/** The first wall switched off: one statement as the application's own role, with this actor's settings and nothing else. */
async function asApp(actor: Actor, sql: string, values: unknown[] = []): Promise<Row[]> {
  if (app.client === undefined) throw new Error('not connected')
  await app.client.query('BEGIN')
  try {
    for (const [name, value] of Object.entries(wallSettings(actor))) await app.client.query('SELECT set_config($1, $2, true)', [name, value])
    return (await app.client.query<Row>(sql, values)).rows
  } finally {
    await app.client.query('ROLLBACK')
  }
}

/** Everything that the actor can get out of the database in SQL: every table in every column, and every function that tells words. */
async function everything(actor: Actor): Promise<string> {
  const tables = await database.admin<{ name: string; columns: string }>(`
    SELECT c.relname AS name, string_agg(quote_ident(a.attname), ', ') AS columns FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
      AND c.relname NOT IN ('session', 'sign_in_attempt', 'account') AND has_column_privilege('holdfast_app', c.oid, a.attnum, 'SELECT') GROUP BY 1`)
  const found: unknown[] = []
  for (const { name, columns } of tables) found.push(name, await asApp(actor, `SELECT ${columns} FROM "${name}"`))
  for (const [words, table] of [['referral_words', 'referral'], ['meeting_words', 'meeting'], ['action_words', 'action'], ['duty_entries', 'deadline']] as const) {
    const ids = (await database.admin<{ id: string }>(`SELECT id FROM ${table}`)).map(({ id }) => id)
    found.push(words, await asApp(actor, `SELECT * FROM ${words}($1::uuid[])`, [ids]))
  }
  const people = (await database.admin<{ id: string }>('SELECT id FROM person')).map(({ id }) => id)
  found.push(await asApp(actor, 'SELECT person_cards($1::uuid[]) AS cards', [people]))
  for (const id of people) found.push(await asApp(actor, 'SELECT * FROM barred_ties($1)', [id]))
  return JSON.stringify(found)
}

const made = { child: '', sibling: '', mother: '', referralId: '', meetingId: '', actionId: '', dutyId: '' }
let worker: Actor
let decider: Actor
const actors = new Map<Role, Actor>()

const idOf = async (givenName: string): Promise<string> => (await database.admin<{ id: string }>('SELECT id FROM person WHERE given_name = $1', [givenName]))[0]?.id ?? ''

beforeAll(async () => {
  app.client = new pg.Client({ connectionString: database.urls.app })
  await app.client.connect()
  worker = await aSocialWorker(database)
  decider = await withPassword(await aDecisionMaker(database))
  const { referralId } = await aReferral(worker, {
    fromAgency: 'family', fromWords: 'Plantedword, the aunt', referrerName: 'Plantedword Aunt', referrerContact: 'Plantedword 07700', concern: 'organised-abuse', complex: 'yes',
    complexReason: 'Plantedword ring', complexManager: 'Ms Plantedword', narrative: 'Isolde Veilwood told her aunt. Plantedword.', suspect: 'known', suspectRelationship: 'Plantedword uncle',
    children: [{ givenName: 'Isolde', familyName: 'Veilwood', bornOn: '2007-03-01', address: '3 Hidden Row' }],
    adults: [{ role: 'parent', relationship: 'mother', givenName: 'Gwendolen', familyName: 'Motherly' }],
  })
  Object.assign(made, { referralId, child: await idOf('Isolde') })
  const other = await aReferral(worker, { children: [{ givenName: 'Fenella', familyName: 'Openfield' }], narrative: 'Readable words.' })
  made.sibling = (await childrenOf(database, other.referralId))[0] ?? ''
  await doing(linkPeople, worker, { personId: made.sibling, otherId: made.child, kind: 'sibling', reason: 'Readable reason.' }, at(0.1))
  await doing(addFlag, worker, { personId: made.child, flag: 'self-harm', reason: 'Plantedword marks.' }, at(0.1))
  await doing(addFacts, worker, { referralId, what: 'Plantedword said', concern: 'cse', knownAt: at(0.2).toISOString() }, at(0.2))
  Object.assign(made, await aRecordedDiscussion(worker, [made.child, made.sibling], referralId, at(1), {
    informationShared: 'Plantedword at school', riskAnalysis: 'Plantedword', decisionReason: 'Plantedword', medical: 'Plantedword', interviewPlan: 'Plantedword', otherChildren: 'Plantedword',
    participants: [SOCIAL_WORKER, { part: 'police', agency: 'police', name: 'DC Hollis Farrant', brought: 'Plantedword intelligence' }],
    actions: [{ what: 'See Isolde Veilwood', ownerAgency: 'csc', ownerName: 'Saffron Oyelaran', dueOn: '2016-05-18' }],
  }))
  const supervisor = await aCaitSupervisor(database)
  const [duty] = await database.admin<{ id: string }>(`SELECT id FROM deadline WHERE child_id = $1 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL ORDER BY due_at LIMIT 1`, [made.child])
  made.dutyId = duty?.id ?? ''
  await doing(chase, supervisor, { deadlineIds: [made.dutyId], note: 'Plantedword note', to: 'Plantedword desk' }, at(1.5))
  for (const [role, agency] of COLUMNS) {
    const central = ['exploitation-assessor', 'despatch-supervisor', 'london-lead', 'auditor', 'administrator'].includes(role)
    actors.set(role, await anActor(database, { role, agency, boroughs: central ? [] : ['bromley'], rank: 'inspector' }))
  }
}, 180_000)
afterAll(() => app.client?.end())

const actorOf = (role: Role): Actor => {
  const actor = actors.get(role)
  if (actor === undefined) throw new Error(role)
  return actor
}

describe('headings', () => {
  it('hold nothing that anybody typed about a person', async () => {
    const rows = await database.admin<{ heading: string; source: string | null }>('SELECT heading, source FROM entry')
    expect(rows.length).toBeGreaterThan(6)
    expect(JSON.stringify(rows)).not.toMatch(PLANTED)
  })

  it('and the explanation of a duty hold nothing that anybody typed', async () => {
    expect(JSON.stringify(await database.admin('SELECT explanation, owed_by FROM deadline'))).not.toMatch(PLANTED)
  })
})

describe('a record opened with a reason in another borough', () => {
  it('opens every kind of row that belongs to it, at both walls, and gives no right over any of them', async () => {
    const stranger = await aMashOfficer(database, 'camden')
    const before = await Promise.all([referralPage(stranger, made.referralId, at(2)), meetingPage(stranger, made.meetingId, at(2)), actionPage(stranger, made.actionId, at(2)), explainDuty(stranger, made.dutyId, at(2))])
    expect(before).toEqual([null, null, null, null])
    expect(await doing(openWithReason, stranger, { personId: made.child, purpose: 'missing', reason: 'Seen here with our missing girl.' })).toMatchObject({ ok: true })
    const opened = await again(stranger, at(3))
    expect((await referralPage(opened, made.referralId, at(3)))?.referral.narrative).toContain('told her aunt')
    const meeting = await meetingPage(opened, made.meetingId, at(3))
    expect(meeting).toMatchObject({ about: 'Isolde Veilwood and 1 other child', record: { words: { informationShared: 'Plantedword at school' } }, may: { circulate: false, setAction: false, fillIn: false } })
    const action = await actionPage(opened, made.actionId, at(3))
    expect(action?.line).toMatchObject({ what: 'See Isolde Veilwood', mayFinish: false })
    expect((await explainDuty(opened, made.dutyId, at(3)))?.acts).toEqual([])
    const overview = await personOverview(opened, made.child, at(3))
    expect(overview?.shut === null && overview.more.referrals.map((referral) => referral.id)).toEqual([made.referralId])
    expect((await personDuties(opened, made.child, at(3)))?.shut).toBeNull()
    // The second wall alone.
    for (const [table, id] of [['referral', made.referralId], ['meeting', made.meetingId], ['action', made.actionId], ['deadline', made.dutyId]] as const) {
      expect(await asApp(opened, `SELECT id FROM ${table} WHERE id = $1`, [id]), table).toHaveLength(1)
      if (table !== 'deadline') await expect(asApp(opened, `UPDATE ${table} SET borough = borough WHERE id = $1 RETURNING id`, [id]), table).resolves.toEqual([])
    }
    await expect(asApp(opened, `INSERT INTO meeting_child (meeting_id, person_id) VALUES ($1, $2)`, [made.meetingId, randomUUID()])).rejects.toThrow(/row-level security/)
    // Shut again when its time is over.
    const later = await again(stranger, at(11))
    expect(await Promise.all([referralPage(later, made.referralId, at(11)), meetingPage(later, made.meetingId, at(11)), actionPage(later, made.actionId, at(11))])).toEqual([null, null, null])
  })
})

describe('restricting', () => {
  it('needs a reason in a sentence, and is nobody’s who is not in the table: twice told', async () => {
    expect(await doing(restrictPerson, decider, { personId: made.child, reason: 'because' })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'reason' }] })
    for (const actor of [worker, await aMashOfficer(database)]) expect(await doing(restrictPerson, actor, { personId: made.child, reason: REASON })).toMatchObject({ kind: 'forbidden' })
    expect(await doing(restrictPerson, await aDecisionMaker(database, 'camden'), { personId: made.child, reason: REASON })).toMatchObject({ kind: 'forbidden' })
    expect(await doing(restrictPerson, decider, { personId: randomUUID(), reason: REASON })).toMatchObject({ kind: 'not-found' })
    expect(await doing(liftRestriction, decider, { personId: made.child, reason: REASON })).toMatchObject({ kind: 'conflict' })
    expect(await database.admin('SELECT restricted FROM person WHERE id = $1', [made.child])).toEqual([{ restricted: false }])
    expect(await database.admin(`SELECT 1 FROM entry WHERE kind IN ('record-restricted', 'restriction-lifted')`)).toEqual([])
  })

  it('cannot be done round the act', async () => {
    for (const role of ROLES) await expect(asApp(actorOf(role), 'UPDATE person SET restricted = true WHERE id = $1', [made.child]), role).rejects.toThrow(/permission denied/)
    expect(await asApp(actorOf('partner'), 'SELECT set_restricted($1, true, $2) AS done', [made.child, at(2)])).toEqual([{ done: false }])
  })

  it('is on record, shuts what was opened with a reason, and shuts the record to whoever did it', async () => {
    const stranger = await aMashOfficer(database, 'lewisham')
    await doing(openWithReason, stranger, { personId: made.child, purpose: 'missing', reason: 'Seen here with our missing girl.' })
    const held = await again(stranger, at(2.1))
    expect(await everything(held)).toMatch(PLANTED)
    expect(await doing(restrictPerson, decider, { personId: made.child, reason: REASON }, at(3))).toMatchObject({ ok: true, result: { goTo: `/people/${made.child}` } })
    expect(await database.admin(`SELECT e.heading, p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.kind = 'record-restricted'`)).toEqual([{ heading: 'Record restricted', body: { reason: REASON } }])
    expect(await doing(restrictPerson, decider, { personId: made.child, reason: REASON }, at(3))).toMatchObject({ kind: 'forbidden' })
    expect((await again(stranger, at(3.1))).opened).toEqual([])
    // Asked with the settings of before: the wall does not believe them.
    expect(await everything(held)).not.toMatch(/Veilwood|Isolde/)
    expect(await personOverview(decider, made.child, at(3.1))).toMatchObject({ shut: 'restricted' })
  })

  it.each(ROLES)('%s finds no word of it in the whole database, with the first wall off', async (role) => {
    const said = await everything(actorOf(role))
    // The sender in the sender's words stands in the queue ("from: …"); of the rest nothing does.
    expect(said.replaceAll('Plantedword, the aunt', '')).not.toMatch(PLANTED)
    expect(await asApp(actorOf(role), 'SELECT heading FROM entry WHERE subject_ids = ARRAY[$1::uuid]', [made.child])).toEqual([])
    expect(await asApp(actorOf(role), `SELECT kind FROM relationship WHERE $1 IN (person_id, other_id)`, [made.child])).toEqual([])
  })

  it('leaves the duty with its acts, and that there is somebody, and the sibling’s own record', async () => {
    const supervisor = actorOf('cait-supervisor')
    const page = await explainDuty(supervisor, made.dutyId, at(4))
    expect(page).toMatchObject({ child: { name: 'Restricted person', masked: true }, facts: { heading: null, because: null } })
    expect(page?.done.map((entry) => [entry.heading, entry.note])).toEqual([[expect.stringMatching(/ chased: /), null]])
    const household = await personHousehold(worker, made.sibling, at(4))
    expect(household?.shut === null && household.more.ties.map((tie) => [tie.name, tie.as])).toContainEqual(['Restricted person', 'Linked'])
    // The discussion about both is part of the sibling's record: that it was held is read, its words are not.
    const meeting = await meetingPage(worker, made.meetingId, at(4))
    expect(meeting?.record?.words).toBeNull()
    expect(meeting?.record?.lacking).not.toContain('the analysis of risk')
    expect(await asApp(worker, `SELECT heading FROM entry WHERE kind = 'strategy-discussion-held'`)).toHaveLength(1)
    expect(await asApp(worker, `SELECT body FROM entry_payload WHERE entry_id IN (SELECT id FROM entry WHERE kind = 'strategy-discussion-held')`)).toEqual([])
  })
})

describe('lifting', () => {
  it('needs the record open by break-glass and somebody else than who restricted it; then the borough reads again', async () => {
    const input = { personId: made.child, reason: 'The officer has left the borough and the child has moved on.' }
    const supervisor = await withPassword(actorOf('cait-supervisor'))
    expect(await doing(liftRestriction, supervisor, input, at(5))).toMatchObject({ kind: 'forbidden', says: 'This record is restricted.' })
    expect(await asApp(supervisor, 'SELECT set_restricted($1, false, $2) AS done', [made.child, at(5)])).toEqual([{ done: false }])
    for (const actor of [decider, supervisor]) expect(await doing(breakGlass, actor, glass(made.child), at(5))).toMatchObject({ ok: true })
    const [own, other] = [await again(decider, at(5.1)), await again(supervisor, at(5.1))]
    expect(await everything(other)).toMatch(PLANTED)
    expect(await doing(liftRestriction, own, input, at(5.1))).toMatchObject({ kind: 'forbidden', says: expect.stringContaining('yourself') })
    expect(await database.admin('SELECT restricted FROM person WHERE id = $1', [made.child])).toEqual([{ restricted: true }])
    expect(await doing(liftRestriction, other, input, at(5.2))).toMatchObject({ ok: true })
    expect(await database.admin('SELECT restricted FROM person WHERE id = $1', [made.child])).toEqual([{ restricted: false }])
    expect(await personOverview(worker, made.child, at(5.3))).toMatchObject({ shut: null })
    expect(await database.admin(`SELECT recorded_by FROM entry WHERE kind = 'restriction-lifted'`)).toEqual([{ recorded_by: supervisor.accountId }])
  })
})

describe('whoever is told of a duty', () => {
  it('the London lead to whom it was escalated opens that duty, and nothing else of the record', async () => {
    const lead = actorOf('london-lead')
    expect(await explainDuty(lead, made.dutyId, at(6))).toBeNull()
    const manager = actorOf('borough-manager')
    expect(await doing(escalate, manager, { deadlineIds: [made.dutyId], note: 'Nobody answers.' }, at(6))).toMatchObject({ ok: true })
    expect((await toldTo(lead, at(6.1))).map((line) => line.dutyId)).toEqual([made.dutyId])
    const page = await explainDuty(lead, made.dutyId, at(6.1))
    expect(page).toMatchObject({ child: { name: 'Isolde Veilwood', masked: false }, facts: { heading: null, because: null }, referral: null, acts: [] })
    expect(page?.done.map((entry) => [entry.heading, entry.note])).toEqual([
      [expect.stringMatching(/ chased: /), null], [expect.stringMatching(/^Escalated to London lead/i), null],
    ])
    expect(JSON.stringify(page)).not.toMatch(/Plantedword|Hidden Row/)
    expect(await database.admin(`SELECT depth FROM reading_log WHERE account_id = $1 AND person_id = $2 AND page = 'duty'`, [lead.accountId, made.child])).toEqual([{ depth: 'index' }])
    // At the database: this duty and no other, no entry, no referral.
    expect(await asApp(lead, 'SELECT id FROM deadline')).toEqual([{ id: made.dutyId }])
    for (const table of ['entry', 'referral', 'meeting', 'action', 'person', 'entry_payload']) expect(await asApp(lead, `SELECT 1 FROM ${table}`), table).toEqual([])
  })

  it('a worker of another borough to whom it was given opens it; a partner is never told as a role', async () => {
    const stranger = await aMashOfficer(database, 'camden')
    expect(await explainDuty(stranger, made.dutyId, at(7))).toBeNull()
    await database.admin('UPDATE deadline SET assigned_to = $2 WHERE id = $1', [made.dutyId, stranger.accountId])
    expect(await explainDuty(stranger, made.dutyId, at(7))).toMatchObject({ id: made.dutyId, acts: [] })
    await database.admin(`INSERT INTO notification (id, deadline_id, rung, to_role, borough, says, at) VALUES (gen_random_uuid(), $1, 'x', 'partner', 'bromley', 'Told.', $2)`, [made.dutyId, at(7)])
    const partner = actorOf('partner')
    expect([await explainDuty(partner, made.dutyId, at(7)), await toldTo(partner, at(7)), await asApp(partner, 'SELECT 1 FROM notification')]).toEqual([null, [], []])
  })
})

describe('the reading log', () => {
  it('names pages in words, never by an address', async () => {
    expect(await database.admin(`SELECT DISTINCT page FROM reading_log WHERE page LIKE '%/%'`)).toEqual([])
  })
})
