import 'server-only'
import { z } from 'zod'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { referralPage, workOn } from '../find-referral'
import { id } from '../input'

const input = z.object({ referralId: id })

/** Takes an unclaimed referral in hand. Of many who try at one moment one has it; the others are told who. */
export const claimReferral: Act<typeof input> = {
  name: 'claim-referral',
  right: 'claim',
  input,
  async run(context, { referralId }) {
    const { referral, record } = await workOn(context, referralId)
    const { accountId, name } = context.actor
    const { count } = await context.tx.referral.updateMany({
      where: { id: referralId, claimedBy: null, decidedAt: null, becameReferralId: null }, data: { claimedBy: accountId, claimedAt: context.now },
    })
    if (count === 0) throw conflict(await whoHasIt(context.tx, referralId))
    record({ kind: 'referral-claimed', heading: `Claimed by ${name}`, body: { by: name } })
    return { goTo: referralPage(referralId), says: `You have ${referral.reference}.`, ids: { referralId } }
  },
}

async function whoHasIt(tx: ActContext['tx'], referralId: string): Promise<string> {
  const referral = await tx.referral.findUnique({ where: { id: referralId }, select: { claimedBy: true, decidedAt: true } })
  if (referral?.claimedBy == null) return 'This referral is decided and cannot be claimed'
  const holder = await tx.account.findUnique({ where: { id: referral.claimedBy }, select: { name: true } })
  return `${holder?.name ?? 'Somebody else'} has claimed this referral`
}
