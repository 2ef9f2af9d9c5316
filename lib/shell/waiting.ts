import type { Prisma } from '@/lib/platform/generated/client'

/**
 * How many wait at one place of the bar, and how many of them are late: SQL that answers one row of (waiting int, late int). Not a read of its own:
 * every page shows the bar, and one statement for all of its places costs what each alone would.
 */
export type Waiting = Prisma.Sql
