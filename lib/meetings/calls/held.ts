import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import { conflict, notFound } from '@/lib/acts/outcome'
import { strategyDiscussion } from '../kinds/strategy-discussion'

/** The called discussion was held: its record is that meeting. Once; one that was called off is no more. */
export async function callWasHeld({ tx }: ActContext, held: { callId: string; meetingId: string; borough: string }): Promise<void> {
  const call = await tx.meetingCall.findFirst({ where: { id: held.callId, kind: strategyDiscussion.id, borough: held.borough }, select: { meetingId: true, calledOffAt: true } })
  if (call === null) throw notFound()
  if (call.calledOffAt !== null) throw conflict('This discussion was called off. Record it without it, or call another.')
  const { count } = await tx.meetingCall.updateMany({ where: { id: held.callId, kind: strategyDiscussion.id, borough: held.borough, meetingId: null, calledOffAt: null }, data: { meetingId: held.meetingId } })
  if (count === 0) throw conflict('Somebody has recorded this discussion already: open it and add what is missing.')
}
