import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { membershipFor } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { inReach, openedPeople } from '@/lib/access/visibility'
import { meetingWords } from '@/lib/access/words'
import { actionLines } from '@/lib/actions/lines'
import { childrenOf, namesOf, readsWords } from '@/lib/deadlines/children'
import { dutyState } from '@/lib/deadlines/lines'
import { dutyInReach } from '@/lib/deadlines/reach'
import { clause } from '@/lib/policy/clauses'
import { referenceOf } from '@/lib/people/reference'
import type { Tx } from '@/lib/platform/db'
import { latestMails } from '@/lib/platform/mail/outbox'
import { mailIsSet } from '@/lib/platform/mail/settings'
import { mailState } from '@/lib/platform/mail/state'
import { packNamed } from '@/lib/policy/packs'
import { agencyWords, participantWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { dutyWords } from '@/lib/wording/duties'
import { counted, joined } from '@/lib/wording/lists'
import { instantWords, momentWords } from '@/lib/wording/london-words'
import { say } from '@/lib/wording/say'
import { timeLeft } from '@/lib/wording/time-left'
import { lacking } from './kind'
import { meetingKind } from './kinds'
import { ENQUIRIES, strategyDiscussion } from './kinds/strategy-discussion'
import { mayCirculate } from './may-circulate'
import { membershipForPosition } from './may-speak'
import { meetingOpen } from './reach'
import type { ClauseView, CopyView, MeetingView, MeetingWords, RunningClock } from './view'
import { partWords } from './words'

/** Alerts that a held meeting leaves open or starts: what still has to follow it. */
const FOLLOWING = [
  'strategy-discussion-overdue', 'strategy-full-meeting-overdue', 'strategy-discussion-quorum', 'strategy-plan-missing', 'strategy-record-not-circulated',
]

/**
 * One meeting as this actor may see it, its reading written to the log first. Null where it is out of reach. The words of
 * the record open with the narrative of its borough; about a restricted child they open to nobody who has not opened that child.
 */
export function meetingPage(actor: Actor, id: string, now: Date): Promise<MeetingView | null> {
  return readAs(actor, async (tx) => {
    const meeting = await tx.meeting.findFirst({
      where: { AND: [{ id, kind: strategyDiscussion.id }, meetingOpen(actor)] },
      include: { children: true, participants: { orderBy: { part: 'asc' } }, positions: { orderBy: { at: 'asc' } }, actions: { orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] } },
    })
    if (meeting === null) return null
    const kind = meetingKind(meeting.kind)
    const childIds = meeting.children.map((child) => child.personId)
    const childOf = await childrenOf(tx, actor, childIds, now)
    const children = childIds.map(childOf)
    const inBorough = reachesBorough(actor, meeting.borough)
    const attended = meeting.participants.some((participant) => participant.accountId === actor.accountId)
    const police = meeting.participants.some((participant) => participant.agency === 'police')
    const openedHere = inBorough ? [] : children.filter((child) => !child.masked && openedPeople(actor, 'record').includes(child.id))
    const said = await meetingWords(tx, id)
    const narrative = said.opens && ((inBorough && children.every((child) => !child.masked && readsWords(actor, meeting.borough, child.id, police)))
      // Who took part heard it all; the record is theirs once it was sent to them.
      || (attended && meeting.circulatedAt !== null)
      || openedHere.some((child) => openedPeople(actor, 'narrative').includes(child.id)))
    await logReading(tx, actor, { personIds: childIds, depth: narrative ? 'narrative' : 'record', page: kind.title.toLowerCase() }, now)
    const nameOf = await namesOf(tx, [meeting.recordedBy, ...meeting.positions.map((position) => position.saidBy)])
    const referral = meeting.referralId === null ? null : await tx.referral.findFirst({ where: { id: meeting.referralId }, select: { id: true, reference: true } })
    const copy = await tx.meetingCopy.findFirst({ where: { meetingId: id, accountId: actor.accountId, receivedAt: null }, select: { participantId: true } })
    const shown = inBorough || openedHere.length > 0 || meeting.circulatedAt !== null
    const words: MeetingWords | null = narrative ? {
      informationShared: said.informationShared, riskAnalysis: said.riskAnalysis, decisionReason: said.decisionReason, medical: said.medical,
      interviewPlan: said.interviewPlan, otherChildren: said.otherChildren,
    } : null
    return {
      id, path: kind.path, kind: kind.title, borough: boroughWords(meeting.borough), boroughCode: meeting.borough, referral, mode: say(kind.modes, meeting.mode),
      held: instantWords(meeting.heldAt), heldAt: meeting.heldAt.toISOString(),
      recorded: `${momentWords(meeting.recordedAt, now)} by ${nameOf(meeting.recordedBy) ?? 'somebody'}`, chair: meeting.chair,
      children: inBorough ? children : openedHere,
      about: inBorough ? joined(children.map((child) => child.name)) : aboutOpened(openedHere.map((child) => child.name), children.length),
      record: !shown ? null : {
        participants: meeting.participants.map((participant) => ({
          part: participantWords(participant.part), agency: agencyWords(participant.agency), name: participant.name, brought: narrative ? said.brought[participant.id] ?? null : null,
        })),
        verdict: {
          state: meeting.missing.includes('not-known') ? 'not-known' : meeting.quorate ? 'quorate' : 'not-quorate',
          missing: meeting.missing.filter((part) => part !== 'not-known').map(partWords), pack: packTitles(meeting.quorumPack), clause: clauseView(kind.quorum.clause),
        },
        decision: meeting.decision === null ? null : say(kind.decisions, meeting.decision), enquiry: meeting.jointEnquiry === null ? null : say(ENQUIRIES, meeting.jointEnquiry),
        policeOfficer: meeting.policeOfficer, words,
        lacking: inBorough ? lacking(kind, { ...meeting, ...filledOf(said.filled), actions: meeting.actions.length }) : [],
        open: (['chair', 'informationShared', 'riskAnalysis', 'decision'] as const).filter((field) => ({ ...meeting, ...filledOf(said.filled) })[field] === null),
        actions: await actionLines(tx, actor, meeting.actions, now),
        clocks: await clocksOf(tx, actor, childIds, (child) => childOf(child).name, now),
        positions: meeting.positions.map((position, index) => ({
          id: position.id, agency: agencyWords(position.agency), agrees: position.agrees, says: narrative || position.saidBy === actor.accountId ? said.says[position.id] ?? null : null,
          by: nameOf(position.saidBy) ?? 'Somebody', when: momentWords(position.at, now),
          replaced: meeting.positions.slice(index + 1).some((later) => later.agency === position.agency),
        })),
        recordClause: clauseView(kind.record.clause),
      },
      reference: referenceOf('M', id), mailIsSet: mailIsSet(),
      copies: inBorough ? await copiesOf(tx, id, meeting.participants, now) : [],
      myCopy: copy?.participantId ?? null,
      circulated: meeting.circulatedAt === null ? null : momentWords(meeting.circulatedAt, now),
      speaksFor: ((membership) => (membership === null ? null : agencyWords(membership.agency)))(membershipForPosition(actor, meeting)),
      may: {
        circulate: inBorough && meeting.circulatedAt === null && mayCirculate(actor, kind, meeting.borough),
        chase: inBorough && meeting.circulatedAt !== null && mayCirculate(actor, kind, meeting.borough),
        setAction: inBorough && membershipFor(actor, 'set-action', meeting.borough) !== null,
        again: inBorough && membershipFor(actor, 'record-strategy-discussion', meeting.borough) !== null,
        // Who may not read the words does not write among them.
        fillIn: inBorough && narrative && membershipFor(actor, 'record-strategy-discussion', meeting.borough) !== null,
      },
    }
  })
}

