import { accountTable } from '../serve/account-table'
import { demonstrationAccounts } from '../serve/seed'

/** `npm run -s accounts [-- --json]`: who can sign in to the demonstration. */
const accounts = await demonstrationAccounts()
process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(accounts, null, 2)}\n` : accountTable(accounts, { all: true }))
