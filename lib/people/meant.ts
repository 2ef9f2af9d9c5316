import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import { readQuery, withoutInitials, type Criteria } from './criteria'

/**
 * The search of people as a filter of a list: which of `people` (an array of ids, at most 5,000) are meant by what was typed, spelled otherwise or not. As an
 * expression of SQL that gives an array of ids. No restricted person is among them, and nobody beyond the index reach of whoever asks; the list writes whom it
 * shows to the reading log, with what was searched for.
 */
export function meantAmong(typed: string, people: Prisma.Sql): Prisma.Sql {
  const criteria = readQuery(typed)
  const short = withoutInitials(criteria)
  const meant = (asked: Criteria): Prisma.Sql => Prisma.sql`people_meant(${JSON.stringify(asked)}::jsonb, ${people})`
  // An initial alone means nobody: without it, where nobody is meant with it.
  return short === null ? meant(criteria) : Prisma.sql`coalesce(nullif(${meant(criteria)}, '{}'), ${meant(short)})`
}

/** The same, of ids that are known. */
export async function peopleMeant(tx: Tx, typed: string, people: readonly string[]): Promise<string[]> {
  const [row] = await tx.$queryRaw<{ ids: string[] }[]>`SELECT ${meantAmong(typed, Prisma.sql`${[...new Set(people)]}::uuid[]`)} AS ids`
  return row?.ids ?? []
}
