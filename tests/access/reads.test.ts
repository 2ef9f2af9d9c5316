import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { openingsToReview } from '@/lib/access/openings/queries'
import type { Role } from '@/lib/access/roles'
import { actionList, actionPage } from '@/lib/actions/queries'
import { addForm } from '@/lib/chronology/add/queries'
import { board } from '@/lib/deadlines/board'
import { explainDuty } from '@/lib/deadlines/explain'
import { dutiesOfChild } from '@/lib/deadlines/queries'
import { toldTo } from '@/lib/deadlines/told'
import { callPage, discussionsCalled } from '@/lib/meetings/calls/queries'
import { askedOfUs, askedPage } from '@/lib/enquiry/asked'
import { enquiryOf } from '@/lib/enquiry/queries'
import { sharingLedger } from '@/lib/enquiry/shared-lines'
import { keepDraft } from '@/lib/forms/drafts'
import { yourDrafts } from '@/lib/forms/your-drafts'
import { handoverPage } from '@/lib/handover/queries'
import { meetingPage } from '@/lib/meetings/queries'
import { openMeeting } from '@/lib/meetings/agenda/acts/open-meeting'
import { saveMinute } from '@/lib/meetings/room/acts/save-minute'
import { listForm, meetingsList, personMaps, researchAskedOfUs, researchPage } from '@/lib/meetings/agenda/lists'
import { agendaPage } from '@/lib/meetings/agenda/queries'
import { meetingRoom, roomChanges } from '@/lib/meetings/room/queries'
import { readingLog, refusalsMade } from '@/lib/people/audit'
import { personForm } from '@/lib/people/form-queries'
import { endTieForm } from '@/lib/households/queries'
import { personChronology, personDuties, personHousehold, personOverview, personReaders } from '@/lib/people/queries'
import { duplicates, mayBeSame, personSame } from '@/lib/people/same'
import { findMatches, findPeople, peoplePage, suggestPeople } from '@/lib/people/search'
import { accountList, accountView, administrationHistory, boroughList, boroughView, teamChoices, teamList, teamView } from '@/lib/administration/queries'
import { teamsThatRing } from '@/lib/referrals/teams'
import { rotaOf } from '@/lib/rota/queries'
import { personClosing } from '@/lib/closing/queries'
import { namingForm, personOtherChildren } from '@/lib/other-children/queries'
import { personProtection } from '@/lib/protection/queries'
import { flagAskedPage, flagsAskedOfUs } from '@/lib/exploitation/asked'
import { personExploitation } from '@/lib/exploitation/child'
import { exploitationFigures } from '@/lib/exploitation/figures'
import { flagLists } from '@/lib/exploitation/flags'
import { dashboard } from '@/lib/figures/dashboard'
import { discussionFigures } from '@/lib/figures/discussions'
import { questionOf } from '@/lib/figures/asked'
import { exportFigures } from '@/lib/figures/export/export'
import { listBehind } from '@/lib/figures/list'
import { recordedList } from '@/lib/figures/recorded'
import { sideBySide } from '@/lib/figures/side-by-side'
import { targetsList } from '@/lib/figures/targets-list'
import { changedSince } from '@/lib/figures/since'
import { trainingList } from '@/lib/exploitation/training'
import { exploitationLists } from '@/lib/exploitation/worklist'
import { interviewAsked, interviewsAskedOfUs } from '@/lib/missing/return/asked'
import { callAbout, callAboutNew, findForCall } from '@/lib/missing/call'
import { missingBoard } from '@/lib/missing/board'
import { missingChangesSince } from '@/lib/missing/changes'
import { episodePageOf } from '@/lib/missing/episode-page'
import { missingPatterns } from '@/lib/missing/patterns/queries'
import { returnPart } from '@/lib/missing/return/queries'
import { personMissing } from '@/lib/missing/times-away'
import { makesafeBoard, makesafeCall, makesafeForm } from '@/lib/places/makesafe'
import { linkPlace } from '@/lib/places/acts/link'
import { recordPlace } from '@/lib/places/acts/record'
import { takeMakesafeCall } from '@/lib/places/acts/makesafe'
import { placeLinkForm, placeList, placeView } from '@/lib/places/queries'
import { adultPage, linkForm, othersAtRisk, personNetwork } from '@/lib/posing-risk/queries'
import { serveNotice } from '@/lib/warning-notices/acts/serve'
import { childNotices, serveForm } from '@/lib/warning-notices/queries'
import { supervisionBoard } from '@/lib/supervision/board'
import { supervisionCounts } from '@/lib/supervision/counts'
import { reviewForm } from '@/lib/supervision/review-form'
import { contactDraft } from '@/lib/referrals/contact-draft'
import { lookingFor } from '@/lib/referrals/looking'
import { changesSince } from '@/lib/referrals/changes'
import { matchesFor } from '@/lib/referrals/matches'
import { queue } from '@/lib/referrals/queue'
import { ratingsFor } from '@/lib/referrals/ratings'
import { referralPage } from '@/lib/referrals/referral-page'
import { routingOf } from '@/lib/referrals/routing'
import { sentReferral, sentReferrals } from '@/lib/referrals/sent'
import { newDiscussion } from '@/lib/strategy/queries'
import { aMashOfficer, anActor, aSocialWorker, aTeacher, MONDAY_NINE } from '@/tests/support/actors'
import { aMap } from '@/tests/support/agendas'
import { aCalledDiscussion } from '@/tests/support/called-discussions'
import { useDatabase } from '@/tests/support/database'
import { anEpisode } from '@/tests/support/episodes'
import { aChildAndAnAdult, done, makesafeOf, noticeOf, placeOf } from '@/tests/support/concerns'
import { aQuestion } from '@/tests/support/enquiries'
import { aRecordedDiscussion, childrenOf } from '@/tests/support/recorded-discussions'
import { aReferral } from '@/tests/support/referrals'
import { COLUMNS } from './oracle'

