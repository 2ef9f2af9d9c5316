import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { addEntry } from '@/lib/chronology/add/add-entry'
import { closeCase } from '@/lib/closing/acts/close'
import { answerRisk, confirmWhereabouts, recordChildSeen, recordContradiction, recordPoliceEnquiry, recordSuspectAction } from '@/lib/closing/acts/work'
import { personClosing } from '@/lib/closing/queries'
import { assessOtherChild } from '@/lib/other-children/acts/assess-other'
import { nameOtherChild } from '@/lib/other-children/acts/name-other'
import { aCaitSupervisor, aMashOfficer, anActor, aSocialWorker, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { seenOf } from '../support/protections'
import { childrenOf } from '../support/recorded-discussions'
import { aReferral } from '../support/referrals'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)

async function anEnquiry(overrides: Record<string, unknown> = {}): Promise<{ child: string; children: string[]; referralId: string }> {
  const { referralId } = await aReferral(await aMashOfficer(database), { concern: 'physical-abuse', ...overrides })
  const children = await childrenOf(database, referralId)
  return { child: children[0] ?? '', children, referralId }
}
const doing = (act: Act<z.ZodType>, actor: Actor, input: Record<string, unknown>, now: Date) => perform(act, actor, input, { key: randomUUID(), now })
const must = async (...asked: Parameters<typeof doing>): Promise<void> => { expect(await doing(...asked)).toMatchObject({ ok: true }) }
const closing = async (child: string, overrides: Record<string, unknown> = {}, now = at(48), actor?: Actor) =>
  doing(closeCase, actor ?? await aCaitSupervisor(database), { personId: child, result: 'no-further-action', rationale: 'Every indicator is answered.', ...overrides }, now)
const closed = async (child: string): Promise<number> => (await database.admin(`SELECT 1 FROM entry WHERE kind = 'case-closed' AND $1 = ANY (subject_ids)`, [child])).length
const refused = (...rules: string[]) => ({ ok: false, kind: 'refused', refusals: rules.map((rule) => ({ rule })) })
const missing = async (child: string): Promise<string[]> => {
  const page = await personClosing(await aCaitSupervisor(database), child, at(48))
  return page?.shut === null ? page.more.items.filter((item) => item.state === 'missing').map((item) => item.key) : ['shut']
}

