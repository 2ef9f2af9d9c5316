import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { lacksOf } from '../acts/submit-pac'
import { referralInput } from '../input'
import { takeIn } from '../take-referral'

const input = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), notification: referralInput })

/**
 * One line of a file of notifications, taken as what it is: a police checklist or a contact, whose people nobody has looked for yet.
 * A line that says the same in the same borough is taken once, whoever imports it.
 */
export const importLine: Act<typeof input> = {
  name: 'import-line',
  right: 'import-notifications',
  input,
  async run(context, { digest, notification }) {
    context.as(notification.borough)
    const pac = notification.way === 'pac'
    const { referralId = '', reference = '' } = (await takeIn(context, { ...notification, form: 'contact' }, { unlooked: true, ...(pac ? { lacks: lacksOf(notification) } : {}) })).ids
    const { count } = await context.tx.importedLine.createMany({ skipDuplicates: true, data: [{
      borough: notification.borough, digest, sender: notification.fromAgency, theirReference: notification.theirReference, referralId, importedBy: context.actor.accountId, importedAt: context.now,
    }] })
    if (count === 0) throw conflict('This line is on record already')
    return { goTo: `/referrals/${referralId}`, says: `Taken as ${reference}.`, ids: { referralId, reference } }
  },
}
