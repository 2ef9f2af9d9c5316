import 'server-only'
import type { Act } from '@/lib/acts/act'
import { invalid, notFound } from '@/lib/acts/outcome'
import { inReach, personInReach } from '@/lib/access/visibility'
import { meetingKind } from '@/lib/meetings/kinds'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { addActions } from './add-action'
import { dueToCome, setActionInput } from './input'

/** An action with an owner and a date, from a meeting after it was recorded, or by a supervisor about one child. */
export const setAction: Act<typeof setActionInput> = {
  name: 'set-action',
  right: 'set-action',
  input: setActionInput,
  async run(context, input) {
    const { tx, actor, now } = context
    const about = input.meetingId === null ? await aboutChild() : await aboutMeeting(input.meetingId)
    context.as(about.borough)
    const due = dueToCome(input, now)
    const [actionId] = await addActions(context, [{ what: input.what, ownerAgency: input.ownerAgency, ownerName: input.ownerName, ...due }], { ...about, setAt: now })
    return { goTo: about.goTo, says: 'Action set.', ids: { actionId: actionId ?? '' } }

    async function aboutMeeting(meetingId: string) {
      const meeting = await tx.meeting.findFirst({ where: { id: meetingId, ...inReach(actor, 'record') }, include: { children: true } })
      if (meeting === null) throw notFound()
      return {
        borough: meeting.borough, childIds: meeting.children.map((child) => child.personId), meetingId, referralId: meeting.referralId,
        goTo: `${meetingKind(meeting.kind).path}/${meetingId}`,
      }
    }

    async function aboutChild() {
      const child = input.childId === null ? null : await tx.person.findFirst({ where: { id: input.childId, ...personInReach(actor, 'record') }, select: { id: true, homeBorough: true } })
      if (child === null) throw notFound()
      const borough = input.borough ?? child.homeBorough
      if (borough === null || !BOROUGH_CODES.includes(borough)) throw invalid('borough', 'Choose a borough')
      return { borough, childIds: [child.id], meetingId: null, referralId: null, goTo: `/people/${child.id}` }
    }
  },
}
