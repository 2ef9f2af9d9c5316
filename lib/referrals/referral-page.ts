import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { boroughsAt, openedPeople, referralOpen } from '@/lib/access/visibility'
import { referralWords, type ReferralRow, type ReferralWords } from '@/lib/access/words'
import { entryLines } from '@/lib/chronology/queries'
import type { EntryLine } from '@/lib/chronology/view'
import { namesOf, readsWords } from '@/lib/deadlines/children'
import { dutyLine, LINE_FIELDS } from '@/lib/deadlines/lines'
import { policyHistories } from '@/lib/deadlines/histories'
import type { DutyLine } from '@/lib/deadlines/view'
import { isId } from '@/lib/people/standing'
import type { Tx } from '@/lib/platform/db'
import { NOT_MET, secondLineReasons } from '@/lib/policy/decisions'
import { senderWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { concernWords, indicatorWords } from '@/lib/wording/concerns'
import { callWords, EMERGENCY_WORDS } from '@/lib/wording/emergencies'
import { joined } from '@/lib/wording/lists'
import { instantWords, momentWords } from '@/lib/wording/london-words'
import { outcomeWords } from '@/lib/wording/outcomes'
import { cameInOutOfHours } from './out-of-hours'
import { isRated, levelWords } from '@/lib/wording/levels'
import { availableActs, referralStatus } from './available-acts'
import { childrenOfReferrals, peopleOfReferral } from './children'
import { packFor } from '@/lib/deadlines/pack-for'
import { emergenciesOf, type StandingEmergency } from './emergency'
import { ratingChoices } from './ratings'
import type { ReferralPage } from './view'
import { isWay, WAYS_IN } from '@/lib/wording/ways'

export interface OpenReferral {
  readonly referral: ReferralPage
  readonly duties: readonly DutyLine[]
  /** The latest; `older`: more than these are on record. */
  readonly entries: readonly EntryLine[]
  readonly older: boolean
}

const MOST_ENTRIES = 60

/** One referral with its people, duties and history, or null when it is out of reach. Logged for each person named, before it is shown. */
export async function referralPage(actor: Actor, referralId: string, now: Date): Promise<OpenReferral | null> {
  if (!isId(referralId)) return null
  return readAs(actor, async (tx) => {
    const row = await tx.referral.findFirst({ where: { AND: [{ id: referralId }, referralOpen(actor)] } })
    if (row === null) return null
    const [children, people] = [(await childrenOfReferrals(tx, actor, [referralId], now)).get(referralId), await peopleOfReferral(tx, actor, referralId, now)]
    const childIds = (children?.children ?? []).map((child) => child.id)
    const masked = (children?.children ?? []).some((child) => child.masked)
    const involved = row.toAgency === 'police' || row.fromAgency === 'police' || row.concern !== null
    // Through a record opened with a reason the matter opens by that child; in one's own borough by all of them.
    const own = boroughsAt(actor, 'record').some((borough) => borough === '*' || borough === row.borough)
    const words = own ? !masked && childIds.every((id) => readsWords(actor, row.borough, id, involved)) : childIds.some((id) => openedPeople(actor, 'narrative').includes(id))
    const told = (await referralWords(tx, [referralId]))(referralId)
    await logReading(tx, actor, { personIds: [...childIds, ...people.map((person) => person.id)], depth: words ? 'narrative' : 'record', page: 'referral' }, now)
    // What ended on the record that was found to be of somebody known runs on the known one: told twice it would read as owed twice.
    const duties = await tx.deadline.findMany({ where: { referralId, AND: [{ OR: [{ endedWhy: null }, { endedWhy: { not: 'matched' } }] }, { OR: [{ supersededWhy: null }, { supersededWhy: { not: 'parted' } }] }] }, select: { ...LINE_FIELDS, childId: true }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] })
    const nameOf = await namesOf(tx, [row.claimedBy, row.decidedBy, row.secondLineBy, row.recordedBy, ...duties.map((duty) => duty.assignedTo)])
    const entries = await tx.entry.findMany({ where: { referralId }, orderBy: [{ occurredAt: 'desc' }, { seq: 'desc' }], take: MOST_ENTRIES + 1, select: { id: true } })
    const discussions = await tx.meeting.findMany({ where: { referralId }, orderBy: { heldAt: 'desc' }, select: { id: true, heldAt: true, quorate: true } })
    const way = await tx.referralWay.findUnique({ where: { referralId }, select: { way: true, theirReference: true, lacks: true } })
    const grave = row.outcome !== null && NOT_MET.includes(row.outcome) ? await whySecondLine(tx, row, childIds, now) : []
    return {
      duties: duties.map((duty) => ({ ...dutyLine(duty, nameOf, now), ...(childIds.length < 2 ? {} : { child: children?.children.find((child) => child.id === duty.childId)?.name ?? 'Another child' }) })),
      entries: await entryLines(tx, entries.slice(0, MOST_ENTRIES).map((entry) => entry.id), words ? 'narrative' : 'record', now), older: entries.length > MOST_ENTRIES,
      referral: pageOf(row, {
        told, way, children: children?.children ?? [], earlier: children?.earlier ?? null, adults: people, words, nameOf, grave, now, actor,
        emergency: (await emergenciesOf(tx, [referralId])).get(referralId), ratings: ratingChoices(await packFor(tx, row.borough, now)),
        discussions: discussions.map((meeting) => ({ id: meeting.id, words: `Strategy discussion, ${momentWords(meeting.heldAt, now)}${meeting.quorate ? '' : ', held, not quorate'}` })),
      }),
    }
  })
}

