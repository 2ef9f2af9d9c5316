import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { answerForm } from '@/lib/forms/door'
import { readDraft } from '@/lib/forms/drafts'
import { formActNamed, formActs } from '@/lib/forms/registry'
import { aDecisionMaker, aMashOfficer, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'

// Only the framework's edge is replaced: whose cookie it is.
const asking = vi.hoisted(() => ({ session: null as { accountId: string } | { ended: string } | null }))
vi.mock('@/lib/platform/auth/session', async () => (await import('@/tests/support/asking')).sessionOf(asking))

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 3_600_000)
let officer: Actor
let decider: Actor
beforeAll(async () => {
  officer = await aMashOfficer(database)
  decider = await aDecisionMaker(database)
})

async function post(act: string, fields: readonly (readonly [string, string])[]): Promise<Response> {
  const form = formActNamed(act)
  if (form === undefined) throw new Error(act)
  return answerForm(form, new Request('http://localhost:3000/act/' + act, {
    method: 'POST', body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
    headers: { origin: 'http://localhost:3000', host: 'localhost:3000', 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
  }), now)
}

const NASTY = ['', ' ', '\u0000', 'a\u0000b', '💔', '__proto__', 'constructor', '../../etc/passwd', '//evil.example', 'javascript:alert(1)', 'http://evil.example/', '/queue?draft=x#y', '\r\nSet-Cookie: a=b', 'x'.repeat(20_000), '-1', '999999', 'add-children', 'remove-children-0', 'save-draft', 'submit']
const value = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 60 }))
const NAMES = ['key', 'then', 'page', 'draft', 'intent', 'referralId', 'personId', 'children-count', 'children-0-givenName', 'adults-count', 'narrative', 'note', 'reason', 'receivedAt-day', 'receivedAt-month', 'receivedAt-year', 'receivedAt-time', 'deadlineIds', 'password', '__proto__', '', '\u0000', 'x'.repeat(300)]
const fields = fc.array(fc.tuple(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...NAMES) }, value), value), { maxLength: 14 })

describe('the door of every form', () => {
  it.each(formActs().map((form) => form.name))('%s: whatever is posted is answered with a 303 to a page of ours', async (name) => {
    await fc.assert(fc.asyncProperty(fields, fc.boolean(), async (posted, decides) => {
      asking.session = { accountId: (decides ? decider : officer).accountId }
      const answer = await post(name, posted)
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toMatch(/^\/(?!\/)/)
      expect(answer.headers.get('set-cookie')).toBeNull()
    }), { numRuns: 25 })
  }, 60_000)

  it('signs that cannot be kept do not lose the rest of what was typed', async () => {
    asking.session = { accountId: officer.accountId }
    const answer = await post('take-referral', [['narrative', 'Seen\u0000 bruised'], ['children-0-givenName', 'Ottoline'], ['draft', 'no such draft'], ['page', '/referrals/new']])
    const id = new URL(answer.headers.get('location') ?? '', 'http://localhost').searchParams.get('draft') ?? ''
    const draft = await readDraft(officer, id, 'take-referral')
    expect(draft?.values).toMatchObject({ narrative: 'Seen bruised', 'children-0-givenName': 'Ottoline' })
    expect(draft?.problems.map((problem) => problem.field)).toContain('narrative')
  })

  it('after the session ended what was typed is kept for that person, and for nobody else', async () => {
    asking.session = { ended: officer.accountId }
    const answer = await post('take-referral', [['narrative', 'Typed before lunch'], ['page', '/referrals/new'], ['key', randomUUID()]])
    expect(answer.headers.get('location')).toMatch(/^\/sign-in\?problem=ended/)
    const id = /draft%3D([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1]
    expect((await readDraft(officer, id, 'take-referral'))?.values).toMatchObject({ narrative: 'Typed before lunch' })
    expect(await readDraft(decider, id, 'take-referral')).toBeNull()
  })
})

describe('a form larger than any of ours', () => {
  const drafts = () => database.admin('SELECT count(*)::int AS n FROM form_draft')
  it.each<[string, [string, string][]]>([
    ['of very many fields', Array.from({ length: 3_100 }, (_, index) => [`field-${index}`, ''])],
    ['of very many bytes', [['narrative', 'x'.repeat(500_001)]]],
  ])('%s is answered so, and none of it is kept', async (_what, posted) => {
    asking.session = { accountId: officer.accountId }
    const before = await drafts()
    const answer = await post('take-referral', posted)
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('shorten it')
    expect(await drafts()).toEqual(before)
  })

  it('from somebody we do not know is not read at all', async () => {
    asking.session = null
    let read = 0
    const body = new ReadableStream({ pull(controller) { read += 1; controller.enqueue(new Uint8Array(1_000)); if (read > 900) controller.close() } }, { highWaterMark: 0 })
    const form = formActNamed('take-referral')
    if (form === undefined) throw new Error('take-referral')
    const request = new Request('http://localhost:3000/act/take-referral', {
      method: 'POST', body, duplex: 'half', headers: { host: 'localhost:3000', referer: 'http://localhost:3000/referrals/new?draft=old', 'content-type': 'application/x-www-form-urlencoded' },
    } as RequestInit)
    const answer = await answerForm(form, request, now)
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Freferrals%2Fnew')
    expect(read).toBe(0)
  })
})
