import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { ROLES, type Role } from '@/lib/access/roles'
import type { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { perform } from '@/lib/acts/perform'
import { addEntry } from '@/lib/chronology/add/add-entry'
import { ADDABLE, OFFERED } from '@/lib/chronology/add/kinds'
import { addForm } from '@/lib/chronology/add/queries'
import { chronologyForms } from '@/lib/chronology/forms'
import { recordChildSeen, recordSuspectAction } from '@/lib/closing/acts/work'
import { FormValues } from '@/lib/forms/form-values'
import { personChronology } from '@/lib/people/queries'
import { takePoliceProtection } from '@/lib/protection/acts/take'
import { aMashOfficer, anActor, aSocialWorker, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { fingerprint } from '../support/fingerprint'
import { seenOf, takingOf } from '../support/protections'
import { childrenOf } from '../support/recorded-discussions'
import { aReferral } from '../support/referrals'

const database = useDatabase()
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * 3_600_000)
const later = at(1)

async function aChild(overrides: Record<string, unknown> = {}): Promise<{ child: string; referralId: string }> {
  const { referralId } = await aReferral(await aMashOfficer(database), overrides)
  return { child: (await childrenOf(database, referralId))[0] ?? '', referralId }
}
/** A child of whom nothing is alleged that starts a strategy discussion. */
const aQuietChild = async (): Promise<string> => (await aChild({ form: 'contact', concern: 'offender-risk', urgency: 'normal' })).child

const add = (actor: Actor, child: string, what: string, facts: Record<string, unknown> = {}, more: Record<string, unknown> = {}, now = later) =>
  perform(addEntry, actor, { personId: child, what, occurredAt: now.toISOString(), account: 'In the words used.', facts, ...more }, { key: randomUUID(), now })
const open = async (child: string): Promise<string[]> => (await database.admin<{ rule: string; basis: string | null }>(
  'SELECT rule, basis FROM deadline WHERE child_id = $1 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL ORDER BY rule, basis', [child])).map((row) => row.rule)
const entries = (child: string) => database.admin<{ kind: string; heading: string; occurred_at: Date; recorded_at: Date; referral_id: string | null; body: Record<string, unknown> }>(
  'SELECT e.kind, e.heading, e.occurred_at, e.recorded_at, e.referral_id, p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE $1 = ANY (e.subject_ids) ORDER BY e.ledger, e.seq', [child])
const someone = (role: Role, boroughs = ['bromley']): Promise<Actor> =>
  anActor(database, { role, agency: role.startsWith('mash-s') || role === 'mash-decision-maker' ? 'csc' : 'police', boroughs, rank: 'inspector' })

const suspectStep = (child: string, action: string) => ({ personId: child, action, at: later.toISOString(), account: 'As the custody record says.' })

/** Good answers for every kind, and who may give them. */
const GOOD: Readonly<Record<string, readonly [facts: Record<string, unknown>, role: Role, heading: string]>> = {
  'information-received': [{ from: 'school', urgency: 'normal' }, 'mash-officer', 'Information received from school'],
  'information-actioned': [{ of: 'all' }, 'mash-officer', 'Information acted on'],
  'pac-submitted': [{ complete: 'yes' }, 'mash-officer', 'Merlin checklist submitted'],
  'intelligence-checked': [{ found: 'no' }, 'mash-officer', 'All systems checked'],
  'risk-assessed': [{ level: 'high' }, 'mash-social-worker', 'Risk assessed'],
  'child-interviewed': [{ by: 'police' }, 'cait-officer', 'Child interviewed'],
  'medical-examination': [{ done: 'yes' }, 'mash-social-worker', 'Medical examination'],
  'appointment-cancelled': [{ by: 'family' }, 'mash-social-worker', 'Appointment with the child cancelled'],
  'family-contacted': [{ who: 'Mother' }, 'mash-social-worker', 'Family spoken to'],
  'enquiry-visit': [{ by: ['police', 'csc'], joint_agreed: 'yes' }, 'cait-officer', 'Section 47 visit'],
  'complaint-withdrawn': [{ by: 'family' }, 'cait-officer', 'Complaint withdrawn'],
  safeguard: [{ safeguard: 'Foster placement' }, 'mash-social-worker', 'Safeguard put in place'],
}

describe('the id of an entry', () => {
  it('is in the order in which entries are written, so that a long chronology is added to in one place', async () => {
    const [officer, child] = [await aMashOfficer(database), await aQuietChild()]
    for (const what of ['pac-submitted', 'pac-submitted', 'pac-submitted']) expect(await add(officer, child, what, { complete: 'yes' })).toMatchObject({ ok: true })
    const written = (await database.admin<{ id: string }>('SELECT id FROM entry WHERE $1 = ANY (subject_ids) ORDER BY ledger, seq', [child])).map(({ id }) => id)
    expect(written.length).toBeGreaterThanOrEqual(4)
    expect(written.every((id) => id[14] === '7')).toBe(true)
    expect([...written].sort()).toEqual(written)
  })
})

describe('adding to the chronology by hand', () => {
  it.each(ADDABLE.map((addable) => addable.what))('%s is put on the record as it was said, by whoever may', async (what) => {
    const { child, referralId } = await aChild({ concern: 'cse' })
    const [facts, role, heading] = GOOD[what] ?? [{}, 'mash-officer', '']
    const answer = await add(await someone(role), child, what, facts, { occurredAt: at(0.5).toISOString(), referralId })
    expect(answer, JSON.stringify(answer)).toMatchObject({ ok: true, result: { goTo: `/people/${child}/chronology` } })
    const last = (await entries(child)).findLast((entry) => entry.body['account'] === 'In the words used.')
    expect(last).toMatchObject({ heading, occurred_at: at(0.5), recorded_at: later, referral_id: referralId })
    // What somebody typed never stands in the heading.
    for (const typed of ['Insp Halloran', 'Mother', 'Foster placement', 'In the words used.']) expect(last?.heading).not.toContain(typed)
  })

  it.each([
    ['information-received', { from: 'school', urgency: 'high', concern: 'serious-injury' }, ['allocation/named-worker', 'contact/unactioned', 'strategy-discussion/force-24h', 'strategy-discussion/same-day', 'strategy-discussion/standard']],
  ])('%s starts what it starts', async (what, facts, rules) => {
    const child = await aQuietChild()
    const before = await open(child)
    expect(before.filter((rule) => rule.startsWith('strategy-discussion/'))).toEqual([])
    expect(await add(await someone(GOOD[what]?.[1] ?? 'mash-officer'), child, what, facts)).toMatchObject({ ok: true })
    expect(await open(child)).toEqual(expect.arrayContaining(rules))
  })

  it.each(['family-contacted', 'risk-assessed', 'information-actioned', 'intelligence-checked', 'safeguard', 'enquiry-visit'])('%s is an act on what waited', async (what) => {
    const child = await aQuietChild()
    expect(await open(child)).toContain('contact/unactioned')
    expect(await add(await someone(GOOD[what]?.[1] ?? 'mash-officer'), child, what, GOOD[what]?.[0])).toMatchObject({ ok: true })
    expect(await open(child)).not.toContain('contact/unactioned')
  })

  it.each([
    ['the child seen', recordChildSeen, (child: string) => seenOf(child, later), 'Child seen and spoken to'],
    ['a step against the suspect', recordSuspectAction, (child: string) => suspectStep(child, 'arrested'), 'Suspect arrested'],
    ['the suspect bailed', recordSuspectAction, (child: string) => suspectStep(child, 'released-on-bail'), 'Suspect released on bail'],
    ['police protection', takePoliceProtection, (child: string) => takingOf(child, later), 'Police protection taken'],
  ] as const)('%s, recorded on its own form, is an act on what waited', async (_what, act: Act<z.ZodType>, input: (child: string) => object, heading: string) => {
    const child = await aQuietChild()
    expect(await perform(act, await someone('cait-supervisor'), input(child), { key: randomUUID(), now: later })).toMatchObject({ ok: true })
    expect(await open(child)).not.toContain('contact/unactioned')
    expect((await entries(child)).map((entry) => entry.heading)).toContain(heading)
  })

  it('a risk assessed is the MASH assessment', async () => {
    const { child } = await aChild()
    expect(await open(child)).toContain('mash/assessment')
    await add(await aSocialWorker(database), child, 'risk-assessed', { level: 'low' })
    expect(await open(child)).not.toContain('mash/assessment')
  })

  it('one item that waits is acted on by its name, and the other waits on', async () => {
    const [child, officer] = [await aQuietChild(), await aMashOfficer(database)]
    await add(officer, child, 'information-received', { from: 'police', urgency: 'high' })
    const form = await addForm(officer, child, 'information-actioned', later)
    const field = form?.shut === null ? form.more?.chosen?.fields[0] : undefined
    expect(field?.choices.map((choice) => choice.label)).toEqual([expect.stringContaining('Contact from school'), expect.stringContaining('Information received from police'), 'Everything that waits'])
    const urgent = field?.choices[1]?.value
    expect(await add(officer, child, 'information-actioned', { of: urgent })).toMatchObject({ ok: true })
    expect((await open(child)).filter((rule) => rule === 'contact/unactioned')).toHaveLength(1)
    expect(await add(officer, child, 'information-actioned', { of: urgent })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'facts.of' }] })
  })

  it('reads back in the chronology with its facts in words, to whoever reads the words', async () => {
    const [child, officer] = [await aQuietChild(), await aMashOfficer(database)]
    await add(officer, child, 'safeguard', { safeguard: 'Foster home, Croydon' })
    await add(await aSocialWorker(database), child, 'medical-examination', { done: 'no', declined: 'yes' })
    await perform(recordSuspectAction, await someone('cait-officer'), suspectStep(child, 'no-further-action'), { key: randomUUID(), now: later })
    const page = await personChronology(officer, child, {}, later)
    const lines = page?.shut === null ? page.more.entries : []
    expect(lines.find((line) => line.heading === 'Safeguard put in place')?.words).toEqual([{ label: 'Safeguard', text: 'Foster home, Croydon' }, { label: 'Account', text: 'In the words used.' }])
    expect(lines.find((line) => line.heading === 'Medical examination')?.words).toEqual([
      { label: 'Examined', text: 'no' }, { label: 'Declined', text: 'yes' }, { label: 'Account', text: 'In the words used.' },
    ])
    expect(lines.find((line) => line.heading === 'No further action against the suspect')?.words).toEqual([
      { label: 'Account', text: 'As the custody record says.' }, { label: 'Action', text: 'no further action' },
    ])
  })
})

