import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { perform } from '@/lib/acts/perform'
import { takeReferral } from '@/lib/referrals/take-referral'
import { aMashOfficer, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aRecordedDiscussion, childrenOf } from '@/tests/support/recorded-discussions'
import { aReferral, referralOf } from '@/tests/support/referrals'

const database = useDatabase()
const TEN = new Date('2016-05-16T09:00:00.000Z')
const LATER = new Date('2016-05-26T09:00:00.000Z')
const owed = async (referralId: string): Promise<string[]> => (await database.admin<{ rule: string }>(
  'SELECT rule FROM deadline WHERE referral_id = $1 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL ORDER BY rule', [referralId])).map((row) => row.rule)

/** A child with a serious injury, referred and discussed by everybody who must be there. */
async function discussed(surname: string): Promise<{ officer: Awaited<ReturnType<typeof aMashOfficer>>; child: string; suspect: string }> {
  const officer = await aMashOfficer(database)
  const { referralId } = await aReferral(officer, { concern: 'serious-injury', suspect: 'known', children: [{ givenName: 'Wren', familyName: surname, bornOn: '2012-02-02' }], adults: [{ role: 'suspect', givenName: 'Alph', familyName: surname }] })
  const [child = ''] = await childrenOf(database, referralId)
  await aRecordedDiscussion(officer, [child], referralId, TEN)
  const [row] = await database.admin<{ person_id: string }>(`SELECT person_id FROM referral_person WHERE referral_id = $1 AND role = 'suspect'`, [referralId])
  return { officer, child, suspect: row?.person_id ?? '' }
}
const FRESH = ['mash/assessment', 'strategy-discussion/force-24h', 'strategy-discussion/same-day', 'strategy-discussion/standard']

describe('a second referral about a child whose first was discussed', () => {
  it('by another person starts every clock, whatever is said of having been told before', async () => {
    const { officer, child } = await discussed('Ottershaw')
    const { referralId } = await aReferral(officer, { concern: 'serious-injury', suspect: 'known', rag: 'red', toldBefore: 'yes', children: [{ personId: child }], adults: [{ role: 'suspect', givenName: 'Beth', familyName: 'Otherperson' }] }, LATER)
    expect(await owed(referralId)).toEqual(expect.arrayContaining(FRESH))
  })

  it('that is not said to be the same incident starts them too, and one that is does not', async () => {
    const { officer, child, suspect } = await discussed('Pennyfold')
    const again = { concern: 'serious-injury', suspect: 'known', children: [{ personId: child }], adults: [{ role: 'suspect', personId: suspect }] }
    const { referralId: same } = await aReferral(officer, { ...again, toldBefore: 'yes' }, LATER)
    expect((await owed(same)).filter((rule) => FRESH.includes(rule))).toEqual([])
    for (const toldBefore of ['unknown', 'no']) {
      const { officer: other, child: sibling, suspect: who } = await discussed(`Quarrend ${toldBefore}`)
      const { referralId } = await aReferral(other, { ...again, children: [{ personId: sibling }], adults: [{ role: 'suspect', personId: who }], toldBefore }, LATER)
      expect(await owed(referralId), toldBefore).toEqual(expect.arrayContaining(FRESH))
    }
  })
})

describe('a referral the calendar cannot count', () => {
  it('identified before the bank holidays held is taken, and what cannot be counted is due at once', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer, { concern: 'sexual-abuse', concernIdentifiedAt: '2004-05-03T10:00:00+01:00', children: [{ givenName: 'Idris', familyName: 'Longago', bornOn: '2000-01-01' }] })
    const rows = await database.admin<{ due_at: Date; explanation: { because: string[] } }>(`SELECT due_at, explanation FROM deadline WHERE referral_id = $1 AND rule = 'strategy-discussion/standard'`, [referralId])
    expect(rows[0]?.due_at).toEqual(new Date('2004-05-03T09:00:00Z'))
    expect(rows[0]?.explanation.because.at(-1)).toMatch(/due at once/)
  })
})

it('a form without its number is told so, and nothing is written', async () => {
  const officer = await aMashOfficer(database)
  const count = () => database.admin('SELECT (SELECT count(*) FROM referral)::int AS referrals, (SELECT count(*) FROM act_key)::int AS keys')
  const before = await count()
  for (const key of ['', ' ']) {
    expect(await perform(takeReferral, officer, referralOf(), { key, now: MONDAY_NINE })).toMatchObject({ ok: false, kind: 'invalid', problems: [{ field: '' }] })
  }
  expect(await count()).toEqual(before)
  expect(await perform(takeReferral, officer, referralOf(), { key: randomUUID(), now: MONDAY_NINE })).toMatchObject({ ok: true })
})
