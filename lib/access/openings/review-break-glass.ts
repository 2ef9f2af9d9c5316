import 'server-only'
import { z } from 'zod'
import { membershipFor } from '@/lib/access/permissions'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { ledgerOf } from '@/lib/people/standing'
import { id, text } from '@/lib/referrals/input'
import { instantWords } from '@/lib/wording/london-words'
import { eachOther } from './each-other'

export const reviewBreakGlassInput = z.object({
  openingId: id,
  verdict: z.enum(['justified', 'not-justified'], { error: 'Say whether it was justified' }),
  review: text(2_000, 'Say what you found'),
})

/** Neither of two answers for the other (each-other.ts). */
async function notEachOther({ tx, actor, now, refuse }: ActContext, opening: { readonly personId: string; readonly accountId: string }, borough: string): Promise<void> {
  // Both at one moment would each find the other unanswered. Reviews are few: they are taken one after the other.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('break-glass-review'))`
  const refusal = (await eachOther(tx, actor, [opening], now))(opening)
  if (refusal !== null) refuse([refusal], { borough, subjects: [opening.personId] })
}

/** Answers for one break-glass: never one's own, once only, by somebody of a borough that knows the person or an auditor. What was not justified is shut at once. */
export const reviewBreakGlass: Act<typeof reviewBreakGlassInput> = {
  name: 'review-break-glass',
  right: 'review-break-glass',
  input: reviewBreakGlassInput,
  async run(context, input) {
    const { tx, actor, now } = context
    const opening = await tx.recordOpening.findUnique({ where: { id: input.openingId } })
    if (opening === null || !opening.breakGlass) throw notFound()
    const known = await tx.personReach.findMany({ where: { personId: opening.personId }, select: { borough: true } })
    const borough = known.find((reach) => membershipFor(actor, 'review-break-glass', reach.borough) !== null)?.borough
    context.as(borough ?? known[0]?.borough ?? 'london')
    // The reviewer judges somebody else's act: one's own would be no review.
    if (opening.accountId === actor.accountId) throw forbidden('You opened this record yourself: somebody else reviews it.')
    await notEachOther(context, opening, borough ?? known[0]?.borough ?? 'london')
    // Found not to be justified while it is still open: whoever opened it reads no further.
    const shuts = input.verdict === 'not-justified' && opening.endsAt.getTime() > now.getTime()
    const changed = await tx.recordOpening.updateMany({
      where: { id: opening.id, reviewedAt: null, accountId: { not: actor.accountId } },
      data: { reviewedAt: now, reviewedBy: actor.accountId, review: `${input.verdict}: ${input.review}`, ...(shuts ? { endsAt: now } : {}) },
    })
    if (changed.count === 0) {
      const latest = await tx.recordOpening.findUnique({ where: { id: opening.id }, select: { reviewedBy: true, reviewedAt: true } })
      const by = latest?.reviewedBy ? await tx.account.findUnique({ where: { id: latest.reviewedBy }, select: { name: true } }) : null
      throw conflict(`${by?.name ?? 'Somebody else'} has reviewed this already${latest?.reviewedAt ? `, ${instantWords(latest.reviewedAt)}` : ''}.`)
    }
    context.record({
      ledger: await ledgerOf(tx, opening.personId), kind: 'record-opened',
      heading: input.verdict === 'justified' ? 'Break-glass reviewed: justified' : 'Break-glass reviewed: not justified',
      occurredAt: now, subjects: [opening.personId], body: { change: 'reviewed', opening_id: opening.id, verdict: input.verdict, review: input.review, ...(shuts ? { shut: true } : {}) },
    })
    return { goTo: '/people/openings', says: shuts ? 'The review is recorded, and the record is shut to whoever opened it.' : 'The review is recorded.', ids: { openingId: opening.id } }
  },
}
