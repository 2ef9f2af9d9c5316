import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { z } from 'zod'

/** What a calendar file of a meeting is written from: how often it was changed since it was called, and instants in UTC: the same on both sides of a clock change, and every calendar shows them by its own clock. */
const calendarTimes = z.strictObject({ sequence: z.number().int().nonnegative(), starts: z.iso.datetime(), ends: z.iso.datetime() }).readonly()
export type CalendarTimes = z.infer<typeof calendarTimes>

/** The times as a mail's row keeps them. Throws where the row holds anything else: no calendar file is written from it. */
export const readCalendarTimes = (kept: unknown): CalendarTimes => calendarTimes.parse(kept)

interface OfMail {
  readonly kind: string
  readonly aboutId: string
  readonly reference: string
  readonly path: string
  readonly toAddress: string
  readonly writtenAt: Date
  readonly calendar: CalendarTimes
}

/**
 * The calendar file (RFC 5545, 5546) of one mail about a meeting: its reference and a link, by hour, and no word that anybody typed. The same
 * meeting has the same UID in every file, so that a calendar moves it or takes it away.
 */
export function calendarFile(mail: OfMail, { origin, from }: { readonly origin: string; readonly from: string }): { method: 'REQUEST' | 'CANCEL'; content: string } {
  const off = mail.kind === 'meeting-called-off'
  const sender = /<([^>]+)>/.exec(from)?.[1] ?? from.trim()
  const link = `${origin}${mail.path}`
  const calendar = ical({ prodId: { company: 'Holdfast', product: 'Holdfast', language: 'EN' }, method: off ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST })
  calendar.createEvent({
    id: `${mail.aboutId}@${sender.split('@')[1] ?? 'holdfast.invalid'}`, sequence: mail.calendar.sequence, stamp: mail.writtenAt, start: new Date(mail.calendar.starts), end: new Date(mail.calendar.ends),
    summary: `Meeting ${mail.reference}`,
    description: `Reference: ${mail.reference}\n${link}\n\nSign in to read where it is and whom it is about, and to answer. This entry says nothing about anybody, on purpose.`,
    url: link, status: off ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED, organizer: { name: 'Holdfast', email: sender },
    // Whether somebody comes is answered in Holdfast: a reply by mail would reach nobody.
    attendees: [{ email: mail.toAddress, rsvp: false, status: ICalAttendeeStatus.NEEDSACTION, role: ICalAttendeeRole.REQ }],
  })
  return { method: off ? 'CANCEL' : 'REQUEST', content: calendar.toString() }
}
