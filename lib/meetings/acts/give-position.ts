import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { forbidden, notFound } from '@/lib/acts/outcome'
import { id, optionalText } from '@/lib/referrals/input'
import { agencyWords } from '@/lib/wording/agencies'
import { meetingKind } from '../kinds'
import { membershipForPosition } from '../may-speak'
import { meetingInReach } from '../reach'

const input = z.object({
  meetingId: id,
  agrees: z.enum(['yes', 'no'], { error: 'Say whether your agency agrees' }),
  says: optionalText(5000),
  /** With dissent: the child is not safe while the agencies disagree. */
  unsafe: z.boolean().nullish().transform((value) => value === true),
}).superRefine((value, context) => {
  if (value.agrees === 'no' && value.says === null) context.addIssue({ code: 'custom', path: ['says'], message: 'Say what your agency does not agree with, and why' })
})

/**
 * An agency's agreement or dissent, said by that agency for itself, and only by one that took part. A second position does
 * not replace the first: both stay, the later one is what the agency now says.
 */
export const givePosition: Act<typeof input> = {
  name: 'give-position',
  right: 'give-position',
  input,
  async run(context, { meetingId, agrees, says, unsafe }) {
    const { tx, actor, now } = context
    const meeting = await tx.meeting.findFirst({
      where: { AND: [{ id: meetingId }, meetingInReach(actor)] },
      include: { participants: true, children: true },
    })
    if (meeting === null) throw notFound()
    const membership = membershipForPosition(actor, meeting)
    if (membership === null) throw forbidden('Only an agency that took part gives its position, and only for itself.')
    context.as(null, { agency: membership.agency })
    await tx.meetingPosition.createMany({ data: [{ id: randomUUID(), meetingId, agency: membership.agency, agrees: agrees === 'yes', says, saidBy: actor.accountId, at: now }] })
    context.record({
      ledger: meeting.borough, kind: 'position-given', heading: `${agencyWords(membership.agency)} ${agrees === 'yes' ? 'agrees' : 'dissents'}`, occurredAt: now,
      subjects: meeting.children.map((child) => child.personId), referralId: meeting.referralId, membershipId: membership.id, agency: membership.agency,
      body: { meeting_id: meetingId, agency: membership.agency, agrees: agrees === 'yes', ...(agrees === 'no' && unsafe ? { unsafe } : {}), ...(says === null ? {} : { says }) },
    })
    return { goTo: `${meetingKind(meeting.kind).path}/${meetingId}`, says: agrees === 'yes' ? 'Agreement recorded.' : 'Dissent recorded.', ids: { meetingId } }
  },
}
