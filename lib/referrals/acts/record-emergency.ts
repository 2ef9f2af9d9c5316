import 'server-only'
import { z } from 'zod'
import { membershipFor } from '@/lib/access/permissions'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, invalid } from '@/lib/acts/outcome'
import { isEmergency } from '@/lib/policy/emergency'
import { EMERGENCY_WORDS } from '@/lib/wording/emergencies'
import { emergencyBody, recordEmergency } from '../emergency'
import { referralPage, workOn } from '../find-referral'
import { emergencyFields, emergencyProblems, id, optionalText } from '../input'

const input = z.object({ referralId: id, ...emergencyFields, reason: optionalText(2000) }).superRefine((said, context) => {
  if (said.emergency === null) context.addIssue({ code: 'custom', path: ['emergency'], message: 'Say whether it is a live emergency' })
  for (const { path, message } of emergencyProblems(said)) context.addIssue({ code: 'custom', path: [path], message })
  if (said.emergency === 'none' && said.reason === null) context.addIssue({ code: 'custom', path: ['reason'], message: 'Say why it is no live emergency' })
})

/**
 * ref-crime-999: a referral is found to be a live emergency, 999 has been called since, or it is found to be none. An emergency
 * stands as red until a qualified social worker says that there is none.
 */
export const recordEmergencyAct: Act<typeof input> = {
  name: 'record-emergency',
  right: 'add-facts',
  input,
  async run(context, said) {
    const { referral, childIds } = await workOn(context, said.referralId)
    const before = await context.tx.referralEmergency.findUnique({ where: { referralId: said.referralId }, select: { kind: true } })
    const stood = isEmergency(before?.kind ?? null)
    const live = isEmergency(said.emergency)
    if (!live && !stood) throw invalid('emergency', 'It does not stand as a live emergency')
    if (!live && membershipFor(context.actor, 'set-rag', referral.borough) === null) throw forbidden('Only a social worker says that it is no emergency.')
    const { count } = await context.tx.referral.updateMany({
      where: { id: said.referralId, decidedAt: null, becameReferralId: null }, data: live ? { rag: 'red', urgency: 'high' } : { rag: referral.rag },
    })
    if (count === 0) throw conflict('This referral is decided: nothing waits for it in the queue')
    const entryId = context.record({
      ledger: referral.borough, kind: 'referral-facts-added', occurredAt: context.now, subjects: childIds, referralId: said.referralId,
      heading: !live ? 'Found to be no live emergency' : stood && before?.kind === said.emergency ? 'Live emergency: what is known of the 999 call' : `Live emergency: ${EMERGENCY_WORDS[said.emergency ?? 'danger-now'].toLowerCase()}`,
      body: { ...Object.fromEntries(Object.entries(emergencyBody(said)).filter(([, value]) => value !== null)), ...(said.reason === null ? {} : { reason: said.reason }), ...(live ? { rag: 'red', urgency: 'high' } : {}) },
    })
    await recordEmergency(context, said.referralId, said, entryId)
    return { goTo: referralPage(said.referralId), says: live ? 'It stands on top of the queue as a live emergency.' : 'It no longer stands as a live emergency.', ids: { referralId: said.referralId } }
  },
}
