import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { loadActor } from '@/lib/access/load-actor'
import { openWithReason } from '@/lib/access/openings/open-with-reason'
import { openingsToReview } from '@/lib/access/openings/queries'
import { readAs } from '@/lib/access/read-as'
import { ROLES, type Agency, type Role } from '@/lib/access/roles'
import { perform } from '@/lib/acts/perform'
import { addFlag } from '@/lib/people/acts/add-flag'
import { linkPeople } from '@/lib/people/acts/link-people'
import { readingLog, refusalsMade } from '@/lib/people/audit'
import { personChronology, personDuties, personHousehold, personOverview, personReaders } from '@/lib/people/queries'
import { findMatches, findPeople } from '@/lib/people/search'
import { aMashOfficer, anActor, aSocialWorker, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const WORDS = 'Comes to school hungry'
let child: string
let sibling: string
let hidden: string
let bromley: Actor

const idOf = async (givenName: string): Promise<string> => {
  const [row] = await database.admin<{ id: string }>('SELECT id FROM person WHERE given_name = $1', [givenName])
  if (row === undefined) throw new Error(`no ${givenName}`)
  return row.id
}
const agencyOf = (role: Role): Agency => (['mash-social-worker', 'mash-decision-maker', 'emergency-duty-worker', 'borough-manager'].includes(role) ? 'csc' : role === 'partner' ? 'education' : 'police')
const central: readonly Role[] = ['despatch-supervisor', 'exploitation-assessor', 'london-lead', 'auditor', 'administrator']
const aRole = (role: Role, borough: string): Promise<Actor> =>
  anActor(database, { role, agency: agencyOf(role), boroughs: central.includes(role) ? [] : [borough], rank: 'inspector' })

beforeAll(async () => {
  bromley = await aSocialWorker(database, 'bromley')
  await aReferral(bromley, {
    narrative: `${WORDS}. Xylocarp told the teacher.`,
    children: [{ givenName: 'Ottoline', familyName: 'Brackwater', bornOn: '2007-03-01', address: '12 Thornbeam Road', postcode: 'BR1 9ZZ' }, { givenName: 'Fenella', familyName: 'Brackwater', bornOn: '2009-09-09' }],
    adults: [{ role: 'suspect', givenName: 'Hesketh', familyName: 'Planted' }],
  })
  await aReferral(bromley, { narrative: 'Planted words.', children: [{ givenName: 'Marguerite', familyName: 'Planted', bornOn: '2006-06-06', address: '9 Planted Close', postcode: 'BR2 8YY' }] })
  ;[child, sibling, hidden] = [await idOf('Ottoline'), await idOf('Fenella'), await idOf('Marguerite')]
  await perform(linkPeople, bromley, { personId: child, otherId: hidden, kind: 'friend', reason: 'Same class.' }, { key: randomUUID(), now: MONDAY_NINE })
  await perform(addFlag, bromley, { personId: child, flag: 'self-harm', reason: 'Secretreason marks.' }, { key: randomUUID(), now: MONDAY_NINE })
  await database.admin(`UPDATE person SET restricted = true WHERE family_name = 'Planted'`)
})

const shutOf = async (actor: Actor): Promise<string> => {
  const page = await personOverview(actor, child, MONDAY_NINE)
  return page === null ? 'not found' : page.shut ?? page.head.depth
}

/** domain/access.md, reach by role: own borough, another borough. */
const REACH: Readonly<Record<Role, readonly [own: string, elsewhere: string]>> = {
  'mash-officer': ['narrative', 'index'], 'mash-social-worker': ['narrative', 'index'], 'mash-decision-maker': ['narrative', 'index'],
  'emergency-duty-worker': ['narrative', 'index'], 'cait-officer': ['narrative', 'index'], 'cait-supervisor': ['narrative', 'index'],
  'missing-persons-officer': ['record', 'index'], 'despatch-supervisor': ['index', 'index'], 'exploitation-assessor': ['record', 'record'],
  'mase-chair': ['record', 'index'], 'borough-manager': ['record', 'not found'], 'london-lead': ['index', 'index'],
  'partner': ['not found', 'not found'], 'auditor': ['narrative', 'narrative'], 'administrator': ['not found', 'not found'],
}

describe('the child’s page', () => {
  it.each(ROLES)('opens as deep as the table says for %s', async (role) => {
    expect([await shutOf(await aRole(role, 'bromley')), await shutOf(await aRole(role, 'lewisham'))]).toEqual(REACH[role])
  })

  it('shows every referral of the child that nobody decided, the fourteenth too', async () => {
    const { referralId } = await aReferral(bromley, { children: [{ givenName: 'Corisande', familyName: 'Brackwater', bornOn: '2008-08-08' }] })
    const again = await idOf('Corisande')
    for (let n = 0; n < 13; n += 1) {
      const other = await aReferral(bromley, { children: [{ givenName: `Nobody${n}`, familyName: 'Otherwater' }] })
      await database.admin(`INSERT INTO referral_person (referral_id, person_id, role, provisional) VALUES ($1, $2, 'child', false)`, [other.referralId, again])
    }
    const overview = await personOverview(bromley, again, MONDAY_NINE)
    expect(overview?.shut === null ? [overview.more.referrals.length, overview.more.referrals.some(({ id }) => id === referralId)] : null).toEqual([14, true])
  })

  it('shows every tab to whoever works there, with the words, and logs each before it is shown', async () => {
    const officer = await aMashOfficer(database, 'bromley')
    const overview = await personOverview(officer, child, MONDAY_NINE)
    expect(overview).toMatchObject({ shut: null, head: { name: 'Ottoline Brackwater', born: '1 Mar 2007 (9)', lives: '12 Thornbeam Road, Bromley' }, more: { flags: [{ words: 'Self-harm', reason: 'Secretreason marks.' }] } })
    const chronology = await personChronology(officer, child, {}, MONDAY_NINE)
    expect(JSON.stringify(chronology)).toContain(WORDS)
    const household = await personHousehold(officer, child, MONDAY_NINE)
    expect(household?.shut === null && household.more.ties.map((tie) => [tie.name, tie.as])).toEqual(expect.arrayContaining([['Fenella Brackwater', 'Named on the same referral'], ['Restricted person', 'Linked']]))
    expect((await personDuties(officer, child, MONDAY_NINE))?.shut).toBeNull()
    const readers = await personReaders(officer, child, undefined, MONDAY_NINE)
    expect(readers?.shut === null && readers.more.lines.map((line) => [line.who, line.pages])).toContainEqual([officer.name, expect.stringContaining('who has looked')])
    const log = await database.admin<{ page: string; depth: string }>('SELECT page, depth FROM reading_log WHERE account_id = $1 AND person_id = $2', [officer.accountId, child])
    expect(log.map((row) => row.page).sort()).toEqual(['chronology', 'duties', 'overview', 'people and household', 'who has looked'])
    expect(new Set(log.map((row) => row.depth))).toEqual(new Set(['narrative']))
  })

  it('shows headings and no words where only the record is open', async () => {
    const manager = await aRole('borough-manager', 'bromley')
    const pages = [await personOverview(manager, child, MONDAY_NINE), await personChronology(manager, child, {}, MONDAY_NINE), await personHousehold(manager, child, MONDAY_NINE)]
    expect(JSON.stringify(pages)).toContain('Referral from school')
    expect(JSON.stringify(pages)).not.toMatch(/hungry|Xylocarp|Secretreason/)
  })

  it('shows the index and the way to ask elsewhere, and everything once a reason is given, for eight hours', async () => {
    const officer = await aMashOfficer(database, 'lewisham')
    const index = await personChronology(officer, child, {}, MONDAY_NINE)
    expect(index).toMatchObject({ shut: 'index', mayOpen: true, card: { name: 'Ottoline Brackwater', flags: ['self-harm'] } })
    expect(JSON.stringify(index)).not.toMatch(/hungry|Thornbeam|2007|Secretreason|Referral from/)
    await perform(openWithReason, officer, { personId: child, purpose: 'missing', reason: 'Seen in Lewisham with our missing girl.' }, { key: randomUUID(), now: MONDAY_NINE })
    const opened = await loadActor(officer.accountId, MONDAY_NINE)
    const later = await loadActor(officer.accountId, new Date(MONDAY_NINE.getTime() + 8 * 3_600_000))
    expect(JSON.stringify(opened === null ? null : await personChronology(opened, child, {}, MONDAY_NINE))).toContain(WORDS)
    expect(later === null ? null : await shutOf(later)).toBe('index')
  })

  it('filters by kind and agency and goes on by key', async () => {
    const kind = await personChronology(bromley, child, { kind: 'flag-changed' }, MONDAY_NINE)
    expect(kind?.shut === null && kind.more.entries.map((entry) => entry.heading)).toEqual(['Flag added: Self-harm'])
    const seen: string[] = []
    let before: string | undefined
    do {
      const page = await personChronology(bromley, child, { before, take: 1 }, MONDAY_NINE)
      if (page?.shut !== null) throw new Error('the page is open')
      seen.push(...page.more.entries.map((entry) => entry.id))
      before = page.more.next ?? undefined
    } while (before !== undefined)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength((await database.admin('SELECT 1 FROM entry_subject WHERE person_id = $1', [child])).length)
    expect((await personChronology(bromley, child, { before: 'x\u0000', kind: "'; --" }, MONDAY_NINE))?.shut).toBeNull()
  })

  it('is not found for an id that is nobody or no id', async () => {
    for (const id of [randomUUID(), 'nobody', '', "' OR 1=1"]) expect(await personOverview(bromley, id, MONDAY_NINE)).toBeNull()
  })
})

describe('a restricted person', () => {
  it('is nowhere by name, for any role, on any page, in any search', async () => {
    for (const role of ROLES) {
      const actor = await aRole(role, 'bromley')
      const told = JSON.stringify([
        ...await Promise.all([child, sibling, hidden].flatMap((id) => [
          personOverview(actor, id, MONDAY_NINE), personChronology(actor, id, {}, MONDAY_NINE), personDuties(actor, id, MONDAY_NINE),
          personHousehold(actor, id, MONDAY_NINE), personReaders(actor, id, undefined, MONDAY_NINE),
        ])),
        await findPeople(actor, { q: 'Marguerite Planted' }, MONDAY_NINE),
        await findPeople(actor, { q: 'Hesketh' }, MONDAY_NINE),
        await findMatches(actor, { givenName: 'Marguerite', familyName: 'Planted', bornOn: '2006-06-06', age: null, postcode: 'BR2 8YY', address: '9 Planted Close' }, MONDAY_NINE),
        await readingLog(actor, {}, MONDAY_NINE), await refusalsMade(actor, undefined, MONDAY_NINE), await openingsToReview(actor, MONDAY_NINE),
      ])
      expect(told, role).not.toMatch(/Planted|Marguerite|Hesketh|BR2 8YY|2006-06-06/)
    }
  })

  it('is an interruption with a way through for those who may break the glass, and nothing for a partner', async () => {
    expect(await personOverview(bromley, hidden, MONDAY_NINE)).toMatchObject({ shut: 'restricted', mayBreakGlass: true, card: { name: 'Restricted person' } })
    expect(await personOverview(await aRole('borough-manager', 'bromley'), hidden, MONDAY_NINE)).toMatchObject({ shut: 'restricted', mayBreakGlass: false })
    expect(await personOverview(await aRole('partner', 'bromley'), hidden, MONDAY_NINE)).toBeNull()
  })

  it('stays shut to the second wall alone', async () => {
    const rows = await readAs(bromley, async (tx) => [
      await tx.person.findMany({ where: { id: hidden } }), await tx.personAddress.findMany({ where: { personId: hidden } }), await tx.entrySubject.findMany({ where: { personId: hidden } }),
    ])
    expect(rows).toEqual([[], [], []])
  })
})

describe('the auditor', () => {
  it('reads what was typed on no line of a search that found somebody restricted, though a page of the log ends within it, nor why their record was opened before', async () => {
    const [auditor, at] = [await aRole('auditor', 'london'), (seconds: number): Date => new Date(MONDAY_NINE.getTime() + 86_400_000 + seconds * 1000)]
    const log = (person: string, when: Date, query: string | null, reason: string | null = null, page = 'search'): Promise<unknown> =>
      database.admin('INSERT INTO reading_log (id, at, account_id, person_id, depth, page, query, reason) VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6, $7)', [when, bromley.accountId, person, 'index', page, query, reason])
    // Newest first: 198 readings of others, then a search of five, of whom the last is restricted.
    for (let line = 0; line < 198; line += 1) await log(child, at(1000 + line), `Ottoline ${line}`)
    for (let line = 0; line < 4; line += 1) await log(sibling, at(500), 'Marguerite Planted')
    await log(hidden, at(500), 'Marguerite Planted')
    await log(hidden, at(400), null, 'Marguerite Planted was seen with our girl.', 'opened with a reason')
    await log(hidden, at(300), null, 'She may be in danger tonight.', 'opened by break-glass')
    const seen: string[] = []
    let before: string | undefined
    for (let page = 0; page < 3; page += 1) {
      const found = await readingLog(auditor, { before }, at(2000))
      seen.push(JSON.stringify(found?.lines))
      before = found?.next ?? undefined
      if (before === undefined) break
    }
    expect(seen.join(' ')).toContain('Ottoline 197')
    expect(seen.join(' ')).toContain('Ottoline 0"')
    expect(seen.join(' ')).toContain('She may be in danger tonight.')
    expect(seen.join(' ')).not.toContain('Marguerite Planted')
  })

  it('reads the log, and that is logged; nobody else does', async () => {
    const auditor = await aRole('auditor', 'london')
    const page = await readingLog(auditor, {}, MONDAY_NINE)
    expect(page?.lines.length).toBeGreaterThan(10)
    expect(await database.admin(`SELECT page FROM reading_log WHERE account_id = $1`, [auditor.accountId])).toEqual([{ page: 'the reading log' }])
    const one = await readingLog(auditor, { by: bromley.accountId }, MONDAY_NINE)
    expect(one?.by?.name).toBe(bromley.name)
    expect(new Set(one?.lines.map((line) => line.who))).toEqual(new Set([bromley.name]))
    for (const role of ROLES.filter((name) => name !== 'auditor')) {
      expect(await readingLog(await aRole(role, 'bromley'), {}, MONDAY_NINE)).toBeNull()
      expect(await refusalsMade(await aRole(role, 'bromley'), undefined, MONDAY_NINE)).toBeNull()
    }
  })
})
