import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { membershipFor } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import type { Prisma } from '@/lib/platform/generated/client'
import { readAs } from '@/lib/access/read-as'
import { inReach } from '@/lib/access/visibility'
import { callWords } from '@/lib/access/words'
import { childrenOf, namesOf } from '@/lib/deadlines/children'
import { personName } from '@/lib/people/person-name'
import { latestMails } from '@/lib/platform/mail/outbox'
import { mailIsSet } from '@/lib/platform/mail/settings'
import { mailState } from '@/lib/platform/mail/state'
import type { Tx } from '@/lib/platform/db'
import { agencyWords, participantWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { counted, joined } from '@/lib/wording/lists'
import { instantWords, momentWords } from '@/lib/wording/london-words'
import { say } from '@/lib/wording/say'
import { meetingKind } from '../kinds'
import { strategyDiscussion } from '../kinds/strategy-discussion'
import { mayCirculate } from '../may-circulate'
import { partsNeeded } from '../quorum-verdict'
import { partWords } from '../words'
import { pathOfCall } from './answer-invitation'
import { laterThanDue } from './later-than-due'
import { gapsOf, standingOf, type Asked, type Gap } from './coming'
import type { CalledLine, CallView } from './view'

/** The first wall for called discussions: those of the boroughs whose records open to this actor, and those the actor is asked to. */
export function callInReach(actor: Actor): { OR?: object[] } {
  const boroughs = inReach(actor, 'record')
  // All of London: an empty condition inside OR would match nothing, so there is no OR.
  return boroughs.borough === undefined ? {} : { OR: [boroughs, invited(actor)] }
}
const invited = (actor: Actor) => ({ invitations: { some: { OR: [{ accountId: actor.accountId }, { answers: { some: { insteadAccount: actor.accountId } } }] } } })

const WITH_ASKED = {
  children: true,
  invitations: {
    orderBy: [{ part: 'asc' as const }, { id: 'asc' as const }],
    include: { answers: { orderBy: [{ at: 'asc' as const }, { id: 'asc' as const }], select: { id: true, coming: true, insteadName: true, insteadAccount: true, at: true } } },
  },
}

/** One called discussion as this actor may see it, its reading written to the log first. Null where it is out of reach. */
export function callPage(actor: Actor, id: string, now: Date): Promise<CallView | null> {
  return readAs(actor, async (tx) => {
    // A MAP or a MASE is prepared on its own page, with its agenda.
    const call = await tx.meetingCall.findFirst({ where: { AND: [{ id, kind: strategyDiscussion.id }, callInReach(actor)] }, include: WITH_ASKED })
    if (call === null) return null
    const kind = meetingKind(call.kind)
    const inBorough = reaches(actor, call.borough)
    const childIds = inBorough ? call.children.map((child) => child.personId) : []
    const childOf = await childrenOf(tx, actor, childIds, now)
    const children = childIds.map(childOf)
    const told = inBorough ? [] : await namesTold(tx, id)
    const all = await policyChildren(tx, id)
    await logReading(tx, actor, { personIds: inBorough ? childIds : told.length === 0 ? [] : all, depth: inBorough ? 'record' : 'index', page: 'called discussion' }, now)
    const [nameOf, words, mails] = [await namesOf(tx, [call.calledBy]), await callWords(tx, id), await latestMails(tx, id)]
    const referral = call.referralId === null || !inBorough ? null : await tx.referral.findFirst({ where: { id: call.referralId }, select: { id: true, reference: true } })
    const state = call.meetingId !== null ? 'held' : call.calledOffAt !== null ? 'off' : 'open'
    const asked = call.invitations.map((one) => ({ one, asked: askedOf(one) }))
    const gaps = !inBorough || state !== 'open' ? [] : gapsOf(await partsNeeded(tx, kind, all, call.referralId, now), asked.map((each) => each.asked))
    const open = state === 'open'
    const convenes = membershipFor(actor, 'record-strategy-discussion', call.borough) !== null
    const isSet = mailIsSet()
    return {
      id, reference: call.reference, kind: kind.title, state, when: instantWords(call.meetsAt), meetsAt: call.meetsAt.toISOString(), mode: say(kind.modes, call.mode), modeCode: call.mode, place: call.place,
      borough: boroughWords(call.borough), called: `${momentWords(call.calledAt, now)} by ${nameOf(call.calledBy) ?? 'somebody'}`, referral,
      meetingId: inBorough || (call.meetingId !== null && await tx.meeting.count({ where: { id: call.meetingId } }) === 1) ? call.meetingId : null,
      calledOff: call.calledOffAt === null ? null : momentWords(call.calledOffAt, now), children, namesShared: call.namesShared,
      about: inBorough ? joined(children.map((child) => child.name)) : told.length > 0 ? joined(told) : counted(all.length, 'child', 'children'),
      gaps: gaps.map(gapView), late: inBorough && state === 'open' ? await laterThanDue(tx, actor, all, call.meetsAt) : null,
      invitations: asked.map(({ one, asked: each }) => {
        const last = one.answers.at(-1)
        const mail = one.accountId === null || !inBorough ? undefined : mails.get(one.accountId)
        return {
          id: one.id, part: participantWords(one.part), agency: agencyWords(one.agency), name: one.name, required: one.required, standing: standingOf(each), answer: answerWords(each),
          brings: one.answers.flatMap((answer) => words.get(answer.id) ?? []).at(-1) ?? null,
          mail: mail === undefined ? null : { id: mail.id, ...mailState(mail, isSet) }, hasAccount: one.accountId !== null,
          mine: one.accountId === actor.accountId || last?.insteadAccount === actor.accountId,
        }
      }),
      mailIsSet: isSet,
      may: {
        change: open && inBorough && convenes, record: open && inBorough && convenes, answerForOthers: open && inBorough && convenes,
        sendAgain: inBorough && mayCirculate(actor, kind, call.borough),
      },
      recordHref: call.referralId === null ? `/discussions/new?child=${childIds[0] ?? ''}&call=${id}` : `/discussions/new?referral=${call.referralId}&call=${id}`,
    }
  })
}

const MOST = 50

/**
 * Discussions to come and those that should be recorded by now: the actor's own invitations first, then the boroughs'. Of each the first 50 (of those that
 * should be recorded the latest), each asked for by itself: what nobody recorded would take the places of what one is asked to. `more`: there are more.
 */
export function discussionsCalled(actor: Actor, now: Date): Promise<{ readonly lines: readonly CalledLine[]; readonly more: boolean }> {
  return readAs(actor, async (tx) => {
    const callsOf = (where: Prisma.MeetingCallWhereInput, order: 'asc' | 'desc') => tx.meetingCall.findMany({
      where: { AND: [callInReach(actor), { meetingId: null, calledOffAt: null }, where] }, orderBy: [{ meetsAt: order }, { id: order }], take: MOST + 1, include: WITH_ASKED,
    })
    const own = await callsOf({ invitations: { some: { OR: [{ accountId: actor.accountId }, { answers: { some: { insteadAccount: actor.accountId } } }] } } }, 'desc')
    const [passed, toCome] = [await callsOf({ meetsAt: { lte: now } }, 'desc'), await callsOf({ meetsAt: { gt: now } }, 'asc')]
    const parts = [own, passed, toCome]
    const calls = [...new Map(parts.flatMap((part) => part.slice(0, MOST)).map((call) => [call.id, call])).values()].sort((a, b) => a.meetsAt.getTime() - b.meetsAt.getTime() || (a.id < b.id ? -1 : 1))
    const inBorough = calls.filter((call) => reaches(actor, call.borough))
    // Of a month's agenda the list names nobody: its own page does.
    const childIds = [...new Set(inBorough.filter((call) => call.month === null).flatMap((call) => call.children.map((child) => child.personId)))]
    const childOf = await childrenOf(tx, actor, childIds, now)
    await logReading(tx, actor, { personIds: childIds, depth: 'index', page: 'called discussions' }, now)
    const lines: CalledLine[] = []
    for (const call of calls) {
      const here = inBorough.includes(call)
      const kind = meetingKind(call.kind)
      const mine = call.invitations.find((one) => one.accountId === actor.accountId || one.answers.at(-1)?.insteadAccount === actor.accountId)
      const own = mine === undefined ? null : standingOf(askedOf(mine))
      lines.push({
        id: call.id, href: pathOfCall(kind, call.id), reference: call.reference, when: instantWords(call.meetsAt), borough: boroughWords(call.borough),
        // A list names nobody to those who are only asked: what they were told stands on its page, whose reading is logged.
        about: here && call.month !== null ? kind.title : here ? joined(call.children.map((child) => childOf(child.personId).name)) : 'Open it to read what it is about',
        mine: own === null ? null : own === 'silent' ? 'You have not answered yet' : own === 'coming' ? 'You are coming' : mine?.accountId === actor.accountId ? 'You sent apologies' : 'You come for somebody else',
        waits: own === 'silent',
        gaps: here && kind.agenda === null ? gapsOf(call.invitations.filter((one) => one.required).map((one) => one.part), call.invitations.map(askedOf)).filter((gap) => gap.why !== 'silent').map((gap) => gapView(gap).words) : [],
      })
    }
    return { lines: lines.sort((a, b) => Number(b.mine !== null) - Number(a.mine !== null)), more: parts.some((part) => part.length > MOST) }
  })
}

/** A call that is not held yet, with whom it is about and who is asked; the answers in the order given. */
interface CalledRow { readonly meetsAt: Date; readonly children: readonly string[]; readonly invitations: readonly (Row & { required: boolean })[] }

/** What stands beside a discussion that is owed, by child: whether it is called, and whom it would lack. */
export async function calledFor(tx: Tx, childIds: readonly string[]): Promise<(childId: string) => string[]> {
  const calls = childIds.length === 0 ? [] : await tx.$queryRaw<CalledRow[]>`
    SELECT c.meets_at AS "meetsAt", (SELECT coalesce(json_agg(k.person_id), '[]') FROM meeting_call_child k WHERE k.call_id = c.id) AS children,
      (SELECT coalesce(json_agg(json_build_object('part', i.part, 'agency', i.agency, 'name', i.name, 'required', i.required, 'answers',
        (SELECT coalesce(json_agg(json_build_object('coming', a.coming, 'insteadName', a.instead_name) ORDER BY a.at, a.id), '[]') FROM meeting_answer a WHERE a.invitation_id = i.id)) ORDER BY i.part, i.id), '[]')
        FROM meeting_invitation i WHERE i.call_id = c.id) AS invitations
    FROM meeting_call c WHERE c.id IN (SELECT k.call_id FROM meeting_call_child k WHERE k.person_id = ANY (${[...childIds]}::uuid[]))
      AND c.kind = ${strategyDiscussion.id} AND c.meeting_id IS NULL AND c.called_off_at IS NULL
    ORDER BY c.meets_at LIMIT 200`
  return (childId) => {
    const call = calls.find((one) => one.children.includes(childId))
    if (call === undefined) return []
    const gaps = gapsOf(call.invitations.filter((one) => one.required).map((one) => one.part), call.invitations.map(askedOf)).filter((gap) => gap.why === 'not-coming')
    return [`Called for ${instantWords(call.meetsAt)}`, ...gaps.map((gap) => gapView(gap).words)]
  }
}

const reaches = (actor: Actor, borough: string): boolean => {
  const boroughs = inReach(actor, 'record').borough
  return boroughs === undefined || boroughs.in.includes(borough)
}

type Row = { part: string; agency: string; name: string; answers: { coming: boolean; insteadName: string | null }[] }
const askedOf = ({ part, agency, name, answers }: Row): Asked => ({ part, agency, name, answer: answers.at(-1) ?? null })

function answerWords(asked: Asked): string {
  switch (standingOf(asked)) {
    case 'coming': return 'Coming'
    case 'instead': return `Apologies; ${asked.answer?.insteadName ?? 'somebody'} comes instead`
    case 'apologies': return 'Apologies; nobody comes instead'
    case 'silent': return 'No answer yet'
  }
}

const WHY: Readonly<Record<Gap['why'], string>> = { 'not-asked': 'nobody is asked', 'not-coming': 'nobody is coming', 'silent': 'no answer yet' }
const gapView = (gap: Gap): { words: string; sure: boolean } => ({ words: `${partWords(gap.part)}: ${WHY[gap.why]}`, sure: gap.why !== 'silent' })

async function namesTold(tx: Tx, callId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ given_name: string | null; family_name: string | null; description: string | null; born_on: Date | null }[]>`
    SELECT given_name, family_name, description, born_on FROM call_children(${callId}::uuid)`
  return rows.map((row) => {
    const { name } = personName({ givenName: row.given_name, familyName: row.family_name, description: row.description })
    // Whoever looks in their own records for a child needs the date of birth too.
    return row.born_on === null ? name : `${name}, born ${row.born_on.toISOString().slice(0, 10).split('-').reverse().map(Number).join('.')}`
  })
}

async function policyChildren(tx: Tx, callId: string): Promise<string[]> {
  return (await tx.$queryRaw<{ id: string }[]>`SELECT policy_call_children AS id FROM policy_call_children(${callId}::uuid)`).map((row) => row.id)
}
