import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { perform } from '@/lib/acts/perform'
import { confirmOwnCall } from '@/lib/referrals/acts/confirm-own-call'
import { decideReferral } from '@/lib/referrals/acts/decide'
import { acknowledgeReferrer, tellReferrer } from '@/lib/referrals/acts/tell'
import { sentReferral, sentReferrals } from '@/lib/referrals/sent'
import { aDecisionMaker, aMashOfficer, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { fingerprint } from '@/tests/support/fingerprint'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const later = new Date(MONDAY_NINE.getTime() + 3_600_000)
const once = () => ({ key: randomUUID(), now: later })

describe('a call of a partner’s team', () => {
  it('stands on its page without a word of what was written down, is confirmed once in its own words, and meets what it owed', async () => {
    const [officer, teacher, other] = [await aMashOfficer(database), await aTeacher(database), await aTeacher(database)]
    const { referralId } = await aReferral(officer, { fromTeamId: teacher.memberships[0]?.teamId, narrative: 'Plantedword of the file', children: [{ givenName: 'Plantedname', familyName: 'Callow' }] })
    expect((await sentReferrals(teacher, null, later))?.rows).toHaveLength(1)
    const page = await sentReferral(teacher, referralId, later)
    expect(JSON.stringify(page)).not.toMatch(/Planted/)
    expect(page).toMatchObject({ asksInWriting: true, narrative: null })
    const before = await fingerprint(database)
    for (const actor of [other, officer]) expect(await perform(confirmOwnCall, actor, { referralId, words: 'Mine' }, once())).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await perform(confirmOwnCall, teacher, { referralId, words: ' ' }, once())).toMatchObject({ ok: false, kind: 'invalid' })
    expect(await fingerprint(database)).toEqual(before)
    expect(await perform(confirmOwnCall, teacher, { referralId, words: 'He came hungry.' }, once())).toMatchObject({ ok: true })
    expect(await perform(confirmOwnCall, teacher, { referralId, words: 'Again' }, once())).toMatchObject({ ok: false, kind: 'conflict' })
    expect(await sentReferral(teacher, referralId, later)).toMatchObject({ asksInWriting: false, confirmed: 'He came hungry.' })
    expect(await sentReferral(other, referralId, later)).toBeNull()
    expect(await database.admin(`SELECT 1 FROM deadline WHERE referral_id = $1 AND alert = 'referral-not-confirmed-in-writing' AND met_at IS NULL`, [referralId])).toEqual([])
  })

  it('a team of another agency, or what was no call, is not put on anybody’s page', async () => {
    const [officer, teacher] = [await aMashOfficer(database), await aTeacher(database)]
    const team = teacher.memberships[0]?.teamId
    await expect(aReferral(officer, { fromTeamId: team, fromAgency: 'health' })).rejects.toThrow(/no team of the agency/)
    await expect(aReferral(officer, { fromTeamId: team, channel: 'letter' })).rejects.toThrow(/Only of a call/)
  })
})

describe('what a sender is told', () => {
  it('is when it arrived, when and what was decided, and the words meant for them; never the reason kept on the file', async () => {
    const [teacher, maker] = [await aTeacher(database), await aDecisionMaker(database)]
    const { referralId } = await aReferral(teacher, { channel: 'online', children: [{ givenName: 'Told', familyName: 'Sender' }] })
    const shown = async () => JSON.stringify(await sentReferral(teacher, referralId, later))
    expect(await shown()).toContain('Not told yet')
    expect(await perform(acknowledgeReferrer, maker, { referralId }, once())).toMatchObject({ ok: true })
    await database.admin('UPDATE referral_person SET looked_at = $2 WHERE referral_id = $1', [referralId, later])
    expect(await perform(decideReferral, maker, { referralId, outcome: 's47', reason: 'Plantedword: known to us since March' }, once())).toMatchObject({ ok: true })
    expect(await shown()).not.toMatch(/section 47|enquiry/i)
    expect(await perform(tellReferrer, maker, { referralId, note: 'Please keep a diary.' }, once())).toMatchObject({ ok: true })
    expect(await shown()).toContain('Please keep a diary.')
    expect(await shown()).not.toContain('Plantedword')
  })
})
