import { openDatabase } from '../postgres/open'

/** `npm run migrate`: brings the installation's database up to date and says what it applied. */
const database = await openDatabase()
process.stdout.write(database.migrated.length === 0 ? 'Nothing to migrate.\n' : `${database.migrated.join('\n')}\n`)
await database.release()
