import 'server-only'
import { forbidden, notFound } from '@/lib/acts/outcome'
import type { ActContext } from '@/lib/acts/act'
import { atLeast } from '@/lib/access/visibility'
import { membershipAmong } from '@/lib/chronology/add/add-entry'
import { standingOf } from '@/lib/people/standing'
import type { WarningNotice } from '@/lib/platform/generated/client'
import { plainDate, type PlainDate } from '@/lib/policy/calendar/london'
import type { ChildThen } from '../eligibility'

export const noticesPage = (adultId: string): string => `/adults/${adultId}#notices`
export const dayOf = (at: Date | null): PlainDate | null => (at === null ? null : plainDate(at.toISOString().slice(0, 10)))
export const noonless = (day: PlainDate | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`))

/** The child as the record tells at a moment: age, care, and what keeps the child then. */
export async function childThen({ tx }: Pick<ActContext, 'tx'>, childId: string, at: Date): Promise<ChildThen & { readonly keptUntil: Date | null }> {
  const [person] = await tx.$queryRaw<{ born_on: Date | null; age_disputed: boolean; looked_after: boolean | null }[]>`SELECT born_on, age_disputed, looked_after FROM policy_people(ARRAY[${childId}]::uuid[])`
  const kept = await tx.protection.findMany({ where: { personId: childId, takenAt: { lte: at }, expiresAt: { gt: at }, OR: [{ endedAt: null }, { endedAt: { gt: at } }] }, select: { kind: true, expiresAt: true }, orderBy: { expiresAt: 'desc' } })
  return { bornOn: dayOf(person?.born_on ?? null), ageDisputed: person?.age_disputed ?? false, lookedAfter: person?.looked_after ?? null, protections: kept.map((row) => row.kind), keptUntil: kept[0]?.expiresAt ?? null }
}

/** A notice that the actor may change, from the child’s record or from the adult’s: right and reach are asked on either. */
export async function noticeToChange(context: ActContext, noticeId: string): Promise<WarningNotice> {
  const notice = await context.tx.warningNotice.findFirst({ where: { id: noticeId } })
  if (notice === null) throw notFound()
  for (const personId of [notice.childId, notice.adultId]) {
    const standing = await standingOf(context.tx, context.actor, personId, context.now)
    if (standing === null || standing.card.masked || !atLeast(standing.depth, 'record')) continue
    const under = membershipAmong(context.actor, 'warning-notice', standing.card.boroughs)
    if (under === null) continue
    context.as(standing.card.boroughs.find((borough) => under.boroughs.length === 0 || under.boroughs.includes(borough)) ?? null)
    return notice
  }
  throw forbidden('Your role may not do this here.')
}
