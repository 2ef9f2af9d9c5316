import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AGENCIES, RANKS } from '@/lib/access/roles'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { id, optionalText, text } from '@/lib/referrals/input'
import { accountsOf } from '../../account-of'
import { meetingToChange } from '../find'

const input = z.object({
  callId: id,
  chairName: text(120, 'Name who chairs it'),
  chairAgency: z.enum(AGENCIES, { error: 'Choose the agency of the chair' }),
  chairRank: z.enum([...RANKS, ''], { error: 'Choose the rank from the list' }).nullish().transform((value) => value || null),
  chairPost: optionalText(120),
})

/** Earlier than this before its hour, a meeting is not opened but moved. */
const EARLY_MS = 24 * 3_600_000

/**
 * Opens the meeting: from now on its screen keeps what is typed. Whoever chairs it is put on record as it is, whatever rank the rule asks for:
 * a meeting that was held otherwise was held all the same (mase-chair).
 */
export const openMeeting: Act<typeof input> = {
  name: 'open-meeting',
  right: 'convene-map',
  input,
  async run(context, { callId, chairName, chairAgency, chairRank }) {
    const { tx, now, actor } = context
    const { call, kind } = await meetingToChange(context, callId, 'run', 'to-come')
    if (call.meetsAt.getTime() - now.getTime() > EARLY_MS) throw invalid('callId', 'This meeting is on another day: move it to today first')
    const [chairAccount = null] = await accountsOf(tx, [{ name: chairName, agency: chairAgency }], call.borough, now)
    const { count } = await tx.meetingCall.updateMany({
      where: { id: callId, openedAt: null, meetingId: null, calledOffAt: null },
      data: { openedAt: now, openedBy: actor.accountId, chairName, chairAgency, chairRank: chairAgency === 'police' ? chairRank : null, chairAccount },
    })
    if (count === 0) throw conflict('Somebody has opened this meeting a moment ago.')
    const asked = await tx.meetingInvitation.findMany({ where: { callId }, include: { answers: { orderBy: { at: 'desc' }, take: 1, select: { coming: true, insteadName: true, insteadAccount: true } } } })
    await tx.meetingAttendance.createMany({ data: asked.map((one) => {
      const [answer] = one.answers
      const instead = answer?.coming === false && answer.insteadName !== null ? answer : null
      return {
        id: randomUUID(), callId, invitationId: one.id, part: one.part, agency: one.agency, name: instead?.insteadName ?? one.name, rank: null,
        // Present is said by somebody in the room, and by no answer from before.
        accountId: instead === null ? one.accountId : instead.insteadAccount, present: false, canCommit: null, by: actor.accountId, at: now,
      }
    }) })
    return { goTo: `${kind.path}/${callId}/room`, says: `The ${kind.title} is open.`, ids: { callId } }
  },
}