const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 30 * 3_600_000)
const made = { childId: '', referralId: '', sentId: '', contactId: '', meetingId: '', callId: '', actionId: '', dutyId: '', requestId: '', awayId: '', roomId: '', adultId: '', atRiskId: '', placeId: '', makesafeId: '', exploitedId: '' }
/** Whoever is told this has learned that the child is known. */
const NAME = 'Quillfeather'

interface Read {
  readonly ask: (actor: Actor) => Promise<unknown>
  /** Who is told of a child of the own borough, and of another: one letter for each column of the table (tests/access/oracle). */
  readonly own: string
  readonly elsewhere: string
  readonly tells?: (answer: unknown) => boolean
}

const NOBODY = '---------------'
const LONDON = '-------------y-'
/** Record depth in the own borough; in the rest of London. */
const RECORD = { own: 'yyyyyyy-yyy--y-', elsewhere: '--------y----y-' }
/** Index depth: known to exist. */
const INDEX = { own: 'yyyyyyyyyyyy-y-', elsewhere: 'yyyyyyyyyy-y-y-' }

/** Every read that answers an actor, typed out from domain/access.md and apart from the code. */
const READS: Readonly<Record<string, Read>> = {
  'referrals/sent#sentReferrals': { ask: (actor) => sentReferrals(actor, null, now), own: NOBODY, elsewhere: NOBODY },
  'referrals/sent#sentReferral': { ask: (actor) => sentReferral(actor, made.referralId, now), own: NOBODY, elsewhere: NOBODY },
  'referrals/contact-draft#contactDraft': { ask: (actor) => contactDraft(actor, made.contactId), ...RECORD },
  'referrals/queue#queue': { ask: (actor) => queue(actor, { borough: null, rag: null, who: null, late: false, concern: null, q: null, after: null }, now), own: 'yyyy------y--y-', elsewhere: LONDON },
  'handover/queries#handoverPage': { ask: (actor) => handoverPage(actor, now), own: 'yyyy-----------', elsewhere: NOBODY },
  'referrals/changes#changesSince': { ask: (actor) => changesSince(actor, new Map([['bromley', 0]])), own: 'yyyy------y--y-', elsewhere: LONDON, tells: (answer) => answer !== null && answer !== 0 },
  'referrals/ratings#ratingsFor': { ask: (actor) => ratingsFor(actor, ['bromley'], now), own: NOBODY, elsewhere: NOBODY },
  'referrals/matches#matchesFor': { ask: (actor) => matchesFor(actor, { 'children-count': '1', 'children-0-givenName': 'Tansy', 'children-0-familyName': NAME }, 'children', now), ...INDEX },
  'referrals/looking#lookingFor': { ask: (actor) => lookingFor(actor, made.sentId, now), ...RECORD },
  'referrals/routing#routingOf': { ask: (actor) => routingOf(actor, made.referralId, now), own: '--y--y---------', elsewhere: NOBODY, tells: (answer) => answer !== null },
  'referrals/referral-page#referralPage': { ask: (actor) => referralPage(actor, made.referralId, now), ...RECORD },
  'enquiry/asked#askedOfUs': { ask: (actor) => askedOfUs(actor, { answered: false }, now), own: NOBODY, elsewhere: NOBODY },
  'enquiry/asked#askedPage': { ask: (actor) => askedPage(actor, made.requestId, now), own: NOBODY, elsewhere: NOBODY },
  'enquiry/queries#enquiryOf': { ask: (actor) => enquiryOf(actor, made.referralId, now), ...RECORD },
  'enquiry/shared-lines#sharingLedger': { ask: (actor) => sharingLedger(actor, { withheld: false }, now), own: LONDON, elsewhere: LONDON },
  'actions/queries#actionList': { ask: (actor) => actionList(actor, { whose: 'borough' }, now), ...RECORD },
  'actions/queries#actionPage': { ask: (actor) => actionPage(actor, made.actionId, now), ...RECORD },
  'meetings/queries#meetingPage': { ask: (actor) => meetingPage(actor, made.meetingId, now), ...RECORD },
  'meetings/calls/queries#callPage': { ask: (actor) => callPage(actor, made.callId, now), ...RECORD },
  'meetings/calls/queries#discussionsCalled': { ask: (actor) => discussionsCalled(actor, now), ...RECORD },
  'meetings/agenda/queries#agendaPage': { ask: (actor) => agendaPage(actor, made.roomId, now), ...RECORD },
  // A list names nobody; an agency that is asked finds there what it is asked to.
  'meetings/agenda/lists#meetingsList': { ask: (actor) => meetingsList(actor, now), own: NOBODY, elsewhere: NOBODY },
  'meetings/agenda/lists#listForm': { ask: (actor) => listForm(actor, { person: made.childId }, now), own: 'yyyyyyy-yy-----', elsewhere: '--------y------' },
  'meetings/agenda/lists#researchPage': { ask: (actor) => researchPage(actor, made.roomId, now), own: NOBODY, elsewhere: NOBODY },
  'meetings/agenda/lists#researchAskedOfUs': { ask: (actor) => researchAskedOfUs(actor, now), own: NOBODY, elsewhere: NOBODY },
  'meetings/agenda/lists#personMaps': { ask: (actor) => personMaps(actor, made.childId, now), ...INDEX },
  'meetings/room/queries#meetingRoom': { ask: (actor) => meetingRoom(actor, made.roomId, { by: 'person' }, now), ...RECORD },
  // What is written there: those who read the words of the borough, and those who convene or run such meetings in it.
  'meetings/room/queries#roomChanges': { ask: (actor) => roomChanges(actor, made.roomId, now, now), own: 'yyyyyy--yy---y-', elsewhere: '--------y----y-' },
  'access/openings/queries#openingsToReview': { ask: (actor) => openingsToReview(actor, now), own: NOBODY, elsewhere: NOBODY },
  'strategy/queries#newDiscussion': { ask: (actor) => newDiscussion(actor, { child: made.childId }, now), own: 'yyyyyyy--------', elsewhere: NOBODY },
  'people/search#findPeople': { ask: (actor) => findPeople(actor, { q: `Tansy ${NAME}` }, now), ...INDEX },
  'people/search#peoplePage': { ask: (actor) => peoplePage(actor, { q: `Tansy ${NAME}` }, now), ...INDEX },
  'people/search#suggestPeople': { ask: (actor) => suggestPeople(actor, `Tansy ${NAME.slice(0, 8)}`, now), ...INDEX },
  'people/search#findMatches': { ask: (actor) => findMatches(actor, { givenName: 'Tansy', familyName: NAME, bornOn: null, age: null, postcode: null, address: null }, now), ...INDEX },
  'people/form-queries#personForm': { ask: (actor) => personForm(actor, made.childId, undefined, now), ...INDEX },
  'people/audit#readingLog': { ask: (actor) => readingLog(actor, {}, now), own: LONDON, elsewhere: LONDON },
  'people/audit#refusalsMade': { ask: (actor) => refusalsMade(actor, undefined, now), own: NOBODY, elsewhere: NOBODY },
  'chronology/add/queries#addForm': { ask: (actor) => addForm(actor, made.childId, undefined, now), ...INDEX },
  'people/same#personSame': { ask: (actor) => personSame(actor, made.childId, undefined, now), ...INDEX },
  // Who may be the same is told to those who may join: tests/db/identity. Nobody is like this child.
  'people/same#mayBeSame': { ask: (actor) => mayBeSame(actor, made.childId, now), own: NOBODY, elsewhere: NOBODY },
  'people/same#duplicates': { ask: (actor) => duplicates(actor, undefined, now), own: NOBODY, elsewhere: NOBODY },
  'people/queries#personOverview': { ask: (actor) => personOverview(actor, made.childId, now), ...INDEX },
  'people/queries#personChronology': { ask: (actor) => personChronology(actor, made.childId, {}, now), ...INDEX },
  'people/queries#personDuties': { ask: (actor) => personDuties(actor, made.childId, now), ...INDEX },
  'people/queries#personHousehold': { ask: (actor) => personHousehold(actor, made.childId, now), ...INDEX },
  'households/queries#endTieForm': { ask: (actor) => endTieForm(actor, made.childId, undefined, now), ...INDEX },
  'people/queries#personReaders': { ask: (actor) => personReaders(actor, made.childId, undefined, now), ...INDEX },
  'protection/queries#personProtection': { ask: (actor) => personProtection(actor, made.childId, now), ...INDEX },
  'other-children/queries#personOtherChildren': { ask: (actor) => personOtherChildren(actor, made.childId, now), ...INDEX },
  'other-children/queries#namingForm': { ask: (actor) => namingForm(actor, made.childId, undefined, now), ...INDEX },
  'closing/queries#personClosing': { ask: (actor) => personClosing(actor, made.childId, now), ...INDEX },
  'supervision/board#supervisionBoard': { ask: (actor) => supervisionBoard(actor, { list: 'unseen', when: null, borough: null, mine: false, after: null }, now), own: '-----y----y--y-', elsewhere: LONDON },
  'supervision/counts#supervisionCounts': { ask: (actor) => supervisionCounts(actor, null, now), own: '-----y----y--y-', elsewhere: '-----y----y--y-', tells: (answer) => answer !== null },
  'supervision/review-form#reviewForm': { ask: (actor) => reviewForm(actor, made.childId, now), ...INDEX },
  'forms/your-drafts#yourDrafts': {
    ask: async (actor) => { await keepDraft(actor.accountId, { act: 'add-entry', page: `/people/${made.childId}/add`, values: {}, problems: [], refusals: [], kept: true }, now); return yourDrafts(actor, now) }, ...INDEX,
  },
  // A call: whoever looks for children, for any of London; MASH police for their own borough, of others no more than the search.
  'missing/call#findForCall': { ask: (actor) => findForCall(actor, `Tansy ${NAME}`, now), own: 'y-----yy-------', elsewhere: 'y-----yy-------' },
  'missing/call#callAbout': { ask: (actor) => callAbout(actor, made.childId, { at: now, answers: {} }, now), own: 'y-----yy-------', elsewhere: '------yy-------' },
  'missing/call#callAboutNew': { ask: (actor) => callAboutNew(actor, { at: now, answers: {}, age: 15, bornOn: null, borough: null }, now), own: NOBODY, elsewhere: NOBODY },
  'missing/times-away#personMissing': { ask: (actor) => personMissing(actor, made.childId, now), ...INDEX },
  // Whoever looks for children sees who is away, wherever in London.
  'missing/return/queries#returnPart': { ask: (actor) => returnPart(actor, made.awayId, now), own: 'yyyyyyyyyyy--y-', elsewhere: '------yyy----y-' },
  'missing/return/asked#interviewsAskedOfUs': { ask: (actor) => interviewsAskedOfUs(actor, { answered: false }, now), own: NOBODY, elsewhere: NOBODY },
  'missing/return/asked#interviewAsked': { ask: (actor) => interviewAsked(actor, made.awayId, now), own: NOBODY, elsewhere: NOBODY },
  'missing/patterns/queries#missingPatterns': { ask: (actor) => missingPatterns(actor, { list: 'children', borough: null, without: false, after: undefined }, now), own: '------y-yy---y-', elsewhere: '--------y----y-' },
  'missing/board#missingBoard': { ask: (actor) => missingBoard(actor, { borough: null, class: null, grade: null, late: false, back: false, after: null }, now), own: 'yyyyyyyyyyyy-y-', elsewhere: '------yyy--y-y-' },
  'missing/episode-page#episodePageOf': { ask: (actor) => episodePageOf(actor, made.awayId, now), own: 'yyyyyyyyyyy--y-', elsewhere: '------yyy----y-' },
  'missing/changes#missingChangesSince': { ask: (actor) => missingChangesSince(actor, new Map([['bromley', 0]])), own: 'yyyyyyyyyyyy-y-', elsewhere: '------yyy--y-y-', tells: (answer) => answer !== null && answer !== 0 },
  // Signs, categories and flags of exploitation: whoever answers for it, within the reach of the record; partners what their own team is asked.
  'exploitation/worklist#exploitationLists': { ask: (actor) => exploitationLists(actor, { list: 'assess', borough: null, after: undefined }, now), own: '-----y--yyy--y-', elsewhere: '--------y----y-' },
  'exploitation/child#personExploitation': { ask: (actor) => personExploitation(actor, made.exploitedId, now), ...INDEX },
  'exploitation/figures#exploitationFigures': { ask: (actor) => exploitationFigures(actor, { since: 'year', borough: null, behind: 'children', after: undefined }, now), own: '-----y--yyy--y-', elsewhere: '--------y----y-' },
  'exploitation/flags#flagLists': { ask: (actor) => flagLists(actor, { found: 'record-without-flag', borough: null, after: undefined }, now), own: '-----y--yyy--y-', elsewhere: '--------y----y-' },
  'exploitation/training#trainingList': { ask: (actor) => trainingList(actor, undefined, now), own: NOBODY, elsewhere: NOBODY },
  'exploitation/asked#flagsAskedOfUs': { ask: (actor) => flagsAskedOfUs(actor, { answered: false }, now), own: NOBODY, elsewhere: NOBODY },
  'exploitation/asked#flagAskedPage': { ask: (actor) => flagAskedPage(actor, made.exploitedId, now), own: NOBODY, elsewhere: NOBODY },
  // Adults who pose a risk and places: that they are known, and who is linked, is the index of all London; partners are told nothing.
  'posing-risk/queries#adultPage': { ask: (actor) => adultPage(actor, made.adultId, now), ...INDEX },
  'posing-risk/queries#personNetwork': { ask: (actor) => personNetwork(actor, made.atRiskId, now), ...INDEX },
  'posing-risk/queries#linkForm': { ask: (actor) => linkForm(actor, made.adultId, made.atRiskId, now), own: 'yyyyyyy-y------', elsewhere: 'yyyyyyy-y------' },
  'posing-risk/queries#othersAtRisk': { ask: (actor) => othersAtRisk(actor, { list: 'owed', borough: null }, now), own: 'yyyyyyy-yy---y-', elsewhere: 'yyyyyyy-yy---y-' },
  'places/queries#placeList': { ask: (actor) => placeList(actor, { borough: null, kind: null, q: '' }, now), own: NOBODY, elsewhere: NOBODY },
  'places/queries#placeView': { ask: (actor) => placeView(actor, made.placeId, now), ...INDEX },
  'places/queries#placeLinkForm': { ask: (actor) => placeLinkForm(actor, made.placeId, made.atRiskId, now), own: 'yyyyyyy-yy-----', elsewhere: 'yyyyyyy-yy-----' },
  'places/makesafe#makesafeBoard': { ask: (actor) => makesafeBoard(actor, { list: 'untagged', borough: null }, now), own: NOBODY, elsewhere: NOBODY },
  'places/makesafe#makesafeCall': { ask: (actor) => makesafeCall(actor, made.makesafeId, now), own: 'yyyyyyy-yyy--y-', elsewhere: '--------y----y-' },
  'places/makesafe#makesafeForm': { ask: (actor) => makesafeForm(actor, { q: '', child: made.atRiskId }, now), own: 'yyyyyyyyyy-----', elsewhere: 'yyyyyyyyyy-----' },
  'warning-notices/queries#serveForm': { ask: (actor) => serveForm(actor, made.adultId, made.atRiskId, now), own: 'y---yyy-yy-----', elsewhere: '--------y------' },
  'warning-notices/queries#childNotices': { ask: (actor) => childNotices(actor, made.atRiskId, now), ...INDEX },
  'deadlines/told#toldTo': { ask: (actor) => toldTo(actor, now), own: NOBODY, elsewhere: NOBODY },
  'deadlines/explain#explainDuty': { ask: (actor) => explainDuty(actor, made.dutyId, now), ...RECORD },
  'deadlines/queries#dutiesOfChild': { ask: (actor) => dutiesOfChild(actor, made.childId, now), ...RECORD, tells: (answer) => answer !== null },
  'deadlines/board#board': { ask: (actor) => board(actor, { borough: null, band: null, when: null, mine: false, after: null }, now), own: '--y-yy----y--y-', elsewhere: LONDON },
  // Figures name nobody; their lists are at record depth, of the boroughs whose figures are one's own.
  'figures/dashboard#dashboard': { ask: (actor) => dashboard(actor, { which: null, period: 'year', borough: null, day: null }, now), own: NOBODY, elsewhere: NOBODY },
  'figures/discussions#discussionFigures': { ask: (actor) => discussionFigures(actor, null, now), own: NOBODY, elsewhere: NOBODY },
  'figures/side-by-side#sideBySide': { ask: (actor) => sideBySide(actor, { measure: null, period: 'year', borough: null, day: null }, now), own: NOBODY, elsewhere: NOBODY },
  'figures/targets-list#targetsList': { ask: (actor) => targetsList(actor, undefined, now), own: NOBODY, elsewhere: NOBODY },
  'figures/recorded#recordedList': { ask: (actor) => recordedList(actor, undefined, now), own: NOBODY, elsewhere: NOBODY },
  'figures/list#listBehind': { ask: (actor) => listBehind(actor, { measure: 'strategy-procedure', part: 'all', period: 'year', borough: null, day: null, month: null, after: undefined }, now), own: 'yyy-yyy-yyy--y-', elsewhere: '--------y----y-' },
  // A file is taken away by fewer than may look.
  'figures/export/export#exportFigures': { ask: (actor) => exportFigures(actor, { ...questionOf({ measure: 'strategy-procedure', part: 'all' }), table: 'list', format: 'csv' }, now), own: '----------y--y-', elsewhere: '-------------y-' },
  'figures/since#changedSince': { ask: (actor) => changedSince(actor, { measure: 'strategy-procedure', period: 'year', borough: null, day: '2016-05-16', after: undefined }, now), own: 'yyy-yyy-yyy--y-', elsewhere: '--------y----y-' },
  // Who works here, what teams cover and what a borough follows: of no child, to anybody.
  'administration/queries#accountList': { ask: (actor) => accountList(actor, { q: NAME }, now), own: NOBODY, elsewhere: NOBODY },
  'administration/queries#accountView': { ask: (actor) => accountView(actor, actor.accountId, undefined, now), own: NOBODY, elsewhere: NOBODY },
  'administration/queries#administrationHistory': { ask: (actor) => administrationHistory(actor, undefined), own: NOBODY, elsewhere: NOBODY },
  'administration/queries#boroughList': { ask: (actor) => boroughList(actor, now), own: NOBODY, elsewhere: NOBODY },
  'administration/queries#boroughView': { ask: (actor) => boroughView(actor, 'bromley', now), own: NOBODY, elsewhere: NOBODY },
  'administration/queries#teamChoices': { ask: (actor) => teamChoices(actor, now), own: NOBODY, elsewhere: NOBODY },
  'administration/queries#teamList': { ask: (actor) => teamList(actor, now), own: NOBODY, elsewhere: NOBODY },
  'administration/queries#teamView': { ask: (actor) => teamView(actor, actor.memberships[0]?.teamId ?? '', now), own: NOBODY, elsewhere: NOBODY },
  'referrals/teams#teamsThatRing': { ask: (actor) => teamsThatRing(actor, ['bromley']), own: NOBODY, elsewhere: NOBODY },
  'rota/queries#rotaOf': { ask: (actor) => rotaOf(actor, undefined, now), own: NOBODY, elsewhere: NOBODY },
}

