import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { inReach } from '@/lib/access/visibility'
import { actionLines } from '@/lib/actions/lines'
import { namesOf } from '@/lib/deadlines/children'
import { packFor } from '@/lib/deadlines/pack-for'
import type { Tx } from '@/lib/platform/db'
import { chairVerdict } from '@/lib/policy/meetings/chair'
import { agencyWords, participantWords } from '@/lib/wording/agencies'
import { instantWords, momentWords } from '@/lib/wording/london-words'
import { RANK_WORDS } from '@/lib/wording/roles'
import { say } from '@/lib/wording/say'
import type { AgendaKind } from '../kinds'
import { clauseView } from '../queries'
import { partWords } from '../words'
import { absentRunningAt, awayWords } from './absences'
import type { RecordView } from './view'

interface Ended {
  readonly call: { readonly id: string; readonly kind: string; readonly borough: string; readonly month: string | null; readonly chairName: string | null; readonly chairAgency: string | null; readonly chairRank: string | null }
  readonly kind: AgendaKind
  readonly works: boolean
  readonly childIds: readonly string[]
}

interface Standing { held_at: Date; missing: string[]; signed_off_at: Date | null; signed_off_by: string | null; exception_reason: string | null; exception_at: Date | null; exception_by: string | null; circulated_at: Date | null }

/** The record of a meeting that has ended: chair and exception for everybody who was asked, the rest as far as it opens. */
export async function readRecord(tx: Tx, actor: Actor, { call, kind, works, childIds }: Ended, now: Date): Promise<RecordView | null> {
  const [standing] = await tx.$queryRaw<Standing[]>`SELECT * FROM record_standing(${call.id}::uuid)`
  if (standing === undefined) return null
  const attendance = await tx.meetingAttendance.findMany({ where: { callId: call.id, present: true }, orderBy: [{ part: 'asc' }, { name: 'asc' }, { id: 'asc' }] })
  const verdict = chairVerdict(kind.agenda.meeting, { rank: call.chairRank, agency: call.chairAgency, chair: call.chairName }, await packFor(tx, call.borough, now))
  const escalations = works ? await tx.boardEscalation.findMany({ where: { callId: call.id, ...inReach(actor, 'record') }, orderBy: { at: 'asc' } }) : []
  const copies = await tx.meetingCopy.findMany({ where: { meetingId: call.id } })
  const mine = copies.find((copy) => copy.accountId === actor.accountId)
  const named = new Map([
    ...(await tx.meetingInvitation.findMany({ where: { callId: call.id }, select: { id: true, name: true, agency: true } })).map((one) => [one.id, one] as const),
    ...(await tx.meetingParticipant.findMany({ where: { meetingId: call.id }, select: { id: true, name: true, agency: true } })).map((one) => [one.id, one] as const),
  ])
  const nameOf = await namesOf(tx, [standing.signed_off_by, standing.exception_by, ...escalations.map((one) => one.by)])
  const running = works ? await absentRunningAt(tx, call) : []
  return {
    held: instantWords(standing.held_at),
    chair: call.chairName === null ? 'Who chaired it is not on record' : [call.chairName, ...(call.chairAgency === 'police' ? [call.chairRank === null ? 'no rank on record' : say(RANK_WORDS, call.chairRank)] : []), agencyWords(call.chairAgency)].join(', '),
    verdict: { ok: verdict.ok, says: verdict.says, clause: clauseView(verdict.clause) },
    exception: standing.exception_reason === null || standing.exception_at === null ? null : { reason: standing.exception_reason, by: nameOf(standing.exception_by) ?? 'Somebody', when: momentWords(standing.exception_at, now) },
    signedOff: standing.signed_off_at === null ? null : { by: nameOf(standing.signed_off_by) ?? 'Somebody', when: momentWords(standing.signed_off_at, now) },
    issued: standing.circulated_at === null ? null : momentWords(standing.circulated_at, now),
    present: attendance.map((one) => ({ name: one.rank === null ? one.name : `${one.name}, ${one.rank}`, part: participantWords(one.part), agency: agencyWords(one.agency), commits: one.canCommit === null ? null : one.canCommit ? 'Can commit its resources' : 'Cannot commit its resources' })),
    absent: standing.missing.filter((part) => part !== 'not-known').map(partWords),
    running: [...new Map(running.map((one) => [one.agency, one])).values()].map(({ agency }) => ({
      agency, words: awayWords(running, agency), raised: escalations.some((one) => one.agency === agency),
    })),
    escalations: escalations.map((one) => ({
      id: one.id, agency: awayWords(running, one.agency) || agencyWords(one.agency), when: momentWords(one.at, now), by: nameOf(one.by) ?? 'Somebody', reason: one.reason, answer: one.answer, answered: one.answeredAt === null ? null : momentWords(one.answeredAt, now),
    })),
    copies: works ? copies.map((copy) => ({
      id: copy.participantId, name: named.get(copy.participantId)?.name ?? 'Somebody', agency: agencyWords(named.get(copy.participantId)?.agency ?? 'other'), received: copy.receivedAt === null ? null : `Received ${momentWords(copy.receivedAt, now)}`, hasAccount: copy.accountId !== null,
    })).sort((a, b) => a.name.localeCompare(b.name)) : [],
    mine: mine === undefined ? null : mine.receivedAt === null ? 'open' : 'received',
    plan: kind.agenda.rhythm === 'monthly' ? [] : await planOf(tx, call.id, childIds), next: kind.agenda.rhythm === 'monthly' || !works ? null : await nextMap(tx, call, childIds, standing.held_at, now),
    actions: await actionLines(tx, actor, await tx.action.findMany({ where: { callId: call.id }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] }), now),
  }
}

