import 'server-only'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { referralPage, workOn } from '../find-referral'
import { id, optionalText, text, yesNoUnknown } from '../input'

export const allocationInput = z.object({
  referralId: id,
  worker: text(120, 'Name the worker who has the case'),
  team: text(120, 'Name the worker’s team'),
  /** Whether the worker is trained for this work; not known is not refused. */
  trained: yesNoUnknown,
  coSignedBy: optionalText(120),
  note: optionalText(2000),
})

/** inv-allocate, gov-training: the case is given to a named worker of a team. An untrained one needs a co-sign (gate). */
export const allocateReferral: Act<typeof allocationInput> = {
  name: 'allocate-referral',
  right: 'allocate',
  input: allocationInput,
  async run(context, { referralId, worker, team, trained, coSignedBy, note }) {
    const { childIds, record } = await workOn(context, referralId)
    await context.tx.referral.updateMany({ where: { id: referralId }, data: { allocatedTo: worker, allocatedTeam: team, allocatedAt: context.now } })
    await context.tx.person.updateMany({ where: { id: { in: [...childIds] } }, data: { leadName: `${worker}, ${team}` } })
    record({
      kind: 'case-allocated', heading: `Allocated to ${worker}, ${team}`,
      body: { worker, team, ...(trained === null ? {} : { trained }), ...(coSignedBy === null ? {} : { co_signed: true, co_signed_by: coSignedBy }), ...(note === null ? {} : { note }) },
    })
    return { goTo: referralPage(referralId), says: `Allocated to ${worker}.`, ids: { referralId } }
  },
}
