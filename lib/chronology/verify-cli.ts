import pg from 'pg'
import { holdfastHome } from '@/lib/platform/home'
import { openDatabase } from '@/lib/platform/postgres/open'
import { exportedSeals, sealKey } from './seal'
import { verifyChronology } from './verify'

/**
 * `npm run -s verify`: walks every ledger's chain, prints what it walked; exit 1 and the first broken entry where one was
 * altered, removed, reordered or cut off.
 */
const database = await openDatabase()
const client = new pg.Client({ connectionString: database.urls.owner })
try {
  await client.connect()
  const home = holdfastHome()
  const walked = await verifyChronology(client, await exportedSeals(home), await sealKey(home))
  for (const ledger of walked) {
    process.stdout.write(`${ledger.ledger}: ${ledger.entries} entries, ${ledger.seals} seals, ${ledger.broken === null ? 'whole' : `BROKEN at entry ${ledger.broken.seq} (${ledger.broken.what}): ${ledger.broken.says}`}\n`)
  }
  const broken = walked.filter((ledger) => ledger.broken !== null)
  const entries = walked.reduce((sum, ledger) => sum + ledger.entries, 0)
  process.stdout.write(`${walked.length} ledgers, ${entries} entries walked; ${broken.length === 0 ? 'every chain is whole' : `${broken.length} broken`}\n`)
  process.exitCode = broken.length === 0 ? 0 : 1
} finally {
  await client.end()
  await database.release()
}