async function whySecondLine(tx: Tx, row: ReferralRow, childIds: readonly string[], now: Date): Promise<string[]> {
  const histories = await policyHistories(tx, childIds, now)
  const concerns = [row.concern, ...row.otherConcerns].filter((concern): concern is string => concern !== null)
  return [...new Set([...histories.values()].flatMap((history) => secondLineReasons(concerns, history, null)))]
}

interface Beside extends Pick<ReferralPage, 'children' | 'earlier' | 'adults' | 'discussions' | 'ratings'> {
  readonly emergency: StandingEmergency | undefined
  readonly words: boolean
  readonly told: ReferralWords
  readonly way: { readonly way: string; readonly theirReference: string | null; readonly lacks: readonly string[] } | null
  readonly nameOf: (id: string | null) => string | null
  readonly grave: readonly string[]
  readonly now: Date
  readonly actor: Actor
}

function emergencyShown(emergency: StandingEmergency | undefined, perhaps: boolean): ReferralPage['emergency'] {
  if (emergency === undefined) return perhaps ? { live: false, title: 'A recent rape or a child in danger now goes by 999, then to Sapphire', call: 'Check that the call was made, and say below whether it is a live emergency.' } : null
  return {
    live: true, title: `Live emergency: ${EMERGENCY_WORDS[emergency.kind].toLowerCase()}`,
    call: emergency.called ? `${callWords(emergency)}.` : `999 was not called${emergency.noCallWhy === null ? '' : `: ${emergency.noCallWhy}`}. If it is still live, call 999 now and record the reference.`,
  }
}

const STATUS_WORDS = { waiting: 'Waits, unclaimed', claimed: 'Claimed', 'second-line': 'Decided, waits for a second line', decided: 'Decided', 'became-referral': 'Became a referral' } as const

function pageOf(row: ReferralRow, beside: Beside): ReferralPage {
  const { actor, now, nameOf } = beside
  const status = referralStatus({ ...row, needsSecondLine: beside.grave.length > 0 })
  const urgent = row.urgency === 'high' || row.rag === 'red'
  const holder = row.claimedBy === actor.accountId ? 'You' : nameOf(row.claimedBy)
  const decided = row.decidedAt === null ? [] : [
    { term: 'Decision', value: outcomeWords(row.outcome) },
    { term: 'Decided by', value: `${nameOf(row.decidedBy) ?? 'not known'}, ${momentWords(row.decidedAt, now)}` },
    ...(beside.words ? [{ term: 'Reason', value: beside.told.outcomeReason ?? 'none given' }] : []),
    ...(row.secondLineAt === null ? [] : [{ term: 'Second line', value: `${nameOf(row.secondLineBy) ?? 'not known'}, ${momentWords(row.secondLineAt, now)}` }]),
  ]
  return {
    id: row.id, reference: row.reference, form: row.form === 'contact' ? 'contact' : 'referral', borough: boroughWords(row.borough), status: STATUS_WORDS[status],
    children: beside.children, adults: beside.adults, earlier: beside.earlier, concern: concernWords(row.concern),
    rag: isRated(row.rag) ? row.rag : null, claimedBy: holder, lacks: beside.way?.lacks ?? [],
    facts: [...wayFacts(beside.way), ...factsOf(row, beside.told, holder, nameOf, now)], narrative: beside.words ? beside.told.narrative : null, decision: decided, secondLineWhy: status === 'second-line' ? beside.grave : [],
    emergency: row.decidedAt === null && row.becameReferralId === null ? emergencyShown(beside.emergency, row.concern === 'penetrative-abuse' || (urgent && row.immediateAction === true)) : null,
    ratings: beside.ratings, discussions: beside.discussions,
    acts: availableActs(actor, status, {
      borough: row.borough, urgent, claimedBy: row.claimedBy, decidedBy: row.decidedBy, form: row.form, acknowledged: row.acknowledgedAt !== null, told: row.outcomeToldAt !== null, lacking: (beside.way?.lacks ?? []).length > 0,
    }),
  }
}

