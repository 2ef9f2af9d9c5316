import { closeDb, db } from '@/lib/platform/db'
import { openDatabase, useDatabaseHere } from '@/lib/platform/postgres/open'

/** Lets every open session of an e-mail be as old as an idle one, on the database of HOLDFAST_HOME: `tsx tests/support/end-sessions.ts E-MAIL`. */
const database = await openDatabase()
try {
  useDatabaseHere(database)
  const long = new Date(Date.now() - 24 * 3_600_000)
  const { count } = await db().session.updateMany({ where: { account: { email: process.argv[2] ?? '' }, revokedAt: null }, data: { lastSeenAt: long } })
  process.stdout.write(`${count}\n`)
} finally {
  await closeDb()
  await database.release()
}