const PLAN: readonly (readonly [key: string, label: string])[] = [
  ['agreed_category', 'Category that the meeting agreed'], ['recovery', 'How the child is found when missing'], ['prosecution', 'Prospects of a prosecution'], ['other_children', 'Other children at risk'],
]

/** What a MAP agreed, as the child's chronology has it: to those to whom the words of it open. */
async function planOf(tx: Tx, callId: string, childIds: readonly string[]): Promise<{ label: string; text: string }[]> {
  const [row] = childIds.length === 0 ? [] : await tx.$queryRaw<{ body: Record<string, unknown> }[]>`
    SELECT p.body FROM entry e JOIN entry_payload p ON p.entry_id = e.id WHERE e.kind = 'meeting-held' AND e.subject_ids && ${[...childIds]}::uuid[] AND p.body ->> 'meeting_id' = ${callId} LIMIT 1`
  return PLAN.flatMap(([key, label]) => {
    const value = row?.body[key]
    if (typeof value === 'number') return [{ label, text: value === 0 ? 'Not exploitation' : `Category ${value}` }]
    return typeof value === 'string' && value !== '' ? [{ label, text: value }] : []
  })
}

const MONTH_MS = 31 * 24 * 3_600_000

/** While the category stands the child’s own meeting comes back within a month (map-purpose). */
async function nextMap(tx: Tx, call: Ended['call'], childIds: readonly string[], heldAt: Date, now: Date): Promise<RecordView['next']> {
  const [childId] = childIds
  if (childId === undefined) return null
  const called = await tx.meetingCall.findFirst({ where: { kind: call.kind, meetingId: null, calledOffAt: null, children: { some: { personId: childId } } }, select: { id: true, meetsAt: true }, orderBy: { meetsAt: 'asc' } })
  if (called !== null) return { words: `The next MAP is called for ${instantWords(called.meetsAt)}.`, href: `/meetings/${called.id}`, called: true }
  const due = new Date(heldAt.getTime() + MONTH_MS)
  return { words: due.getTime() < now.getTime() ? `No further MAP was called; it was due by ${instantWords(due)}.` : `While the category stands, the next MAP is due by ${instantWords(due)}.`, href: `/people/${childId}/map`, called: false }
}