/** Whether anything was written, for the list of what the record lacks: the words themselves may be shut. */
const filledOf = (filled: readonly string[]): { informationShared: string | null; riskAnalysis: string | null } =>
  ({ informationShared: filled.includes('information_shared') ? '' : null, riskAnalysis: filled.includes('risk_analysis') ? '' : null })

/** Of another borough's meeting the children opened with a reason are named, and that there were others. */
function aboutOpened(names: readonly string[], all: number): string {
  if (names.length === 0) return `${counted(all, 'child', 'children')} named at it`
  return names.length === all ? joined(names) : `${joined(names)} and ${counted(all - names.length, 'other child', 'other children')}`
}

/** Each copy of the record: how the mail about it fares, and whether it was received. */
async function copiesOf(tx: Tx, meetingId: string, participants: readonly { id: string; name: string; agency: string }[], now: Date): Promise<CopyView[]> {
  const copies = await tx.meetingCopy.findMany({ where: { meetingId } })
  const mails = await latestMails(tx, meetingId)
  return participants.flatMap((participant) => {
    const copy = copies.find((one) => one.participantId === participant.id)
    if (copy === undefined) return []
    const mail = copy.accountId === null ? undefined : mails.get(copy.accountId)
    return [{
      participantId: participant.id, name: participant.name, agency: agencyWords(participant.agency), received: copy.receivedAt === null ? null : `Received ${momentWords(copy.receivedAt, now)}`,
      mail: mail === undefined ? null : { id: mail.id, ...mailState(mail, mailIsSet()) }, hasAccount: copy.accountId !== null,
    }]
  })
}

function reachesBorough(actor: Actor, borough: string): boolean {
  const boroughs = inReach(actor, 'record').borough
  return boroughs === undefined || boroughs.in.includes(borough)
}

/** Open clocks of these children that have to do with discussions: what this one did not meet, and what it started. */
async function clocksOf(tx: Tx, actor: Actor, childIds: readonly string[], nameOf: (id: string) => string, now: Date): Promise<RunningClock[]> {
  const rows = await tx.deadline.findMany({
    where: { AND: [{ childId: { in: [...childIds] }, alert: { in: FOLLOWING }, metAt: null, endedAt: null, supersededAt: null }, dutyInReach(actor)] },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }], take: 60,
  })
  const clocks = new Map<string, RunningClock>()
  for (const row of rows) {
    const words = dutyWords(row.alert, row.basis)
    // Siblings whose clocks run alike are one line: the same thing has to be done for both.
    const key = `${words} ${row.form === 'notice' ? '' : row.dueAt.getTime()}`
    const child = { dutyId: row.id, name: nameOf(row.childId) }
    const same = clocks.get(key)
    clocks.set(key, same === undefined
      ? { id: row.id, words, children: [child], left: timeLeft(row, now), notice: row.form === 'notice' && dutyState(row, now) === 'late' }
      : { ...same, children: [...same.children, child] })
  }
  return [...clocks.values()]
}

export function clauseView(id: string): ClauseView {
  const { title, text, source, edition } = clause(id)
  return { id, title, text, source, edition }
}

/** By whose rules: one pack, or several by comma where the children's boroughs follow different ones. */
const packTitles = (ids: string): string => ids.split(', ').map(packTitle).join('; ')

/** A pack whose name is no longer known is shown by its id: an older record must not fail a page. */
function packTitle(id: string): string {
  try {
    return packNamed(id).title
  } catch {
    return id
  }
}

