import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { restrictPerson } from '@/lib/access/restriction/restrict-person'
import { completeAction } from '@/lib/actions/complete-action'
import type { Outcome } from '@/lib/acts/outcome'
import { perform } from '@/lib/acts/perform'
import { verifyDeadlines } from '@/lib/deadlines/verify'
import { setCategory } from '@/lib/exploitation/acts/set-category'
import { dutyCounts, factCounts } from '@/lib/figures/count'
import { isDuty, MEASURES } from '@/lib/figures/measures'
import { addFlag } from '@/lib/people/acts/add-flag'
import { joinPeople } from '@/lib/people/acts/join-people'
import { neverSame, sameAfterAll } from '@/lib/people/acts/never-same'
import { partPeople } from '@/lib/people/acts/part-people'
import { personChronology, personOverview } from '@/lib/people/queries'
import { duplicates, mayBeSame, personSame } from '@/lib/people/same'
import { findPeople } from '@/lib/people/search'
import { writeCursor } from '@/lib/platform/paging'
import { takePoliceProtection } from '@/lib/protection/acts/take'
import { decideReferral } from '@/lib/referrals/acts/decide'
import { lookingFor } from '@/lib/referrals/looking'
import { matchPerson } from '@/lib/referrals/acts/match-person'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, anActor, aSocialWorker, aTeacher } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { anEpisode } from '@/tests/support/episodes'
import { categoryOf } from '@/tests/support/exploitation'
import { fingerprint } from '@/tests/support/fingerprint'
import { aJoining, aKnownChild, dutiesOf, joiningOf, rowsOf } from '@/tests/support/identities'
import { takingOf } from '@/tests/support/protections'
import { aRecordedDiscussion, childrenOf } from '@/tests/support/recorded-discussions'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const MINUTE = 60_000
const NINE = new Date('2016-05-16T08:00:00.000Z')
const later = (minutes: number): Date => new Date(NINE.getTime() + minutes * MINUTE)
const key = (now: Date): { key: string; now: Date } => ({ key: randomUUID(), now })
const done = async (asked: Promise<Outcome>): Promise<void> => {
  const outcome = await asked
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
}

let houses = 0
interface Two { readonly kept: string; readonly gone: string; readonly keptReferral: string; readonly goneReferral: string; readonly actionId: string; readonly worker: Actor }

/** One child on two records of Bromley, each with a referral; the second with a discussion, an action, a flag, a category, a tie, protection and an address of its own. */
async function twoRecords(name: string): Promise<Two> {
  houses += 1
  const first = await aKnownChild(database, { givenName: 'Merrin', familyName: name, bornOn: '2007-03-01', address: `${houses} Wharf Court`, postcode: `ZZ${houses} 1AB` }, { concern: 'neglect' })
  const second = await aKnownChild(database, { givenName: 'Merryn', familyName: name, bornOn: '2007-03-02', address: `${houses} Other Street`, postcode: `ZZ${houses} 2CD`, telephone: `020 7946 0${100 + houses}` }, {
    concern: 'serious-injury', adults: [{ role: 'suspect', givenName: 'Seth', familyName: `${name}house`, bornOn: '1980-01-01' }],
  }, later(30))
  const worker = await aSocialWorker(database)
  const { actionId } = await aRecordedDiscussion(worker, [second.personId], second.referralId, later(60))
  await done(perform(addFlag, worker, { personId: second.personId, flag: 'cse-risk', reason: 'Seen with older men.' }, key(later(70))))
  const assessor = await anActor(database, { role: 'exploitation-assessor', agency: 'police', boroughs: [], rank: 'sergeant' })
  for (const [personId, category] of [[first.personId, 1], [second.personId, 2]] as const) {
    await done(perform(setCategory, assessor, categoryOf(personId, category), key(later(80))))
  }
  const officer = await aMashOfficer(database)
  await done(perform(takePoliceProtection, officer, takingOf(second.personId, later(85)), key(later(90))))
  return { kept: first.personId, gone: second.personId, keptReferral: first.referralId, goneReferral: second.referralId, actionId, worker }
}

const standing = async ({ kept, gone }: Pick<Two, 'kept' | 'gone'>) => ({
  kept: await rowsOf(database, kept), gone: await rowsOf(database, gone), owedKept: await dutiesOf(database, kept), owedGone: await dutiesOf(database, gone),
})

/** Every figure of Bromley as it was known at `known`. */
async function figures(actor: Actor, at: Date, known: Date): Promise<unknown> {
  return readAs(actor, async (tx) => {
    const moments = { from: new Date('2016-01-01T00:00:00Z'), at, known, day: null }
    const [duties, facts] = [MEASURES.filter(isDuty), MEASURES.flatMap((measure) => (isDuty(measure) ? [] : [measure]))]
    const sorted = <R>(rows: readonly R[]): string[] => rows.map((row) => JSON.stringify(row)).sort()
    return { duties: sorted(await dutyCounts(tx, duties, moments, ['bromley'])), facts: sorted(await factCounts(tx, facts, moments, ['bromley'])) }
  })
}

