import { carryAction } from '@/lib/actions/carry-action'
import { completeAction } from '@/lib/actions/complete-action'
import { answerRequest } from '@/lib/enquiry/acts/answer-request'
import { askAgencies } from '@/lib/enquiry/acts/ask-agencies'
import { recordResearch } from '@/lib/enquiry/acts/record-research'
import { chase } from '@/lib/deadlines/acts/chase'
import { escalate } from '@/lib/deadlines/acts/escalate'
import { policeChallenge } from '@/lib/deadlines/acts/police-challenge'
import { circulateRecord } from '@/lib/meetings/acts/circulate-record'
import { givePosition } from '@/lib/meetings/acts/give-position'
import { setCategory } from '@/lib/exploitation/acts/set-category'
import { addFlag } from '@/lib/people/acts/add-flag'
import { addDays, londonDate } from '@/lib/policy/calendar/london'
import { criteriaOf, minimumCategory } from '@/lib/policy/exploitation/category'
import { allocateReferral } from '@/lib/referrals/acts/allocate'
import { claimReferral } from '@/lib/referrals/acts/claim'
import { decideReferral } from '@/lib/referrals/acts/decide'
import { giveSecondLine } from '@/lib/referrals/acts/give-second-line'
import { matchPerson } from '@/lib/referrals/acts/match-person'
import { newPerson } from '@/lib/referrals/acts/new-person'
import { setRag } from '@/lib/referrals/acts/set-rag'
import { acknowledgeReferrer, confirmInWriting as confirm, tellReferrer } from '@/lib/referrals/acts/tell'
import { takeReferral } from '@/lib/referrals/take-referral'
import { recordStrategyDiscussion } from '@/lib/strategy/record-strategy-discussion'
import { accountOf, caitOfficerOf } from './accounts'
import { chance, type Chance } from './chance'
import type { Household } from './household'
import { after, before, HOUR, MINUTE } from './hours'
import { adultName, familyName, telephone } from './names'
import { refersAt, type Situation } from './situations'
import type { Stage } from './stage'
import type { Held, Plot, Push } from './tale'
import { caitOf, teamOf } from './teams'

/** Each thing that is done in a story, as the act that does it: what somebody would type into its form. */

interface Taking {
  readonly plot: Pick<Plot, 'name' | 'borough' | 'situation' | 'receivedAt'>
  readonly people: Household
  readonly luck: Chance
  /** The first child is already on record. */
  readonly firstId: string | undefined
}

/** Takes the referral and gives what the story goes on with. */
export async function take(stage: Stage, who: string, taking: Taking, at: Date, key: string): Promise<Pick<Held, 'referralId' | 'children'>> {
  const ids = await stage.perform(takeReferral, who, referralOf(taking), at, key)
  const referralId = ids['referralId'] ?? ''
  const officer = `mash-officer.${taking.plot.borough}`
  const children = await stage.as(officer, (tx) => tx.referralPerson.findMany({ where: { referralId, role: 'child' }, select: { personId: true } }))
  return { referralId, children: children.map((child) => child.personId).sort() }
}

function referralOf({ plot, people, luck, firstId }: Taking): Record<string, unknown> {
  const { situation, borough, receivedAt } = plot
  const first = people.children[0]
  return {
    form: situation.concern === null ? 'contact' : 'referral', borough, channel: situation.from.channel, fromAgency: situation.from.agency, fromWords: situation.from.words, toAgency: situation.to,
    ...(situation.from.who === null ? {} : { referrerName: `${adultName(luck, 'female')} ${familyName(luck)}, ${situation.from.who.toLowerCase()}`, referrerContact: telephone(luck) }),
    children: people.children.map((child, index) => (index === 0 && firstId !== undefined ? { personId: firstId } : { ...child, ...(situation.lookedAfter === true ? { lookedAfter: 'yes' } : {}) })),
    adults: people.adult === null || situation.adult === undefined ? [] : [{ ...people.adult, role: situation.adult.role, relationship: situation.adult.relationship }],
    concern: situation.concern, indicators: situation.indicators ?? [], rag: situation.concern === null ? '' : situation.rag, urgency: situation.urgent === true ? 'high' : 'normal',
    suspect: situation.adult?.role === 'suspect' ? 'known' : '', forensicEvidence: situation.forensicEvidence ?? '',
    immediateAction: situation.immediateAction === true ? 'yes' : '', narrative: situation.narrative.replaceAll('{child}', first?.givenName ?? 'The child'),
    ...(situation.complex === true ? { organised: 'yes', staffConcerned: 'yes', complex: 'yes', complexReason: 'Several pupils name one volunteer', complexManager: accountOf(`decision-maker.${borough}`).name } : {}),
    receivedAt: receivedAt.toISOString(),
    ...(luck.once(0.35) ? { concernIdentifiedAt: identifiedAt(situation, receivedAt, luck).toISOString() } : {}),
    ...(luck.once(0.25) ? { initialReportAt: before(receivedAt, luck.between(5, 55) * MINUTE).toISOString() } : {}),
  }
}

