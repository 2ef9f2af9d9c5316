import 'server-only'
import { z } from 'zod'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { packFor } from '@/lib/deadlines/pack-for'
import { mayStayAway } from '@/lib/policy/meetings/members'
import { id, optionalText } from '@/lib/referrals/input'
import { counted, joined } from '@/lib/wording/lists'
import { partWords } from '../../words'
import { recordMeeting } from '../../record-meeting'
import { agendaKind, type AgendaKind } from '../../kinds'
import { addItem, agenciesOf } from '../add-item'
import { refuseUntilTakenUp } from '../earlier-actions'
import { nextMeeting } from '../ensure-month'
import { meetingToChange } from '../find'
import { minutesOf, optionsConsidered } from '../minutes'
import { strategyBehind } from '../strategy-behind'

const input = z.object({
  callId: id,
  /** Of a MAP: the category that those present agreed. The assessment team sets it; what was agreed stands on the record. */
  agreedCategory: z.enum(['0', '1', '2', '3', ''], { error: 'Choose the category from the list' }).nullish().transform((value) => (value ? Number(value) : null)),
  /** Of a MAP: other children who are at risk too, siblings first. */
  otherChildren: optionalText(5000),
  /** Of a MAP: how a child who goes missing is found, and the prospects of a prosecution (map-output). */
  recovery: optionalText(5000),
  prosecution: optionalText(5000),
})

type Item = Awaited<ReturnType<typeof itemsOf>>[number]

/**
 * Ends the meeting: what was typed, decided and agreed becomes its record, one entry on each child's chronology. Not before the actions of the
 * meeting before were taken up (mase-actions). Items left open go to the next meeting by themselves; what a MAP decided goes to the next MASE.
 */
