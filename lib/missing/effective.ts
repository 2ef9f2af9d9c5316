import { Prisma } from '@/lib/platform/generated/client'

/**
 * The class at `now` of a row of `episode` named `e`: a child absent for 24 hours is missing at that instant on every screen, whether or
 * not the timed work has written it down (mis-absent-24h).
 */
export const effectiveClass = (now: Date): Prisma.Sql => Prisma.sql`CASE WHEN e.class = 'absent' AND e.absent_until > ${now}::timestamptz THEN 'absent' ELSE 'missing' END`

/** The same of a row already read. */
export const classOf = (episode: { readonly class: string; readonly absentUntil: Date | null }, now: Date): 'missing' | 'absent' =>
  episode.class === 'absent' && episode.absentUntil !== null && episode.absentUntil.getTime() > now.getTime() ? 'absent' : 'missing'
