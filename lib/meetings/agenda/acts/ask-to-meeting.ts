import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { AGENCIES } from '@/lib/access/roles'
import type { Act } from '@/lib/acts/act'
import { invalid, Stopped, type Problem } from '@/lib/acts/outcome'
import { packFor } from '@/lib/deadlines/pack-for'
import { writeMails } from '@/lib/platform/mail/outbox'
import { id, optionalText } from '@/lib/referrals/input'
import { PARTICIPANT_WORDS } from '@/lib/wording/agencies'
import { counted } from '@/lib/wording/lists'
import { accountsOf } from '../../account-of'
import { pathOfCall } from '../../calls/answer-invitation'
import { timesOf } from '../../calls/tell-asked'
import { agencyOfMember } from '../../kinds/members'
import { meetingToChange } from '../find'

/** Somebody who is asked, or somebody the procedures ask for who is not, and why. */
type Row = { readonly asked: true; readonly part: string; readonly agency: string; readonly name: string } | { readonly asked: false; readonly part: string; readonly reason: string | null }

const row = z.object({
  ask: z.boolean().nullish(),
  part: z.string().nullish(),
  agency: z.enum([...AGENCIES, ''], { error: 'Choose the agency' }).nullish(),
  name: optionalText(120),
  reason: optionalText(500),
}).transform((said, context): Row | null => {
  const problem = (path: string, message: string): never => {
    context.addIssue({ code: 'custom', path: [path], message })
    return z.NEVER
  }
  const part = said.part !== null && said.part !== undefined && Object.hasOwn(PARTICIPANT_WORDS, said.part) ? said.part : null
  if (said.ask === false) {
    if (said.name !== null) return problem('ask', 'Tick that this person is asked, or clear the name')
    return part === null ? null : { asked: false, part, reason: said.reason }
  }
  if (said.ask !== true && part === null && said.name === null) return null
  if (part === null) return problem('part', 'Choose the part')
  const agency = said.agency || agencyOfMember(part) || AGENCIES.find((known) => known === part) || null
  if (agency === null) return problem('agency', 'Choose the agency')
  if (said.name === null) return problem('name', 'Enter who is asked, or untick the row')
  return { asked: true, part, agency, name: said.name }
})

const input = z.object({ callId: id, invited: z.array(row).max(60, 'Ask at most 60 people') })

/**
 * Asks people to a MAP or a MASE: each member the procedures name, and whoever else the child needs there. Somebody of a child’s own network
 * who is not asked, a parent above all, is put on record with the reason (map-attendees). Those with an account are told by mail.
 */
export const askToMeeting: Act<typeof input> = {
  name: 'ask-to-meeting',
  right: 'convene-map',
  input,
  async run(context, { callId, invited }) {
    const { tx, now, actor } = context
    const { call, kind } = await meetingToChange(context, callId, 'run', 'before-end')
    const [there, excused] = [
      await tx.meetingInvitation.findMany({ where: { callId }, select: { part: true, name: true } }),
      await tx.meetingNotAsked.findMany({ where: { callId }, select: { part: true } }),
    ]
    const known = (part: string): boolean => there.some((one) => one.part === part) || excused.some((one) => one.part === part)
    const problems: Problem[] = kind.agenda.rhythm === 'monthly' ? [] : invited.flatMap((one, index) =>
      (one !== null && !one.asked && one.reason === null && !known(one.part) && !invited.some((other) => other?.asked === true && other.part === one.part)
        ? [{ field: `invited.${index}.reason`, message: 'Ask them, or say why they are not asked' }] : []))
    if (problems.length > 0) throw new Stopped({ ok: false, kind: 'invalid', problems })
    const fresh = invited.filter((one): one is Row & { asked: true } => one?.asked === true && !there.some((other) => other.part === one.part && other.name.toLowerCase() === one.name.toLowerCase()))
    const not = invited.filter((one): one is Row & { asked: false; reason: string } => one !== null && !one.asked && one.reason !== null && !excused.some((other) => other.part === one.part))
    if (fresh.length === 0 && not.length === 0) throw invalid('invited', 'Tick whom to ask and name them, or add somebody else: whoever was asked already is not asked twice')
    const members = kind.agenda.members.of(await packFor(tx, call.borough, now))
    const accounts = await accountsOf(tx, fresh, call.borough, now)
    await tx.meetingInvitation.createMany({ data: fresh.map((one, index) => ({
      id: randomUUID(), callId, part: one.part, agency: one.agency, name: one.name, accountId: accounts[index] ?? null, required: members.some((member) => member.part === one.part),
    })) })
    await tx.meetingNotAsked.createMany({ data: not.map((one) => ({ id: randomUUID(), callId, part: one.part, reason: one.reason, by: actor.accountId, at: now })) })
    const mails = await writeMails(tx, {
      kind: 'invitation', borough: call.borough, aboutId: callId, reference: call.reference, path: pathOfCall(kind, callId), calendar: timesOf(kind, call),
      toAccounts: accounts.filter((account): account is string => account !== null && account !== actor.accountId),
    }, actor.accountId, now)
    const childIds = call.month === null ? (await tx.meetingCallChild.findMany({ where: { callId }, select: { personId: true } })).map((child) => child.personId) : []
    context.record({
      ledger: call.borough, kind: 'meeting-arranged', heading: `Asked to the ${kind.title}`, occurredAt: now, subjects: childIds,
      body: {
        meeting: kind.agenda.meeting, meeting_id: callId, reference: call.reference, asked: fresh.map(({ part, agency, name }) => ({ part, agency, name })),
        ...(not.length === 0 ? {} : { not_asked: not.map(({ part, reason }) => ({ part, reason })) }),
      },
    })
    const byHand = fresh.length - accounts.filter((account) => account !== null).length
    return {
      goTo: pathOfCall(kind, callId), ids: { callId },
      says: `${fresh.length === 0 ? 'Put on record' : `${counted(fresh.length, 'person is', 'people are')} asked, ${mails.length} of them by mail`}.${byHand === 0 ? '' : ` ${counted(byHand, 'person has', 'people have')} no account here: tell them yourself.`}`,
    }
  },
}
