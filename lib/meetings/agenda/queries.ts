import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { callWords } from '@/lib/access/words'
import { AGENCIES } from '@/lib/access/roles'
import { actionLines } from '@/lib/actions/lines'
import { packFor } from '@/lib/deadlines/pack-for'
import type { Tx } from '@/lib/platform/db'
import { latestMails } from '@/lib/platform/mail/outbox'
import { mailIsSet } from '@/lib/platform/mail/settings'
import { mailState } from '@/lib/platform/mail/state'
import { agencyWords, participantWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { instantWords, momentWords } from '@/lib/wording/london-words'
import { say } from '@/lib/wording/say'
import { standingOf, type Asked } from '../calls/coming'
import type { InvitationView } from '../calls/view'
import type { AgendaKind } from '../kinds'
import { mayCirculate } from '../may-circulate'
import { clauseView } from '../queries'
import { GROUP_WORDS } from '../room/words'
import { roomOf } from '../room/reach'
import { actionsToTakeUp } from './earlier-actions'
import { readItems, type Read } from './read-items'
import { readRecord } from './read-record'
import { researchDue } from './research-due'
import type { AgendaView, OwedResearch } from './view'

const ORDER = ['victim', 'offender', 'location', 'theme'] as const
export const AGENCY_CHOICES = AGENCIES.filter((agency) => agency !== 'other').map((value) => ({ value, label: agencyWords(value) }))
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * A MAP or a MASE as this actor may see it: how it is prepared, and from its end its record. Whom it shows is written to the reading log first.
 * An agency that is asked sees the items shared with it, and what was written of them once the minutes are issued. Null where it is out of reach.
 */
export function agendaPage(actor: Actor, id: string, now: Date): Promise<AgendaView | null> {
  return readAs(actor, async (tx) => {
    const room = UUID.test(id) ? await roomOf(tx, actor, id) : null
    if (room === null) return null
    const { call, kind, works, state } = room
    const pack = await packFor(tx, call.borough, now)
    const due = researchDue(call.meetsAt, pack)
    const members = kind.agenda.members.of(pack)
    const asked = await tx.meetingInvitation.findMany({ where: { callId: id }, orderBy: [{ part: 'asc' }, { name: 'asc' }, { id: 'asc' }], include: { answers: { orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { id: true, coming: true, insteadName: true, insteadAccount: true } } } })
    const [standing] = await tx.$queryRaw<{ circulated_at: Date | null }[]>`SELECT circulated_at FROM record_standing(${id}::uuid)`
    const issued = standing?.circulated_at !== undefined && standing.circulated_at !== null
    const agencies = [...new Set([...members.map((member) => member.agency), ...asked.map((one) => one.agency)])].filter((agency) => agency !== 'other').sort()
    const items = await readItems(tx, { callId: id, works, researchDue: due, asked: kind.agenda.research === null ? [] : agencies, minutes: works || issued }, now)
    // To an asked agency an item that is not shared with it is not there; nor is one about a restricted child anything but that.
    const shown = items.filter((item) => works || item.opens || item.masked)
    await logReading(tx, actor, { personIds: works ? shown.flatMap((item) => item.personId ?? []) : shown.flatMap((item) => (item.masked ? [] : item.personId ?? [])), depth: works || issued ? 'narrative' : 'index', page: kind.title }, now)
    const victims = items.flatMap((item) => (item.kind === 'victim' && item.personId !== null ? [item.personId] : []))
    const run = works && room.mayRun
    const notAsked = run ? await tx.meetingNotAsked.findMany({ where: { callId: id }, orderBy: { at: 'asc' }, select: { part: true, reason: true } }) : []
    const missing = members.filter((member) => !asked.some((one) => one.part === member.part) && !notAsked.some((one) => one.part === member.part))
    const earlierIds = works && state !== 'ended' ? await actionsToTakeUp(tx, call, victims) : []
    const may = {
      run: run && state !== 'ended' && state !== 'off', list: works && (state === 'to-come' || state === 'open') && membershipFor(actor, kind.agenda.rights.list, call.borough) !== null && membershipFor(actor, 'list-for-meeting', call.borough) !== null,
      signOff: works && membershipFor(actor, kind.agenda.rights.signOff, call.borough) !== null, except: works && membershipFor(actor, 'except-chair', call.borough) !== null,
      board: works && membershipFor(actor, 'raise-with-board', call.borough) !== null, issue: works && mayCirculate(actor, kind, call.borough),
      research: asked.some((one) => one.accountId === actor.accountId || one.answers.some((answer) => answer.insteadAccount === actor.accountId)),
    }
    return {
      id, kind: kind.id as AgendaView['kind'], meeting: kind.agenda.meeting, title: kind.title, heading: headingOf(kind, call, items), reference: call.reference, borough: boroughWords(call.borough), boroughCode: call.borough, state,
      when: instantWords(call.meetsAt), meetsAt: call.meetsAt.toISOString(), past: call.meetsAt.getTime() < now.getTime(), mode: say(kind.modes, call.mode), modeCode: call.mode, place: call.place,
      lead: call.leadAgency === null ? null : agencyWords(call.leadAgency), off: call.calledOffAt === null ? null : momentWords(call.calledOffAt, now), chairSays: kind.chair.says, chairClause: clauseView(kind.chair.clause),
      works, invitations: await invitationsOf(tx, actor, { callId: id, asked, works }), notAsked: notAsked.map(({ part, reason }) => ({ part: participantWords(part), reason })),
      toAsk: may.run ? await prefilled(tx, { kind, borough: call.borough, callId: id, missing }, now) : [], colleagues: may.run ? await colleaguesIn(tx, call.borough, now) : [],
      researchDue: `by the end of ${instantWords(new Date(due.getTime() - 60_000)).replace(/, \d\d:\d\d$/, '')}`, researchLate: due.getTime() <= now.getTime(),
      owed: owedOf(shown, agencies, asked.map((one) => one.agency)),
      earlier: await actionLines(tx, actor, await tx.action.findMany({ where: { id: { in: earlierIds } }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] }), now),
      groups: ORDER.filter((one) => kind.agenda.items.includes(one)).map((one) => ({ kind: one, title: GROUP_WORDS[one], items: shown.filter((item) => item.kind === one) })),
      agencies: AGENCY_CHOICES, record: call.meetingId === null ? null : await readRecord(tx, actor, { call, kind, works, childIds: victims }, now), mailIsSet: mailIsSet(), may,
    }
  })
}

