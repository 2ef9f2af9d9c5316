import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { ROLES } from '@/lib/access/roles'
import { keepDraft } from '@/lib/forms/drafts'
import { frameFor } from '@/lib/shell/frame'
import { queue } from '@/lib/referrals/queue'
import { aCaitSupervisor, aMashOfficer, anActor, aSocialWorker, aTeacher, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { aQuestion } from '../support/enquiries'
import { aReferral } from '../support/referrals'

const database = useDatabase()
const HOUR = 3_600_000
const at = (hours: number): Date => new Date(MONDAY_NINE.getTime() + hours * HOUR)

async function bar(actor: Actor, now: Date) {
  const frame = await frameFor({ actor, now, session: { accountId: actor.accountId, sessionId: '00000000-0000-4000-8000-000000000000', idleEndsAt: at(9), endsAt: at(12) } })
  const of = (href: string) => {
    const place = frame.nav.find((item) => item.href === href)
    return place === undefined ? null : [place.count ?? 0, place.late ?? 0]
  }
  return { frame, of }
}

describe('the bar over every page', () => {
  it.each(ROLES)('counts in one statement whatever a %s may see, and shows nobody a place that is not theirs', async (role) => {
    const { frame } = await bar(await anActor(database, { role, agency: role === 'partner' ? 'health' : 'police', boroughs: ['havering'] }), at(1))
    expect(frame.nav.length).toBeGreaterThan(0)
    expect(frame.nav.every(({ count = 0, late = 0 }) => count >= late && late >= 0)).toBe(true)
    expect(frame.nav.some(({ href }) => href === '/queue')).toBe(['mash-officer', 'mash-social-worker', 'mash-decision-maker', 'emergency-duty-worker', 'borough-manager', 'auditor'].includes(role))
  })

  it('says what waits in the queue and what of it is late, as the queue does, and nothing of another borough', async () => {
    const [worker, elsewhere] = [await aSocialWorker(database, 'barnet'), await aSocialWorker(database, 'camden')]
    await aReferral(worker, { borough: 'barnet' }, at(0))
    await aReferral(worker, { borough: 'barnet' }, at(30))
    const everything = { borough: null, rag: null, who: null, late: false, concern: null, q: null, after: null } as const
    for (const [hours, late] of [[31, 1], [80, 2]] as const) {
      const listed = await queue(worker, everything, at(hours))
      expect((await bar(worker, at(hours))).of('/queue')).toEqual([2, late])
      expect([listed?.counts.waiting, listed?.counts.late]).toEqual([2, late])
    }
    expect((await bar(elsewhere, at(80))).of('/queue')).toEqual([0, 0])
  })

  it('counts a child whose discussions are overdue once, for who holds the board', async () => {
    const [officer, supervisor] = [await aMashOfficer(database, 'merton'), await aCaitSupervisor(database, ['merton'])]
    await aReferral(officer, { borough: 'merton', concern: 'sexual-abuse', urgency: 'high', rag: 'red' }, at(0))
    expect((await bar(supervisor, at(0))).of('/strategy')).toEqual([0, 0])
    expect((await bar(supervisor, at(200))).of('/strategy')).toEqual([1, 1])
  })

  it('shows a school what it is asked until it is late, and a worker the drafts that are kept', async () => {
    const [worker, teacher, other] = [await aSocialWorker(database, 'ealing'), await aTeacher(database, 'ealing'), await aTeacher(database, 'ealing')]
    const { referralId } = await aReferral(worker, { borough: 'ealing' }, at(0))
    await aQuestion(worker, referralId, teacher, at(0))
    expect((await bar(teacher, at(1))).of('/asked')).toEqual([1, 0])
    expect((await bar(teacher, at(5))).of('/asked')).toEqual([1, 1])
    expect((await bar(other, at(5))).of('/asked')).toEqual([0, 0])
    expect((await bar(worker, at(5))).of('/asked')).toBeNull()
    await keepDraft(worker.accountId, { act: 'take-referral', page: '/referrals/new', values: {}, problems: [], refusals: [], kept: true }, at(1))
    expect((await bar(worker, at(2))).frame.drafts).toBe(1)
    expect((await bar(teacher, at(2))).frame.drafts).toBe(0)
  })
})
