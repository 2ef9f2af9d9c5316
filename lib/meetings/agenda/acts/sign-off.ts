import 'server-only'
import { z } from 'zod'
import { rankAtLeast } from '@/lib/access/roles'
import type { Act } from '@/lib/acts/act'
import { conflict, notFound } from '@/lib/acts/outcome'
import { refusalsOf } from '@/lib/policy/gates'
import { id } from '@/lib/referrals/input'
import { unknownTo } from '../about-nobody'
import { meetingToChange } from '../find'

const input = z.object({ callId: id })

/**
 * Signs off the record of a meeting. Of a MASE only where borough police of inspector’s rank or above chaired it, or where another person recorded
 * why it stands all the same (mase-chair); and by nobody below that rank.
 */
export const signOff: Act<typeof input> = {
  name: 'sign-off-meeting',
  right: 'convene-map',
  input,
  async run(context, { callId }) {
    const { tx, now, actor } = context
    const { call, kind, membership } = await meetingToChange(context, callId, 'signOff', 'held')
    const meeting = await tx.meeting.findFirst({ where: { id: call.id }, select: { signedOffAt: true, exceptionReason: true, exceptionBy: true, exceptionAt: true, children: { select: { personId: true } } } })
    if (meeting === null) throw notFound()
    if (meeting.signedOffAt !== null) throw conflict('The record is signed off already.')
    if (meeting.exceptionBy === actor.accountId) throw conflict('You recorded the exception: somebody else signs the record off.')
    const subjects = meeting.children.map((child) => child.personId)
    const about = { borough: call.borough, subjects }
    const body = {
      meeting: kind.agenda.meeting, meeting_id: call.id, chair: call.chairName, chair_agency: call.chairAgency, chair_rank: call.chairRank,
      exception: meeting.exceptionReason === null ? null : { reason: meeting.exceptionReason, by: meeting.exceptionBy, at: meeting.exceptionAt?.toISOString() },
    }
    if (kind.agenda.rights.signOff === 'sign-off-mase' && !rankAtLeast(membership.rank, 'inspector')) {
      context.refuse([{
        rule: 'meeting-chair-rank', clause: kind.chair.clause, says: 'The record of a MASE is signed off by an inspector or above.',
        wayForward: 'Ask the inspector who chairs the borough’s MASE to sign it off.',
      }], about)
    }
    if (subjects.length === 0) {
      const refusals = refusalsOf({ id: call.id, kind: 'minutes-confirmed', at: now, recordedAt: now, order: 0, referralId: null, detail: body }, await unknownTo(tx, call.borough, now))
      if (refusals.length > 0) context.refuse(refusals, about)
    }
    const { count } = await tx.meeting.updateMany({ where: { id: call.id, signedOffAt: null }, data: { signedOffAt: now, signedOffBy: actor.accountId } })
    if (count === 0) throw conflict('The record was signed off a moment ago.')
    context.record({ ledger: call.borough, kind: 'minutes-confirmed', heading: `Record of the ${kind.title} signed off`, occurredAt: now, subjects, body })
    return { goTo: `${kind.path}/${call.id}`, says: 'Signed off.', ids: { callId: call.id } }
  },
}