/** Some hours before it came in; where the referrer was not at work then, within the hour. */
function identifiedAt(situation: Situation, receivedAt: Date, luck: Chance): Date {
  const at = before(receivedAt, luck.between(1, 7) * HOUR)
  return refersAt(situation, at) ? at : before(receivedAt, luck.between(5, 30) * MINUTE)
}

export const flag = async (stage: Stage, who: string, about: { personId: string; flag: string }, at: Date, key: string): Promise<void> => {
  await stage.perform(addFlag, who, { personId: about.personId, flag: about.flag, reason: 'Known to the team from earlier work' }, at, key)
}

interface Discussion {
  readonly plot: Pick<Plot, 'borough' | 'situation' | 'known'>
  readonly heldAt: Date
  readonly twoAgency: boolean
  /** Whether the record has its decision and its actions. */
  readonly plan: boolean
  readonly cast: { readonly worker: string; readonly manager: string; readonly police: string; readonly health: string; readonly referrer: string }
  readonly luck: Chance
}

/** The lowest category that the signs allow: nobody has to answer for less. */
export async function assess(stage: Stage, held: Held, { situation: { indicators = [] } }: Pick<Plot, 'situation'>, at: Date, key: string): Promise<void> {
  const category = minimumCategory(indicators)
  const criterion = criteriaOf.find((one) => one.category === category && (category === 1 || one.id !== 'exchange'))
  for (const [index, personId] of held.children.entries()) {
    await stage.perform(setCategory, 'exploitation-assessor', {
      personId, category: String(category), criteria: criterion === undefined ? [] : [criterion.id],
      rationale: category === 2 ? 'An adult is with the child where no adult should be: what officers saw and the child’s own words agree.' : 'Approached and given things; nothing yet points to an offence. School and the child’s worker were asked.', answered: {},
    }, at, `${key} category ${index}`)
  }
}

export async function discuss(stage: Stage, who: string, held: Held, discussion: Discussion, at: Date, key: string): Promise<void> {
  const { plot, heldAt, twoAgency, cast } = discussion
  const ids = await stage.perform(recordStrategyDiscussion, who, {
    children: held.children, referralId: held.referralId, mode: twoAgency || discussion.luck.once(0.6) ? 'telephone' : 'meeting', heldAt: heldAt.toISOString(),
    chair: cast.manager, participants: participants(discussion),
    informationShared: 'Each agency gave what it holds: earlier contacts, school attendance, health record, police intelligence.',
    riskAnalysis: 'What was said is consistent over time. The home does not keep the child safe today; the school does.',
    ...(discussion.plan && !twoAgency ? { ...decisionOf(plot.situation, cast.police), actions: actions(heldAt, cast, discussion.luck) } : {}),
  }, at, key)
  held.meetingId = ids['meetingId'] ?? ''
  if (twoAgency) return
  held.actions = ['csc', 'police'].flatMap((agency, index) => {
    const id = ids[`actionId${index}`]
    return id === undefined ? [] : [{ id, agency }]
  })
}

function participants({ plot: { situation, known }, twoAgency, cast }: Discussion): Record<string, unknown>[] {
  const part = (name: string, words: string, agency?: string): Record<string, unknown> => ({ part: words, name, ...(agency === undefined ? {} : { agency }) })
  const both = [part(cast.worker, 'social-worker'), part(cast.police, 'police', 'police')]
  if (twoAgency) return both
  const outside = !['public', 'family', 'police', 'csc', 'health'].includes(situation.from.agency)
  return [
    ...both, part(cast.manager, 'social-work-manager'), part(cast.health, 'health', 'health'),
    ...(outside ? [part(cast.referrer, 'referrer', situation.from.agency)] : []),
    ...(situation.lookedAfter === true || known?.lookedAfter === true ? [part('Winsome Tansyfold', 'fostering')] : []),
    ...(situation.concern === 'serious-injury' || situation.concern === 'physical-abuse' ? [part('Dr Nasreen Quillmere', 'paediatrician')] : []),
  ]
}

function decisionOf(situation: Situation, police: string): Record<string, unknown> {
  const joint = situation.concern !== null && ['penetrative-abuse', 'sexual-abuse', 'serious-injury', 'cse', 'online-cse', 'physical-abuse', 'trafficking'].includes(situation.concern)
  return {
    decision: 's47', decisionReason: 'Reasonable cause to suspect that the child is suffering, or is likely to suffer, significant harm.',
    enquiry: joint ? 'joint' : 'single-csc', ...(joint ? { policeOfficer: police } : {}),
  }
}

