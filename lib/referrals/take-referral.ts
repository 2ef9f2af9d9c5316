import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid, notFound, Stopped, type ActResult, type Problem } from '@/lib/acts/outcome'
import { answerForLinked } from '@/lib/chronology/answer-for-linked'
import { emergencyBody, recordEmergency, ratedAs, urgencyOf } from './emergency'
import { addPeople } from '@/lib/people/add-people'
import { agencyWords, senderInside, senderKnown, senderWords } from '@/lib/wording/agencies'
import { bornProblem } from '@/lib/people/born'
import { newReference } from '@/lib/people/reference'
import { kinshipOf } from '@/lib/wording/kinship'
import { referralInput, type PersonInput, type ReferralInput } from './input'
import type { PacPart } from '@/lib/policy/rules/merlin/parts'

/**
 * Takes a contact or a referral: its children and adults, what is alleged, and the three moments clocks start from.
 * Reaching the threshold starts the strategy-discussion clocks by itself, because the entry says so.
 */
export const takeReferral: Act<typeof referralInput> = {
  name: 'take-referral',
  right: 'record-referral',
  input: referralInput,
  async run(context, input) {
    if (input.way === 'pac') throw invalid('way', 'A police checklist is submitted as one')
    return takeIn(context, input)
  },
}

/** How it is taken in, beside what was typed. */
export interface Taking {
  /** A police checklist, with the parts it lacks. */
  readonly lacks?: readonly PacPart[]
  /** Taken without anybody having looked for its people (a line of a file): the receiving worker looks on its page. */
  readonly unlooked?: boolean
}

/** The one way in of every contact, referral and checklist. Asks the act's right first. */
export async function takeIn(context: ActContext, input: ReferralInput, taking: Taking = {}): Promise<ActResult> {
  const membership = context.as(null, { agency: input.fromAgency })
  const partner = membership.role === 'partner'
  if (input.receivedAt.getTime() > context.now.getTime()) throw invalid('receivedAt', 'This is in the future: enter when it was received')
  const born = bornProblems(input, context.now)
  if (born.length > 0) throw new Stopped({ ok: false, kind: 'invalid', problems: born })
  // Search comes before create: a second record of a known child hides what London knows (a partner never sees a match).
  const unsearched = input.children.findIndex((child) => child.personId === null)
  if (!partner && taking.unlooked !== true && !input.searched && unsearched >= 0) throw invalid(`children.${unsearched}.givenName`, 'Look for the child among the people known before a new record is made')
  const referralId = randomUUID()
  const reference = newReference('R')
  const sender = senderInside(senderWords(senderKnown(input.fromWords, input.fromAgency)))
  const childIds = await addPeople(context, input.children, input.borough, !partner)
  const adultIds = await addPeople(context, input.adults, input.borough, !partner)
  const householdIds = await addPeople(context, input.household.map((one) => atHome(one, input.children[0])), input.borough, !partner)
  await context.tx.referral.createMany({ data: [rowOf(context, input, referralId, reference, partner ? membership.teamId : await teamThatRang(context, input))] })
  const unlooked = partner || taking.unlooked === true ? () => true : await stillToLookFor(context, input.contactId)
  await context.tx.referralPerson.createMany({ data: [
    ...childIds.map((personId) => ({ personId, role: 'child' })),
    ...adultIds.map((personId, index) => ({ personId, role: input.adults[index]?.role ?? 'other' })),
    ...householdIds.map((personId) => ({ personId, role: 'household' })),
  ].map((row) => ({ referralId, ...row, provisional: unlooked(row.personId) })), skipDuplicates: true })
  await relate(context, input, { childIds, adultIds, householdIds })
  context.household(...childIds, ...adultIds, ...householdIds)
  if (input.contactId !== null) await becomeReferral(context, input.contactId, referralId)
  if (input.way !== null) {
    await context.tx.referralWay.createMany({ data: [{
      referralId, borough: input.borough, way: input.way, theirReference: input.theirReference, lacks: [...taking.lacks ?? []], recordedBy: context.actor.accountId, recordedAt: context.now,
    }] })
  }
  const body = { ...eventBody(input, adultIds, householdIds), ...(taking.lacks === undefined ? {} : checklistBody(input, taking.lacks)), ...input.extra }
  const entryId = context.record({
    ledger: input.borough, kind: taking.lacks !== undefined ? 'pac-submitted' : input.form === 'contact' ? 'contact-received' : 'referral-made',
    // Who sent it in the product's words: what was typed ("mother, Mrs …") stays on the referral, because a heading is read by whoever reads headings.
    heading: headingOf(input, sender, taking), occurredAt: input.receivedAt, subjects: [...new Set(childIds)], referralId, source: senderKnown(input.fromWords, input.fromAgency), body,
  })
  if (input.form === 'referral' && !partner && (input.toAgency === 'csc' || input.extra['linked'] === true)) {
    await answerForLinked(context, childIds, { kind: 'referral-made', ledger: input.borough, occurredAt: input.receivedAt, referralId, alone: true })
  }
  if (input.emergency !== null) await recordEmergency(context, referralId, input, entryId)
  for (const concern of new Set(input.otherConcerns)) {
    if (concern === input.concern) continue
    context.record({
      ledger: input.borough, kind: 'referral-facts-added', heading: 'A further concern on the referral', occurredAt: input.receivedAt,
      subjects: [...new Set(childIds)], referralId, body: { ...eventBody(input, adultIds, householdIds), ...input.extra, concern },
    })
  }
  return { goTo: partner ? `/sent/${referralId}` : `/referrals/${referralId}`, says: `Taken as ${reference}.`, ids: { referralId, reference } }
}

