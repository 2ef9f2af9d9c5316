import 'server-only'
import { z } from 'zod'
import { inReach } from '@/lib/access/visibility'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { readCalendarTimes } from '@/lib/platform/mail/calendar'
import { latestMails, writeMails } from '@/lib/platform/mail/outbox'
import { MAIL_KINDS, type MailKind } from '@/lib/platform/mail/words'
import { id } from '@/lib/referrals/input'
import { meetingKind } from '../kinds'
import { strategyDiscussion } from '../kinds/strategy-discussion'
import { mayCirculate } from '../may-circulate'

const input = z.object({ mailId: id })

/** A mail that failed is written once more, to the address that the account has now. Somebody does it who may send records: never a machine by itself. */
export const sendAgain: Act<typeof input> = {
  name: 'send-again',
  right: 'circulate-record',
  input,
  async run(context, { mailId }) {
    const { tx, actor, now } = context
    const mail = await tx.mail.findFirst({
      where: { id: mailId, ...inReach(actor, 'record') },
      select: { id: true, kind: true, borough: true, aboutId: true, reference: true, path: true, toAccount: true, failedAt: true, calendar: true },
    })
    if (mail === null || !Object.hasOwn(MAIL_KINDS, mail.kind)) throw notFound()
    context.as(mail.borough)
    const call = await tx.meetingCall.findFirst({ where: { id: mail.aboutId }, select: { kind: true } })
    if (!mayCirculate(actor, call === null ? strategyDiscussion : meetingKind(call.kind), mail.borough)) throw forbidden('Whoever sends such records writes their mails again.')
    // Two who press it at once write one: the second waits here and then finds the newer mail.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${mail.aboutId + mail.toAccount}))`
    const latest = (await latestMails(tx, mail.aboutId)).get(mail.toAccount)
    if (mail.failedAt === null || latest?.id !== mailId) throw conflict('It was written again already, or did not fail.')
    const written = await writeMails(tx, { kind: mail.kind as MailKind, borough: mail.borough, aboutId: mail.aboutId, reference: mail.reference, path: mail.path, toAccounts: [mail.toAccount], ...(mail.calendar === null ? {} : { calendar: readCalendarTimes(mail.calendar) }) }, actor.accountId, now)
    if (written.length === 0) throw conflict('Their account is shut: tell them yourself.')
    return { goTo: mail.path, says: 'Written again. It leaves in a moment.', ids: { aboutId: mail.aboutId } }
  },
}
