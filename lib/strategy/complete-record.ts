import 'server-only'
import { z } from 'zod'
import { inReach } from '@/lib/access/visibility'
import { meetingWords } from '@/lib/access/words'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, invalid, notFound } from '@/lib/acts/outcome'
import { hasPlan } from '@/lib/meetings/kind'
import { ENQUIRIES, strategyDiscussion } from '@/lib/meetings/kinds/strategy-discussion'
import { id, optionalText } from '@/lib/referrals/input'
import { oneOf } from './input'

const input = z.object({
  meetingId: id,
  chair: optionalText(120),
  informationShared: optionalText(20_000),
  riskAnalysis: optionalText(20_000),
  decision: oneOf(strategyDiscussion.decisions, 'Choose a decision from the list'),
  decisionReason: optionalText(5000),
  enquiry: oneOf(ENQUIRIES, 'Choose how the enquiry is made'),
  policeOfficer: optionalText(120),
}).superRefine((value, context) => {
  const problem = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
  if (value.decision !== null && value.decisionReason === null) problem('decisionReason', 'Say why this was decided')
  if (value.decision === 's47' && value.enquiry === null) problem('enquiry', 'Say whether the enquiry is joint or by one agency')
})

/** Fills in what the record of a discussion was left without (sd-record). What stands in it is not changed: the later words are an entry of their own. */
export const completeRecord: Act<typeof input> = {
  name: 'complete-record',
  right: 'record-strategy-discussion',
  input,
  async run(context, { meetingId, chair, informationShared, riskAnalysis, decision, decisionReason, enquiry, policeOfficer }) {
    const { tx, actor, now } = context
    const meeting = await tx.meeting.findFirst({
      where: { id: meetingId, kind: strategyDiscussion.id, ...inReach(actor, 'record') }, include: { children: true },
    })
    if (meeting === null) throw notFound()
    context.as(meeting.borough)
    const decided = decision === null ? {} : {
      decision, decisionReason, ...(decision === 's47' ? { jointEnquiry: enquiry } : {}), ...(decision === 's47' && policeOfficer !== null ? { policeOfficer } : {}),
    }
    const filled = Object.fromEntries(Object.entries({ chair, informationShared, riskAnalysis, ...decided }).filter(([, value]) => value !== null))
    if (Object.keys(filled).length === 0) throw invalid('form', 'Fill in what was missing')
    // Only what is still open: whoever wrote it first is not written over. Locked: two who fill it in at once do so one after the other.
    await tx.$queryRaw`SELECT id FROM meeting WHERE id = ${meetingId}::uuid FOR UPDATE`
    const stands = await meetingWords(tx, meetingId)
    // Who may not read the words does not write among them.
    if (!stands.opens) throw forbidden('The words of this record are not open to you.')
    if (Object.keys(filled).some((column) => stands.filled.includes(columnOf(column)))) throw conflict('Somebody has filled this in already. Open the record to see what it says.')
    const changed = await tx.meeting.updateMany({ where: { id: meetingId, ...inReach(actor, 'record') }, data: filled })
    if (changed.count === 0) throw conflict('Somebody has filled this in already. Open the record to see what it says.')
    const plan = hasPlan(strategyDiscussion, { decision: decision ?? meeting.decision, actions: await tx.action.count({ where: { meetingId } }) })
    context.record({
      ledger: meeting.borough, kind: 'record-updated', heading: 'Record of the strategy discussion filled in', occurredAt: now,
      subjects: meeting.children.map((child) => child.personId), referralId: meeting.referralId,
      body: { about: 'strategy-discussion', meeting_id: meetingId, ...(plan ? { plan_recorded: true } : {}), ...inPolicyWords(filled) },
    })
    return { goTo: `${strategyDiscussion.path}/${meetingId}`, says: 'The record was filled in.', ids: { meetingId } }
  },
}

/** 'riskAnalysis' as the table names it. */
const columnOf = (field: string): string => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const WORDS: Readonly<Record<string, string>> = {
  informationShared: 'information_shared', riskAnalysis: 'risk_analysis', decisionReason: 'reason', jointEnquiry: 'enquiry', policeOfficer: 'police_officer',
}
const inPolicyWords = (filled: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(filled).map(([column, value]) => [WORDS[column] ?? column, value]))
