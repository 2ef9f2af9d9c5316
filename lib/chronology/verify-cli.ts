import pg from 'pg'
import { verifyDeadlines } from '@/lib/deadlines/verify'
import { systemNow } from '@/lib/platform/clock'
import { closeDb } from '@/lib/platform/db'
import { holdfastHome } from '@/lib/platform/home'
import { openDatabase, useDatabaseHere } from '@/lib/platform/postgres/open'
import { exportedSeals, sealKey } from './seal'
import { verifyChronology } from './verify'

/**
 * `npm run -s verify`: walks every ledger's chain, prints what it walked and what was redacted under whose authority; exit 1
 * and the first broken entry where one was altered, removed, reordered or cut off. Then makes what is owed to every
 * child again from the chronology: exit 1 and each row of the ledger of duties that does not follow from it.
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
  for (const { ledger, redactions } of walked) {
    for (const one of redactions) process.stdout.write(`${ledger}: the words of entry ${one.seq} were redacted at ${one.at.toISOString()} under entry ${one.authoritySeq}: ${one.authority}\n`)
  }
  const broken = walked.filter((ledger) => ledger.broken !== null)
  const entries = walked.reduce((sum, ledger) => sum + ledger.entries, 0)
  process.stdout.write(`${walked.length} ledgers, ${entries} entries walked; ${broken.length === 0 ? 'every chain is whole' : `${broken.length} broken`}\n`)
  useDatabaseHere(database, 'worker')
  const compared = await verifyDeadlines(systemNow())
  for (const one of compared.unexplained) {
    process.stdout.write(`UNEXPLAINED ${one.deadlineId === null ? 'duty' : `row ${one.deadlineId}`} (${one.rule}) of child ${one.childId}: ${one.says}\n`)
  }
  const left = compared.notCompared === 0 ? '' : `; ${compared.notCompared} people not compared, words about them were redacted`
  process.stdout.write(`${compared.duties} duties of ${compared.children} people made again from the chronology; ${
    compared.unexplained.length === 0 ? 'each row follows from it' : `${compared.unexplained.length} do not follow from it`}${left}\n`)
  process.exitCode = broken.length === 0 && compared.unexplained.length === 0 ? 0 : 1
} finally {
  await client.end()
  await closeDb()
  await database.release()
}
