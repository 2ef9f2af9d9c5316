import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { boroughsAt, inReach } from '@/lib/access/visibility'
import { packFor } from '@/lib/deadlines/pack-for'
import { openPerson } from '@/lib/people/open-person'
import { isId, standingOf as standingOfPerson } from '@/lib/people/standing'
import type { PersonPage } from '@/lib/people/view'
import { personName } from '@/lib/people/person-name'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import type { Waiting } from '@/lib/shell/waiting'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { agencyWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'

import { bornWords, instantWords, momentWords } from '@/lib/wording/london-words'
import { plainDate } from '@/lib/policy/calendar/london'
import { callInReach } from '../calls/queries'
import { standingOf } from '../calls/coming'
import type { ItemKind } from '../kind'
import { AGENDA_KINDS, agendaKind } from '../kinds'
import { map } from '../kinds/map'
import { mase } from '../kinds/mase'
import { clauseView } from '../queries'
import { GROUP_WORDS } from '../room/words'
import { roomOf } from '../room/reach'
import { absentRunningAt, awayWords } from './absences'
import { monthOf } from './month'
import { AGENCY_CHOICES, monthWords } from './queries'
import { behindOf, SOURCE_WORDS } from './read-items'
import { researchDue } from './research-due'
import { strategyBehind } from './strategy-behind'
import type { ListFormView, MeetingLine, MeetingsView, PersonMaps, ResearchView } from './view'

const DAY = 24 * 3_600_000
/** Of each list: all of London has a hundred meetings in two months. Where there are more, the page says so. */
const MOST = 200
const KINDS = AGENDA_KINDS.map((kind) => kind.id)

/** What the list reads of each meeting. */
const SHAPE = {
  items: { select: { id: true, kind: true } },
  invitations: { select: { accountId: true, name: true, part: true, agency: true, answers: { orderBy: [{ at: 'asc' as const }, { id: 'asc' as const }], select: { coming: true, insteadName: true, insteadAccount: true } } } },
}

/**
 * MAPs and MASEs of the actor's boroughs, and those they are asked to: in session, to come, ended and not finished, months that passed without
 * one, and agencies that stayed away twice running. The first {@link MOST} of each, and one more where there are more.
 */
export function meetingsList(actor: Actor, now: Date): Promise<MeetingsView> {
  return readAs(actor, async (tx) => {
    const reach = callInReach(actor)
    const month = monthOf(now)
    // Each list by itself: of all London the months that are over would take the places of the meetings to come. What is not finished stays until it is.
    const waiting = await tx.meeting.findMany({ where: { kind: { in: KINDS }, circulatedAt: null }, orderBy: [{ heldAt: 'asc' }, { id: 'asc' }], take: MOST + 1, select: { id: true, signedOffAt: true, heldAt: true } })
    const callsOf = (where: Prisma.MeetingCallWhereInput) => tx.meetingCall.findMany({ where: { AND: [reach, { kind: { in: KINDS }, calledOffAt: null }, where] }, orderBy: [{ meetsAt: 'asc' }, { id: 'asc' }], take: MOST + 1, include: SHAPE })
    const session = await callsOf({ meetingId: null, openedAt: { not: null } })
    const toCome = await callsOf({ meetingId: null, openedAt: null, meetsAt: { lt: new Date(now.getTime() + 62 * DAY) }, OR: [{ month: null }, { month: { gte: month } }] })
    const ended = await callsOf({ id: { in: waiting.map(({ id }) => id) } })
    const passed = await callsOf({ meetingId: null, openedAt: null, month: { lt: month } })
    const off = await tx.meetingCall.findMany({ where: { AND: [reach, { kind: { in: KINDS }, month: { not: null, lte: month }, calledOffAt: { gt: new Date(now.getTime() - 190 * DAY) } }] }, orderBy: { meetsAt: 'desc' }, take: MOST + 1, include: SHAPE })
    const meetings = new Map(waiting.map((one) => [one.id, one]))
    const works = mayEver(actor, 'see-agenda')
    const line = (call: (typeof toCome)[number], state: string, tone: MeetingLine['tone'], late = false): MeetingLine => lineOf(actor, call, { state, tone, late })
    const missed = [...passed, ...off]
    const view: MeetingsView = {
      most: MOST,
      session: session.map((call) => line(call, `In session since ${momentWords(call.openedAt ?? now, now)}`, 'green')),
      toCome: toCome.map((call) => (call.meetsAt.getTime() < now.getTime()
        ? line(call, 'Its hour has passed: open it, move it or call it off', 'red', true) : line(call, call.place === null ? 'No place is set yet' : 'To come', call.place === null ? 'amber' : 'grey'))),
      unfinished: ended.flatMap((call) => {
        const meeting = meetings.get(call.id)
        if (meeting === undefined) return []
        const late = meeting.heldAt.getTime() < now.getTime() - 3 * DAY
        return [meeting.signedOffAt === null ? line(call, 'Ended, not signed off', 'red', late) : line(call, 'Signed off, minutes not issued', 'amber', late)]
      }),
      missed: missed.map((call) => line(call, call.calledOffAt === null ? 'The month passed without it' : 'Called off: the month is without it', 'red', true)),
      absences: works ? await absencesOf(tx, actor, now) : [], works, mayList: mayEver(actor, 'list-for-meeting'),
    }
    return view
  })
}

type Row = {
  id: string; kind: string; month: string | null; meetsAt: Date; borough: string; reference: string; calledOffAt: Date | null
  items: { kind: string }[]
  invitations: { accountId: string | null; name: string; part: string; agency: string; answers: { coming: boolean; insteadName: string | null; insteadAccount: string | null }[] }[]
}

/** One meeting of a list. A list names nobody: whom it is about stands on its page, whose reading is logged. */
function lineOf(actor: Actor, call: Row, { state, tone, late }: { state: string; tone: MeetingLine['tone']; late: boolean }): MeetingLine {
  const kind = agendaKind(call.kind)
  const mine = call.invitations.find((one) => one.accountId === actor.accountId || one.answers.at(-1)?.insteadAccount === actor.accountId)
  const own = mine === undefined ? null : standingOf({ part: mine.part, agency: mine.agency, name: mine.name, answer: mine.answers.at(-1) ?? null })
  return {
    id: call.id, title: call.month === null ? `${kind?.agenda.meeting ?? ''}, ${call.reference}` : `${kind?.agenda.meeting ?? ''} of ${monthWords(call.month)}`, when: instantWords(call.meetsAt), borough: boroughWords(call.borough),
    about: call.items.length === 0 ? 'Nothing on the agenda yet' : call.month === null ? 'One child' : (['victim', 'offender', 'location', 'theme'] as const).flatMap((one) => {
      const many = call.items.filter((item) => item.kind === one).length
      return many === 0 ? [] : [`${many} ${(many === 1 ? SINGLE[one] : GROUP_WORDS[one]).toLowerCase()}`]
    }).join(', '),
    state, tone, late, mine: own === null ? null : own === 'silent' ? 'You have not answered yet' : own === 'coming' ? 'You are coming' : mine?.accountId === actor.accountId ? 'You sent apologies' : 'You come for somebody else',
  }
}
const SINGLE: Readonly<Record<ItemKind, string>> = { victim: 'Victim', offender: 'Offender', location: 'Location', theme: 'Theme' }

/** Agencies away from the last two meetings of a borough's series, and whether the board was told. */
async function absencesOf(tx: Tx, actor: Actor, now: Date): Promise<MeetingsView['absences'][number][]> {
  const held = await tx.meetingCall.findMany({ where: { kind: mase.id, meetingId: { not: null }, meetsAt: { gt: new Date(now.getTime() - 100 * DAY) }, ...inReach(actor, 'record') }, orderBy: { meetsAt: 'desc' }, take: 4 * MOST })
  const last = [...new Map([...held].reverse().map((call) => [call.borough, call])).values()]
  const raised = await tx.boardEscalation.findMany({ where: { callId: { in: last.map((call) => call.id) } }, select: { callId: true, agency: true } })
  const found = []
  for (const call of last) {
    const running = await absentRunningAt(tx, call)
    for (const agency of new Set(running.map((one) => one.agency))) {
      found.push({ id: call.id, agency, words: awayWords(running, agency), borough: boroughWords(call.borough), meeting: call.month === null ? '' : monthWords(call.month), raised: raised.some((one) => one.callId === call.id && one.agency === agency) })
    }
  }
  return found
}

/** What waits at meetings, for the bar: invitations not answered; what should have been held, signed off or issued. */
export function meetingsWaiting(actor: Actor, now: Date): Waiting | null {
  // Told to those who answer for a borough’s meetings, and not on every page of everybody.
  if (!mayEver(actor, 'run-mase') && !mayEver(actor, 'except-chair')) return null
  const boroughs = boroughsAt(actor, 'record')
  if (boroughs.length === 0 || boroughs.includes('*')) return null
  return Prisma.sql`
    SELECT m.late + m.unfinished AS waiting, m.late FROM (SELECT
      (SELECT count(*)::int FROM meeting_call c WHERE c.kind = ANY (${KINDS}) AND c.borough = ANY (${boroughs}) AND c.meeting_id IS NULL AND c.called_off_at IS NULL AND c.opened_at IS NULL
        AND c.meets_at < ${now}::timestamptz) AS late,
      (SELECT count(*)::int FROM meeting h WHERE h.kind = ANY (${KINDS}) AND h.borough = ANY (${boroughs}) AND h.circulated_at IS NULL) AS unfinished) m`
}

interface AskedFor {
  readonly person?: string | undefined
  readonly place?: string | undefined
  readonly call?: string | undefined
}

/** What the form that lists somebody or something starts from. Null where who or what it is about is out of reach. */
export function listForm(actor: Actor, asked: AskedFor, now: Date): Promise<ListFormView | null> {
  return readAs(actor, async (tx) => {
    if (!mayEver(actor, 'list-for-meeting')) return null
    const about = await aboutWhom(tx, actor, asked, now)
    if (about === null) return null
    const boroughs = BOROUGH_CODES.filter((code) => membershipFor(actor, 'list-for-meeting', code) !== null)
    const calls = await tx.meetingCall.findMany({ where: { kind: mase.id, meetingId: null, calledOffAt: null, openedAt: null, meetsAt: { gt: now }, borough: { in: boroughs } }, orderBy: [{ meetsAt: 'asc' }, { id: 'asc' }], take: 80, select: { id: true, month: true, borough: true, meetsAt: true } })
    const home = about.boroughs.find((code) => boroughs.includes(code))
    const own = home === undefined ? calls : [...calls.filter((call) => call.borough === home), ...calls.filter((call) => call.borough !== home)]
    const where = about.subject === null ? null : about.subject.kind === 'location' ? { placeId: about.subject.id } : { personId: about.subject.id }
    const items = where === null ? [] : await tx.meetingItem.findMany({ where: { ...where, ...inReach(actor, 'record') }, select: { id: true, callId: true, source: true, closedAt: true, call: { select: { kind: true, month: true, meetsAt: true, calledOffAt: true } } }, orderBy: { listedAt: 'desc' }, take: 12 })
    const behind = about.subject?.kind !== 'victim' ? null : behindOf((await strategyBehind(tx, [about.subject.id], now)).get(about.subject.id)?.heldOn ?? null, null)
    const query = asked.person !== undefined ? `?person=${asked.person}` : asked.place !== undefined ? `?place=${asked.place}` : asked.call !== undefined ? `?call=${asked.call}` : ''
    return {
      page: `/meetings/list${query}`, about: about.subject, behind,
      meetings: own.map((call) => ({ value: call.id, label: `${monthWords(call.month ?? monthOf(call.meetsAt))}, ${boroughWords(call.borough)}: ${instantWords(call.meetsAt)}` })),
      boroughs: boroughs.map((value) => ({ value, label: boroughWords(value) })),
      listed: items.filter((item) => item.call.calledOffAt === null).map((item) => ({
        href: `/meetings/${item.callId}#item-${item.id}`, words: `${agendaKind(item.call.kind)?.agenda.meeting ?? ''}, ${instantWords(item.call.meetsAt)}: ${(SOURCE_WORDS[item.source] ?? item.source).toLowerCase()}${item.closedAt === null ? '' : ', decided'}`,
      })),
      agencies: AGENCY_CHOICES, clause: clauseView('mase-gate'), calledHref: about.subject?.kind === 'victim' ? `/discussions/call?child=${about.subject.id}` : null,
    }
  })
}

async function aboutWhom(tx: Tx, actor: Actor, asked: AskedFor, now: Date): Promise<{ subject: ListFormView['about']; boroughs: readonly string[] } | null> {
  if (asked.person !== undefined) {
    const standing = isId(asked.person) ? await standingOfPerson(tx, actor, asked.person, now) : null
    if (standing === null || standing.card.masked || (standing.depth !== 'record' && standing.depth !== 'narrative')) return null
    const { card } = standing
    await logReading(tx, actor, { personIds: [card.id], depth: 'record', page: 'listing for a meeting' }, now)
    return { subject: { kind: card.years !== null && card.years >= 18 ? 'offender' : 'victim', id: card.id, name: card.name, age: card.age }, boroughs: card.boroughs }
  }
  if (asked.place !== undefined) {
    const place = isId(asked.place) ? await tx.place.findFirst({ where: { id: asked.place }, select: { id: true, name: true, line: true, borough: true } }) : null
    return place === null ? null : { subject: { kind: 'location', id: place.id, name: [place.name, place.line].filter(Boolean).join(', '), age: null }, boroughs: [place.borough] }
  }
  return { subject: null, boroughs: [] }
}

/** What an asked agency has to look up: its items, with the names it may see, and what it answered. Null where the actor is not asked. */
export function researchPage(actor: Actor, id: string, now: Date): Promise<ResearchView | null> {
  return readAs(actor, async (tx) => {
    const room = isId(id) ? await roomOf(tx, actor, id) : null
    if (room === null || room.kind.agenda.research === null) return null
    const asked = await tx.meetingInvitation.findMany({ where: { callId: id, OR: [{ accountId: actor.accountId }, { answers: { some: { insteadAccount: actor.accountId } } }] }, select: { agency: true } })
    const agencies = [...new Set(asked.map((one) => one.agency))]
    if (agencies.length === 0) return null
    const { call, kind } = room
    const due = researchDue(call.meetsAt, await packFor(tx, call.borough, now))
    const rows = await tx.meetingItem.findMany({ where: { callId: id, sharedWith: { hasSome: agencies } }, orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { id: true, kind: true, personId: true, placeId: true, sharedWith: true } })
    const words = new Map((await tx.$queryRaw<{ item_id: string; title: string | null; why: string | null; opens: boolean }[]>`SELECT item_id, title, why, opens FROM agenda_words(${id}::uuid)`).map((row) => [row.item_id, row]))
    const people = new Map((await tx.$queryRaw<{ item_id: string; given_name: string | null; family_name: string | null; description: string | null; born_on: Date | null }[]>`SELECT * FROM agenda_people(${id}::uuid)`).map((row) => [row.item_id, row]))
    const places = new Map((await tx.$queryRaw<{ item_id: string; name: string; line: string | null; postcode: string | null }[]>`SELECT * FROM agenda_places(${id}::uuid)`).map((row) => [row.item_id, row]))
    const seen = rows.filter((row) => words.get(row.id)?.opens === true && (row.personId === null || people.has(row.id)))
    await logReading(tx, actor, { personIds: seen.flatMap((row) => row.personId ?? []), depth: 'index', page: 'research for a meeting' }, now)
    const found = await tx.itemResearch.findMany({ where: { itemId: { in: rows.map((row) => row.id) }, agency: { in: agencies } }, orderBy: [{ at: 'asc' }, { id: 'asc' }], select: { itemId: true, agency: true, nothingKnown: true, says: true, at: true } })
    return {
      id, title: call.month === null ? kind.agenda.meeting : `${kind.agenda.meeting} of ${monthWords(call.month)}, ${boroughWords(call.borough)}`, reference: call.reference, when: instantWords(call.meetsAt),
      due: instantWords(new Date(due.getTime() - 60_000)).replace(/, \d\d:\d\d$/, ''), late: due.getTime() <= now.getTime(), state: call.meetingId === null && call.calledOffAt === null ? 'open' : 'closed',
      agencies: agencies.map((agency) => ({
        agency, words: agencyWords(agency), hidden: rows.filter((row) => row.sharedWith.includes(agency) && !seen.includes(row)).length,
        items: seen.filter((row) => row.sharedWith.includes(agency)).map((row) => {
          const person = people.get(row.id)
          const place = places.get(row.id)
          return {
            id: row.id, kind: SINGLE[row.kind as ItemKind], why: words.get(row.id)?.why ?? null, born: person?.born_on == null ? null : `Born ${bornWords(plainDate(person.born_on.toISOString().slice(0, 10)))}`,
            name: person !== undefined ? personName({ givenName: person.given_name, familyName: person.family_name, description: person.description }).name : words.get(row.id)?.title ?? (place === undefined ? 'A place of concern' : [place.name, place.line, place.postcode].filter(Boolean).join(', ')),
            answers: found.filter((one) => one.itemId === row.id && one.agency === agency).map((one) => ({ words: one.nothingKnown ? `Nothing known${one.says === null ? '' : `: ${one.says}`}` : one.says ?? '', when: momentWords(one.at, now) })),
          }
        }),
      })),
    }
  })
}

/** Meetings that wait for the own agency's research, soonest first: also for "What we are asked". */
export function researchAskedOfUs(actor: Actor, now: Date): Promise<readonly { id: string; title: string; when: string; due: string; late: boolean; missing: number }[]> {
  return readAs(actor, async (tx) => {
    const calls = await tx.meetingCall.findMany({
      where: { kind: { in: KINDS }, meetingId: null, calledOffAt: null, meetsAt: { gt: new Date(now.getTime() - 2 * DAY) }, invitations: { some: { OR: [{ accountId: actor.accountId }, { answers: { some: { insteadAccount: actor.accountId } } }] } } },
      orderBy: [{ meetsAt: 'asc' }, { id: 'asc' }], take: MOST, include: { invitations: { where: { OR: [{ accountId: actor.accountId }, { answers: { some: { insteadAccount: actor.accountId } } }] }, select: { agency: true } } },
    })
    const lines = []
    for (const call of calls) {
      const kind = agendaKind(call.kind)
      const agencies = [...new Set(call.invitations.map((one) => one.agency))]
      const items = await tx.meetingItem.findMany({ where: { callId: call.id, sharedWith: { hasSome: agencies } }, select: { id: true, personId: true } })
      const opens = new Set((await tx.$queryRaw<{ item_id: string; opens: boolean }[]>`SELECT item_id, opens FROM agenda_words(${call.id}::uuid)`).filter((row) => row.opens).map((row) => row.item_id))
      const done = new Set((await tx.itemResearch.findMany({ where: { itemId: { in: items.map((item) => item.id) }, agency: { in: agencies } }, select: { itemId: true } })).map((one) => one.itemId))
      const due = researchDue(call.meetsAt, await packFor(tx, call.borough, now))
      const missing = items.filter((item) => opens.has(item.id) && !done.has(item.id)).length
      lines.push({ id: call.id, title: call.month === null ? `${kind?.agenda.meeting ?? ''}, ${call.reference}` : `${kind?.agenda.meeting ?? ''} of ${monthWords(call.month)}, ${boroughWords(call.borough)}`, when: instantWords(call.meetsAt), due: instantWords(new Date(due.getTime() - 60_000)).replace(/, \d\d:\d\d$/, ''), late: due.getTime() <= now.getTime() && missing > 0, missing })
    }
    return lines
  })
}

/** The child's own meetings: to come, held, and the MASE agendas it stands on. */
export const personMaps = (actor: Actor, id: string, now: Date): Promise<PersonPage<PersonMaps> | null> =>
  openPerson(actor, id, 'MAP', now, async (tx) => {
    const items = await tx.meetingItem.findMany({ where: { personId: id }, orderBy: { listedAt: 'desc' }, take: 40, select: { id: true, callId: true, source: true, closedAt: true, call: { include: SHAPE } } })
    const plans = items.filter((item) => item.call.kind === map.id)
    const held = plans.filter((item) => item.call.meetingId !== null)
    const behind = (await strategyBehind(tx, [id], now)).get(id)
    const standing = await standingOfPerson(tx, actor, id, now)
    const boroughs = standing === null || standing.card.masked ? [] : standing.card.boroughs
    const open = plans.filter((item) => item.call.meetingId === null && item.call.calledOffAt === null)
    const last = held.map((item) => item.call.meetsAt).sort((a, b) => b.getTime() - a.getTime())[0]
    return {
      to: open.map((item) => lineOf(actor, item.call, { state: item.call.openedAt === null ? 'To come' : 'In session', tone: item.call.openedAt === null ? 'grey' : 'green', late: false })),
      past: held.map((item) => lineOf(actor, item.call, { state: 'Held', tone: 'grey', late: false })),
      listed: items.filter((item) => item.call.kind === mase.id && item.call.calledOffAt === null).map((item) => ({
        href: `/meetings/${item.callId}#item-${item.id}`, words: `MASE of ${monthWords(item.call.month ?? monthOf(item.call.meetsAt))}, ${boroughWords(item.call.borough)}`, state: item.closedAt !== null ? 'Decided' : SOURCE_WORDS[item.source] ?? 'Listed',
      })),
      behind: behindOf(behind?.heldOn ?? null, null), due: open.length > 0 || last === undefined ? null : instantWords(new Date(last.getTime() + 31 * DAY)),
      may: boroughs.some((borough) => membershipFor(actor, 'convene-map', borough) !== null), clause: clauseView('map-purpose'),
    }
  })