/** What takes an actor and reads no record: one's own drafts, password and file of notifications, the case histories that come with Holdfast. */
const NO_RECORD = ['administration/page-drafts#draftsOf', 'referrals/import/dry-run#dryRun', 'referrals/import/dry-run#importFile', 'access/openings/fresh-password#freshPassword', 'replay/in-app#carriedHistories', 'replay/in-app#playedStory']
const ofDrafts = (name: string): boolean => name.startsWith('forms/drafts#') || /#\w*[dD]raft$/.test(name) && name !== 'referrals/contact-draft#contactDraft'

function exported(): string[] {
  const files = (folder: string): string[] => readdirSync(folder).flatMap((name) => {
    const at = path.join(folder, name)
    return name === 'generated' ? [] : statSync(at).isDirectory() ? files(at) : at.endsWith('.ts') ? [at] : []
  })
  return files('lib').flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    const found = [...text.matchAll(/^export (?:async )?(?:function (\w+)(?:<[^(]*>)?|const (\w+) = (?:async )?)\(\s*actor: Actor\b([^{]|\{[^}\n]*\})*?(?=\{\n|=>\n|=> )/gm)]
    return found.filter((match) => match[0].includes('Promise<')).map((match) => `${file.slice('lib/'.length, -'.ts'.length)}#${match[1] ?? match[2] ?? ''}`)
  })
}

const actors = { own: new Map<Role, Actor>(), elsewhere: new Map<Role, Actor>() }

beforeAll(async () => {
  const worker = await aSocialWorker(database)
  const child = { givenName: 'Tansy', familyName: NAME, bornOn: '2007-03-01' }
  made.referralId = (await aReferral(worker, { children: [child], concern: 'serious-neglect' })).referralId
  made.childId = (await childrenOf(database, made.referralId))[0] ?? ''
  made.sentId = (await aReferral(await aTeacher(database), { children: [{ givenName: 'Prunella', familyName: NAME }] })).referralId
  made.contactId = (await aReferral(worker, { form: 'contact', children: [{ ...child, personId: made.childId }] })).referralId
  made.requestId = await aQuestion(worker, made.referralId, await aTeacher(database), now, { about: `Tansy ${NAME}` })
  made.dutyId = (await database.admin<{ id: string }>('SELECT id FROM deadline WHERE referral_id = $1 ORDER BY due_at LIMIT 1', [made.referralId]))[0]?.id ?? ''
  const other = (await aReferral(worker, { children: [{ givenName: 'Perpetua', familyName: NAME }], concern: 'neglect' })).referralId
  Object.assign(made, await aRecordedDiscussion(worker, await childrenOf(database, other), other, new Date(now.getTime() - 3_600_000)))
  made.awayId = (await anEpisode(database, new Date(now.getTime() - 7_200_000), { child: { givenName: 'Petronel', familyName: NAME, age: 15 } })).episodeId
  made.callId = (await aCalledDiscussion(database, worker, [made.childId], made.referralId, new Date(now.getTime() - 3_600_000))).callId
  made.roomId = (await aMap(database, worker, new Date(now.getTime() - 47 * 3_600_000), { personId: made.childId, override: 'Called on the day' })).callId
  await done(openMeeting, worker, { callId: made.roomId, chairName: 'Piers Lindqvist', chairAgency: 'csc' }, now)
  const [item] = await database.admin<{ id: string }>('SELECT id FROM meeting_item WHERE call_id = $1', [made.roomId])
  await done(saveMinute, worker, { itemId: item?.id, fields: [{ field: 'analysis', base: 0, text: `${NAME} is afraid.` }] }, now)
  const exploited = (await aReferral(worker, { children: [{ givenName: 'Philippa', familyName: NAME, bornOn: '2002-03-01' }], concern: 'cse', indicators: ['gifts-or-money'] })).referralId
  made.exploitedId = (await childrenOf(database, exploited))[0] ?? ''
  await database.admin(`INSERT INTO exploitation_work (entry_id, person_id, borough, what, suspect_ids, at) VALUES (gen_random_uuid(), $1, 'bromley', 'disruption', '{}', $2)`, [made.exploitedId, now])
  const risk = await aChildAndAnAdult(database, new Date(now.getTime() - 7_200_000), { familyName: NAME }, 'bromley', { givenName: 'Corin', familyName: NAME })
  const officer = await aMashOfficer(database)
  const earlier = new Date(now.getTime() - 3_600_000)
  await done(serveNotice, officer, noticeOf(risk.childId, risk.adultId, earlier), earlier)
  const { placeId = '' } = await done(recordPlace, officer, placeOf(), earlier)
  await done(linkPlace, officer, { placeId, personId: risk.childId, why: 'found-there', words: 'Room 4' }, earlier)
  const { callId: makesafeId = '' } = await done(takeMakesafeCall, officer, makesafeOf(earlier, { child: 'none', children: [], said: `A man named ${NAME}` }), earlier)
  Object.assign(made, { adultId: risk.adultId, atRiskId: risk.childId, placeId, makesafeId })
  for (const [role, agency] of COLUMNS) {
    const central = ['exploitation-assessor', 'despatch-supervisor', 'london-lead', 'auditor', 'administrator'].includes(role)
    for (const [where, borough] of [['own', 'bromley'], ['elsewhere', 'sutton']] as const) {
      actors[where].set(role, await anActor(database, { role, agency, boroughs: central ? [] : [borough], rank: 'inspector' }))
    }
  }
}, 120_000)

describe('every read that answers an actor, by every role', () => {
  it('is in the table: a new one fails here until it is said who is told what', () => {
    const found = exported().filter((name) => !NO_RECORD.includes(name) && !ofDrafts(name))
    expect(found.length).toBeGreaterThan(20)
    expect(found.sort()).toEqual(Object.keys(READS).sort())
  })

  it.each(Object.entries(READS))('%s tells of a child whom the table says, and nobody else', async (_, read) => {
    const tells = read.tells ?? ((answer) => JSON.stringify(answer ?? null).includes(NAME))
    for (const where of ['own', 'elsewhere'] as const) {
      const told: string[] = []
      for (const [role] of COLUMNS) {
        const actor = actors[where].get(role)
        if (actor === undefined) throw new Error(role)
        told.push(tells(await read.ask(actor)) ? 'y' : '-')
      }
      // Central roles have all of London for their own.
      expect(told.join(''), where).toBe(where === 'own' ? read.own : read.elsewhere)
    }
  })
})