function headingOf(kind: AgendaKind, call: { month: string | null; borough: string }, items: readonly Read[]): string {
  if (call.month !== null) return `${kind.agenda.meeting} of ${monthWords(call.month)}, ${boroughWords(call.borough)}`
  return `${kind.agenda.meeting}: ${items[0]?.name ?? 'a child'}`
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
/** 'November 2026'. */
export const monthWords = (month: string): string => `${MONTHS[Number(month.slice(5)) - 1] ?? month} ${month.slice(0, 4)}`

/** Agencies that have not sent what they know, worst first: what the chair sees on top (mase-prep). */
function owedOf(items: readonly Read[], agencies: readonly string[], asked: readonly string[]): OwedResearch[] {
  return agencies.flatMap((agency) => {
    const own = items.filter((item) => !item.masked && !item.isClosed).flatMap((item) => item.brought.filter((one) => one.agency === agency))
    const missing = own.filter((one) => one.state === 'missing').length
    return missing === 0 ? [] : [{ agency, words: agencyWords(agency), missing, of: own.length, asked: asked.includes(agency) }]
  }).sort((a, b) => b.missing - a.missing || a.words.localeCompare(b.words))
}

type Invited = { id: string; part: string; agency: string; name: string; accountId: string | null; required: boolean; answers: { id: string; coming: boolean; insteadName: string | null; insteadAccount: string | null }[] }

async function invitationsOf(tx: Tx, actor: Actor, { callId, asked, works }: { callId: string; asked: readonly Invited[]; works: boolean }): Promise<InvitationView[]> {
  const [words, mails, isSet] = [await callWords(tx, callId), works ? await latestMails(tx, callId) : new Map<string, never>(), mailIsSet()]
  return asked.map((one) => {
    const each: Asked = { part: one.part, agency: one.agency, name: one.name, answer: one.answers.at(-1) ?? null }
    const mail = one.accountId === null ? undefined : mails.get(one.accountId)
    return {
      id: one.id, part: participantWords(one.part), agency: agencyWords(one.agency), name: one.name, required: one.required, standing: standingOf(each), answer: answerWords(each),
      brings: one.answers.flatMap((answer) => words.get(answer.id) ?? []).at(-1) ?? null, mail: mail === undefined ? null : { id: (mail as { id: string }).id, ...mailState(mail, isSet) }, hasAccount: one.accountId !== null,
      mine: one.accountId === actor.accountId || one.answers.at(-1)?.insteadAccount === actor.accountId,
    }
  })
}

function answerWords(asked: Asked): string {
  switch (standingOf(asked)) {
    case 'coming': return 'Coming'
    case 'instead': return `Apologies; ${asked.answer?.insteadName ?? 'somebody'} comes instead`
    case 'apologies': return 'Apologies; nobody comes instead'
    case 'silent': return 'No answer yet'
  }
}

/** Roles that usually take a part, where the agency alone does not say who. */
const ROLE_OF_PART: Readonly<Record<string, string>> = {
  'borough-police': 'mase-chair', 'missing-persons-unit': 'missing-persons-officer', 'sexual-exploitation-team': 'exploitation-assessor', 'csc': 'mash-decision-maker', 'child-protection-manager': 'mash-decision-maker', 'social-worker': 'mash-social-worker',
}
const OWN_NETWORK = ['parent', 'child', 'referrer', 'camhs', 'sapphire']

/** Who is still to be asked, each with a name where one is known: who came for that part last, else the one account of that agency here. */
async function prefilled(tx: Tx, { kind, borough, callId, missing }: { kind: AgendaKind; borough: string; callId: string; missing: readonly { part: string; agency: string }[] }, now: Date) {
  const before = await tx.meetingInvitation.findMany({ where: { call: { kind: kind.id, borough, id: { not: callId }, ...(kind.agenda.rhythm === 'monthly' ? {} : { id: { in: [] } }) } }, orderBy: { call: { meetsAt: 'desc' } }, take: 60, select: { part: true, name: true } })
  const accounts = await tx.account.findMany({
    where: { OR: [{ disabledAt: null }, { disabledAt: { gt: now } }], memberships: { some: { since: { lte: now }, OR: [{ endedAt: null }, { endedAt: { gt: now } }], team: { OR: [{ boroughs: { has: borough } }, { boroughs: { isEmpty: true } }] } } } },
    select: { name: true, memberships: { where: { since: { lte: now }, OR: [{ endedAt: null }, { endedAt: { gt: now } }] }, select: { role: true, team: { select: { agency: true } } } } }, orderBy: { name: 'asc' }, take: 400,
  })
  return missing.map(({ part, agency }) => {
    const role = ROLE_OF_PART[part] ?? 'partner'
    const fits = accounts.filter((one) => one.memberships.some((membership) => membership.role === role && membership.team.agency === agency))
    const name = before.find((one) => one.part === part)?.name ?? (OWN_NETWORK.includes(part) ? '' : fits[0]?.name ?? '')
    return { part, agency, title: participantWords(part), name }
  })
}

async function colleaguesIn(tx: Tx, borough: string, now: Date): Promise<string[]> {
  const accounts = await tx.account.findMany({
    where: {
      OR: [{ disabledAt: null }, { disabledAt: { gt: now } }],
      memberships: { some: { since: { lte: now }, role: { notIn: ['administrator', 'auditor'] }, OR: [{ endedAt: null }, { endedAt: { gt: now } }], team: { boroughs: { has: borough } } } },
    },
    select: { name: true }, orderBy: { name: 'asc' }, take: 200,
  })
  return [...new Set(accounts.map((account) => account.name))]
}

export const mayListAtAll = (actor: Actor): boolean => mayEver(actor, 'list-for-meeting')