describe('what cannot be added', () => {
  it.each<[string, string | undefined, Record<string, unknown>, Record<string, unknown>, string]>([
    ['a kind with a form of its own', 'referral-made', {}, {}, 'what'], ...OFFERED.filter((kind) => kind.page !== undefined).map((kind): [string, string, Record<string, unknown>, Record<string, unknown>, string] => [kind.words, kind.what, {}, {}, 'what']), ['a kind nobody knows', 'toString', {}, {}, 'what'], ['no kind', undefined, {}, {}, 'what'],
    ['the future', 'family-contacted', { who: 'Mother' }, { occurredAt: at(2).toISOString() }, 'occurredAt'], ['no time', 'family-contacted', { who: 'Mother' }, { occurredAt: undefined }, 'occurredAt'],
    ['no account', 'family-contacted', { who: 'Mother' }, { account: '  ' }, 'account'], ['signs that cannot be kept', 'family-contacted', { who: 'Mother' }, { account: 'a\u0000b' }, 'account'],
    ['no answer', 'complaint-withdrawn', {}, {}, 'facts.by'], ['an answer not in the list', 'complaint-withdrawn', { by: 'constructor' }, {}, 'facts.by'],
    ['no name', 'safeguard', {}, {}, 'facts.safeguard'], ['too long a name', 'family-contacted', { who: 'x'.repeat(161) }, {}, 'facts.who'],
    ['a word for a yes', 'medical-examination', { done: 'perhaps' }, {}, 'facts.done'], ['an agency that is none', 'enquiry-visit', { by: ['police', 'mafia'] }, {}, 'facts.by'],
    ['an item that does not wait', 'information-actioned', { of: randomUUID() }, {}, 'facts.of'], ['a referral of somebody else', 'family-contacted', { who: 'Mother' }, { referralId: randomUUID() }, 'referralId'],
  ])('%s: told beside its field, and no row is touched', async (_name, what, facts, more, field) => {
    const [child, officer] = [await aQuietChild(), await aMashOfficer(database)]
    const before = await fingerprint(database)
    expect(await add(officer, child, what ?? '', facts, more)).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field }] })
    expect(await fingerprint(database)).toEqual(before)
  })

  it('everything that is wrong is told at once', async () => {
    const answer = await add(await aMashOfficer(database), await aQuietChild(), 'information-received', {}, { occurredAt: undefined, account: '' })
    expect(answer).toMatchObject({ ok: false, problems: [{ field: 'occurredAt' }, { field: 'account' }, { field: 'facts.from' }, { field: 'facts.urgency' }] })
  })

  it('a decided referral is no longer offered and no longer taken', async () => {
    const { child, referralId } = await aChild()
    await database.admin('UPDATE referral SET decided_at = $2 WHERE id = $1', [referralId, later])
    const officer = await aMashOfficer(database)
    expect(await add(officer, child, 'family-contacted', { who: 'Mother' }, { referralId })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: 'referralId' }] })
    const form = await addForm(officer, child, 'family-contacted', later)
    expect(form?.shut === null ? form.more?.chosen?.referrals : null).toEqual([])
  })

  it('is refused to those without the right, without the finer right, of another borough, and of a restricted child; no row is touched', async () => {
    const child = await aQuietChild()
    const hidden = await aQuietChild()
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [hidden])
    const actors = new Map(await Promise.all(ROLES.map(async (role) => [role, await someone(role)] as const)))
    const [camden, officer] = [await aMashOfficer(database, 'camden'), await aMashOfficer(database)]
    const before = await fingerprint(database)
    for (const addable of ADDABLE) {
      const may: readonly Role[] = ROLES.filter(allowed)
      for (const [role, actor] of actors) {
        if (!may.includes(role)) expect(await add(actor, child, addable.what, GOOD[addable.what]?.[0]), `${role}: ${addable.what}`).toMatchObject({ ok: false, kind: 'forbidden' })
      }
      expect(await add(camden, child, addable.what, GOOD[addable.what]?.[0])).toMatchObject({ ok: false, kind: 'forbidden' })
      expect(await add(officer, hidden, addable.what, GOOD[addable.what]?.[0])).toMatchObject({ ok: false, kind: 'forbidden' })
      expect(await add(officer, randomUUID(), addable.what, GOOD[addable.what]?.[0])).toMatchObject({ ok: false, kind: 'not-found' })
    }
    expect(await fingerprint(database)).toEqual(before)
  }, 60_000)
})