export const endMeeting: Act<typeof input> = {
  name: 'end-meeting',
  right: 'convene-map',
  input,
  async run(context, said) {
    const { tx, now } = context
    const { call, kind } = await meetingToChange(context, said.callId, 'run', 'open')
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`agenda:${call.id}`}))`
    const items = await itemsOf(context, call.id)
    const victims = items.filter((item) => item.kind === 'victim')
    const childIds = victims.flatMap((item) => (item.personId === null ? [] : [item.personId]))
    await refuseUntilTakenUp(context, kind, call, childIds)
    const attendance = await tx.meetingAttendance.findMany({ where: { callId: call.id, present: true }, orderBy: [{ part: 'asc' }, { id: 'asc' }] })
    const held = await heldFacts(context, kind, { call, items: victims, childIds, said, present: attendance.map((one) => one.part) })
    const { verdict } = await recordMeeting(context, kind, {
      id: call.id, borough: call.borough, referralId: call.referralId, childIds, mode: call.mode, heldAt: call.openedAt ?? now, chair: call.chairName,
      participants: attendance.map(({ part, agency, name }) => ({ part, agency, name, brought: null })),
      informationShared: null, riskAnalysis: null, decision: null, decisionReason: null, jointEnquiry: null, policeOfficer: null, medical: null, interviewPlan: null,
      otherChildren: said.otherChildren, actions: [], overrides: held.common, overridesFor: held.of,
    })
    const { count } = await tx.meetingCall.updateMany({ where: { id: call.id, meetingId: null, calledOffAt: null }, data: { meetingId: call.id } })
    if (count === 0) throw conflict('Somebody has ended this meeting a moment ago.')
    const carried = await carryOpen(context, kind, call, items)
    const passed = await passOn(context, kind, call, victims)
    return {
      goTo: `${kind.path}/${call.id}`, ids: { callId: call.id, meetingId: call.id },
      says: [
        'Ended: the record is written.', ...(verdict.missing.length === 0 ? [] : [`Not there: ${joined(verdict.missing.map(partWords))}.`]),
        ...(carried === 0 ? [] : [`${counted(carried, 'item goes', 'items go')} to the next meeting.`]), ...(passed === 0 ? [] : ['It is on the agenda of the next MASE.']),
      ].join(' '),
    }
  },
}

const itemsOf = ({ tx }: ActContext, callId: string) => tx.meetingItem.findMany({
  where: { callId }, orderBy: [{ position: 'asc' }, { id: 'asc' }],
  select: { id: true, kind: true, personId: true, placeId: true, strategyReference: true, closedAt: true, sharedWith: true },
})

interface Ending {
  readonly call: { readonly id: string; readonly kind: string; readonly borough: string; readonly month: string | null; readonly chairAgency: string | null; readonly chairRank: string | null; readonly chairName: string | null }
  readonly items: readonly Item[]
  readonly childIds: readonly string[]
  readonly said: { readonly agreedCategory: number | null; readonly recovery: string | null; readonly prosecution: string | null }
  /** The parts of those who were there. */
  readonly present: readonly string[]
}

/** What the entry of each child says: the chair as it was, who was asked and absent, now and the time before, what was brought and considered. */
async function heldFacts(context: ActContext, kind: AgendaKind, { call, items, childIds, said, present }: Ending) {
  const { tx, now } = context
  const behind = await strategyBehind(tx, childIds, now)
  const considered = await optionsConsidered(tx, items.map((item) => item.id))
  const members = kind.agenda.members.of(await packFor(tx, call.borough, now)).filter((member) => !mayStayAway(member.part))
  const research = await tx.itemResearch.findMany({ where: { itemId: { in: items.map((item) => item.id) } }, select: { itemId: true, agency: true } })
  const before = await tx.meeting.findFirst({ where: { kind: kind.id, borough: call.borough, heldAt: { lt: now }, ...(call.month === null ? { children: { some: { personId: { in: [...childIds] } } } } : {}) }, orderBy: { heldAt: 'desc' }, select: { missing: true } })
  const absent = members.map((member) => member.part).filter((part) => !present.includes(part))
  return {
    common: {
      meeting: kind.agenda.meeting, meeting_id: call.id, ...(call.month === null ? {} : { month: call.month }), chair: call.chairName, chair_agency: call.chairAgency, chair_rank: call.chairRank,
      ...(call.chairAgency === 'police' ? { police_rank: call.chairRank } : {}), absent, absent_running: absent.filter((part) => before?.missing.includes(part) === true),
      ...(said.agreedCategory === null ? {} : { agreed_category: said.agreedCategory }), ...(said.recovery === null ? {} : { recovery: said.recovery }), ...(said.prosecution === null ? {} : { prosecution: said.prosecution }),
    },
    of(childId: string): Record<string, unknown> {
      const own = items.filter((item) => item.personId === childId)
      const asked = agenciesOf(members).filter((agency) => agency !== 'other' && own.some((item) => item.sharedWith.includes(agency)))
      const missing = kind.agenda.research === null ? [] : asked.filter((agency) => !research.some((one) => one.agency === agency && own.some((item) => item.id === one.itemId)))
      return {
        strategy_held: behind.has(childId), decision_recorded: own.every((item) => item.closedAt !== null), research_done: missing.length === 0, research_missing: missing,
        ...(own.some((item) => item.closedAt !== null) ? { considered: [...new Set(own.flatMap((item) => considered(item.id).map((one) => one.option)))] } : {}),
      }
    },
  }
}

interface Ended {
  readonly id: string
  readonly borough: string
  readonly month: string | null
}

/** What a monthly meeting did not come to is on the next one's agenda, from where it stood. */
async function carryOpen(context: ActContext, kind: AgendaKind, call: Ended, items: readonly Item[]): Promise<number> {
  if (call.month === null) return 0
  const { tx, actor, now } = context
  const left = items.filter((item) => item.closedAt === null)
  if (left.length === 0) return 0
  const to = await tx.meetingCall.findUniqueOrThrow({ where: { id: await nextMeeting(tx, kind, { borough: call.borough, by: actor.accountId, now }) } })
  const words = await wordsOf(context, call.id)
  let carried = 0
  for (const item of left) {
    const was = words.get(item.id)
    // An item whose words do not open to who ends the meeting goes on unseen: under what everybody may read of it.
    const added = await addItem(context, kind, to, {
      kind: item.kind as 'victim', personId: item.personId, placeId: item.placeId, title: item.personId === null && item.placeId === null ? was?.title ?? 'Left open at the last meeting' : null,
      why: was?.why ?? 'Left open at the last meeting', source: 'carried', strategyReference: item.strategyReference,
      overrideReason: item.kind === 'victim' && item.strategyReference === null ? was?.override_reason ?? 'Listed at the last meeting' : null, sharedWith: item.sharedWith,
    })
    // Listed for the next meeting meanwhile, it goes on there.
    const there = added ?? (await tx.meetingItem.findFirst({ where: { callId: to.id, kind: item.kind, personId: item.personId, placeId: item.placeId }, select: { id: true } }))?.id
    if (there !== undefined) await tx.meetingItem.updateMany({ where: { id: item.id }, data: { carriedTo: there } })
    carried += 1
  }
  return carried
}

/** map-output: what the MAP decided about the child is on the borough's next MASE by itself. */
async function passOn(context: ActContext, kind: AgendaKind, call: Ended, victims: readonly Item[]): Promise<number> {
  const next = kind.agenda.outputsTo === null ? null : agendaKind(kind.agenda.outputsTo)
  if (next === null) return 0
  const { tx, actor, now } = context
  const decided = victims.filter((item) => item.closedAt !== null && item.personId !== null)
  if (decided.length === 0) return 0
  const to = await tx.meetingCall.findUniqueOrThrow({ where: { id: await nextMeeting(tx, next, { borough: call.borough, by: actor.accountId, now }) } })
  const minutes = await minutesOf(tx, decided.map((item) => item.id))
  const behind = await strategyBehind(tx, decided.flatMap((item) => item.personId ?? []), now)
  const shared = agenciesOf(next.agenda.members.of(await packFor(tx, call.borough, now)))
  let passed = 0
  for (const item of decided) {
    const reference = behind.get(item.personId ?? '')?.reference ?? null
    const added = await addItem(context, next, to, {
      kind: 'victim', personId: item.personId, placeId: null, title: null, why: (minutes(item.id).decision?.text ?? 'Decided at the MAP').slice(0, 2000), source: 'map-output',
      strategyReference: reference, overrideReason: reference === null ? 'From the child’s MAP; no strategy discussion is on record' : null, sharedWith: shared,
    })
    if (added !== null) passed += 1
  }
  return passed
}

async function wordsOf({ tx }: ActContext, callId: string): Promise<ReadonlyMap<string, { title: string | null; why: string | null; override_reason: string | null }>> {
  const rows = await tx.$queryRaw<{ item_id: string; title: string | null; why: string | null; override_reason: string | null }[]>`SELECT item_id, title, why, override_reason FROM agenda_words(${callId}::uuid)`
  return new Map(rows.map((row) => [row.item_id, row]))
}

