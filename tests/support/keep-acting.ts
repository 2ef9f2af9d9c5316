import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { loadActor } from '@/lib/access/load-actor'
import { perform } from '@/lib/acts/perform'
import { takeReferral } from '@/lib/referrals/take-referral'
import { MONDAY_NINE } from './actors'
import { referralOf } from './referrals'

/** Takes referrals without end, four at a time, and says each on its own line once it was accepted: to be killed in the middle. */
const [accountId = ''] = process.argv.slice(2)
const actor = await loadActor(accountId, MONDAY_NINE)
if (actor === null) throw new Error('nobody to act')

async function keepActing(): Promise<void> {
  for (;;) {
    const outcome = await perform(takeReferral, actor as NonNullable<typeof actor>, referralOf(), { key: randomUUID(), now: MONDAY_NINE })
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    // Written through at once: what is said here was acknowledged.
    writeSync(1, `${outcome.result.ids['referralId'] ?? ''}\n`)
  }
}
await Promise.all([keepActing(), keepActing(), keepActing(), keepActing()])