function headingOf(input: ReferralInput, sender: string, { lacks }: Taking): string {
  if (lacks !== undefined) return lacks.length === 0 ? 'Police checklist (Merlin PAC) submitted' : 'Police checklist (Merlin PAC) submitted, incomplete'
  return input.form === 'contact' ? `Contact from ${sender}` : `Referral from ${sender} to ${agencyWords(input.toAgency).toLowerCase()}`
}

/** What a police checklist says beside what every referral says. What is missing is said too: it is owed. */
const checklistBody = (input: ReferralInput, lacks: readonly PacPart[]): Record<string, unknown> => ({
  complete: lacks.length === 0, ...(lacks.length === 0 ? {} : { lacks }), ...(input.theirReference === null ? {} : { their_reference: input.theirReference }),
  ...(input.childSaid === null ? {} : { child_said: input.childSaid }), ...(input.supervisor === null ? {} : { seen_by_supervisor: input.supervisor }),
})

/**
 * The partner's team that rang, which from then on has it on its own page. Its agency must be the one it is from, and the call one:
 * what a team did not send itself it never reads as sent, because what is written here are the words of whoever took the call.
 */
async function teamThatRang({ tx }: ActContext, input: ReferralInput): Promise<string | null> {
  if (input.fromTeamId === null) return null
  if (input.channel !== 'telephone') throw invalid('fromTeamId', 'Only of a call: what came in writing needs no confirmation')
  const team = await tx.team.findFirst({ where: { id: input.fromTeamId, agency: input.fromAgency, memberships: { some: { role: 'partner' } } }, select: { id: true } })
  if (team === null) throw invalid('fromTeamId', 'This is no team of the agency it is from: choose again')
  return team.id
}

/** Each date of birth that cannot be, beside its own field. */
const bornProblems = (input: ReferralInput, now: Date): Problem[] =>
  (['children', 'adults', 'household'] as const).flatMap((list) => input[list].flatMap(({ bornOn }, index) => {
    const message = bornProblem(bornOn, now)
    return message === null ? [] : [{ field: `${list}.${index}.bornOn`, message }]
  }))

/** Whom nobody looked for while it was a contact is not looked for by its becoming a referral. */
async function stillToLookFor({ tx }: ActContext, contactId: string | null): Promise<(personId: string) => boolean> {
  const rows = contactId === null ? [] : await tx.referralPerson.findMany({ where: { referralId: contactId, provisional: true, lookedAt: null }, select: { personId: true } })
  return (personId) => rows.some((row) => row.personId === personId)
}

type HouseholdMember = ReferralInput['household'][number]

function rowOf(context: ActContext, input: ReferralInput, id: string, reference: string, fromTeamId: string | null) {
  return {
    id, reference, form: input.form, borough: input.borough, channel: input.channel, fromAgency: input.fromAgency,
    fromWords: input.fromWords ?? input.fromAgency, fromTeamId, toAgency: input.toAgency, referrerName: input.referrerName,
    referrerContact: input.referrerContact, concern: input.concern, otherConcerns: input.otherConcerns, indicators: input.indicators,
    narrative: input.narrative, urgency: urgencyOf(input), suspect: input.suspect, suspectRelationship: input.suspectRelationship,
    forensicEvidence: input.forensicEvidence, immediateAction: input.immediateAction, staffConcerned: input.staffConcerned,
    organised: input.organised, complexReason: input.complexReason, complexManager: input.complexManager,
    offenceIdentified: input.offenceIdentified, rag: ratedAs(input), concernIdentifiedAt: input.concernIdentifiedAt, receivedAt: input.receivedAt,
    initialReportAt: input.initialReportAt, recordedAt: context.now, recordedBy: context.actor.accountId, // The words of a call are those of whoever took it: of a known child they may say more than was told.
    asSent: fromTeamId !== null && input.fromTeamId !== null ? { telephoned: true } : JSON.parse(JSON.stringify(input)),
  }
}

