import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { referralPage, workOn } from '../find-referral'
import { isEmergency } from '@/lib/policy/emergency'
import { choice, id, RAGS, text } from '../input'

const input = z.object({
  referralId: id, rag: choice(RAGS, 'Choose red, amber, green or blue'), reason: text(2000, 'Say why it is rated so'),
})

/** mash-rag-change: only qualified social work sets the rating; the time counts again from the original receipt and the former stays visible. */
export const setRag: Act<typeof input> = {
  name: 'set-rag',
  right: 'set-rag',
  input,
  async run(context, { referralId, rag, reason }) {
    const { referral, record } = await workOn(context, referralId)
    const emergency = rag === 'red' ? null : await context.tx.referralEmergency.findUnique({ where: { referralId }, select: { kind: true } })
    if (isEmergency(emergency?.kind ?? null)) throw invalid('rag', 'A live emergency stands as red: say first that it is none')
    const { count } = await context.tx.referral.updateMany({ where: { id: referralId, decidedAt: null, becameReferralId: null }, data: { rag } })
    if (count === 0) throw conflict('This referral is decided: its rating stands')
    record({ kind: 'rag-set', heading: `Rated ${rag}${referral.rag === null ? '' : `, was ${referral.rag}`}`, body: { rag, reason, former: referral.rag } })
    return { goTo: referralPage(referralId), says: `Rated ${rag}.`, ids: { referralId } }
  },
}