/** Two actions: social care's within five days, the police's within ten. */
function actions(heldAt: Date, cast: Discussion['cast'], luck: Chance): Record<string, unknown>[] {
  return [
    { what: luck.pick(['See the child alone and write down what the child says', 'Visit the home and see where each child sleeps', 'Agree a safety plan with the parent']),
      ownerAgency: 'csc', ownerName: cast.worker, dueOn: addDays(londonDate(heldAt), 5) },
    { what: luck.pick(['Check every address of the adult named and tell the discussion', 'Take the first account on video', 'Research all systems on the adults of the household']),
      ownerAgency: 'police', ownerName: cast.police, dueOn: addDays(londonDate(heldAt), 10) },
  ]
}

export async function circulate(stage: Stage, who: string, held: Held, at: Date, key: string): Promise<void> {
  if (held.meetingId !== '') await stage.perform(circulateRecord, who, { meetingId: held.meetingId }, at, key)
}

export async function agree(stage: Stage, who: string, held: Held, agrees: boolean, at: Date, key: string): Promise<void> {
  if (held.meetingId === '') return
  const says = agrees ? {} : { says: 'Police hold that the adult should leave the home before the child goes back.' }
  await stage.perform(givePosition, who, { meetingId: held.meetingId, agrees: agrees ? 'yes' : 'no', ...says }, at, key)
}

const doer = (borough: string, agency: string): string =>
  (agency === 'csc' ? `social-worker.${borough}` : `cait-officer.${caitOf(borough).boroughs[0] ?? borough}`)

export async function finish(stage: Stage, borough: string, held: Held, index: number, at: Date, key: string): Promise<void> {
  const action = held.actions[index]
  if (action === undefined) return
  await stage.perform(completeAction, doer(borough, action.agency), { actionId: action.id, evidence: 'Done and written up on the child’s record the same day.' }, at, key)
}

export async function carry(stage: Stage, borough: string, held: Held, index: number, at: Date, key: string): Promise<void> {
  const action = held.actions[index]
  if (action === undefined) return
  const ids = await stage.perform(carryAction, doer(borough, action.agency), {
    actionId: action.id, reason: 'The answer of another force is still awaited.', dueOn: addDays(londonDate(at), 7),
  }, at, key)
  held.actions[index] = { ...action, id: ids['actionId'] ?? action.id }
}

/** What a supervisor does about a strategy discussion that nobody holds. */
export async function push(stage: Stage, who: string, held: Held, kind: Push, at: Date, key: string): Promise<void> {
  const duties = await stage.as(who, (tx) => tx.deadline.findMany({
    where: { referralId: held.referralId, alert: 'strategy-discussion-overdue', metAt: null, endedAt: null, supersededAt: null }, select: { id: true }, orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  }))
  if (duties.length === 0) return
  const deadlineIds = duties.map((duty) => duty.id)
  switch (kind) {
    case 'chased':
      await stage.perform(chase, who, { deadlineIds, note: 'Rang the MASH manager: told that the school’s answer is awaited. Asked for a time today.' }, at, key)
      return
    case 'challenged':
      await stage.perform(policeChallenge, who, { deadlineIds, note: 'No discussion has been called although the threshold was reached. Police ask for one without delay.' }, at, key)
      return
    case 'escalated':
      await stage.perform(escalate, who, { deadlineIds, note: 'Two calls without a date. To the manager.' }, at, key)
  }
}

const about = ({ referralId }: Held): { referralId: string } => ({ referralId })

export const claim = async (stage: Stage, who: string, held: Held, at: Date, key: string): Promise<void> => {
  await stage.perform(claimReferral, who, about(held), at, key)
}

/**
 * Looks for everybody that the sender's own form put on record: the child the story knows already is that child, the others are new.
 * What goes on goes on about the known record.
 */
export async function look(stage: Stage, who: string, held: Held, knownId: string | undefined, at: Date, key: string): Promise<void> {
  const { rows, known } = await stage.as(who, async (tx) => ({
    rows: await tx.referralPerson.findMany({
      where: { referralId: held.referralId, provisional: true, lookedAt: null }, orderBy: [{ role: 'asc' }, { personId: 'asc' }], include: { person: { select: { givenName: true } } },
    }),
    known: knownId === undefined ? null : await tx.person.findUnique({ where: { id: knownId }, select: { id: true, givenName: true } }),
  }))
  for (const [index, { personId, role, person }] of rows.entries()) {
    const input = { ...about(held), personId }
    if (known === null || role !== 'child' || person.givenName !== known.givenName) await stage.perform(newPerson, who, input, at, `${key} look ${index}`)
    else {
      await stage.perform(matchPerson, who, { ...input, knownId: known.id, reason: 'Same name, same date of birth' }, at, `${key} look ${index}`)
      held.children = held.children.map((id) => (id === personId ? known.id : id)).sort()
    }
  }
}