const WRITTEN: readonly string[] = ['online', 'email', 'letter']

/** The event as the policy reads it: absent answers stay absent, so that not known is never taken for no. */
function eventBody(input: ReferralInput, adultIds: readonly string[], householdIds: readonly string[]): Record<string, unknown> {
  const suspects = adultIds.filter((_, index) => input.adults[index]?.role === 'suspect')
  const body: Record<string, unknown> = {
    from: input.fromWords ?? input.fromAgency, to: input.toAgency, channel: input.channel, concern: input.concern, urgency: urgencyOf(input) === 'high' ? 'high' : null,
    rag: ratedAs(input), ...emergencyBody(input), suspect: input.suspect, suspect_relationship: input.suspectRelationship, suspect_ids: suspects.length > 0 ? suspects : null,
    household_ids: householdIds.length > 0 ? householdIds : null,
    indicators: input.indicators.length > 0 ? input.indicators : null, offence_identified: input.offenceIdentified,
    forensic_evidence: input.forensicEvidence, immediate_action: input.immediateAction, staff_concerned: input.staffConcerned, organised: input.organised,
    complex: input.complex, reason: input.complexReason, manager: input.complexManager, narrative: input.narrative,
    concern_identified_at: input.concernIdentifiedAt?.toISOString() ?? null, received_at: input.receivedAt.toISOString(),
    initial_report_at: input.initialReportAt?.toISOString() ?? null,
    // A contact that becomes a referral is the same matter; whatever else is not said to be, is new (sd-standing).
    contact_id: input.contactId, new_incident: input.contactId !== null || input.toldBefore === true ? null : true,
    referrer: ['public', 'family', 'police', 'csc'].includes(input.fromAgency) ? null : input.fromAgency,
    // An agency that wrote did not ring 999: what cannot wait for a desk is noticed (ref-crime-999).
    route: WRITTEN.includes(input.channel) && !['public', 'family', 'police'].includes(input.fromAgency) ? 'desk' : null,
  }
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
}

/** Who lives with the child lives at the child's address; somebody without a name or an age is at least an adult or a child. */
function atHome({ kin: _kin, grown, ...one }: HouseholdMember, child: PersonInput | undefined): PersonInput {
  const ageless = one.bornOn === null && one.age === null && one.personId === null
  return {
    ...one, address: one.address ?? child?.address ?? null, postcode: one.postcode ?? child?.postcode ?? null,
    description: one.description ?? (ageless && grown !== null ? `${grown === 'adult' ? 'Adult' : 'Child'}, age not known` : null),
  }
}

interface Named {
  readonly childIds: readonly string[]
  readonly adultIds: readonly string[]
  readonly householdIds: readonly string[]
}

/** Each adult and each member of the household is linked to each child, and the children to one another. */
async function relate(context: ActContext, input: ReferralInput, { childIds, adultIds, householdIds }: Named): Promise<void> {
  const rows = [
    ...adultIds.flatMap((adultId, index) => tiesOf(input.adults[index]).map((kind) => ({ personId: adultId, kind }))),
    ...householdIds.flatMap((memberId, index) => [...new Set<string>([input.household[index]?.kin ?? 'lives-with', 'lives-with'])].map((kind) => ({ personId: memberId, kind }))),
  ].flatMap(({ personId, kind }) => childIds.filter((childId) => childId !== personId).map((otherId) => ({ personId, otherId, kind })))
  for (const [index, childId] of childIds.entries()) {
    for (const other of childIds.slice(index + 1)) if (other !== childId) rows.push({ personId: childId, otherId: other, kind: 'named with' })
  }
  await context.tx.relationship.createMany({ data: rows.map((row) => ({ id: randomUUID(), ...row, since: context.now })), skipDuplicates: true })
}

/** An adult's ties to each child. A suspect is one whatever else they are: the father who is suspected stays the father too. */
function tiesOf(adult: ReferralInput['adults'][number] | undefined): string[] {
  const said = adult?.relationship ?? null
  const kin = said === null ? null : kinshipOf(said)
  const named = adult?.role === 'suspect' ? ['suspect', ...(kin === null ? [] : [kin])] : [kin ?? said ?? adult?.role ?? 'other']
  return [...new Set([...named, ...(adult?.livesWith === true ? ['lives-with'] : [])])]
}

async function becomeReferral(context: ActContext, contactId: string, referralId: string): Promise<void> {
  const changed = await context.tx.referral.updateMany({
    where: { id: contactId, form: 'contact', becameReferralId: null }, data: { becameReferralId: referralId },
  })
  if (changed.count === 1) return
  const contact = await context.tx.referral.findUnique({ where: { id: contactId }, select: { form: true } })
  throw contact === null ? notFound() : conflict('This contact has already become a referral.')
}

