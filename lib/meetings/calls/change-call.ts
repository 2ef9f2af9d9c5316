import 'server-only'
import { z } from 'zod'
import { inReach } from '@/lib/access/visibility'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { id, instant, text } from '@/lib/referrals/input'
import { instantWords } from '@/lib/wording/london-words'
import { strategyDiscussion } from '../kinds/strategy-discussion'
import { callPath } from './call-discussion'
import { modeField, placeField } from './input'
import { tellAsked, timesOf } from './tell-asked'

const moveInput = z.object({ callId: id, meetsAt: instant('Enter when it takes place'), mode: modeField, place: placeField })
const offInput = z.object({ callId: id, reason: text(1000, 'Say why it does not take place') })

/** Another time or place. Everybody who was asked is told; what they answered for the other time stands until they say otherwise. */
export const moveDiscussion: Act<typeof moveInput> = {
  name: 'move-discussion',
  right: 'record-strategy-discussion',
  input: moveInput,
  async run(context, { callId, meetsAt, mode, place }) {
    const { tx, now } = context
    const call = await openCall(context, callId)
    if (meetsAt.getTime() <= now.getTime()) throw invalid('meetsAt', 'This has passed')
    const { count } = await tx.meetingCall.updateMany({ where: { id: callId, calledOffAt: null, meetingId: null }, data: { meetsAt, mode, place, sequence: { increment: 1 } } })
    if (count === 0) throw conflict('It was held or called off a moment ago.')
    await tellAsked(context, { ...call, path: callPath(callId), calendar: timesOf(strategyDiscussion, { meetsAt, sequence: call.sequence + 1 }) }, 'meeting-moved')
    context.record({
      ledger: call.borough, kind: 'discussion-called', heading: `Strategy discussion moved to ${instantWords(meetsAt)}`, occurredAt: now, subjects: call.childIds, referralId: call.referralId,
      body: { call_id: callId, reference: call.reference, meets_at: meetsAt.toISOString(), before: call.meetsAt.toISOString(), mode, place },
    })
    return { goTo: callPath(callId), says: 'Moved. Those who were asked are told.', ids: { callId } }
  },
}

/** It does not take place. What is owed runs on. */
export const callOffDiscussion: Act<typeof offInput> = {
  name: 'call-off-discussion',
  right: 'record-strategy-discussion',
  input: offInput,
  async run(context, { callId, reason }) {
    const { tx, actor, now } = context
    const call = await openCall(context, callId)
    const { count } = await tx.meetingCall.updateMany({ where: { id: callId, calledOffAt: null, meetingId: null }, data: { calledOffAt: now, calledOffBy: actor.accountId, sequence: { increment: 1 } } })
    if (count === 0) throw conflict('It was held or called off a moment ago.')
    await tellAsked(context, { ...call, path: callPath(callId), calendar: timesOf(strategyDiscussion, { meetsAt: call.meetsAt, sequence: call.sequence + 1 }) }, 'meeting-called-off')
    context.record({
      ledger: call.borough, kind: 'discussion-called-off', heading: 'Strategy discussion called off', occurredAt: now, subjects: call.childIds, referralId: call.referralId,
      body: { call_id: callId, reference: call.reference, reason },
    })
    return { goTo: callPath(callId), says: 'Called off. Those who were asked are told; the clocks run on.', ids: { callId } }
  },
}

interface OpenCall {
  readonly id: string
  readonly borough: string
  readonly reference: string
  readonly referralId: string | null
  readonly meetsAt: Date
  readonly childIds: readonly string[]
  readonly sequence: number
}

async function openCall(context: ActContext, callId: string): Promise<OpenCall> {
  const call = await context.tx.meetingCall.findFirst({
    where: { id: callId, kind: strategyDiscussion.id, ...inReach(context.actor, 'record') }, include: { children: true },
  })
  if (call === null) throw notFound()
  context.as(call.borough)
  if (call.meetingId !== null) throw conflict('It was held already: its record is there.')
  if (call.calledOffAt !== null) throw conflict(`It was called off ${instantWords(call.calledOffAt)}.`)
  return {
    id: call.id, borough: call.borough, reference: call.reference, referralId: call.referralId, meetsAt: call.meetsAt, childIds: call.children.map((child) => child.personId),
    sequence: call.sequence,
  }
}
