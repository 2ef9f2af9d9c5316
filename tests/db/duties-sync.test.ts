import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { perform } from '@/lib/acts/perform'
import { chase } from '@/lib/deadlines/acts/chase'
import { reassign } from '@/lib/deadlines/acts/reassign'
import { aCaitSupervisor, aMashOfficer, anActor, MONDAY_NINE } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()
const hours = (n: number): Date => new Date(MONDAY_NINE.getTime() + n * 3_600_000)

/** One child whose 24-hour clock was given to a detective, then shortened by an earlier initial report. */
async function aShortenedClock() {
  const officer = await aMashOfficer(database)
  const supervisor = await aCaitSupervisor(database)
  const detective = await anActor(database, { role: 'cait-officer', agency: 'police', boroughs: ['bromley'] })
  const { referralId } = await aReferral(officer)
  const [clock] = await database.admin<{ id: string; child_id: string }>(`SELECT id, child_id FROM deadline WHERE referral_id = $1 AND basis = 'force-24h'`, [referralId])
  const [id, childId] = [clock?.id ?? '', clock?.child_id ?? '']
  const given = await perform(reassign, supervisor, { deadlineIds: [id], note: 'Yours.', assignee: `account:${detective.accountId}` }, { key: randomUUID(), now: hours(1) })
  expect(given.ok).toBe(true)
  await aReferral(officer, { children: [{ personId: childId }], initialReportAt: hours(-8).toISOString() }, hours(2))
  const rows = () => database.admin<{ id: string; due_at: Date; superseded_at: Date | null; assigned_to: string | null }>(
    `SELECT id, due_at, superseded_at, assigned_to FROM deadline WHERE child_id = $1 AND basis = 'force-24h' ORDER BY created_at`, [childId])
  return { supervisor, detective, id, rows }
}

describe('a clock shortened by new facts', () => {
  it('is replaced once: later acts about the child leave its rows alone', async () => {
    const { supervisor, rows } = await aShortenedClock()
    const before = await rows()
    expect(before.map((row) => [row.due_at.toISOString(), row.superseded_at !== null])).toEqual([
      ['2016-05-17T08:00:00.000Z', true], ['2016-05-17T00:00:00.000Z', false],
    ])
    for (const n of [3, 4, 5]) {
      expect((await perform(chase, supervisor, { deadlineIds: [before[1]?.id], note: 'Again.' }, { key: randomUUID(), now: hours(n) })).ok).toBe(true)
    }
    expect(await rows()).toEqual(before)
  })

  it('stays with whoever had it', async () => {
    const { detective, rows } = await aShortenedClock()
    expect((await rows()).map((row) => row.assigned_to)).toEqual([detective.accountId, detective.accountId])
  })
})
