import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { holdfastHome } from '../home'
import type { OpenDatabase } from '../postgres/open'

/** An account of the demonstration, as `npm run accounts` prints it. */
export interface DemonstrationAccount {
  email: string
  password: string
  name: string
  role: string
  agency: string
  borough: string
}

interface SeedModule {
  demonstrationAccounts: () => DemonstrationAccount[]
  seedDemonstration: () => Promise<void>
}

/** By its path: the platform stands below the areas whose acts the seed uses. */
async function seedModule(): Promise<SeedModule | undefined> {
  const file = path.resolve('prisma/seed/index.ts')
  if (!existsSync(file)) return undefined
  return (await import(pathToFileURL(file).href)) as SeedModule
}

export async function demonstrationAccounts(): Promise<DemonstrationAccount[]> {
  return (await seedModule())?.demonstrationAccounts() ?? []
}

/**
 * True when this installation shows the demonstration: our own database unless HOLDFAST_SEED=none, or a given one for
 * which HOLDFAST_SEED=demonstration asks.
 */
export function demonstrationWanted(database: OpenDatabase): boolean {
  const asked = process.env['HOLDFAST_SEED']
  return database.embedded ? asked !== 'none' : asked === 'demonstration'
}

/**
 * Seeds once. The mark lies beside the database's own files, so it goes when they go; it is set only
 * after the seed succeeded, so `seedDemonstration` must bear being run again over half of itself.
 * @returns whether it seeded now.
 */
export async function seedOnce(): Promise<boolean> {
  const mark = path.join(holdfastHome(), process.env['DATABASE_URL'] ? 'seeded-given-database' : 'postgres/seeded')
  if (existsSync(mark)) return false
  const seed = await seedModule()
  if (!seed) return false
  process.stderr.write('Making the demonstration…\n')
  await seed.seedDemonstration()
  await writeFile(mark, '')
  return true
}

/** Seeds a scratch database, which is new each time. */
export async function seedScratch(): Promise<void> {
  await (await seedModule())?.seedDemonstration()
}