/** Who may record what, typed out from domain/access.md. A despatch supervisor knows the index only. */
function allowed(role: Role): boolean {
  return !['despatch-supervisor', 'borough-manager', 'london-lead', 'partner', 'auditor', 'administrator'].includes(role)
}

describe('the form', () => {
  it('offers each role what it may record, and nothing with an act of its own', async () => {
    const child = await aQuietChild()
    for (const role of ROLES) {
      const form = await addForm(await someone(role), child, undefined, later)
      const offered = form?.shut === null ? (form.more?.groups ?? []).flatMap((group) => group.kinds.filter((kind) => kind.href === null).map((kind) => kind.what)) : []
      expect(offered.toSorted(), role).toEqual(ADDABLE.map((addable) => addable.what).filter(() => allowed(role)).toSorted())
    }
    const form = await addForm(await someone('cait-supervisor'), child, 'police-protection', later)
    const elsewhere = form?.shut === null ? (form.more?.groups ?? []).flatMap((group) => group.kinds).filter((kind) => kind.href !== null) : []
    // The list leads to the form of its own; an old address of the plain one opens the list.
    expect(Object.fromEntries(elsewhere.map((kind) => [kind.what, kind.href]))).toMatchObject({
      'child-seen': `/people/${child}/closing/child-seen`, 'suspect-action': `/people/${child}/closing/suspect`, 'police-protection': `/people/${child}/protection`,
      'emergency-protection-order': `/people/${child}/protection`, 'case-closed': `/people/${child}/closing`, 'flag-removed': `/people/${child}/exploitation`,
    })
    expect(form?.shut === null ? form.more?.chosen : undefined).toBeNull()
    const own = ['child-seen', 'suspect-action', 'police-protection', 'emergency-protection-order', 'case-closed', 'contact-received', 'referral-made', 'referral-decided', 'case-allocated', 'strategy-discussion-held', 'action-set', 'action-completed']
    expect(ADDABLE.filter((addable) => own.includes(addable.kind))).toEqual([])
  })

  it('is read as it is posted: ticks as a list, an empty date as nothing, facts of the chosen kind alone', () => {
    const [form] = chronologyForms
    expect(form?.read(new FormValues({ personId: 'p', what: 'enquiry-visit', account: 'A', 'facts-by': 'police', 'facts-joint_agreed': 'yes', 'facts-change': 'taken', referralId: '' }))).toEqual({
      personId: 'p', what: 'enquiry-visit', occurredAt: undefined, account: 'A', referralId: '', facts: { by: ['police'], joint_agreed: 'yes' },
    })
  })
})
