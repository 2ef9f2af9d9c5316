import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { membershipFor } from '@/lib/access/permissions'
import { AGENCIES } from '@/lib/access/roles'
import { inReach } from '@/lib/access/visibility'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { id, optionalText } from '@/lib/referrals/input'
import { agencyWords } from '@/lib/wording/agencies'
import { agendaKind } from '../../kinds'

const input = z.object({
  itemId: id,
  agency: z.enum(AGENCIES, { error: 'Choose the agency' }),
  found: z.enum(['known', 'nothing'], { error: 'Say whether your agency knows anything' }),
  says: optionalText(5000),
}).superRefine((said, context) => {
  if (said.found === 'known' && said.says === null) context.addIssue({ code: 'custom', path: ['says'], message: 'Write what your agency knows' })
})

/**
 * What an agency found in its own records about one item before the meeting, or that it knows nothing (mase-prep). Said by who is asked for
 * that agency; told by telephone, written down by whoever runs the meeting. A later answer stands beside the earlier one.
 */
export const bringResearch: Act<typeof input> = {
  name: 'bring-research',
  right: 'record-research',
  input,
  async run(context, { itemId, agency, found, says }) {
    const { tx, actor, now } = context
    const item = await tx.meetingItem.findFirst({ where: { id: itemId }, select: { id: true, callId: true, kind: true, sharedWith: true } })
    const call = item === null ? null : await tx.meetingCall.findFirst({ where: { id: item.callId }, include: { invitations: { include: { answers: { select: { insteadAccount: true } } } } } })
    const kind = call === null ? null : agendaKind(call.kind)
    if (item === null || call === null || kind === null) throw notFound()
    const [opens] = await tx.$queryRaw<{ opens: boolean }[]>`SELECT item_opens(${itemId}::uuid) AS opens`
    if (opens?.opens !== true) throw notFound()
    const own = call.invitations.some((one) => one.agency === agency && (one.accountId === actor.accountId || one.answers.some((answer) => answer.insteadAccount === actor.accountId)))
    const runs = !own && membershipFor(actor, kind.agenda.rights.run, call.borough) !== null
      && await tx.meetingCall.count({ where: { id: call.id, ...inReach(actor, 'record') } }) === 1
    if (own) context.as(null, { agency })
    else if (runs) context.as(call.borough)
    else throw forbidden('What an agency knows is said by who is asked for it, or by whoever runs the meeting for them.')
    if (!item.sharedWith.includes(agency)) throw forbidden('This item is not shared with that agency.')
    if (call.meetingId !== null) throw conflict('The meeting has ended: its record stands.')
    if (call.calledOffAt !== null) throw conflict('The meeting was called off.')
    await tx.itemResearch.createMany({ data: [{ id: randomUUID(), itemId, agency, nothingKnown: found === 'nothing', says, by: actor.accountId, at: now }] })
    const [about] = await tx.$queryRaw<{ id: string | null }[]>`SELECT policy_item_person(${itemId}::uuid) AS id`
    context.record({
      ledger: call.borough, kind: 'agency-research-recorded', heading: `${agencyWords(agency)}: research for the ${kind.title}`, occurredAt: now, subjects: about?.id == null ? [] : [about.id], ...(own ? { agency } : {}),
      body: { meeting: kind.agenda.meeting, meeting_id: call.id, item_id: itemId, agency, nothing_known: found === 'nothing', ...(says === null ? {} : { says }) },
    })
    return { goTo: own ? `${kind.path}/${call.id}/research#item-${itemId}` : `${kind.path}/${call.id}`, says: found === 'nothing' ? 'Recorded: nothing known.' : 'Recorded: what your agency knows.', ids: { itemId, callId: call.id } }
  },
}
