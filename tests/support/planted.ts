import { randomUUID } from 'node:crypto'
import { openWithReason } from '@/lib/access/openings/open-with-reason'
import { TypedPassword } from '@/lib/access/openings/typed-password'
import { restrictPerson } from '@/lib/access/restriction/restrict-person'
import type { Actor } from '@/lib/access/actor'
import { setAction } from '@/lib/actions/set-action'
import { addEntry } from '@/lib/chronology/add/add-entry'
import { chase } from '@/lib/deadlines/acts/chase'
import { answerRequest } from '@/lib/enquiry/acts/answer-request'
import { recordDisclosure } from '@/lib/enquiry/acts/record-disclosure'
import { recordResearch } from '@/lib/enquiry/acts/record-research'
import { askFlagRemoval } from '@/lib/exploitation/acts/ask-removal'
import { recordIntervention } from '@/lib/exploitation/acts/record-intervention'
import { setCategory } from '@/lib/exploitation/acts/set-category'
import { keepDraft } from '@/lib/forms/drafts'
import { handOver } from '@/lib/handover/acts/hand-over'
import { bringResearch } from '@/lib/meetings/agenda/acts/bring-research'
import { closeItem } from '@/lib/meetings/agenda/acts/close-item'
import { endMeeting } from '@/lib/meetings/agenda/acts/end-meeting'
import { listForMeeting } from '@/lib/meetings/agenda/acts/list-for-meeting'
import { openMeeting } from '@/lib/meetings/agenda/acts/open-meeting'
import { agreeAction } from '@/lib/meetings/room/acts/agree-action'
import { considerOption } from '@/lib/meetings/room/acts/consider-option'
import { saveMinute } from '@/lib/meetings/room/acts/save-minute'
import { closeEpisode } from '@/lib/missing/acts/close'
import { recordReturnInterview } from '@/lib/missing/acts/interview'
import { makeTriggerPlan } from '@/lib/missing/acts/plan'
import { recordReturn } from '@/lib/missing/acts/return'
import { recordSafeAndWell } from '@/lib/missing/acts/safe-and-well'
import { nameOtherChild } from '@/lib/other-children/acts/name-other'
import { readAs } from '@/lib/access/read-as'
import { identityOf, seenDigest } from '@/lib/people/identity'
import { addFlag } from '@/lib/people/acts/add-flag'
import { correctPerson } from '@/lib/people/acts/correct-person'
import { linkPeople } from '@/lib/people/acts/link-people'
import { neverSame } from '@/lib/people/acts/never-same'
import { linkPlace } from '@/lib/places/acts/link'
import { takeMakesafeCall } from '@/lib/places/acts/makesafe'
import { recordPlace } from '@/lib/places/acts/record'
import { hashPassword } from '@/lib/platform/auth/password'
import { linkAdult, recordIdentifier } from '@/lib/posing-risk/acts/link-adult'
import { takePoliceProtection } from '@/lib/protection/acts/take'
import { addFacts } from '@/lib/referrals/acts/add-facts'
import { superviseReview } from '@/lib/supervision/acts/review'
import { serveNotice } from '@/lib/warning-notices/acts/serve'
import { recordBreach } from '@/lib/warning-notices/acts/work'
import { aCaitSupervisor, aDecisionMaker, aMashOfficer, anActor, aSocialWorker, aTeacher } from './actors'
import { aChair, aMap, asked, done, hourOf, HOUR } from './agendas'
import { makesafeOf, noticeOf, placeOf } from './concerns'
import type { TestDatabase } from './database'
import { aQuestion } from './enquiries'
import { aMissingPersonsOfficer, anEpisode } from './episodes'
import { anAssessor, aSurgery, categoryOf } from './exploitation'
import { reviewOf, takingOf } from './protections'
import { aRecordedDiscussion, childrenOf, SOCIAL_WORKER } from './recorded-discussions'
import { aReferral } from './referrals'
import { checkOf, interviewOf, planOf, returnOf } from './returns'

