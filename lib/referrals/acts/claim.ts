import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { findReferral, referralPage } from '../find-referral'
import { id } from '../input'

const input = z.object({ referralId: id })

/** Takes an unclaimed referral in hand. Of many who try at one moment one has it; the others are told who. */
export const claimReferral: Act<typeof input> = {
  name: 'claim-referral',
  right: 'claim',
  input,
  async run(context, { referralId }) {
    const { referral, childIds } = await findReferral(context, referralId)
    context.as(referral.borough)
    const { accountId, name } = context.actor
    const { count } = await context.tx.referral.updateMany({
      where: { id: referralId, claimedBy: null, decidedAt: null, becameReferralId: null }, data: { claimedBy: accountId, claimedAt: context.now },
    })
    if (count === 0) throw conflict(await whoHasIt(context.tx, referralId))
    context.record({
      ledger: referral.borough, kind: 'referral-claimed', heading: `Claimed by ${name}`, occurredAt: context.now, subjects: childIds, referralId, body: { by: name },
    })
    return { goTo: referralPage(referralId), says: `You have ${referral.reference}.`, ids: { referralId } }
  },
}

async function whoHasIt(tx: Parameters<typeof findReferral>[0]['tx'], referralId: string): Promise<string> {
  const referral = await tx.referral.findUnique({ where: { id: referralId }, select: { claimedBy: true, decidedAt: true } })
  if (referral?.claimedBy == null) return 'This referral is decided and cannot be claimed'
  const holder = await tx.account.findUnique({ where: { id: referral.claimedBy }, select: { name: true } })
  return `${holder?.name ?? 'Somebody else'} has claimed this referral`
}