const CHANNEL_WORDS: Readonly<Record<string, string>> = {
  'telephone': 'by telephone', 'online': 'by the online form', 'email': 'by e-mail', 'in-person': 'in person', 'police-system': 'from the police system (Merlin)', 'letter': 'by letter',
}
const answer = (known: boolean | null): string => (known === null ? 'Not known' : known ? 'Yes' : 'No')

/** By which way it came in, where that is on record. */
const wayFacts = (way: Beside['way']): { term: string; value: string }[] => [
  ...(way !== null && isWay(way.way) ? [{ term: 'Came in as', value: WAYS_IN[way.way].title }] : []),
  ...(way === null || way.theirReference === null ? [] : [{ term: 'Their reference', value: way.theirReference }]),
]

function factsOf(row: ReferralRow, told: ReferralWords, holder: string | null, nameOf: Beside['nameOf'], now: Date): { term: string; value: string }[] {
  const moment = (at: Date | null): string => (at === null ? 'Not known' : instantWords(at))
  return [
    { term: 'From', value: [senderWords(row.fromWords), told.referrerName, told.referrerContact].filter((part) => part !== null && part !== '').join(', ') },
    { term: 'Received', value: `${moment(row.receivedAt)}, ${CHANNEL_WORDS[row.channel] ?? `by ${row.channel.replaceAll('-', ' ')}`}${cameInOutOfHours(row.receivedAt) ? ', out of hours: the clocks ran from receipt' : ''}` },
    ...(isRated(row.rag) ? [{ term: 'Level of need', value: levelWords(row.rag) }] : []),
    { term: 'Concern identified', value: moment(row.concernIdentifiedAt) },
    { term: 'First reported', value: moment(row.initialReportAt) },
    { term: 'Put on record', value: `${nameOf(row.recordedBy) ?? 'Not known'}, ${momentWords(row.recordedAt, now)}` },
    { term: 'Further concerns', value: row.otherConcerns.length === 0 ? 'None named' : joined(row.otherConcerns.map(concernWords)) },
    { term: 'Indicators', value: row.indicators.length === 0 ? 'None named' : joined(row.indicators.map(indicatorWords)) },
    { term: 'Urgent', value: row.urgency === null ? 'Not known' : row.urgency === 'high' ? 'Yes' : 'No' },
    { term: 'Suspect', value: [row.suspect === 'known' ? 'Known' : row.suspect === 'unidentified' ? 'Not identified' : 'Not known', told.suspectRelationship].filter((part) => part !== null).join(', ') },
    { term: 'Forensic evidence may be lost', value: answer(row.forensicEvidence) },
    { term: 'Immediate action needed', value: answer(row.immediateAction) },
    { term: 'Offence identified', value: answer(row.offenceIdentified) },
    { term: 'Concerns staff', value: answer(row.staffConcerned) },
    { term: 'Organised group', value: answer(row.organised) },
    { term: 'With', value: holder ?? 'Nobody yet' },
    { term: 'Allocated to', value: row.allocatedTo === null ? 'Nobody yet' : `${row.allocatedTo}, ${row.allocatedTeam ?? 'team not known'}` },
    { term: 'Referrer', value: row.outcomeToldAt !== null ? 'Told the outcome' : row.acknowledgedAt !== null ? 'Told that it arrived' : 'Not told yet' },
  ]
}
