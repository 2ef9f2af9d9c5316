import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { perform } from '@/lib/acts/perform'
import { addEntry } from '@/lib/chronology/add/add-entry'
import { aMashOfficer, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { childrenOf } from '../support/recorded-discussions'
import { aReferral } from '../support/referrals'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 3_600_000)

describe('one form sent several times at the same moment', () => {
  it('is one act; each of them gets its answer, and what it made due is counted once', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer)
    const child = (await childrenOf(database, referralId))[0] ?? ''
    for (const what of ['pac-submitted', 'intelligence-checked'] as const) {
      const key = randomUUID()
      const facts = what === 'pac-submitted' ? { complete: 'yes' } : { found: 'no' }
      const all = await Promise.all(Array.from({ length: 6 }, () => perform(addEntry, officer, { personId: child, what, occurredAt: now.toISOString(), account: 'Sent again.', facts }, { key, now })))
      expect(all.map((outcome) => outcome.ok && outcome.repeated).toSorted()).toEqual([false, true, true, true, true, true])
      expect(new Set(all.map((outcome) => JSON.stringify(outcome.ok && outcome.result))).size).toBe(1)
      expect(await database.admin('SELECT 1 FROM entry WHERE kind = $1 AND $2 = ANY (subject_ids)', [what, child])).toHaveLength(1)
    }
    expect(await database.admin('SELECT child_id, key FROM deadline WHERE superseded_at IS NULL GROUP BY 1, 2 HAVING count(*) > 1')).toEqual([])
  })

  it('with other words under the same key: one is done, the other is told that the form was used', async () => {
    const officer = await aMashOfficer(database)
    const { referralId } = await aReferral(officer)
    const child = (await childrenOf(database, referralId))[0] ?? ''
    const key = randomUUID()
    const both = await Promise.all(['These words.', 'Other words.'].map((account) => perform(addEntry, officer, { personId: child, what: 'pac-submitted', occurredAt: now.toISOString(), account, facts: { complete: 'yes' } }, { key, now })))
    expect(both.map((outcome) => (outcome.ok ? 'done' : outcome.kind)).toSorted()).toEqual(['done', 'key-reused'])
    expect(await database.admin(`SELECT 1 FROM entry WHERE kind = 'pac-submitted' AND $1 = ANY (subject_ids)`, [child])).toHaveLength(1)
  })
})
