import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { answerForm } from '@/lib/forms/door'
import { discardDraft, dropOldDrafts, keepDraft, readDraft, savedDrafts } from '@/lib/forms/drafts'
import { FORM_WORDS } from '@/lib/forms/form-words'
import { formActNamed, formActs } from '@/lib/forms/registry'
import { yourDrafts } from '@/lib/forms/your-drafts'
import { aMashOfficer, anActor, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

// Only the framework's edge is replaced: whose cookie it is.
const asking = vi.hoisted(() => ({ session: null as { accountId: string } | { ended: string } | null }))
vi.mock('@/lib/platform/auth/session', async () => (await import('@/tests/support/asking')).sessionOf(asking))

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 3_600_000)
const days = (n: number): Date => new Date(now.getTime() + n * 86_400_000)
let officer: Actor
let colleague: Actor
beforeAll(async () => {
  officer = await aMashOfficer(database)
  colleague = await aMashOfficer(database)
})

function post(act: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  const form = formActNamed(act)
  if (form === undefined) throw new Error(act)
  return answerForm(form, new Request(`http://localhost:3000/act/${act}`, {
    method: 'POST', body: new URLSearchParams(fields),
    headers: { origin: 'http://localhost:3000', host: 'localhost:3000', 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded', ...headers },
  }), now)
}
const draftIn = (address: string | null): string => /draft(?:=|%3D)([0-9a-f-]{36})/.exec(address ?? '')?.[1] ?? ''
const rows = (id: string): Promise<{ kept: boolean }[]> => database.admin('SELECT kept FROM form_draft WHERE id = $1', [id])
const listed = async (actor: Actor): Promise<string[]> => (await yourDrafts(actor, now)).map((line) => line.id)

describe('a form that is sent after the session ended', () => {
  it.each(formActs().map((form) => form.name))('%s is kept with everything typed, offered after sign-in and in the list, and is nobody else’s', async (name) => {
    asking.session = { ended: officer.accountId }
    const unkept = formActNamed(name)?.neverKept ?? []
    const typed = { reason: `Typed for ${name}`, 'children-0-givenName': 'Ottoline', several: 'one' }
    const answer = await post(name, { ...typed, ...Object.fromEntries(unkept.map((field) => [field, 'a secret'])), page: '/queue?who=mine', key: randomUUID(), then: '/told' })
    expect(answer.status).toBe(303)
    const id = draftIn(answer.headers.get('location'))
    expect(answer.headers.get('location')).toBe(`/sign-in?problem=ended&next=${encodeURIComponent(`/queue?who=mine&draft=${id}`)}`)
    expect((await readDraft(officer, id, name))?.values).toEqual(typed)
    expect(await readDraft(colleague, id, name)).toBeNull()
    expect((await yourDrafts(officer, now)).find((line) => line.id === id)).toMatchObject({ form: FORM_WORDS[name], about: 'Ottoline', href: `/queue?who=mine&draft=${id}` })
    expect(await listed(colleague)).not.toContain(id)
    expect(await discardDraft(colleague.accountId, id, true)).toBe(false)
    expect(await discardDraft(officer.accountId, id, true)).toBe(true)
  })

  it('a script that keeps it is told where it lies', async () => {
    for (const session of [{ ended: officer.accountId }, { accountId: officer.accountId }]) {
      asking.session = session
      const answer = await post('take-referral', { narrative: 'Half a sent', intent: 'save-draft', page: '/referrals/new' }, { accept: 'application/json' })
      const { at } = await answer.json() as { at: string }
      expect(at).toBe(`/referrals/new?draft=${draftIn(at)}`)
      expect(await rows(draftIn(at))).toEqual([{ kept: true }])
    }
  })
})

describe('a saved draft', () => {
  const send = async (fields: Readonly<Record<string, string>>): Promise<string | null> => (await post('open-with-reason', { page: '/people', ...fields })).headers.get('location')

  it('that is sent with a problem, or asked for another row, stays kept; one that was never saved is not', async () => {
    asking.session = { accountId: officer.accountId }
    const saved = draftIn(await send({ reason: 'Begun', intent: 'save-draft' }))
    const problem = draftIn(await send({ reason: 'Begun', draft: saved }))
    expect(problem).not.toBe(saved)
    expect(await rows(saved)).toEqual([])
    expect(await rows(problem)).toEqual([{ kept: true }])
    const looked = draftIn(await send({ reason: 'Begun', draft: problem, intent: 'look' }))
    expect(await rows(looked)).toEqual([{ kept: true }])
    const other = draftIn(await send({ reason: 'Never saved' }))
    expect(await rows(other)).toEqual([{ kept: false }])
    expect(await listed(officer)).toContain(looked)
    expect(await listed(officer)).not.toContain(other)
  })

  it('is gone once the act is accepted, and put back while it was only discarded', async () => {
    asking.session = { accountId: officer.accountId }
    const { child } = await aKnownChild()
    const saved = draftIn(await send({ personId: child, reason: 'Begun', intent: 'save-draft' }))
    await discardDraft(officer.accountId, saved, true)
    expect(await listed(officer)).not.toContain(saved)
    await discardDraft(officer.accountId, saved, false)
    expect(await listed(officer)).toContain(saved)
    const done = await post('add-flag', { personId: child, flag: 'cse-risk', reason: 'Seen with adults.', key: randomUUID(), draft: saved, page: `/people/${child}` })
    expect(done.headers.get('location')).toContain('done=')
    expect(await rows(saved)).toEqual([])
  })

  it('of somebody else cannot be made one’s own by sending its number', async () => {
    asking.session = { accountId: officer.accountId }
    const theirs = draftIn(await send({ reason: 'Theirs', intent: 'save-draft' }))
    asking.session = { accountId: colleague.accountId }
    expect(await rows(draftIn(await send({ reason: 'Mine', draft: theirs })))).toEqual([{ kept: false }])
    expect(await rows(theirs)).toEqual([{ kept: true }])
  })

  it('names the child on whose record it stands as far as its writer may still see it', async () => {
    const { child, referralId, reference } = await aKnownChild()
    const keep = (actor: Actor, values: Record<string, string>, page: string) => keepDraft(actor.accountId, { act: 'add-entry', page, values, problems: [], refusals: [], kept: true }, now)
    const about = async (actor: Actor, id: string) => (await yourDrafts(actor, now)).find((line) => line.id === id)?.about
    const teacher = await aTeacher(database)
    const administrator = await anActor(database, { agency: 'other', role: 'administrator', boroughs: [] })
    for (const [actor, seen] of [[officer, 'Tansy Marsh'], [teacher, null], [administrator, null]] as const) {
      expect(await about(actor, await keep(actor, { personId: child }, '/people'))).toBe(seen)
      expect(await about(actor, await keep(actor, {}, `/people/${child}/add?what=child-seen`))).toBe(seen)
      expect(await about(actor, await keep(actor, {}, `/referrals/${referralId}`))).toBe(seen === null ? null : reference)
    }
    const log = await database.admin('SELECT 1 FROM reading_log WHERE account_id = $1 AND person_id = $2 AND page = $3', [officer.accountId, child, 'own drafts'])
    expect(log.length).toBeGreaterThan(0)
    await database.admin('UPDATE person SET restricted = true WHERE id = $1', [child])
    expect(await about(officer, await keep(officer, { personId: child }, '/people'))).toBeNull()
  })

  it('is told apart from another like it: by the borough, and by how it begins while nobody is named', async () => {
    const keep = async (values: Record<string, string>, page = '/referrals/new') => {
      const id = await keepDraft(officer.accountId, { act: 'take-referral', page, values, problems: [], refusals: [], kept: true }, now)
      return (await yourDrafts(officer, now)).find((line) => line.id === id)
    }
    expect(await keep({ borough: 'bromley', narrative: 'Found asleep in the stairwell.' })).toMatchObject({ about: null, borough: 'Bromley', begins: 'Found asleep in the stairwell.' })
    expect((await keep({ borough: 'nowhere', narrative: `${'Shouting '.repeat(12)}` }))).toMatchObject({ borough: null, begins: `${'Shouting '.repeat(8).trim()} …` })
    const { child } = await aKnownChild()
    // On a record its words are not told in a list: the record can be restricted while the draft lies there.
    expect(await keep({ personId: child, account: 'Said at school.' }, `/people/${child}`)).toMatchObject({ about: 'Tansy Marsh', borough: expect.any(String) as string, begins: null })
  })

  it('goes by itself after a fortnight, one that only carried problems after a day', async () => {
    const keep = (kept: boolean, at: Date) => keepDraft(officer.accountId, { act: 'add-entry', page: '/people', values: {}, problems: [], refusals: [], kept }, at)
    const [old, young, oldProblem, youngProblem] = [await keep(true, days(-14.1)), await keep(true, days(-13.9)), await keep(false, days(-1.1)), await keep(false, days(-0.9))]
    // Not listed any more, even while the timed work is down.
    expect((await savedDrafts(officer, now)).map((draft) => draft.id)).not.toContain(old)
    expect(await dropOldDraftsAsWorker()).toBe(2)
    expect(await Promise.all([old, young, oldProblem, youngProblem].map(async (id) => (await rows(id)).length))).toEqual([0, 1, 0, 1])
  })
})

/** The timed work is another role: the web server's may not clear drafts of others. */
async function dropOldDraftsAsWorker(): Promise<number> {
  await expect(dropOldDrafts(now)).rejects.toThrow(/permission denied/)
  const [row] = await database.admin<{ gone: number }>('SELECT drop_old_drafts($1, $2) AS gone', [days(-14), days(-1)])
  return row?.gone ?? 0
}

async function aKnownChild(): Promise<{ child: string; referralId: string; reference: string }> {
  const { referralId, reference } = await aReferral(officer, { children: [{ givenName: 'Tansy', familyName: 'Marsh', bornOn: '2010-05-01' }] })
  const [row] = await database.admin<{ person_id: string }>('SELECT person_id FROM referral_person WHERE referral_id = $1', [referralId])
  return { child: row?.person_id ?? '', referralId, reference }
}

it('every form has its words', () => {
  expect(formActs().map((form) => form.name).filter((name) => !Object.hasOwn(FORM_WORDS, name))).toEqual([])
})