export const rate = async (stage: Stage, who: string, held: Held, rag: Situation['rag'], at: Date, key: string): Promise<void> => {
  await stage.perform(setRag, who, { ...about(held), rag, reason: 'Read with what the agencies hold on the household.' }, at, key)
}

export const acknowledge = async (stage: Stage, who: string, held: Held, at: Date, key: string): Promise<void> => {
  await stage.perform(acknowledgeReferrer, who, about(held), at, key)
}

export const confirmInWriting = async (stage: Stage, who: string, held: Held, at: Date, key: string): Promise<void> => {
  await stage.perform(confirm, who, about(held), at, key)
}

export const tell = async (stage: Stage, who: string, held: Held, at: Date, key: string): Promise<void> => {
  await stage.perform(tellReferrer, who, about(held), at, key)
}

export async function decide(stage: Stage, who: string, held: Held, decision: { outcome: string; reason: string }, at: Date, key: string): Promise<void> {
  await stage.perform(decideReferral, who, { ...about(held), ...decision }, at, key)
}

/** Somebody else than whoever decided agrees that a grave concern does not reach the threshold. */
export const secondLine = async (stage: Stage, who: string, held: Held, at: Date, key: string): Promise<void> => {
  await stage.perform(giveSecondLine, who, { ...about(held), agrees: 'yes', reason: 'Read the whole file: the injury is explained by the hospital and nothing else speaks for harm.' }, at, key)
}

/** To a worker of the borough's assessment team; where an adult with access to children is suspected, to the child abuse investigation team. */
export async function allocate(stage: Stage, who: string, held: Held, plot: Pick<Plot, 'borough' | 'situation' | 'name'>, at: Date, key: string): Promise<void> {
  const luck = chance(`${plot.name} worker`)
  const investigated = plot.situation.adult?.role === 'suspect' || plot.situation.to === 'police'
  const [worker, team] = investigated
    ? [caitOfficerOf(plot.borough).name, caitOf(plot.borough).name]
    : [`${adultName(luck, 'female')} ${familyName(luck)}`, teamOf(`assessment-${plot.borough}`).name]
  await stage.perform(allocateReferral, who, { ...about(held), worker, team }, at, key)
}

/** Asks school, surgery and housing what they hold; the rating says by when. Gives the questions, in that order. */
export async function ask(stage: Stage, who: string, held: Held, plot: Pick<Plot, 'borough' | 'situation'>, at: Date, key: string): Promise<string[]> {
  const hours = plot.situation.rag === 'red' ? 2 : plot.situation.rag === 'amber' ? 6 : 24
  const child = await stage.as(who, (tx) => tx.person.findFirst({ where: { id: held.children[0] ?? '' }, select: { givenName: true, familyName: true } }))
  await stage.perform(askAgencies, who, {
    referralId: held.referralId, teams: ASKED.map((kind) => teamOf(`${kind}-${plot.borough}`).id), about: [child?.givenName, child?.familyName].filter((part) => part != null).join(' ') || 'The child of the address given by telephone',
    question: 'What do you know of the child and the family since the new year: attendance, health, visits, worries of your staff?', purpose: 'To decide what response the child needs, and whether it can wait.',
    basis: 'public-task', dueAt: after(at, hours * HOUR).toISOString(), consent: 'dispensed-with', consentWhy: 'To ask the family before the child is seen could put the child at risk.',
  }, at, key)
  const asked = await stage.as(who, (tx) => tx.informationRequest.findMany({ where: { referralId: held.referralId }, select: { id: true, teamId: true } }))
  return ASKED.map((kind) => asked.find((one) => one.teamId === teamOf(`${kind}-${plot.borough}`).id)?.id ?? '')
}

const ASKED = ['school', 'gp-practice', 'housing'] as const

export async function answer(stage: Stage, who: string, requestId: string, refuses: boolean, at: Date, key: string): Promise<void> {
  await stage.perform(answerRequest, who, refuses
    ? { requestId, kind: 'refused', reason: 'The practice asks for the parent’s consent first, or for the reason why it is dispensed with.' }
    : { requestId, kind: 'held', answer: 'Known here. Three appointments missed since the new year; the last visit showed nothing of concern.', basis: 'public-task' }, at, key)
}

export async function research(stage: Stage, who: string, held: Held, at: Date, key: string): Promise<void> {
  await stage.perform(recordResearch, who, { referralId: held.referralId, systems: ['merlin', 'pnc'], held: 'no' }, at, key)
}