describe('closing an enquiry', () => {
  it('is refused while nobody saw and spoke to the child; the page says what is missing; then it closes', async () => {
    const { child } = await anEnquiry()
    expect(await closing(child)).toMatchObject(refused('closure-child-not-seen', 'closure-unresolved-risk'))
    expect(await closed(child)).toBe(0)
    expect(await missing(child)).toEqual(['child-seen', 'whereabouts', 'police-enquiry'])
    // Seen and neither spoken to nor too young to speak is not enough.
    await must(recordChildSeen, await aMashOfficer(database), seenOf(child, at(2), { spokenTo: 'no', observed: 'no', views: null }), at(2))
    expect(await closing(child)).toMatchObject({ ok: false, kind: 'refused' })
    await must(recordChildSeen, await aMashOfficer(database), seenOf(child, at(3)), at(3))
    expect(await missing(child)).toEqual([])
    expect(await closing(child)).toMatchObject({ ok: true })
    expect(await closed(child)).toBe(1)
    const page = await personClosing(await aCaitSupervisor(database), child, at(49))
    expect(page?.shut === null ? page.more : null).toMatchObject({ open: false, last: expect.stringMatching(/^No further action, /) })
  })

  it('stays closed when a word about it comes later, and is open again with a new report', async () => {
    const { child } = await anEnquiry()
    await must(recordChildSeen, await aMashOfficer(database), seenOf(child, at(3)), at(3))
    await must(closeCase, await aCaitSupervisor(database), { personId: child, result: 'no-further-action', rationale: 'Every indicator is answered.' }, at(48))
    const open = async (now: Date): Promise<boolean | null> => { const page = await personClosing(await aCaitSupervisor(database), child, now); return page?.shut === null ? page.more.open : null }
    await must(addEntry, await aMashOfficer(database), { personId: child, what: 'family-contacted', occurredAt: at(50).toISOString(), account: 'Told of the outcome.', facts: { who: 'The aunt', concern: '' } }, at(50))
    expect(await open(at(51))).toBe(false)
    await must(addEntry, await aMashOfficer(database), { personId: child, what: 'information-received', occurredAt: at(52).toISOString(), account: 'A neighbour rang.', facts: { from: 'public', urgency: 'normal', concern: 'neglect' } }, at(52))
    expect(await open(at(53))).toBe(true)
  })

  it('a child too young to speak is seen and observed', async () => {
    const { child } = await anEnquiry()
    await must(recordChildSeen, await aMashOfficer(database), seenOf(child, at(2), { spokenTo: 'no', observed: 'yes', views: null }), at(2))
    expect(await closing(child)).toMatchObject({ ok: true })
  })

  it('a supervisor’s reason stands for a child who cannot be seen, with what was done', async () => {
    const { child } = await anEnquiry()
    expect(await closing(child, { notSeen: 'untraceable' })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'notSeenWhy' }] })
    expect(await closing(child, { notSeen: 'abroad', notSeenWhy: 'Confirmed by the police of that country.' })).toMatchObject({ ok: true })
    const [entry] = await database.admin<{ body: Record<string, unknown> }>(`SELECT p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.kind = 'case-closed' AND $1 = ANY (e.subject_ids)`, [child])
    expect(entry?.body).toMatchObject({ not_seen_reason: 'abroad', rank: 'inspector' })
  })

  it('is refused while the suspect is not dealt with', async () => {
    const { child } = await anEnquiry({ suspect: 'unidentified' })
    await must(recordChildSeen, await aMashOfficer(database), seenOf(child, at(3)), at(3))
    expect(await closing(child)).toMatchObject(refused('closure-unresolved-risk'))
    await must(recordSuspectAction, await aMashOfficer(database), { personId: child, action: 'not-arrested', at: at(4).toISOString(), account: 'Not at home.' }, at(4))
    expect(await missing(child)).toEqual(['suspect'])
    await must(recordSuspectAction, await aMashOfficer(database), { personId: child, action: 'interviewed', at: at(5).toISOString(), account: 'Denied it.' }, at(5))
    expect(await closing(child)).toMatchObject({ ok: true })
  })

  it('is refused while another child waits, and over a contradiction in the record', async () => {
    const [{ child }, other] = [await anEnquiry(), await anEnquiry()]
    await must(recordChildSeen, await aMashOfficer(database), seenOf(child, at(3)), at(3))
    const named = await doing(nameOtherChild, await aMashOfficer(database), { personId: child, otherId: other.child, relation: 'sibling', reason: 'Told.' }, at(4))
    expect(await missing(child)).toEqual(['other-children'])
    expect(await closing(child)).toMatchObject(refused('closure-unresolved-risk'))
    await must(assessOtherChild, await aMashOfficer(database), { otherChildId: named.ok ? named.result.ids['otherChildId'] : '', result: 'not-at-risk', reason: 'Seen at school.' }, at(5))
    await must(recordContradiction, await aMashOfficer(database), { personId: child, what: 'found', account: 'Two dates for one visit.' }, at(6))
    expect(await missing(child)).toEqual(['contradiction'])
    expect(await closing(child)).toMatchObject(refused('closure-unresolved-risk'))
    await must(recordContradiction, await aMashOfficer(database), { personId: child, what: 'resolved', account: 'The log has the right one.' }, at(7))
    expect(await closing(child)).toMatchObject({ ok: true })
  })

  it('an inspector may answer for a risk that cannot be settled; a sergeant may not', async () => {
    const { child } = await anEnquiry({ suspect: 'unidentified' })
    await must(recordChildSeen, await aMashOfficer(database), seenOf(child, at(3)), at(3))
    const sergeant = await anActor(database, { role: 'cait-supervisor', agency: 'police', boroughs: ['bromley'], rank: 'sergeant' })
    const answer = (actor: Actor) => doing(answerRisk, actor, { personId: child, risks: ['suspect'], reason: 'No trace after every enquiry.', protects: 'The school walks her home.' }, at(5))
    expect(await answer(sergeant)).toMatchObject({ ok: false, kind: 'forbidden' })
    expect(await closing(child)).toMatchObject(refused('closure-unresolved-risk'))
    expect(await answer(await aCaitSupervisor(database))).toMatchObject({ ok: true })
    expect(await closing(child)).toMatchObject({ ok: true })
  })

  it('is no crime only after an enquiry of the police’s own', async () => {
    const { child } = await anEnquiry()
    await must(recordChildSeen, await aSocialWorker(database), seenOf(child, at(3), { by: ['csc'], who: 'Saffron Oyelaran' }), at(3))
    expect(await closing(child, { result: 'no-crime' })).toMatchObject(refused('no-crime-without-police-enquiry'))
    expect(await missing(child)).toEqual(['police-enquiry'])
    await must(recordPoliceEnquiry, await aMashOfficer(database), { personId: child, what: 'visit', officer: 'DC Farrant 102', at: at(5).toISOString(), account: 'No injury seen.', withCsc: true }, at(5))
    expect(await closing(child, { result: 'no-crime' })).toMatchObject({ ok: true })
  })

  it('where nobody knows where the child is, confirming it is asked', async () => {
    const { child } = await anEnquiry()
    await must(confirmWhereabouts, await aMashOfficer(database), { personId: child, at: at(4).toISOString(), place: 'With the aunt in Leeds', confirmedBy: 'West Yorkshire Police', account: 'Seen at the door.' }, at(4))
    expect(await missing(child)).toEqual(['child-seen', 'police-enquiry'])
    expect(await closing(child)).toMatchObject(refused('closure-child-not-seen'))
  })

  it('closes a referral for all its children only when each may be closed', async () => {
    const { child, children, referralId } = await anEnquiry({ children: [{ givenName: 'Asa', familyName: 'Thorne', bornOn: '2007-03-01' }, { givenName: 'Ivo', familyName: 'Thorne', bornOn: '2010-03-01' }] })
    const brother = children.find((one) => one !== child) ?? ''
    await must(recordChildSeen, await aMashOfficer(database), seenOf(child, at(3)), at(3))
    expect(await closing(child, { referralId })).toMatchObject({ ok: false, kind: 'refused' })
    expect(await closed(child)).toBe(0)
    await must(recordChildSeen, await aMashOfficer(database), seenOf(brother, at(4)), at(4))
    expect(await closing(child, { referralId: randomUUID() })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'referralId' }] })
    expect(await closing(child, { referralId })).toMatchObject({ ok: true })
    expect([await closed(child), await closed(brother)]).toEqual([1, 1])
  })

  it('is the supervisor’s alone, in the own borough; what is not whole is told beside its field', async () => {
    const { child } = await anEnquiry()
    await must(recordChildSeen, await aMashOfficer(database), seenOf(child, at(3)), at(3))
    for (const actor of [await aMashOfficer(database), await aSocialWorker(database), await aCaitSupervisor(database, ['camden'])]) expect(await closing(child, {}, at(48), actor)).toMatchObject({ ok: false, kind: 'forbidden' })
    for (const [field, more] of [['result', { result: 'other' }], ['rationale', { rationale: ' ' }]] as const) expect(await closing(child, more)).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field }] })
    const seen = async (more: Record<string, unknown>) => doing(recordChildSeen, await aMashOfficer(database), seenOf(child, at(3), more), at(3))
    for (const [field, more] of [['seenAt', { seenAt: at(9).toISOString() }], ['views', { views: '' }], ['observed', { spokenTo: 'no' }], ['by', { by: [] }], ['spokenTo', { spokenTo: undefined }]] as const) {
      expect(await seen(more), field).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field }] })
    }
    expect(await closed(child)).toBe(0)
  })
})
