import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, it } from 'vitest'
import { structuralRules } from './rules.mjs'

const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser }, plugins: { '@typescript-eslint': tseslint.plugin } }, ...structuralRules],
})

async function complaints(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return result?.messages.map((message) => message.message) ?? []
}

describe('the house rules refuse', () => {
  it.each([
    ['policy that reads the database', 'lib/policy/rules/x.ts', "import { db } from '@/lib/platform/db'"],
    ['policy that reaches into an area', 'lib/policy/rules/x.ts', "import { y } from '../../deadlines/sync'"],
    ['policy that reads files', 'lib/policy/rules/x.ts', "import { readFileSync } from 'node:fs'"],
    ['policy that reads the clock', 'lib/policy/rules/x.ts', 'export const at = new Date()'],
    ['an act that reads the clock', 'lib/referrals/acts.ts', 'export const at = Date.now()'],
    ['a page that reads the clock', 'app/queue/page.tsx', 'export const at = new Date()'],
    ['a page that asks the database itself', 'app/queue/page.tsx', "import { db } from '@/lib/platform/db'"],
    ['a page that imports the generated client', 'app/queue/page.tsx', "import { Prisma } from '@/lib/platform/generated/client'"],
    ['a component that runs a query', 'components/queue/row.tsx', "import { queue } from '@/lib/deadlines/queries'"],
    ['an area that imports a page', 'lib/referrals/queries.ts', "import Page from '@/app/queue/page'"],
    ['next-auth outside the platform', 'lib/access/actor.ts', "import { getServerSession } from 'next-auth'"],
    ['next-auth in a page', 'app/queue/page.tsx', "import { getToken } from 'next-auth/jwt'"],
    ['a second database client', 'lib/referrals/queries.ts', 'export const client = new PrismaClient()'],
    ['a link that a script follows', 'components/queue/row.tsx', "import Link from 'next/link'"],
    ['a queue read from a replica', 'lib/deadlines/queries.ts', "import { countAs } from '@/lib/access/read-as'"],
    ['an act that asks the replica', 'lib/referrals/acts/claim.ts', "import { withReplica } from '@/lib/platform/replica'"],
    ['a name compared as a pattern', 'lib/places/acts/record.ts', "export const where = (name: string) => ({ name: { equals: name, mode: 'insensitive' } })"],
    ['a server action', 'app/queue/actions.ts', "'use server'\nexport async function claim() {}"],
  ])('%s', async (_what, filePath, code) => {
    expect(await complaints(filePath, code)).toHaveLength(1)
  })
})

describe('the house rules allow', () => {
  it.each([
    ['policy that imports policy', 'lib/policy/rules/x.ts', "import { londonDate } from '@/lib/policy/calendar/london'"],
    ['a date made from a given instant', 'lib/policy/rules/x.ts', 'export const at = (ms: number) => new Date(ms)'],
    ['an area that reads the database', 'lib/referrals/queries.ts', "import { db } from '@/lib/platform/db'"],
    ['a component that takes a view type', 'components/queue/row.tsx', "import type { QueueRow } from '@/lib/deadlines/view'"],
    ['a component that says words', 'components/queue/row.tsx', "import { timeLeft } from '@/lib/wording/time-left'"],
    ['figures counted on a replica', 'lib/figures/dashboard.ts', "import { countAs } from '@/lib/access/read-as'"],
    ['next-auth where it lives', 'lib/platform/auth/options.ts', "import type { AuthOptions } from 'next-auth'"],
    ['a name compared as itself', 'lib/places/acts/record.ts', "export const where = (name: string) => ({ name: { equals: literally(name), mode: 'insensitive' } })"],
    ['the one client', 'lib/platform/db/index.ts', 'export const client = new PrismaClient()'],
  ])('%s', async (_what, filePath, code) => {
    expect(await complaints(filePath, code)).toEqual([])
  })
})
