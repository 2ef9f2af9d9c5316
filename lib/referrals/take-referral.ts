import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { addPeople } from '@/lib/people/add-people'
import { agencyWords } from '@/lib/wording/agencies'
import { newReference } from '@/lib/people/reference'
import { referralInput, type ReferralInput } from './input'

/**
 * Takes a contact or a referral: its children and adults, what is alleged, and the three moments clocks start from.
 * Reaching the threshold starts the strategy-discussion clocks by itself, because the entry says so.
 */
export const takeReferral: Act<typeof referralInput> = {
  name: 'take-referral',
  right: 'record-referral',
  input: referralInput,
  async run(context, input) {
    const membership = context.as(null, { agency: input.fromAgency })
    const partner = membership.role === 'partner'
    if (input.receivedAt.getTime() > context.now.getTime()) throw invalid('receivedAt', 'This is in the future: enter when it was received')
    // Search comes before create: a second record of a known child hides what London knows (a partner never sees a match).
    const unsearched = input.children.findIndex((child) => child.personId === null)
    if (!partner && !input.searched && unsearched >= 0) throw invalid(`children.${unsearched}.givenName`, 'Look for the child among the people known before a new record is made')
    const referralId = randomUUID()
    const reference = newReference('R')
    const childIds = await addPeople(context, input.children, input.borough, !partner)
    const adultIds = await addPeople(context, input.adults, input.borough, !partner)
    await context.tx.referral.createMany({ data: [rowOf(context, input, referralId, reference, partner ? membership.teamId : null)] })
    await context.tx.referralPerson.createMany({ data: [
      ...childIds.map((personId) => ({ referralId, personId, role: 'child' })),
      ...adultIds.map((personId, index) => ({ referralId, personId, role: input.adults[index]?.role ?? 'other' })),
    ], skipDuplicates: true })
    await relate(context, input, childIds, adultIds)
    if (input.contactId !== null) await becomeReferral(context, input.contactId, referralId)
    context.record({
      ledger: input.borough, kind: input.form === 'contact' ? 'contact-received' : 'referral-made',
      heading: input.form === 'contact' ? `Contact from ${input.fromWords ?? input.fromAgency}` : `Referral from ${input.fromWords ?? input.fromAgency} to ${agencyWords(input.toAgency).toLowerCase()}`,
      occurredAt: input.receivedAt, subjects: [...new Set(childIds)], referralId, source: input.fromWords ?? input.fromAgency,
      body: eventBody(input, adultIds),
    })
    for (const concern of new Set(input.otherConcerns)) {
      if (concern === input.concern) continue
      context.record({
        ledger: input.borough, kind: 'referral-facts-added', heading: 'A further concern on the referral', occurredAt: input.receivedAt,
        subjects: [...new Set(childIds)], referralId, body: { ...eventBody(input, adultIds), concern },
      })
    }
    return { goTo: partner ? `/sent/${referralId}` : `/referrals/${referralId}`, says: `Taken as ${reference}.`, ids: { referralId, reference } }
  },
}

function rowOf(context: ActContext, input: ReferralInput, id: string, reference: string, fromTeamId: string | null) {
  return {
    id, reference, form: input.form, borough: input.borough, channel: input.channel, fromAgency: input.fromAgency,
    fromWords: input.fromWords ?? input.fromAgency, fromTeamId, toAgency: input.toAgency, referrerName: input.referrerName,
    referrerContact: input.referrerContact, concern: input.concern, otherConcerns: input.otherConcerns, indicators: input.indicators,
    narrative: input.narrative, urgency: input.urgency, suspect: input.suspect, suspectRelationship: input.suspectRelationship,
    forensicEvidence: input.forensicEvidence, immediateAction: input.immediateAction, staffConcerned: input.staffConcerned,
    organised: input.organised, complexReason: input.complexReason, complexManager: input.complexManager,
    offenceIdentified: input.offenceIdentified, rag: input.rag, concernIdentifiedAt: input.concernIdentifiedAt, receivedAt: input.receivedAt,
    initialReportAt: input.initialReportAt, recordedAt: context.now, recordedBy: context.actor.accountId, asSent: JSON.parse(JSON.stringify(input)),
  }
}

/** The event as the policy reads it: absent answers stay absent, so that not known is never taken for no. */
function eventBody(input: ReferralInput, adultIds: readonly string[]): Record<string, unknown> {
  const suspects = adultIds.filter((_, index) => input.adults[index]?.role === 'suspect')
  const body: Record<string, unknown> = {
    from: input.fromWords ?? input.fromAgency, to: input.toAgency, channel: input.channel, concern: input.concern, urgency: input.urgency === 'high' ? 'high' : null,
    rag: input.rag, suspect: input.suspect, suspect_relationship: input.suspectRelationship, suspect_ids: suspects.length > 0 ? suspects : null,
    indicators: input.indicators.length > 0 ? input.indicators : null, offence_identified: input.offenceIdentified,
    forensic_evidence: input.forensicEvidence, immediate_action: input.immediateAction, staff_concerned: input.staffConcerned,
    complex: input.complex, reason: input.complexReason, manager: input.complexManager, narrative: input.narrative,
    concern_identified_at: input.concernIdentifiedAt?.toISOString() ?? null, received_at: input.receivedAt.toISOString(),
    initial_report_at: input.initialReportAt?.toISOString() ?? null,
    contact_id: input.contactId,
    referrer: ['public', 'family', 'police', 'csc'].includes(input.fromAgency) ? null : input.fromAgency,
  }
  return { ...Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)), ...input.extra }
}

/** Children of one referral are one household until somebody says otherwise; each adult is linked to each child. */
async function relate(context: ActContext, input: ReferralInput, childIds: readonly string[], adultIds: readonly string[]): Promise<void> {
  const link = (personId: string, otherId: string, kind: string) => ({ id: randomUUID(), personId, otherId, kind, since: context.now })
  const rows = adultIds.flatMap((adultId, index) => {
    const adult = input.adults[index]
    return childIds.map((childId) => link(adultId, childId, adult?.role === 'suspect' ? 'suspect' : adult?.relationship ?? adult?.role ?? 'other'))
  })
  for (const [index, childId] of childIds.entries()) {
    for (const other of childIds.slice(index + 1)) if (other !== childId) rows.push(link(childId, other, 'named with'))
  }
  await context.tx.relationship.createMany({ data: rows, skipDuplicates: true })
}

async function becomeReferral(context: ActContext, contactId: string, referralId: string): Promise<void> {
  const changed = await context.tx.referral.updateMany({
    where: { id: contactId, form: 'contact', becameReferralId: null }, data: { becameReferralId: referralId },
  })
  if (changed.count === 1) return
  const contact = await context.tx.referral.findUnique({ where: { id: contactId }, select: { form: true } })
  throw contact === null ? notFound() : conflict('This contact has already become a referral.')
}