describe('two records joined and parted again', () => {
  it('leave every record, duty and figure as if they had never been joined', async () => {
    const two = await twoRecords('Neverjoined')
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] })
    const before = await standing(two)
    expect(before.owedGone.length).toBeGreaterThan(4)
    const counted = await figures(manager, later(100), later(100))
    const joinId = await aJoining(database, two.worker, two.kept, two.gone, later(120))
    const joined = await standing(two)
    // The test could not fail if the joining did nothing.
    expect(joined.gone).not.toEqual(before.gone)
    expect(joined.kept).not.toEqual(before.kept)
    expect(joined.owedGone.filter((duty) => duty['ended_at'] === null && duty['met_at'] === null)).toEqual([])
    expect(joined.owedKept.length).toBeGreaterThan(before.owedKept.length)
    const whileJoined = await figures(manager, later(100), later(120))
    expect(whileJoined).not.toEqual(counted)
    await done(perform(partPeople, two.worker, { personId: two.kept, joinId, reason: 'Two cousins of one name.' }, key(later(180))))
    expect(await standing(two)).toEqual(before)
    // A figure that is asked for as it was known then answers the same for ever.
    expect(await figures(manager, later(100), later(100))).toEqual(counted)
    expect(await figures(manager, later(100), later(120))).toEqual(whileJoined)
    expect(await figures(manager, later(100), later(200))).toEqual(counted)
    expect((await verifyDeadlines(later(200))).unexplained).toEqual([])
  })

  it('keep with the person chosen what was done while they were joined', async () => {
    const two = await twoRecords('Actedupon')
    const before = await standing(two)
    const joinId = await aJoining(database, two.worker, two.kept, two.gone, later(120))
    await done(perform(addFlag, two.worker, { personId: two.kept, flag: 'self-harm', reason: 'Said so at school.' }, key(later(130))))
    await done(perform(completeAction, two.worker, { actionId: two.actionId, evidence: 'Seen at school.' }, key(later(140))))
    await done(perform(decideReferral, await aDecisionMaker(database), { referralId: two.keptReferral, outcome: 's47', reason: 'Reasonable cause.', narrative: '' }, key(later(150))))
    expect((await verifyDeadlines(later(160))).unexplained).toEqual([])
    await done(perform(partPeople, two.worker, { personId: two.kept, joinId, reason: 'Two cousins of one name.' }, key(later(180))))
    const after = await standing(two)
    expect(after.gone).toEqual(before.gone)
    expect(after.owedGone).toEqual(before.owedGone)
    // The action as it was done stays with the record it was done on, under a row of its own; the one it came from is to be done again.
    expect(await database.admin('SELECT child_id, done_at IS NOT NULL AS done FROM action WHERE what = $1 AND child_id = ANY ($2) ORDER BY 2', ['See the child', [two.kept, two.gone]]))
      .toEqual([{ child_id: two.gone, done: false }, { child_id: two.kept, done: true }])
    expect(await database.admin('SELECT code FROM flag WHERE person_id = $1 AND removed_at IS NULL ORDER BY 1', [two.kept])).toEqual([{ code: 'cse-risk' }, { code: 'self-harm' }])
    expect(after.owedKept.filter((duty) => duty['alert'] === 'referral-decision-overdue').map((duty) => duty['met_at'])).toEqual([later(150)])
    const without = (rows: Record<string, string[]>): Record<string, string[]> => Object.fromEntries(Object.entries(rows).filter(([table]) => !['flag.person_id', 'action.child_id', 'person_reach.person_id'].includes(table)))
    expect(without(after.kept)).toEqual(without(before.kept))
    expect((await verifyDeadlines(later(200))).unexplained).toEqual([])
  })

  it('are told of it in the chronology of both: by whom, when and why', async () => {
    const two = await twoRecords('Chronicled')
    const joinId = await aJoining(database, two.worker, two.kept, two.gone, later(120))
    await done(perform(partPeople, two.worker, { personId: two.kept, joinId, reason: 'Two cousins of one name.' }, key(later(180))))
    for (const [personId, kinds] of [[two.gone, ['person-matched', 'people-parted']], [two.kept, ['record-updated', 'people-parted']]] as const) {
      const told = await database.admin<{ kind: string; recorded_by: string; recorded_at: Date; reason: string }>(
        `SELECT e.kind, e.recorded_by, e.recorded_at, p.body->>'reason' AS reason FROM entry e JOIN entry_subject s ON s.entry_id = e.id JOIN entry_payload p ON p.entry_id = e.id
         WHERE s.person_id = $1 AND p.body->>'join' = $2 AND NOT p.body ? 'told_again_of' ORDER BY e.recorded_at`, [personId, joinId])
      expect(told).toEqual([
        { kind: kinds[0], recorded_by: two.worker.accountId, recorded_at: later(120), reason: 'Same mother, same school, one day apart.' },
        { kind: kinds[1], recorded_by: two.worker.accountId, recorded_at: later(180), reason: 'Two cousins of one name.' },
      ])
    }
    const page = await personChronology(two.worker, two.kept, {}, later(200))
    expect(page?.shut === null ? page.more.entries.map((entry) => entry.heading) : []).toContain('Parted from a record that had been joined to this one')
  })

  it('may be joined and parted again, each time as if it had been the first', async () => {
    const two = await twoRecords('Onceagain')
    const before = await standing(two)
    for (const [join, apart] of [[120, 130], [140, 150]] as const) {
      const joinId = await aJoining(database, two.worker, two.kept, two.gone, later(join))
      await done(perform(partPeople, two.worker, { personId: two.kept, joinId, reason: 'Two after all.' }, key(later(apart))))
      expect(await standing(two)).toEqual(before)
    }
  })

  it('count once while they are joined: the last category of the one person, and no duty twice', async () => {
    const two = await twoRecords('Countsonce')
    const manager = await anActor(database, { role: 'borough-manager', agency: 'csc', boroughs: ['bromley'] })
    const children = async (known: Date): Promise<number> => readAs(manager, async (tx) => {
      const rows = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM figure_facts('[{"id": "x", "kind": "cse-category-set", "latest": true}]'::jsonb, ${NINE}::timestamptz, ${later(110)}::timestamptz, ${known}::timestamptz, ARRAY['bromley'])
        WHERE person_id = ANY (${[two.kept, two.gone]}::uuid[])`
      return rows[0]?.n ?? 0
    })
    expect(await children(later(110))).toBe(2)
    const joinId = await aJoining(database, two.worker, two.kept, two.gone, later(120))
    expect(await children(later(120))).toBe(1)
    expect(await database.admin(`SELECT category FROM cse_category WHERE person_id = $1 AND superseded_at IS NULL`, [two.kept])).toHaveLength(1)
    await done(perform(partPeople, two.worker, { personId: two.kept, joinId, reason: 'Two after all.' }, key(later(180))))
    expect([await children(later(110)), await children(later(120)), await children(later(180))]).toEqual([2, 1, 2])
  })
})

describe('matching what a partner’s form made', () => {
  it('is the same joining, and is parted the same way', async () => {
    const known = await aKnownChild(database, { givenName: 'Quillon', familyName: 'Sentagain', bornOn: '2008-02-02' }, { form: 'contact', concern: null })
    const { referralId } = await aReferral(await aTeacher(database), { concern: 'serious-injury', children: [{ givenName: 'Quilon', familyName: 'Sentagain', bornOn: '2008-02-03' }] }, later(20))
    const [gone = ''] = await childrenOf(database, referralId)
    const worker = await aSocialWorker(database)
    const before = await standing({ kept: known.personId, gone })
    await done(perform(matchPerson, worker, { referralId, personId: gone, knownId: known.personId, reason: 'Same mother' }, key(later(60))))
    await done(perform(partPeople, worker, { personId: known.personId, joinId: await joiningOf(database, gone), reason: 'A cousin.' }, key(later(90))))
    const after = await standing({ kept: known.personId, gone })
    // That somebody looked stands: it was a deed of its own.
    const looked = ({ 'referral_person.person_id': rows = [], ...others }: Record<string, string[]>) => ({ ...others, rows: rows.map((row) => ({ ...JSON.parse(row) as object, looked_at: null, looked_by: null })) })
    expect({ ...after, gone: looked(after.gone) }).toEqual({ ...before, gone: looked(before.gone) })
    expect((await findPeople(worker, { q: 'Quilon Sentagain' }, later(100))).map((hit) => hit.card.id).sort()).toEqual([gone, known.personId].sort())
  })
})

describe('never the same', () => {
  it('is heeded when somebody a partner sent is looked for, and they are not matched', async () => {
    const known = await aKnownChild(database, { givenName: 'Perpetua', familyName: 'Nevermatched', bornOn: '2008-02-02' })
    const { referralId } = await aReferral(await aTeacher(database), { children: [{ givenName: 'Perpetua', familyName: 'Nevermatched', bornOn: '2008-02-02' }] }, later(20))
    const [sent = ''] = await childrenOf(database, referralId)
    const worker = await aSocialWorker(database)
    const found = async (): Promise<string[]> => (await lookingFor(worker, referralId, later(30))).waiting.flatMap((one) => one.hits.map((hit) => hit.card.id))
    expect(await found()).toEqual([known.personId])
    await done(perform(neverSame, worker, { personId: sent, otherId: known.personId, reason: 'Twins of one name.' }, key(later(40))))
    expect(await found()).toEqual([])
    const before = await fingerprint(database)
    for (const _ of [1, 2]) {
      expect(await perform(matchPerson, worker, { referralId, personId: sent, knownId: known.personId, reason: 'Same' }, key(later(50))))
        .toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'knownId', message: expect.stringMatching(/never the same: Twins of one name/) as string }] })
    }
    expect(await fingerprint(database)).toEqual(before)
  })
})

describe('several joined', () => {
  it('A into B, B into C: parted from the last to the first; the first is not parted under the second', async () => {
    const worker = await aSocialWorker(database)
    const [a, b, c] = [await aKnownChild(database, { givenName: 'Ada', familyName: 'Chainlink' }), await aKnownChild(database, { givenName: 'Adah', familyName: 'Chainlink' }), await aKnownChild(database, { givenName: 'Ayda', familyName: 'Chainlink' })]
    const before = [await dutiesOf(database, a.personId), await dutiesOf(database, b.personId), await dutiesOf(database, c.personId)]
    const one = await aJoining(database, worker, b.personId, a.personId, later(60))
    const amid = await dutiesOf(database, b.personId)
    const two = await aJoining(database, worker, c.personId, b.personId, later(70))
    for (const _ of [1, 2]) {
      expect(await perform(partPeople, worker, { personId: b.personId, joinId: one, reason: 'Two.' }, key(later(80)))).toEqual({ ok: false, kind: 'conflict', says: 'This record has since been joined to another: part those two first, then these.' })
    }
    await done(perform(partPeople, worker, { personId: c.personId, joinId: two, reason: 'Two.' }, key(later(90))))
    expect(await dutiesOf(database, b.personId)).toEqual(amid)
    await done(perform(partPeople, worker, { personId: b.personId, joinId: one, reason: 'Two.' }, key(later(100))))
    expect([await dutiesOf(database, a.personId), await dutiesOf(database, b.personId), await dutiesOf(database, c.personId)]).toEqual(before)
    expect((await verifyDeadlines(later(110))).unexplained).toEqual([])
  })

  it('two into one: either is parted first, and what the other gave is there still', async () => {
    const worker = await aSocialWorker(database)
    const home = { address: '9 Shared Row', postcode: 'ZZ9 9ZZ' }
    const [kept, one, two] = [await aKnownChild(database, { givenName: 'Ivo', familyName: 'Threefold' }), await aKnownChild(database, { givenName: 'Ivor', familyName: 'Threefold', ...home }), await aKnownChild(database, { givenName: 'Iver', familyName: 'Threefold', ...home })]
    const before = await rowsOf(database, kept.personId)
    const first = await aJoining(database, worker, kept.personId, one.personId, later(60))
    const second = await aJoining(database, worker, kept.personId, two.personId, later(70))
    const addresses = () => database.admin('SELECT line FROM person_address WHERE person_id = $1', [kept.personId])
    expect(await addresses()).toEqual([{ line: '9 Shared Row' }])
    await done(perform(partPeople, worker, { personId: kept.personId, joinId: first, reason: 'Two.' }, key(later(80))))
    expect(await addresses()).toEqual([{ line: '9 Shared Row' }])
    await done(perform(partPeople, worker, { personId: kept.personId, joinId: second, reason: 'Two.' }, key(later(90))))
    expect(await rowsOf(database, kept.personId)).toEqual(before)
  })
})

describe('who may be the same', () => {
  it('is suggested with reasons on the page and the worklist, never a brother, never again once it was said', async () => {
    const worker = await aSocialWorker(database)
    const [one, other] = [await aKnownChild(database, { givenName: 'Caoimhe', familyName: 'Suggestible', bornOn: '2006-06-07', address: '3 Kelp Row', postcode: 'ZZ77 7ZZ' }), await aKnownChild(database, { givenName: 'Keeva', familyName: 'Suggestible', bornOn: '2006-07-06', address: '3 Kelp Row', postcode: 'ZZ77 7ZZ' })]
    const brother = await aKnownChild(database, { givenName: 'Keevan', familyName: 'Suggestible', bornOn: '2006-06-07' })
    await database.admin(`INSERT INTO relationship (id, person_id, other_id, kind, since) VALUES ($1, $2, $3, 'sibling', $4)`, [randomUUID(), brother.personId, one.personId, NINE])
    const ids = async (): Promise<string[]> => (await mayBeSame(worker, one.personId, later(60))).map((alike) => alike.id)
    const [alike] = await mayBeSame(worker, one.personId, later(60))
    expect(alike).toMatchObject({ id: other.personId, confidence: 'likely', reasons: expect.arrayContaining(['date of birth with day and month changed about', 'same address']) as string[] })
    expect(await ids()).not.toContain(brother.personId)
    expect(await database.admin('SELECT 1 FROM reading_log WHERE account_id = $1 AND person_id = $2', [worker.accountId, other.personId])).not.toEqual([])
    const onList = async (): Promise<boolean> => (await duplicates(worker, undefined, later(70)))?.rows.some((row) => [row.id, ...row.alike.map((each) => each.id)].filter((id) => [one.personId, other.personId].includes(id)).length === 2) ?? false
    expect(await onList()).toBe(true)
    await done(perform(neverSame, worker, { personId: other.personId, otherId: one.personId, reason: 'Cousins.' }, key(later(80))))
    expect([await ids(), await onList()]).toEqual([[], false])
    const last = await database.admin<{ created_at: Date; id: string }>('SELECT created_at, id FROM person ORDER BY created_at, id LIMIT 1')
    expect(await duplicates(worker, writeCursor({ at: last[0]?.created_at ?? NINE, id: last[0]?.id ?? '' }), later(80))).toEqual({ rows: [], looked: 0, next: null })
    await done(perform(sameAfterAll, worker, { personId: one.personId, otherId: other.personId, reason: 'One birth certificate.' }, key(later(90))))
    expect(await ids()).toEqual([other.personId])
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [other.personId])
    expect([await ids(), await onList()]).toEqual([[], false])
    expect(await mayBeSame(await aMashOfficer(database), one.personId, later(100))).toEqual([])
    expect(await duplicates(await aMashOfficer(database), undefined, later(100))).toBe(null)
  })
})

describe('what joining changes', () => {
  it('is said before it is done, and is what then happens', async () => {
    const two = await twoRecords('Saidbefore')
    const open = (personId: string) => database.admin<{ alert: string; due_at: Date }>('SELECT alert, due_at FROM deadline WHERE child_id = $1 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL', [personId])
    const print = await fingerprint(database, ['reading_log'])
    const page = await personSame(two.worker, two.kept, two.gone, later(120))
    expect(await fingerprint(database, ['reading_log'])).toEqual(print)
    const pair = page?.shut === null ? page.more.pair : null
    const said = pair?.effects.find((effects) => effects.keep === 'this')
    const [had, ended] = [await open(two.kept), await open(two.gone)]
    expect(said?.end).toHaveLength(ended.length)
    expect(said?.figures).toContain('Referrals decided within one working day')
    expect(pair?.one.facts.filter((fact) => fact.differs).map((fact) => fact.term)).toContain('Born')
    await aJoining(database, two.worker, two.kept, two.gone, later(120))
    const has = await open(two.kept)
    expect(has).toHaveLength(had.length + (said?.begin.length ?? 0) - (said?.settle.length ?? 0))
    expect(await open(two.gone)).toEqual([])
    const after = await personSame(two.worker, two.kept, undefined, later(130))
    expect(after?.shut === null ? after.more.joined.map((line) => [line.goneId, line.parted]) : []).toEqual([[two.gone, null]])
  })

  it.each([
    ['the other is grown, and no age is known here', {}, { born_on: '1990-01-01' }, /date of birth: 1 Jan 1990/],
    ['the other says an age', {}, { age_stated: 19, age_stated_on: '2016-05-01' }, /age: 19/],
    ['the other is of a disputed age', {}, { born_on: '1990-01-01', age_disputed: true }, /whether the age is disputed: yes/],
    ['the other is looked after and on a plan', { looked_after: false }, { looked_after: true, plan_category: 'neglect', responsible_authority: 'Camden' }, /looked after: yes/],
    ['the other is born', { unborn: true }, { born_on: '2016-05-14' }, /not born yet: no/],
  ])('and so it is where %s', async (_, own, other, taken) => {
    const two = await twoRecords(`Facts${randomUUID().slice(0, 8)}`)
    const blank = { born_on: null, age_stated: null, age_stated_on: null, age_disputed: false, unborn: false, looked_after: null, plan_category: null, responsible_authority: null, home_borough: 'bromley' }
    const set = async (id: string, facts: object): Promise<unknown> => database.admin(
      'UPDATE person p SET born_on = f.born_on, age_stated = f.age_stated, age_stated_on = f.age_stated_on, age_disputed = f.age_disputed, unborn = f.unborn, looked_after = f.looked_after, plan_category = f.plan_category, responsible_authority = f.responsible_authority FROM jsonb_populate_record(NULL::person, $2::jsonb) f WHERE p.id = $1', [id, JSON.stringify({ ...blank, ...facts })])
    await set(two.kept, own)
    await set(two.gone, other)
    // The ledger of each as its facts now stand: any act on it makes it so.
    for (const id of [two.kept, two.gone]) await done(perform(addFlag, two.worker, { personId: id, flag: 'self-harm', reason: 'Told.' }, key(later(110))))
    const rows = (): Promise<Record<string, unknown>[]> => database.admin('SELECT born_on, age_stated, age_disputed, unborn, looked_after, plan_category, responsible_authority FROM person WHERE id = $1', [two.kept])
    const [before] = await rows()
    const open = (personId: string) => database.admin<{ alert: string; due_at: Date }>('SELECT alert, due_at FROM deadline WHERE child_id = $1 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL', [personId])
    const page = await personSame(two.worker, two.kept, two.gone, later(120))
    const said = page?.shut === null ? page.more.pair?.effects.find((effects) => effects.keep === 'this') : undefined
    expect(said?.taken.join('; ')).toMatch(taken)
    const had = await open(two.kept)
    const joinId = await aJoining(database, two.worker, two.kept, two.gone, later(120))
    expect(await open(two.kept)).toHaveLength(had.length + (said?.begin.length ?? 0) - (said?.settle.length ?? 0))
    const [after] = await rows()
    expect(Object.keys(other).filter((column) => column !== 'age_stated_on').every((column) => JSON.stringify(after?.[column]) !== JSON.stringify(before?.[column]))).toBe(true)
    expect(after?.['unborn']).toBe(false)
    await done(perform(partPeople, two.worker, { personId: two.kept, joinId, reason: 'Two after all.' }, key(later(140))))
    expect((await rows())[0]).toEqual(before)
    expect(await open(two.kept)).toEqual(expect.arrayContaining(had))
  })

  it('what differs and stays is said, and a plan of the other is told', async () => {
    const two = await twoRecords('Differsandstays')
    await database.admin(`UPDATE person SET plan_category = CASE WHEN id = $1 THEN 'neglect' ELSE 'sexual-abuse' END WHERE id = ANY ($2)`, [two.kept, [two.kept, two.gone]])
    const page = await personSame(two.worker, two.kept, two.gone, later(120))
    const said = page?.shut === null ? page.more.pair?.effects.find((effects) => effects.keep === 'this') : undefined
    expect(said?.stays).toEqual(['date of birth: 1 Mar 2007 here, 2 Mar 2007 there', expect.stringMatching(/^plan: Neglect here, Sexual abuse there$/i)])
    await aJoining(database, two.worker, two.kept, two.gone, later(120))
    const told = await personChronology(two.worker, two.kept, { take: 100 }, later(130))
    expect(JSON.stringify(told)).toContain('{"label":"Plan as told","text":"sexual abuse"}')
  })

  it('what was told of the other shows no words here once they are parted', async () => {
    const two = await twoRecords('Wordless')
    const joinId = await aJoining(database, two.worker, two.kept, two.gone, later(120))
    const words = async (): Promise<string> => {
      const page = await personChronology(two.worker, two.kept, { take: 100 }, later(200))
      return JSON.stringify(page?.shut === null ? page.more.entries : null)
    }
    expect(await words()).toContain('Alone at home, no adult since the night before.')
    await done(perform(partPeople, two.worker, { personId: two.kept, joinId, reason: 'Two after all.' }, key(later(180))))
    expect(await words()).not.toContain('Alone at home, no adult since the night before.')
    expect(await words()).toContain('Of another person, from whom this record was parted')
  })
})

describe('refused, and no row touched', () => {
  it('without a reason, a choice, another or a right; what is joined already; what was said never to be the same', async () => {
    const two = await twoRecords('Refusedtwice')
    const good = { personId: two.kept, otherId: two.gone, keep: 'this', reason: 'Same mother' }
    const before = await fingerprint(database)
    const expected: [Actor, object, object][] = [
      [two.worker, { ...good, reason: ' ' }, { kind: 'invalid', problems: [{ field: 'reason', message: 'Say what shows that it is the same person' }] }],
      [two.worker, { ...good, keep: undefined }, { kind: 'invalid', problems: [{ field: 'keep', message: 'Choose which record is kept' }] }],
      [two.worker, { ...good, otherId: two.kept }, { kind: 'invalid', problems: [{ field: 'otherId', message: 'Choose somebody else' }] }],
      [two.worker, { ...good, otherId: randomUUID() }, { kind: 'invalid', problems: [{ field: 'otherId', message: 'Choose somebody who is on record' }] }],
      [two.worker, { ...good, personId: randomUUID() }, { kind: 'not-found' }],
      [await aSocialWorker(database, 'sutton'), good, { kind: 'forbidden', says: 'Only the index of this record is open to you.' }],
      [await aMashOfficer(database), good, { kind: 'forbidden', says: 'Your role may not do this.' }],
    ]
    const print = await fingerprint(database, ['account', 'membership', 'team'])
    for (const [actor, input, answer] of expected) for (const _ of [1, 2]) expect(await perform(joinPeople, actor, input, key(later(120)))).toEqual({ ok: false, ...answer })
    expect(await fingerprint(database, ['account', 'membership', 'team'])).toEqual(print)
    expect(before['person_join']).toBe(print['person_join'])
    const joinId = await aJoining(database, two.worker, two.kept, two.gone, later(130))
    const joined = await fingerprint(database)
    for (const _ of [1, 2]) expect(await perform(joinPeople, two.worker, good, key(later(131)))).toMatchObject({ ok: false, kind: 'conflict' })
    const apart = { personId: two.kept, joinId, reason: 'Two.' }
    for (const [actor, input, answer] of [
      [two.worker, { ...apart, reason: '' }, { kind: 'invalid', problems: [{ field: 'reason', message: 'Say what shows that they are two people' }] }],
      [two.worker, { ...apart, joinId: randomUUID() }, { kind: 'not-found' }], [two.worker, { ...apart, personId: two.gone }, { kind: 'not-found' }],
    ] as const) for (const _ of [1, 2]) expect(await perform(partPeople, actor, input, key(later(132)))).toEqual({ ok: false, ...answer })
    expect(await fingerprint(database)).toEqual(joined)
    await done(perform(partPeople, two.worker, apart, key(later(140))))
    for (const _ of [1, 2]) expect(await perform(partPeople, two.worker, apart, key(later(141)))).toEqual({ ok: false, kind: 'conflict', says: 'Somebody parted them a moment ago.' })
    await done(perform(neverSame, two.worker, { personId: two.kept, otherId: two.gone, reason: 'Twins.' }, key(later(150))))
    for (const _ of [1, 2]) expect(await perform(neverSame, two.worker, { personId: two.gone, otherId: two.kept, reason: 'Twins.' }, key(later(151)))).toEqual({ ok: false, kind: 'conflict', says: 'This was said already.' })
    for (const _ of [1, 2]) expect(await perform(joinPeople, two.worker, good, key(later(152)))).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'otherId', message: 'It was said that these two are never the same: Twins. Take that back first.' }] })
    await done(perform(sameAfterAll, two.worker, { personId: two.kept, otherId: two.gone, reason: 'One birth certificate.' }, key(later(160))))
    for (const _ of [1, 2]) expect(await perform(sameAfterAll, two.worker, { personId: two.kept, otherId: two.gone, reason: 'Again.' }, key(later(161)))).toMatchObject({ ok: false, kind: 'conflict' })
    await done(perform(joinPeople, two.worker, good, key(later(170))))
  })

  it('with a time away that is not closed on the record that would go; kept the other way round it is done', async () => {
    const { personId, episodeId } = await anEpisode(database, NINE, { child: { givenName: 'Wren', familyName: 'Outtonight', age: 15 } })
    const other = await aKnownChild(database, { givenName: 'Wrenn', familyName: 'Outtonight' })
    const worker = await aSocialWorker(database)
    for (const _ of [1, 2]) {
      expect(await perform(joinPeople, worker, { personId: other.personId, otherId: personId, keep: 'this', reason: 'Same' }, key(later(60))))
        .toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'keep', message: expect.stringMatching(/keep this record, or close the time away first/) as string }] })
    }
    expect(await database.admin('SELECT 1 FROM person_join WHERE gone_id = $1', [personId])).toEqual([])
    await done(perform(joinPeople, worker, { personId: other.personId, otherId: personId, keep: 'other', reason: 'Same' }, key(later(60))))
    expect(await database.admin('SELECT person_id FROM episode WHERE id = $1', [episodeId])).toEqual([{ person_id: personId }])
  })

  it('nothing is done on a record that goes on elsewhere', async () => {
    const two = await twoRecords('Goneelsewhere')
    await aJoining(database, two.worker, two.kept, two.gone, later(120))
    const before = await fingerprint(database)
    for (const _ of [1, 2]) {
      expect(await perform(addFlag, two.worker, { personId: two.gone, flag: 'self-harm', reason: 'Was away.' }, key(later(130))))
        .toEqual({ ok: false, kind: 'conflict', says: 'This record has been joined to another of the same person: open it, and go on from there.' })
    }
    expect(await fingerprint(database)).toEqual(before)
    const page = await personOverview(two.worker, two.gone, later(140))
    expect(page?.shut === null ? page.head.matchedTo : null).toBe(two.kept)
  })

  it('two who join at one moment, and each into the other: one does, the other is told', async () => {
    const [a, b] = [await aKnownChild(database, { givenName: 'Ring', familyName: 'Aroundabout' }), await aKnownChild(database, { givenName: 'Rinng', familyName: 'Aroundabout' })]
    const [one, other] = [await aSocialWorker(database), await aDecisionMaker(database)]
    const input = { personId: a.personId, otherId: b.personId, keep: 'this', reason: 'Same' }
    const outcomes = await Promise.all([perform(joinPeople, one, input, key(later(60))), perform(joinPeople, other, { ...input, keep: 'other' }, key(later(60)))])
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.kind)).sort()).toEqual(['conflict', 'ok'])
    expect(await database.admin('SELECT 1 FROM person_join WHERE parted_at IS NULL AND gone_id = ANY ($1)', [[a.personId, b.personId]])).toHaveLength(1)
  })
})

describe('a restricted record', () => {
  it('is the one that is kept; the other is restricted with it, and a parting lifts nothing by itself', async () => {
    const two = await twoRecords('Restrictedly')
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [two.kept])
    for (const _ of [1, 2]) expect(await perform(joinPeople, two.worker, { personId: two.gone, otherId: two.kept, keep: 'other', reason: 'Same' }, key(later(120)))).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'otherId' }] })
    const opened = await openedBy(await aCaitSupervisor(database), [two.kept])
    for (const _ of [1, 2]) expect(await perform(joinPeople, opened, { personId: two.kept, otherId: two.gone, keep: 'other', reason: 'Same' }, key(later(120)))).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'keep', message: expect.stringMatching(/keep the restricted one/) as string }] })
    const joinId = await aJoining(database, opened, two.kept, two.gone, later(120))
    const restricted = async () => (await database.admin<{ id: string }>('SELECT id FROM person WHERE restricted AND id = ANY ($1)', [[two.kept, two.gone]])).map((row) => row.id).sort()
    expect(await restricted()).toEqual([two.kept, two.gone].sort())
    const both = await openedBy(opened, [two.kept, two.gone])
    for (const _ of [1, 2]) expect(await perform(partPeople, both, { personId: two.kept, joinId, reason: 'Two.', restriction: 'lift' }, key(later(140)))).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'restriction' }] })
    const other = await openedBy(await aDecisionMaker(database), [two.kept, two.gone])
    const parted = await perform(partPeople, other, { personId: two.kept, joinId, reason: 'Two.' }, key(later(150)))
    expect(parted).toMatchObject({ ok: true, result: { says: expect.stringMatching(/still restricted/) as string } })
    expect(await restricted()).toEqual([two.kept, two.gone].sort())
    const again = await aJoining(database, both, two.kept, two.gone, later(160))
    expect(again).not.toBe(joinId)
  })

  it('leaves no word on a record that had been joined to it, said never to be the same, and parted', async () => {
    const [two, worker] = [await twoRecords('Velquornish'), await aSocialWorker(database)]
    const joinId = await aJoining(database, worker, two.kept, two.gone, later(120), 'Plantedone: the same mother.')
    await done(perform(partPeople, worker, { personId: two.kept, joinId, reason: 'Plantedtwo was at another school.' }, key(later(130))))
    await done(perform(neverSame, worker, { personId: two.kept, otherId: two.gone, reason: 'Plantedthree is a cousin.' }, key(later(140))))
    const said = async (actor: Actor): Promise<{ shown: string; kept: string }> => ({
      shown: JSON.stringify([await personChronology(actor, two.kept, {}, later(200)), await personOverview(actor, two.kept, later(200)), await personSame(actor, two.kept, undefined, later(200))]),
      kept: JSON.stringify(await readAs(actor, (tx) => tx.entryPayload.findMany({ where: { entry: { subjects: { some: { personId: two.kept } } } } }))),
    })
    const before = await said(worker)
    for (const word of ['Plantedone', 'Plantedtwo', 'Plantedthree']) for (const text of Object.values(before)) expect(text).toContain(word)
    expect(before.kept).toContain('Seen with older men')
    await done(perform(restrictPerson, await aDecisionMaker(database), { personId: two.gone, reason: 'The father is an officer of this borough.' }, key(later(150))))
    const after = await said(worker)
    for (const text of Object.values(after)) expect(text.match(/Planted\w+|Merryn|Seen with older men|Velquornishhouse/g)).toBeNull()
    // The record's own words are all there.
    expect(after.shown).toContain('Merrin Velquornish')
    expect((JSON.parse(after.kept) as unknown[]).length).toBeGreaterThan(2)
  })

  it('that only the joining restricted is open again where somebody who may says so', async () => {
    const two = await twoRecords('Liftedagain')
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [two.kept])
    const joinId = await aJoining(database, await openedBy(await aCaitSupervisor(database), [two.kept]), two.kept, two.gone, later(120))
    const other = await openedBy(await aDecisionMaker(database), [two.kept, two.gone])
    await done(perform(partPeople, other, { personId: two.kept, joinId, reason: 'Two.', restriction: 'lift' }, key(later(150))))
    expect(await database.admin('SELECT id FROM person WHERE restricted AND id = ANY ($1)', [[two.kept, two.gone]])).toEqual([{ id: two.kept }])
  })
})

async function openedBy(actor: Actor, people: readonly string[]): Promise<Actor> {
  for (const personId of people) {
    await database.admin(`INSERT INTO record_opening (id, account_id, person_id, depth, purpose, reason, break_glass, opened_at, ends_at) VALUES ($1, $2, $3, 'narrative', 'safeguarding', 'To join', true, $4, $5)`,
      [randomUUID(), actor.accountId, personId, NINE, later(500)])
  }
  const { loadActor } = await import('@/lib/access/load-actor')
  const loaded = await loadActor(actor.accountId, later(110))
  if (loaded === null) throw new Error('the actor is still there')
  return loaded
}
