import 'server-only'
import { randomUUID } from 'node:crypto'
import { addActions } from '@/lib/actions/add-action'
import type { NewAction } from '@/lib/actions/input'
import type { ActContext } from '@/lib/acts/act'
import { newEntryId } from '@/lib/chronology/new-entry-id'
import { accountsOf } from './account-of'
import { hasPlan, type MeetingKind } from './kind'
import { verdictOf, type Verdict } from './quorum-verdict'

export interface Participant {
  /** The part taken: 'social-worker', 'referrer', 'education' … */
  readonly part: string
  readonly agency: string
  readonly name: string
  readonly brought: string | null
}

export interface MeetingToRecord {
  /** The id it was planned under, where it was: its page stays where it is. */
  readonly id?: string
  readonly borough: string
  readonly referralId: string | null
  readonly childIds: readonly string[]
  readonly mode: string
  readonly heldAt: Date
  readonly chair: string | null
  readonly participants: readonly Participant[]
  readonly informationShared: string | null
  readonly riskAnalysis: string | null
  readonly decision: string | null
  readonly decisionReason: string | null
  readonly jointEnquiry: string | null
  readonly policeOfficer: string | null
  readonly medical: string | null
  readonly interviewPlan: string | null
  readonly otherChildren: string | null
  readonly actions: readonly NewAction[]
  /** What a record carried over from elsewhere says where the fields above cannot: see the kind's own act. */
  readonly overrides?: Readonly<Record<string, unknown>>
  /** Where each child’s chronology says something of its own about the meeting: one entry for each child then, not one for all. */
  readonly overridesFor?: (childId: string) => Readonly<Record<string, unknown>>
}

/**
 * Puts a meeting of any kind on record: rows, the entry that it was held (one for all its children), its actions with
 * their clocks. Whether it was quorate is asked of the policy and stored as it was judged.
 */
export async function recordMeeting(context: ActContext, kind: MeetingKind, meeting: MeetingToRecord): Promise<{ meetingId: string; verdict: Verdict; actionIds: string[] }> {
  const { tx, actor, now } = context
  const [meetingId, entryId] = [meeting.id ?? randomUUID(), newEntryId()]
  const detail = { ...detailOf(kind, meeting, meetingId), ...meeting.overrides }
  const verdict = await verdictOf(tx, kind, { ...meeting, entryId, detail }, now)
  await tx.meeting.createMany({ data: [{
    id: meetingId, kind: kind.id, borough: meeting.borough, referralId: meeting.referralId, mode: meeting.mode, heldAt: meeting.heldAt, recordedAt: now,
    recordedBy: actor.accountId, chair: meeting.chair, quorate: verdict.quorate === true,
    missing: verdict.quorate === null ? ['not-known'] : [...verdict.missing], quorumPack: verdict.pack,
    informationShared: meeting.informationShared, riskAnalysis: meeting.riskAnalysis, decision: meeting.decision, decisionReason: meeting.decisionReason,
    jointEnquiry: meeting.jointEnquiry, policeOfficer: meeting.policeOfficer, medical: meeting.medical, interviewPlan: meeting.interviewPlan,
    otherChildren: meeting.otherChildren,
  }] })
  await tx.meetingChild.createMany({ data: meeting.childIds.map((personId) => ({ meetingId, personId })) })
  const accounts = await accountsOf(tx, meeting.participants, meeting.borough, now)
  await tx.meetingParticipant.createMany({ data: meeting.participants.map((participant, index) => ({
    id: randomUUID(), meetingId, part: participant.part, agency: participant.agency, name: participant.name, brought: participant.brought,
    accountId: accounts[index] ?? null,
  })) })
  const { overridesFor } = meeting
  const entry = {
    ledger: meeting.borough, kind: kind.entry, heading: headingOf(kind, verdict), occurredAt: meeting.heldAt, referralId: meeting.referralId,
    body: { ...detail, ...(verdict.quorate === null ? {} : { quorate: verdict.quorate, missing: verdict.missing }) },
  }
  if (overridesFor === undefined || meeting.childIds.length === 0) context.record({ ...entry, id: entryId, subjects: meeting.childIds })
  else for (const childId of meeting.childIds) context.record({ ...entry, subjects: [childId], body: { ...entry.body, ...overridesFor(childId) } })
  const actionIds = await addActions(context, meeting.actions, {
    borough: meeting.borough, childIds: meeting.childIds, meetingId, referralId: meeting.referralId, setAt: meeting.heldAt,
  })
  return { meetingId, verdict, actionIds }
}

/** The entry as the policy reads it, with the words of the record beside: the chain then proves what was written. */
function detailOf(kind: MeetingKind, meeting: MeetingToRecord, meetingId: string): Record<string, unknown> {
  const detail: Record<string, unknown> = {
    participants: [...new Set(meeting.participants.map(participantWord))], plan_recorded: hasPlan(kind, { decision: meeting.decision, actions: meeting.actions.length }),
    meeting_id: meetingId, mode: meeting.mode, chair: meeting.chair,
    present: meeting.participants.map(({ part, agency, name, brought }) => ({ part, agency, name, ...(brought === null ? {} : { brought }) })),
    information_shared: meeting.informationShared, risk_analysis: meeting.riskAnalysis, decision: meeting.decision, reason: meeting.decisionReason,
    enquiry: meeting.jointEnquiry, police_officer: meeting.policeOfficer, medical: meeting.medical, interview_plan: meeting.interviewPlan,
    other_children: meeting.otherChildren,
  }
  return Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null))
}

/** The quorum counts the referring agency under its own name: a referrer from the school does not stand in for the probation service. */
const participantWord = (participant: Participant): string =>
  participant.part === 'referrer' || participant.part === 'other' ? participant.agency : participant.part

function headingOf(kind: MeetingKind, verdict: Verdict): string {
  // Of a meeting with an agenda the record says who was not there; only a strategy discussion has a quorum.
  if (verdict.quorate === false && kind.agenda === null) return `${kind.title} held, not quorate`
  return `${kind.title} held`
}
