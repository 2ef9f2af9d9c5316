import 'server-only'
import { membershipFor } from '@/lib/access/permissions'
import { inReach } from '@/lib/access/visibility'
import type { ActContext } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { instantWords } from '@/lib/wording/london-words'
import { agendaKind, type AgendaKind } from '../kinds'

/** What an act on a meeting asks for: that it is still to be held, that it is in session, or that it was held. */
export type Stage = 'to-come' | 'open' | 'before-end' | 'held'

/**
 * The meeting an act is about, within reach, at the stage the act needs, under the membership that may do it. Stops with not found, forbidden,
 * or a conflict that says what happened meanwhile.
 */
export async function meetingToChange(context: ActContext, callId: string, which: 'list' | 'run' | 'signOff', stage: Stage) {
  const { tx, actor } = context
  const call = await tx.meetingCall.findFirst({ where: { id: callId, ...inReach(actor, 'record') } })
  const kind = call === null ? null : agendaKind(call.kind)
  if (call === null || kind === null) throw notFound()
  const membership = mayOn(context, kind, which, call.borough)
  if (call.calledOffAt !== null) throw conflict(`This meeting was called off on ${instantWords(call.calledOffAt)}.`)
  if (stage === 'held') {
    if (call.meetingId === null) throw conflict('This meeting has not ended yet.')
    return { call, kind, membership }
  }
  if (call.meetingId !== null) throw conflict('This meeting has ended: its record stands.')
  if (stage === 'open' && call.openedAt === null) throw conflict('This meeting has not been opened yet.')
  if (stage === 'to-come' && call.openedAt !== null) throw conflict('This meeting is in session.')
  return { call, kind, membership }
}

/** The right of the kind in that borough; the act's own right is the widest of them, and this is the one that counts. */
function mayOn(context: ActContext, kind: AgendaKind, which: 'list' | 'run' | 'signOff', borough: string) {
  const under = membershipFor(context.actor, kind.agenda.rights[which], borough)
  context.as(borough)
  if (under === null) throw forbidden(`Your role may not do this at a ${kind.title}.`)
  return under
}
