import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { workOn } from '../find-referral'
import { id } from '../input'

const input = z.object({ referralId: id })

/** Gives a referral one has claimed back to the queue. */
export const releaseReferral: Act<typeof input> = {
  name: 'release-referral',
  right: 'release',
  input,
  async run(context, { referralId }) {
    const { referral, record } = await workOn(context, referralId)
    const { accountId, name } = context.actor
    const { count } = await context.tx.referral.updateMany({
      where: { id: referralId, claimedBy: accountId, decidedAt: null }, data: { claimedBy: null, claimedAt: null },
    })
    if (count === 0) throw conflict('You do not have this referral, so there is nothing to give back')
    record({ kind: 'referral-released', heading: `Given back to the queue by ${name}`, body: { by: name } })
    return { goTo: '/queue', says: `${referral.reference} is back in the queue.`, ids: { referralId } }
  },
}
