import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, vi } from 'vitest'
import { exportedSeals } from '@/lib/chronology/seal'
import { startJobs } from '@/lib/platform/jobs'
import { aMashOfficer } from '@/tests/support/actors'
import { useDatabase } from '@/tests/support/database'
import { aReferral } from '@/tests/support/referrals'

const database = useDatabase()

it('the timed work runs by itself in its own schema, and a second start finds its queue', async () => {
  await aReferral(await aMashOfficer(database), { concern: 'serious-injury' })
  const home = await mkdtemp(path.join(tmpdir(), 'holdfast-jobs-'))
  const former = process.env['HOLDFAST_HOME']
  process.env['HOLDFAST_HOME'] = home
  try {
    for (let round = 0; round < 2; round += 1) {
      const jobs = await startJobs()
      try {
        await vi.waitFor(async () => expect(await database.admin(`SELECT 1 FROM notification WHERE rung = 'manager' LIMIT 1`)).toHaveLength(1), { timeout: 30_000, interval: 200 })
        // The first seal is made at once and exported where the database's owner cannot mend it.
        await vi.waitFor(async () => expect((await exportedSeals(home)).map((seal) => seal.ledger)).toContain('bromley'), { timeout: 30_000, interval: 200 })
      } finally {
        // What came in since the last seal is sealed by a clean stop.
        await aReferral(await aMashOfficer(database), { concern: 'neglect', children: [{ givenName: `Late ${round}`, familyName: 'Stop' }] })
        await jobs.stop()
      }
      const head = await database.admin<{ seq: string }>(`SELECT seq::text AS seq FROM ledger_head WHERE ledger = 'bromley'`)
      expect((await exportedSeals(home)).filter((seal) => seal.ledger === 'bromley').at(-1)?.seq).toBe(head[0]?.seq)
    }
    expect(await database.admin('SELECT 1 FROM ledger_seal')).toHaveLength((await exportedSeals(home)).length)
    // Each minute the watch, each hour the seals; one of each at a time, and one that fails is tried again.
    const schedule = await database.admin<{ name: string; cron: string; timezone: string }>('SELECT name, cron, timezone FROM jobs.schedule')
    expect(schedule).toEqual(expect.arrayContaining(Object.entries({ digest: '*/5 4-11 * * *', drafts: '35 * * * *', mail: '* * * * *', seal: '5 * * * *', watch: '* * * * *' }).map(([name, cron]) => ({ name, cron, timezone: 'Europe/London' }))))
    expect(await database.admin(`SELECT name, policy, retry_limit FROM jobs.queue WHERE name IN ('mail', 'seal', 'watch') ORDER BY name`)).toEqual([
      { name: 'mail', policy: 'singleton', retry_limit: 3 }, { name: 'seal', policy: 'singleton', retry_limit: 3 }, { name: 'watch', policy: 'singleton', retry_limit: 3 }])
  } finally {
    if (former === undefined) delete process.env['HOLDFAST_HOME']
    else process.env['HOLDFAST_HOME'] = former
    await rm(home, { recursive: true })
  }
}, 90_000)
