import { describe, expect, it } from 'vitest'
import { aMashOfficer } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aRecordedDiscussion, childrenOf, HEALTH, POLICE, SOCIAL_WORKER } from '@/tests/support/recorded-discussions'
import { aReferral } from '@/tests/support/referrals'
import { perform } from '@/lib/acts/perform'
import { claimReferral } from '@/lib/referrals/acts/claim'

const database = useDatabase()
const JANUARY = new Date('2024-01-30T10:00:00.000Z')
const FEBRUARY = new Date('2024-02-05T10:00:00.000Z')
const NO_MANAGER = { participants: [SOCIAL_WORKER, HEALTH, POLICE] }

const adopt = (borough: string, from: string, packId: string, overlay: unknown = null) => database.admin(
  'INSERT INTO policy_adoption (borough, from_date, pack_id, overlay) VALUES ($1, $2::date, $3, $4::jsonb)', [borough, from, packId, JSON.stringify(overlay)])
const duties = (childId: string) => database.admin<{ rule: string; open: boolean; pack: string; pack_version: string; due_at: Date }>(
  `SELECT rule, met_at IS NULL AND ended_at IS NULL AS open, pack, pack_version, due_at FROM deadline
   WHERE child_id = $1 AND superseded_at IS NULL AND rule IN ('strategy-discussion/standard', 'strategy-discussion/quorum') ORDER BY rule DESC, created_at`, [childId])

describe('a borough that adopts another pack', () => {
  it('is not told that its old inquorate discussions were quorate', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer, { fromAgency: 'police', fromWords: 'police', referrerName: 'PC Ida Marl' }, JANUARY)
    const [child = ''] = await childrenOf(database, referralId)
    await aRecordedDiscussion(officer, [child], referralId, JANUARY, { ...NO_MANAGER, actions: [] })
    const before = await duties(child)
    expect(before.map((row) => [row.rule, row.open, row.pack])).toEqual([['strategy-discussion/standard', true, 'mps-2016'], ['strategy-discussion/quorum', true, 'mps-2016']])
    await adopt('bromley', '2024-02-01', 'wt-2023')
    // Any later act about the child puts the whole history to the policy again.
    expect(await perform(claimReferral, officer, { referralId }, { key: 'again', now: FEBRUARY })).toMatchObject({ ok: true })
    expect(await duties(child)).toEqual(before)
    const { meetingId } = await aRecordedDiscussion(officer, [child], referralId, FEBRUARY, { ...NO_MANAGER, actions: [] })
    expect(await database.admin('SELECT quorate, quorum_pack FROM meeting WHERE id = $1', [meetingId])).toEqual([{ quorate: true, quorum_pack: 'wt-2023' }])
    expect((await duties(child)).map((row) => row.open)).toEqual([false, false])
  })

  it('tightens the clocks that begin from its date, and leaves those that run', async () => {
    const officer = await aMashOfficer(database)
    const { referralId: early } = await aReferral(officer, {}, JANUARY)
    const [first = ''] = await childrenOf(database, early)
    await adopt('bromley', '2024-02-03', 'mps-2016', { id: 'bromley', version: '1', values: { 'strategy.standard': { unit: 'working-days', n: 1 } } })
    const { referralId: late } = await aReferral(officer, { children: [{ givenName: 'Piran', familyName: 'Coldharbour', bornOn: '2012-04-02' }] }, FEBRUARY)
    const [second = ''] = await childrenOf(database, late)
    expect((await duties(first))[0]).toMatchObject({ due_at: new Date('2024-02-03T00:00:00Z'), pack_version: '1' })
    expect((await duties(second))[0]).toMatchObject({ due_at: new Date('2024-02-07T00:00:00Z'), pack_version: '1+bromley.1' })
  })

  it('that stored what would loosen the policy stops the act and writes nothing', async () => {
    const officer = await aMashOfficer(database)
    await adopt('bromley', '2024-02-04', 'mps-2016', { id: 'bromley', version: '2', values: { 'strategy.standard': { unit: 'working-days', n: 9 } } })
    const count = () => database.admin('SELECT count(*)::int AS n FROM referral')
    const before = await count()
    await expect(aReferral(officer, {}, FEBRUARY)).rejects.toThrow(/strategy\.standard.*only be tightened/)
    expect(await count()).toEqual(before)
  })
})
