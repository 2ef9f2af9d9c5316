import { expect, it, vi } from 'vitest'
import { startJobs } from '@/lib/platform/jobs'
import { aMashOfficer } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()

it('the timed work runs by itself in its own schema, and a second start finds its queue', async () => {
  await aReferral(await aMashOfficer(database), { concern: 'serious-injury' })
  for (let round = 0; round < 2; round += 1) {
    const jobs = await startJobs()
    try {
      await vi.waitFor(async () => expect(await database.admin(`SELECT 1 FROM notification WHERE rung = 'manager' LIMIT 1`)).toHaveLength(1), { timeout: 30_000, interval: 200 })
    } finally {
      await jobs.stop()
    }
  }
}, 60_000)