/** One invented word for each thing that somebody wrote about a restricted child, and about a restricted adult. */
export const CHILD_WORDS = {
  given: 'Isaudra', family: 'Velquorn', alias: 'Brimthwick', address: 'Quillowmere', telephone: '07700900731', narrative: 'Thrumbelow', referrer: 'Oskanther', fact: 'Haverindle', flag: 'Glimmock', removal: 'Pellisard',
  shared: 'Harquenna', analysis: 'Wendolastre', brought: 'Mirrowhay', action: 'Drossanvil', agreed: 'Fallowmint', item: 'Wexoldine', map: 'Trevannock', research: 'Junctavel', minutes: 'Krellowby', option: 'Zandifore', decided: 'Bascombrel',
  place: 'Moxenford', notice: 'Tarrowbeck', breach: 'Uvelstrand', episode: 'Fennimarsh', plan: 'Gorselock', interview: 'Lathenbury', category: 'Sorrinwold', intervention: 'Nettlequay', question: 'Ambrescoe', check: 'Dorvanly',
  disclosed: 'Ravelstoke', protection: 'Yarrowind', review: 'Hexlebar', other: 'Olmstride', entry: 'Umberlaw', handover: 'Quernhollow', chased: 'Stanwether', tie: 'Lindorrick', restricted: 'Vossenham', draft: 'Rushandar', never: 'Plimsgrave',
} as const
export const ADULT_WORDS = {
  given: 'Corvantes', family: 'Mulgrath', alias: 'Skarrowby', address: 'Blethermoor', telephone: '07700900842', how: 'Grummelock', vehicle: 'ZX77QWV', link: 'Dunnavore', item: 'Elgothram', minutes: 'Ischerwold', place: 'Farrowgast', restricted: 'Jessamund',
} as const
export const ALL_WORDS: readonly string[] = [...Object.values(CHILD_WORDS), ...Object.values(ADULT_WORDS)]

/** Words that somebody keeps who wrote them, or owns what they say: by account. */
export type Kept = ReadonlyMap<string, readonly string[]>

/**
 * A child and an adult of Bromley, with everything that can be written about either written through its act, and a sibling, a mother and a place that
 * nobody restricts beside them; then both restricted. Whoever wrote it all is among those who look afterwards.
 */
