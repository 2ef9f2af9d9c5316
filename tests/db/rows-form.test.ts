import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { answerForm } from '@/lib/forms/door'
import { readDraft } from '@/lib/forms/drafts'
import { formActNamed } from '@/lib/forms/registry'
import { aMashOfficer, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

// Only the framework's edge is replaced: whose cookie it is.
const asking = vi.hoisted(() => ({ session: null as { accountId: string } | { ended: string } | null }))
vi.mock('@/lib/platform/auth/session', async () => (await import('@/tests/support/asking')).sessionOf(asking))

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 3_600_000)
let officer: Actor
let [first, second] = ['', '']
beforeAll(async () => {
  officer = await aMashOfficer(database)
})
beforeEach(async () => {
  asking.session = { accountId: officer.accountId };
  [first, second] = [(await aReferral(officer)).referralId, (await aReferral(officer)).referralId]
})

/** What a button of the queue sends: the page's one key and the row. */
async function press(act: string, referralId: string, key: string): Promise<string> {
  const form = formActNamed(act)
  if (form === undefined) throw new Error(act)
  const answer = await answerForm(form, new Request(`http://localhost:3000/act/${act}`, {
    method: 'POST', body: new URLSearchParams({ key, then: '/queue', page: '/queue', referralId }),
    headers: { origin: 'http://localhost:3000', host: 'localhost:3000', 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
  }), now)
  return answer.headers.get('location') ?? ''
}
const claimants = async (...ids: string[]): Promise<(string | null)[]> =>
  Promise.all(ids.map(async (id) => (await database.admin<{ claimed_by: string | null }>('SELECT claimed_by FROM referral WHERE id = $1', [id]))[0]?.claimed_by ?? null))
const told = async (id: string): Promise<string[]> =>
  (await database.admin<{ kind: string }>("SELECT kind FROM entry WHERE referral_id = $1 AND kind IN ('referral-claimed', 'referral-released') ORDER BY seq", [id])).map((entry) => entry.kind)

describe('one form for the rows of the queue', () => {
  it('two rows under the page’s one key are two acts, and another act upon a row is another', async () => {
    const key = randomUUID()
    expect(await press('claim-referral', first, key)).toMatch(/^\/queue\?done=/)
    expect(await press('claim-referral', second, key)).toMatch(/^\/queue\?done=/)
    expect(await claimants(first, second)).toEqual([officer.accountId, officer.accountId])
    expect(await press('release-referral', first, key)).toMatch(/^\/queue\?done=/)
    expect(await claimants(first, second)).toEqual([null, officer.accountId])
  })

  it('one row pressed twice, or twice at one moment, is one act', async () => {
    const key = randomUUID()
    const answers = [...await Promise.all([press('claim-referral', first, key), press('claim-referral', first, key)]), await press('claim-referral', first, key)]
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/^\/queue\?done=/)
    expect(await told(first)).toEqual(['referral-claimed'])
  })

  it.each([['without a key', ''], ['with a blank one', '  '], ['with one as long as a page', 'x'.repeat(5000)]])('a row sent %s is refused, says what to do, and nothing is claimed', async (_, key) => {
    const address = await press('claim-referral', first, key)
    const draft = await readDraft(officer, /draft=([0-9a-f-]{36})/.exec(address)?.[1] ?? '', 'claim-referral')
    expect(draft?.problems.map((problem) => problem.message)).toEqual([expect.stringContaining('send it again')])
    expect(await claimants(first)).toEqual([null])
    expect(await told(first)).toEqual([])
  })
})
