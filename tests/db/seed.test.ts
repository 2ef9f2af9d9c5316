import { beforeAll, describe, expect, it } from 'vitest'
import { ROLES } from '@/lib/access/roles'
import { verifyDeadlines } from '@/lib/deadlines/verify'
import { passwordMatches } from '@/lib/platform/auth/password'
import { accountTable } from '@/lib/platform/serve/account-table'
import { demonstrationAccounts, seedDemonstration } from '@/prisma/seed'
import { officeOpen, officeTime } from '@/prisma/seed/hours'
import { useDatabase } from '@/tests/support/database'

const database = useDatabase()
const SUNDAY_NIGHT = new Date('2026-03-01T23:10:00.000Z')
/** Two small boroughs: the whole of London takes a minute. */
const SOME = ['sutton', 'city-of-london']

const number = async (sql: string): Promise<number> => Number((await database.admin<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`))[0]?.n)

describe('the demonstration’s accounts', () => {
  const accounts = demonstrationAccounts()

  it('hold every role in three boroughs, those that work for all of London once', () => {
    const central = ['despatch-supervisor', 'exploitation-assessor', 'london-lead', 'auditor', 'administrator']
    for (const role of ROLES) {
      for (const borough of central.includes(role) ? ['london'] : ['bromley', 'lewisham', 'tower-hamlets']) {
        expect(accounts.filter((account) => account.role === role && account.borough === borough), `${role} in ${borough}`).not.toEqual([])
      }
    }
  })

  it('give each of these boroughs a second line and six kinds of partner', () => {
    for (const borough of ['bromley', 'lewisham', 'tower-hamlets']) {
      const here = accounts.filter((account) => account.borough === borough)
      expect(here.filter((account) => account.role === 'mash-decision-maker')).toHaveLength(2)
      expect(new Set(here.filter((account) => account.role === 'partner').map((account) => account.agency)))
        .toEqual(new Set(['education', 'health', 'housing', 'youth-offending', 'probation', 'voluntary']))
    }
  })

  it('can be told from each other and from anybody’s real address', () => {
    expect(new Set(accounts.map((account) => account.email)).size).toBe(accounts.length)
    expect(new Set(accounts.map((account) => account.name)).size).toBe(accounts.length)
    expect(accounts.every((account) => account.email.endsWith('.invalid'))).toBe(true)
  })

  it('are all in the table on request, and at the start those that one begins with', () => {
    expect(accountTable(accounts, { all: true }).split('\n').filter((line) => line.includes('@'))).toHaveLength(accounts.length)
    expect(accountTable(accounts)).toContain('more in the other boroughs')
    expect(accountTable(accounts)).not.toContain('.sutton@')
    expect(accountTable([])).toBe('')
  })
})

describe('office hours', () => {
  it('stand still at night and over the weekend', () => {
    // Friday 17:30 and an hour: half of it is Monday’s.
    expect(officeTime(new Date('2026-02-27T17:30:00Z'), 3_600_000).toISOString()).toBe('2026-03-02T09:00:00.000Z')
    expect(officeTime(new Date('2026-02-28T12:00:00Z'), 0).toISOString()).toBe('2026-03-02T08:30:00.000Z')
  })
})

describe('making the demonstration', () => {
  beforeAll(() => seedDemonstration(SUNDAY_NIGHT, SOME), 120_000)

  it('leaves a ledger of duties of which every row follows from the chronology', async () => {
    const compared = await verifyDeadlines(SUNDAY_NIGHT)
    expect(compared.unexplained).toEqual([])
    expect(compared.duties).toBe(await number('deadline'))
  })

  it('leaves work to do and work done, in every borough asked for', async () => {
    for (const borough of SOME) {
      expect(await number(`referral WHERE borough = '${borough}' AND decided_at IS NULL`), borough).toBeGreaterThan(0)
      expect(await number(`referral WHERE borough = '${borough}' AND decided_at IS NOT NULL`), borough).toBeGreaterThan(0)
    }
    expect(await number('deadline WHERE met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL')).toBeGreaterThan(0)
    expect(await number('deadline WHERE met_at IS NOT NULL')).toBeGreaterThan(0)
  })

  it('puts nothing on record after its own moment, and each borough in the order of time', async () => {
    expect(await number(`entry WHERE recorded_at > '${SUNDAY_NIGHT.toISOString()}' OR occurred_at > recorded_at`)).toBe(0)
    expect(await number('entry a JOIN entry b ON b.ledger = a.ledger AND b.seq = a.seq + 1 WHERE b.recorded_at < a.recorded_at')).toBe(0)
  })

  it('has nobody of an office refer at night or on a Sunday', async () => {
    const offices = await database.admin<{ received_at: Date }>(`SELECT received_at FROM referral WHERE from_words IN ('school', 'GP practice', 'housing officer', 'nursery', 'probation')
      AND narrative NOT LIKE 'The case history%'`)
    expect(offices.length).toBeGreaterThan(0)
    expect(offices.filter(({ received_at: at }) => !officeOpen(at))).toEqual([])
  })

  it('lets its accounts in with the password that is printed', async () => {
    const [account] = demonstrationAccounts()
    const [row] = await database.admin<{ password_hash: string }>('SELECT password_hash FROM account WHERE email = $1', [account?.email])
    expect(await passwordMatches(row?.password_hash ?? null, account?.password ?? '')).toBe(true)
  })

  it('made again an hour later, as after a start that was broken off, adds nothing', async () => {
    const tables = ['account', 'team', 'membership', 'person', 'referral', 'entry', 'deadline', 'act_key']
    const before = await Promise.all(tables.map(number))
    await seedDemonstration(new Date(SUNDAY_NIGHT.getTime() + 3_600_000), SOME)
    expect(await Promise.all(tables.map(number))).toEqual(before)
  }, 120_000)
})