export async function plantedWorld(database: TestDatabase, start: Date) {
  const c = CHILD_WORDS
  const a = ADULT_WORDS
  const at = (hours: number): Date => new Date(start.getTime() + hours * HOUR)
  const [officer, worker, chair, assessor, supervisor, unit] = await Promise.all([aMashOfficer(database), aSocialWorker(database), aChair(database), anAssessor(database), aCaitSupervisor(database), aMissingPersonsOfficer(database)])
  const decider = await withPassword(database, await aDecisionMaker(database))
  const reviewer = await withPassword(database, await aCaitSupervisor(database))
  const [school, surgery] = [await aTeacher(database), await aSurgery(database)]
  const parent = await anActor(database, { role: 'partner', agency: 'other', boroughs: ['bromley'], name: 'Mrs Gwendolen Motherly' })

  const { referralId } = await aReferral(worker, {
    fromAgency: 'family', fromWords: 'the aunt', referrerName: `${c.referrer} Aunt`, referrerContact: `${c.referrer} 020 7946`, concern: 'cse', indicators: ['gifts-or-money'], narrative: `${c.given} ${c.family} told her aunt. ${c.narrative}.`, suspect: 'known', suspectRelationship: `${a.how} uncle`,
    children: [{ givenName: c.given, familyName: c.alias, bornOn: '2002-03-07', address: `3 ${c.address} Row`, telephone: c.telephone }],
    adults: [{ role: 'suspect', relationship: 'uncle', givenName: a.given, familyName: a.alias, bornOn: '1979-09-17', address: `8 ${a.address} Lane`, telephone: a.telephone }, { role: 'parent', relationship: 'mother', givenName: 'Gwendolen', familyName: 'Motherly' }],
  }, start)
  const idOf = async (given: string): Promise<string> => (await database.admin<{ id: string }>('SELECT id FROM person WHERE given_name = $1', [given]))[0]?.id ?? ''
  const [child, adult, mother] = [await idOf(c.given), await idOf(a.given), await idOf('Gwendolen')]
  // What they were called before is an alias from then on.
  for (const [personId, familyName] of [[child, c.family], [adult, a.family]] as const) {
    const identity = await readAs(worker, async (tx) => identityOf(await tx.person.findUniqueOrThrow({ where: { id: personId } })))
    await done(correctPerson, worker, { personId, seen: seenDigest(identity), ...identity, familyName, age: identity.ageStated, ageDisputed: 'no', reason: 'Passport seen.' }, at(0.02))
  }
  const other = await aReferral(worker, { children: [{ givenName: 'Fenella', familyName: 'Openfield', bornOn: '2008-05-05' }], narrative: 'Readable words.', concern: 'neglect' }, start)
  const [sibling = ''] = await childrenOf(database, other.referralId)
  await done(linkPeople, worker, { personId: sibling, otherId: child, kind: 'sibling', reason: `${c.tie}.` }, at(0.1))
  await done(neverSame, worker, { personId: sibling, otherId: child, reason: `${c.never} is two years older.` }, at(0.1))
  await done(linkPeople, worker, { personId: mother, otherId: child, kind: 'parent', reason: `${c.tie}.` }, at(0.1))
  await done(linkAdult, officer, { adultId: adult, childId: sibling, how: 'suspect-found-with', why: `${a.link} by the river.` }, at(0.1))
  await done(linkAdult, officer, { adultId: adult, childId: child, how: 'suspect-found-with', why: `${a.link} by the river.` }, at(0.1)).catch(() => undefined)
  await done(recordIdentifier, officer, { personId: adult, kind: 'vehicle', value: a.vehicle, why: 'He drives it' }, at(0.1))
  await done(addFlag, worker, { personId: child, flag: 'self-harm', reason: `${c.flag} marks.` }, at(0.1))
  await done(addFlag, worker, { personId: child, flag: 'cse-risk', reason: `${c.flag} gifts.` }, at(0.1))
  const [flag] = await database.admin<{ id: string }>(`SELECT id FROM flag WHERE person_id = $1 AND code = 'cse-risk'`, [child])
  const flagId = flag?.id ?? ''
  await done(addFacts, worker, { referralId, what: `${c.fact} said`, concern: 'cse', knownAt: at(0.2).toISOString() }, at(0.2))
  await done(addEntry, worker, { personId: child, what: 'family-contacted', occurredAt: at(0.2).toISOString(), account: `${c.entry} at the door.`, facts: { who: c.entry } }, at(0.2))
  const requestId = await aQuestion(worker, referralId, school, at(0.3), { about: `${c.given} ${c.family}, born 7 March 2002`, question: `${c.question}?`, purpose: `${c.question}.` })
  await done(answerRequest, school, { requestId, kind: 'refused', reason: 'Asked at home already.' }, at(0.4))
  const openRequestId = await aQuestion(worker, referralId, school, at(0.4), { about: `${c.given} ${c.family}, born 7 March 2002`, question: `${c.question} again?`, purpose: `${c.question}.` })
  await done(recordResearch, officer, { referralId, systems: ['merlin'], held: 'yes', found: `${c.check} seen.` }, at(0.4))
  await done(recordDisclosure, worker, { referralId, shared: 'yes', toAgency: 'housing', toWords: `${c.disclosed} House`, what: `${c.disclosed} address`, basis: 'public-task' }, at(0.4))
  const { meetingId } = await aRecordedDiscussion(worker, [child, sibling], referralId, at(1), {
    informationShared: `${c.shared} at school`, riskAnalysis: c.analysis, decisionReason: c.analysis, medical: c.analysis, interviewPlan: c.analysis, otherChildren: c.analysis,
    participants: [SOCIAL_WORKER, { part: 'police', agency: 'police', name: 'DC Hollis Farrant', brought: `${c.brought} intelligence` }, { part: 'referrer', agency: 'education', name: school.name, brought: 'School record' }],
    actions: [{ what: `${c.action}: see ${c.given} ${c.family}`, ownerAgency: 'csc', ownerName: 'Saffron Oyelaran', dueOn: '2016-05-18' }],
  })
  const owned = `Take the bag to ${c.agreed}`
  await done(setAction, worker, { what: owned, ownerAgency: 'education', ownerName: school.name, dueOn: '2016-05-20', childId: child, borough: 'bromley', meetingId }, at(1.1))
  const [duty] = await database.admin<{ id: string }>('SELECT id FROM deadline WHERE child_id = $1 AND met_at IS NULL AND ended_at IS NULL AND superseded_at IS NULL ORDER BY due_at LIMIT 1', [child])
  await done(chase, supervisor, { deadlineIds: [duty?.id], note: `${c.chased} note`, to: `${c.chased} desk` }, at(1.2))
  await done(setCategory, assessor, categoryOf(child, 1, { rationale: `${c.category} waits for her.` }), at(1.2))
  await done(recordIntervention, officer, { personId: child, what: 'disruption', kind: 'visit', suspectId: adult, at: at(1.2).toISOString(), account: `${c.intervention} visited`, result: c.intervention }, at(1.3))
  await done(takePoliceProtection, officer, takingOf(child, at(1.2), { ground: `${c.protection} alone`, place: `${c.protection} House` }), at(1.3))
  await done(superviseReview, supervisor, reviewOf(child, { progress: `${c.review} spoken to`, risk: c.review, directions: [{ what: `${c.review} at school`, ownerAgency: 'police', ownerName: 'DC Farrant', dueOn: '2016-05-27' }] }), at(1.3))
  await done(nameOtherChild, officer, { personId: child, otherId: sibling, relation: 'sibling', suspectId: adult, reason: `${c.other} told.` }, at(1.3))
  await done(nameOtherChild, officer, { personId: sibling, otherId: child, relation: 'sibling', reason: `${c.other} told.` }, at(1.3))
  const { placeId = '' } = await done(recordPlace, officer, placeOf(), at(1.4))
  await done(linkPlace, officer, { placeId, personId: child, why: 'found-there', words: `${c.place} in room 4` }, at(1.4))
  await done(linkPlace, officer, { placeId, personId: adult, why: 'works-there', words: `${a.place} at the desk` }, at(1.4))
  await done(linkPlace, officer, { placeId, personId: sibling, why: 'found-there', words: 'Readable in room 5' }, at(1.4))
  const { noticeId = '' } = await done(serveNotice, officer, noticeOf(child, adult, at(1.4), { place: `${c.notice} Road`, conditions: `Not to be with ${c.notice}.` }), at(1.4))
  await done(recordBreach, officer, { noticeId, at: at(1.45).toISOString(), what: `${c.breach} car`, done: c.breach }, at(1.5))
  const { callId: makesafeId = '' } = await done(takeMakesafeCall, officer, makesafeOf(at(1.5), { child: 'none', children: [] }), at(1.5))
  const { requestId: removalId = '' } = await done(askFlagRemoval, assessor, {
    personId: child, flagId, teams: [surgery.memberships[0]?.teamId], others: [{ agency: 'csc', name: 'Ms Adeyemi' }], reason: `${c.removal} moved.`, question: `Does ${c.given} ${c.removal} still worry you?`, answerBy: at(24 * 20).toISOString(),
  }, at(1.5))
  const away = await anEpisode(database, at(1.5), { personId: child, child: null, said: `${c.episode} row`, missingFrom: `${c.episode} home`, lastSeenWhere: c.episode, callerName: c.episode, appearance: c.episode, company: c.episode })
  const episodeId = away.episodeId
  await done(recordReturn, unit, returnOf(episodeId, at(3), { where: `${c.episode} flat`, company: [{ name: `${c.episode} Murrow` }] }), at(3))
  await done(recordSafeAndWell, unit, checkOf(episodeId, at(3.2), { circumstances: c.episode }), at(3.3))
  await done(recordReturnInterview, worker, { episodeId, independent: 'yes', ...interviewOf(at(3.4), { account: c.interview }) }, at(3.5))
  await done(closeEpisode, unit, { episodeId, summary: `${c.episode} by train` }, at(3.6))
  await done(makeTriggerPlan, unit, planOf(child, { first: `${c.plan} aunt`, places: c.plan, contact: c.plan }), at(3.7))

  // A MAP of the child, called; and a MASE in session with the child, the adult and a theme on it.
  const { callId: mapId } = await aMap(database, worker, at(4), { personId: child, override: `${c.map} on the day`, why: `${c.map} plan` })
  await asked(worker, mapId, [{ part: 'education', agency: 'education', name: school.name }, { part: 'parent', agency: 'other', name: parent.name }].slice(0, 1), at(4))
  const all = ['police', 'csc', 'health', 'education', 'other'] as const
  const listed = await done(listForMeeting, chair, { kind: 'victim', personId: child, why: `${c.item} twice`, override: c.item, sharedWith: [...all] }, at(4))
  const { itemId = '', callId = '' } = listed
  const { itemId: offenderId = '' } = await done(listForMeeting, chair, { callId, kind: 'offender', personId: adult, why: `${a.item} again`, sharedWith: [...all] }, at(4))
  const { itemId: siblingItem = '' } = await done(listForMeeting, chair, { callId, kind: 'victim', personId: sibling, why: 'Readable why', override: 'Readable override', sharedWith: [...all] }, at(4))
  await database.admin('UPDATE meeting_call SET meets_at = $2 WHERE id = $1', [callId, at(5)])
  for (const [part, who, agency] of [['education', school, 'education'], ['health', surgery, 'health'], ['parent', parent, 'other']] as const) {
    for (const id of [callId, mapId]) await database.admin(`INSERT INTO meeting_invitation (id, call_id, part, agency, name, account_id, required) VALUES ($1, $2, $3, $4, $5, $6, true) ON CONFLICT DO NOTHING`, [randomUUID(), id, part, agency, who.name, who.accountId])
  }
  await done(bringResearch, surgery, { itemId, agency: 'health', found: 'known', says: `${c.research} clinic` }, at(4.5))
  await done(openMeeting, chair, { callId, chairName: chair.name, chairAgency: 'police', chairRank: 'inspector' }, at(5))
  const fields = (text: string) => ['analysis', 'risk', 'decision', 'mitigation'].map((field) => ({ field, base: 0, text: `${text} ${field}` }))
  await done(saveMinute, chair, { itemId, fields: fields(c.minutes) }, at(5))
  await done(saveMinute, chair, { itemId: offenderId, fields: fields(a.minutes) }, at(5))
  await done(considerOption, chair, { itemId, options: [{ option: 'cawn', used: 'yes', why: `${c.option} served` }] }, at(5))
  await done(agreeAction, chair, { itemId, what: `${c.decided} visit`, ownerAgency: 'police', ownerName: 'PC Imogen Wray', dueOn: '2016-06-20' }, at(5))
  // A meeting of the month before, ended: the child was decided on in it.
  const early = at(-30 * 24)
  const before = await done(listForMeeting, chair, { kind: 'theme', title: 'Lifts after school', why: 'Three schools', borough: 'bromley' }, early)
  const heldId = before['callId'] ?? ''
  const opensAt = await hourOf(database, heldId)
  await done(listForMeeting, chair, { callId: heldId, kind: 'victim', personId: sibling, why: 'Readable why', override: 'Readable override', sharedWith: [...all] }, early).catch(() => undefined)
  await database.admin(`INSERT INTO meeting_item (id, call_id, borough, kind, person_id, why, source, override_reason, shared_with, position, listed_at, listed_by) VALUES ($1, $2, 'bromley', 'victim', $3, $4, 'listed', $4, $5, 9, $6, $7)`, [randomUUID(), heldId, child, c.item, [...all], early, chair.accountId])
  const [heldItem] = await database.admin<{ id: string }>('SELECT id FROM meeting_item WHERE call_id = $1 AND person_id = $2', [heldId, child])
  await database.admin(`INSERT INTO meeting_invitation (id, call_id, part, agency, name, account_id, required) VALUES ($1, $2, 'education', 'education', $3, $4, true)`, [randomUUID(), heldId, school.name, school.accountId])
  await done(openMeeting, chair, { callId: heldId, chairName: chair.name, chairAgency: 'police', chairRank: 'inspector' }, opensAt)
  await done(saveMinute, chair, { itemId: heldItem?.id, fields: fields(c.minutes) }, opensAt)
  await done(agreeAction, chair, { itemId: heldItem?.id, what: `${c.decided} earlier`, ownerAgency: 'police', ownerName: 'PC Imogen Wray', dueOn: '2016-06-20' }, opensAt)
  await database.admin(`UPDATE meeting_item SET strategy_reference = 'M-2346-79AC' WHERE id = $1`, [heldItem?.id])
  await done(considerOption, chair, { itemId: heldItem?.id, options: ['cawn', 'civil-orders', 'disrupt-place', 'return-to-court', 'therapy', 'placement', 'trigger-plan', 'nrm'].map((option) => ({ option, used: 'no', why: `${c.option} not now` })) }, opensAt).catch(() => undefined)
  await done(closeItem, chair, { itemId: heldItem?.id, riskLevel: 'high' }, opensAt)
  await done(endMeeting, chair, { callId: heldId }, opensAt)

  await done(handOver, officer, { borough: 'bromley', items: [referralId], notes: { [referralId]: `${c.handover} rings back` } }, at(5.2)).catch(() => undefined)
  await keepDraft(worker.accountId, { act: 'add-entry', page: `/people/${child}/add`, values: { account: `${c.draft} typed`, personId: child }, problems: [], refusals: [], kept: true }, at(5.3))
  await keepDraft(chair.accountId, { act: 'save-minute', page: `/meetings/${callId}/room?item=${itemId}`, values: { account: `${c.draft} typed`, itemId }, problems: [], refusals: [], kept: true }, at(5.3))

  const stranger = await aMashOfficer(database, 'camden')
  await done(openWithReason, stranger, { personId: child, purpose: 'missing', reason: 'Seen here with our missing girl.' }, at(5.4))

  await done(restrictPerson, decider, { personId: child, reason: `Her father is an officer of this borough: ${c.restricted}.` }, at(6))
  await done(restrictPerson, decider, { personId: adult, reason: `He works in this building: ${a.restricted}.` }, at(6))
  const duties = (await database.admin<{ id: string }>('SELECT id FROM deadline WHERE child_id = ANY ($1) AND superseded_at IS NULL ORDER BY due_at LIMIT 6', [[child, sibling]])).map((row) => row.id)
  const actions = (await database.admin<{ id: string }>('SELECT id FROM action WHERE child_id = ANY ($1)', [[child, sibling]])).map((row) => row.id)
  const [flagAsk] = await database.admin<{ id: string }>('SELECT id FROM flag_ask WHERE team_id = $1', [surgery.memberships[0]?.teamId])
  const [invite] = await database.admin<{ id: string }>('SELECT id FROM meeting_call WHERE kind = $1 LIMIT 1', ['strategy-discussion'])
  return {
    child, adult, mother, sibling, referralId, siblingReferral: other.referralId, requestId, openRequestId, meetingId, duties, actions, placeId, noticeId, makesafeId, removalId, episodeId, mapId, callId, heldId, itemId, offenderId, siblingItem, flagId, owned,
    flagAskId: flagAsk?.id ?? '', discussionCallId: invite?.id ?? '', now: at(6.5), at,
    actors: { officer, worker, chair, assessor, supervisor, unit, decider, reviewer, school, surgery, parent, stranger },
  }
}

export async function withPassword(database: TestDatabase, actor: Actor, password = 'correct horse'): Promise<Actor> {
  await database.admin('UPDATE account SET password_hash = $2 WHERE id = $1', [actor.accountId, await hashPassword(password)])
  return actor
}
/** What whoever breaks the glass sends. */
export const glassOf = (personId: string, overrides: Record<string, unknown> = {}): Record<string, unknown> =>
  ({ personId, purpose: 'safety-tonight', reason: 'Somebody may be in danger tonight and nobody else can say.', password: new TypedPassword('correct horse'), ...overrides })
