import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict, notFound } from '@/lib/acts/outcome'
import { id, text } from '../input'

const input = z.object({ referralId: id, words: text(20_000, 'Write what you told on the telephone') })

/**
 * ref-written-followup: the team that rang confirms its own call in its own words, from its own page. It reads nothing of what was
 * written down when it rang, and learns nothing of whom London knows.
 */
export const confirmOwnCall: Act<typeof input> = {
  name: 'confirm-own-call',
  right: 'record-referral',
  input,
  async run(context, { referralId, words }) {
    const { tx, actor, now } = context
    const teams = actor.memberships.filter((membership) => membership.role === 'partner').map((membership) => membership.teamId)
    const referral = await tx.referral.findFirst({ where: { id: referralId, channel: 'telephone', fromTeamId: { in: teams } }, select: { borough: true, fromAgency: true } })
    if (referral === null) throw notFound()
    context.as(null, { agency: referral.fromAgency })
    const { count } = await tx.senderWord.createMany({ data: [{ id: randomUUID(), referralId, kind: 'confirmed', words, saidBy: actor.accountId, saidAt: now }], skipDuplicates: true })
    if (count === 0) throw conflict('Your team has confirmed this call already')
    const children = await tx.$queryRaw<{ id: string }[]>`SELECT children_of_own_referral(${referralId}::uuid) AS id`
    context.record({
      ledger: referral.borough, kind: 'record-updated', heading: 'Written confirmation received from the referrer', occurredAt: now, subjects: children.map((child) => child.id), referralId,
      body: { about: 'written-confirmation', words },
    })
    return { goTo: `/sent/${referralId}`, says: 'Your call is confirmed in writing.', ids: { referralId } }
  },
}
