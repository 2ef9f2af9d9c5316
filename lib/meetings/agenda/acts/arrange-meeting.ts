import 'server-only'
import { z } from 'zod'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { id, instant, text } from '@/lib/referrals/input'
import { instantWords } from '@/lib/wording/london-words'
import { pathOfCall } from '../../calls/answer-invitation'
import { modeField, placeField } from '../../calls/input'
import { tellAsked, timesOf } from '../../calls/tell-asked'
import { meetingToChange } from '../find'
import { monthOf } from '../month'

const moveInput = z.object({ callId: id, meetsAt: instant('Enter when it takes place'), mode: modeField, place: placeField })
const offInput = z.object({ callId: id, reason: text(1000, 'Say why it does not take place') })

const YEAR_MS = 366 * 24 * 3_600_000

/** Sets the time and the place of a MAP or a MASE, or changes them. Everybody who was asked is told; a month’s meeting stays within its month. */
export const moveMeeting: Act<typeof moveInput> = {
  name: 'move-meeting',
  right: 'convene-map',
  input: moveInput,
  async run(context, { callId, meetsAt, mode, place }) {
    const { tx, now } = context
    const { call, kind } = await meetingToChange(context, callId, 'run', 'to-come')
    const sameTime = meetsAt.getTime() === call.meetsAt.getTime()
    if (!sameTime && meetsAt.getTime() <= now.getTime()) throw invalid('meetsAt', 'This has passed')
    if (meetsAt.getTime() > now.getTime() + YEAR_MS) throw invalid('meetsAt', 'Enter a date within a year')
    // Moved into another month it would be that month’s, and this one would be without (mase-monthly).
    if (call.month !== null && monthOf(meetsAt) !== call.month) throw invalid('meetsAt', 'The month’s meeting stays in its month. If it cannot be held then, call it off: the month then shows as missed.')
    const { count } = await tx.meetingCall.updateMany({ where: { id: callId, openedAt: null, meetingId: null, calledOffAt: null }, data: { meetsAt, mode, place, sequence: { increment: 1 } } })
    if (count === 0) throw conflict('It was opened or called off a moment ago.')
    const path = pathOfCall(kind, callId)
    const told = await tellAsked(context, { ...call, path, calendar: timesOf(kind, { meetsAt, sequence: call.sequence + 1 }) }, 'meeting-moved')
    context.record({
      ledger: call.borough, kind: 'meeting-arranged', heading: `${kind.title} set for ${instantWords(meetsAt)}`, occurredAt: now, subjects: await aboutWhom(context, call),
      body: { meeting: kind.agenda.meeting, meeting_id: callId, reference: call.reference, meets_at: meetsAt.toISOString(), before: call.meetsAt.toISOString(), mode, place },
    })
    return { goTo: path, says: told === 0 ? 'Set.' : 'Set. Those who were asked are told.', ids: { callId } }
  },
}

/** It does not take place. What is owed runs on, and a month without a MASE shows as that (mase-monthly). */
export const callOffMeeting: Act<typeof offInput> = {
  name: 'call-off-meeting',
  right: 'convene-map',
  input: offInput,
  async run(context, { callId, reason }) {
    const { tx, actor, now } = context
    const { call, kind } = await meetingToChange(context, callId, 'run', 'to-come')
    const { count } = await tx.meetingCall.updateMany({
      where: { id: callId, openedAt: null, meetingId: null, calledOffAt: null }, data: { calledOffAt: now, calledOffBy: actor.accountId, sequence: { increment: 1 } },
    })
    if (count === 0) throw conflict('It was opened or called off a moment ago.')
    const path = pathOfCall(kind, callId)
    await tellAsked(context, { ...call, path, calendar: timesOf(kind, { meetsAt: call.meetsAt, sequence: call.sequence + 1 }) }, 'meeting-called-off')
    context.record({
      ledger: call.borough, kind: 'meeting-arranged', heading: `${kind.title} called off`, occurredAt: now, subjects: await aboutWhom(context, call),
      body: { meeting: kind.agenda.meeting, meeting_id: callId, reference: call.reference, called_off: true, reason },
    })
    return { goTo: path, says: 'Called off. Those who were asked are told; what is owed runs on.', ids: { callId } }
  },
}

/** A month’s meeting is about a borough, and its arranging is nobody’s chronology; a MAP is about its child. */
async function aboutWhom({ tx }: ActContext, call: { readonly id: string; readonly month: string | null }): Promise<string[]> {
  return call.month !== null ? [] : (await tx.meetingCallChild.findMany({ where: { callId: call.id }, select: { personId: true } })).map((child) => child.personId)
}
