import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { membershipFor, type ActName } from '@/lib/access/permissions'
import { inReach } from '@/lib/access/visibility'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { DISCUSSION_ALERTS } from '@/lib/deadlines/discussion'
import { owedAnywhere } from '@/lib/deadlines/owed-anywhere'
import { writeMails } from '@/lib/platform/mail/outbox'
import { id, optionalText } from '@/lib/referrals/input'
import { agencyWords } from '@/lib/wording/agencies'
import { accountsOf } from '../account-of'
import { meetingKind } from '../kinds'
import type { MeetingKind } from '../kind'
import { timesOf } from './tell-asked'

const input = z.object({
  invitationId: id,
  coming: z.enum(['yes', 'no'], { error: 'Say whether you are coming' }),
  insteadName: optionalText(120),
  brings: optionalText(5000),
})

/**
 * Coming, or apologies and who comes instead; and what the agency brings. Said by who is asked; for somebody without an account, or told
 * by telephone, written down by whoever may convene.
 */
export const answerInvitation: Act<typeof input> = {
  name: 'answer-invitation',
  right: 'answer-invitation',
  input,
  async run(context, { invitationId, coming, insteadName, brings }) {
    const { tx, actor, now } = context
    const invitation = await tx.meetingInvitation.findFirst({ where: { id: invitationId }, include: { call: true } })
    if (invitation === null) throw notFound()
    const { call } = invitation
    const kind = meetingKind(call.kind)
    const path = pathOfCall(kind, call.id)
    const own = invitation.accountId === actor.accountId
    const convenes = !own && await tx.meetingCall.count({ where: { id: call.id, ...inReach(actor, 'record') } }) === 1 && membershipFor(actor, convening(kind), call.borough) !== null
    if (own) context.as(null, { agency: invitation.agency })
    else if (convenes) context.as(call.borough)
    // Another's invitation: they see that they are asked themselves, and answer for nobody else.
    else throw forbidden('Only who is asked answers, or whoever convenes for them.')
    if (call.openedAt !== null && call.meetingId === null) throw conflict('The meeting is in session.')
    if (call.meetingId !== null) throw conflict('It was held already.')
    if (call.calledOffAt !== null) throw conflict('It was called off.')
    const instead = coming === 'yes' ? null : insteadName
    const [insteadAccount = null] = instead === null ? [] : await accountsOf(tx, [{ name: instead, agency: invitation.agency }], call.borough, now)
    await tx.meetingAnswer.createMany({ data: [{ id: randomUUID(), invitationId, coming: coming === 'yes', insteadName: instead, insteadAccount, brings, at: now, by: actor.accountId }] })
    const about = { borough: call.borough, aboutId: call.id, reference: call.reference, path }
    if (insteadAccount !== null && insteadAccount !== actor.accountId) await writeMails(tx, { kind: 'invitation', ...about, toAccounts: [insteadAccount], calendar: timesOf(kind, call) }, actor.accountId, now)
    // A month’s meeting is called by nobody: its page says who comes.
    if (call.calledBy !== actor.accountId && call.month === null) await writeMails(tx, { kind: 'invitation-answered', ...about, toAccounts: [call.calledBy] }, actor.accountId, now)
    const children = (await tx.$queryRaw<{ id: string }[]>`SELECT policy_call_children AS id FROM policy_call_children(${call.id}::uuid)`).map((row) => row.id)
    const lost = coming === 'no' && instead === null
    context.record({
      ledger: call.borough, kind: 'invitation-answered', heading: `${agencyWords(invitation.agency)} ${coming === 'yes' ? 'is coming to' : instead === null ? 'sends apologies for' : 'sends somebody else to'} the ${kind.agenda === null ? kind.title.toLowerCase() : kind.title}`,
      occurredAt: now, subjects: call.month === null ? children : [], referralId: call.referralId, ...(own ? { agency: invitation.agency } : {}),
      body: { call_id: call.id, reference: call.reference, agency: invitation.agency, coming: coming === 'yes', ...(instead === null ? {} : { instead }), ...(brings === null ? {} : { says: brings }) },
    })
    if (lost && invitation.required && kind.agenda === null) await tellConveners(context, children, call.borough, agencyWords(invitation.agency))
    return {
      goTo: path, ids: { callId: call.id },
      says: coming === 'yes' ? 'Answered: coming.' : instead === null ? 'Answered: apologies. Nobody comes instead.' : 'Answered: apologies, and who comes instead.',
    }
  },
}

/** Where a called meeting is prepared. */
export const pathOfCall = (kind: MeetingKind, callId: string): string => (kind.agenda === null ? `${kind.path}/called/${callId}` : `${kind.path}/${callId}`)
/** The right of whoever convenes a meeting of that kind. */
const convening = (kind: MeetingKind): ActName => kind.agenda?.rights.run ?? 'record-strategy-discussion'

/** A required agency stays away and sends nobody: whoever owes the discussion is told before it is held (sd-quorum), on the duty it belongs to. */
async function tellConveners({ tx, now }: ActContext, childIds: readonly string[], borough: string, agency: string): Promise<void> {
  const first = (await owedAnywhere(tx, childIds, DISCUSSION_ALERTS)).find((duty) => duty.borough === borough)
  if (first === undefined) return
  await tx.notification.createMany({
    data: [{ id: randomUUID(), deadlineId: first.id, rung: `not-coming-${randomUUID().slice(0, 8)}`, toRole: 'mash-decision-maker', toAccount: null, borough, says: `${agency} is not coming to the discussion and sends nobody.`, at: now }],
    skipDuplicates: true,
  })
}
