import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import type { CalendarTimes } from '@/lib/platform/mail/calendar'
import { writeMails } from '@/lib/platform/mail/outbox'
import type { MailKind } from '@/lib/platform/mail/words'
import type { MeetingKind } from '../kind'

const MINUTE = 60_000

/** What the calendar file of a called meeting is written from. */
export const timesOf = (kind: Pick<MeetingKind, 'lasts'>, call: { readonly meetsAt: Date; readonly sequence: number }): CalendarTimes =>
  ({ sequence: call.sequence, starts: call.meetsAt.toISOString(), ends: new Date(call.meetsAt.getTime() + kind.lasts * MINUTE).toISOString() })

interface Told {
  readonly id: string
  readonly borough: string
  readonly reference: string
  readonly path: string
  readonly calendar: CalendarTimes
}

/** Writes to everybody who was asked to a meeting, and to those who come instead, but to whoever does it. Gives how many were written to. */
export async function tellAsked({ tx, actor, now }: ActContext, call: Told, kind: MailKind): Promise<number> {
  const asked = await tx.meetingInvitation.findMany({ where: { callId: call.id }, select: { accountId: true, answers: { select: { insteadAccount: true } } } })
  const accounts = asked.flatMap((one) => [one.accountId, ...one.answers.map((answer) => answer.insteadAccount)]).filter((account): account is string => account !== null && account !== actor.accountId)
  const { id, borough, reference, path, calendar } = call
  return (await writeMails(tx, { kind, borough, aboutId: id, reference, path, toAccounts: accounts, calendar }, actor.accountId, now)).length
}
