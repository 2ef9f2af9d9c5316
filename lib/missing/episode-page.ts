import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { mayEver, membershipFor } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { atLeast, looksForChildren } from '@/lib/access/visibility'
import { namesOf } from '@/lib/deadlines/children'
import { explained } from '@/lib/deadlines/lines'
import { owedWords } from '@/lib/deadlines/owed-words'
import { policyHistories } from '@/lib/deadlines/histories'
import { careWords } from '@/lib/people/open-person'
import { isId, standingOf } from '@/lib/people/standing'
import type { Tx } from '@/lib/platform/db'
import { plainDate } from '@/lib/policy/calendar/london'
import { clause } from '@/lib/policy/clauses'
import { textOf, type PolicyEvent } from '@/lib/policy/events'
import { classesOf, type Classed } from '@/lib/policy/missing/class'
import { episodesOf, packOfEpisode, type Episode } from '@/lib/policy/missing/episode'
import { intervalLimits } from '@/lib/policy/missing/interval'
import { panelNow, type Choice, type Panel } from '@/lib/policy/missing/panel'
import { answersIn, conflictingAnswers, QUESTIONS } from '@/lib/policy/missing/questions'
import { packNamed } from '@/lib/policy/packs'
import type { History } from '@/lib/policy/rule'
import { agencyWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { planWords } from '@/lib/wording/concerns'
import { dutyWords } from '@/lib/wording/duties'
import { eventTone } from '@/lib/wording/events'
import { counted } from '@/lib/wording/lists'
import { bornWords, momentWords } from '@/lib/wording/london-words'
import { callerWords, classWords, gradeWords } from '@/lib/wording/missing'
import { ENQUIRY_LINES, enquiryWords, newsWords, otherSide, sideWords } from '@/lib/wording/missing-search'
import { spanWords } from '@/lib/wording/spans'
import { timeLeft } from '@/lib/wording/time-left'
import { againstClosing } from './acts/close'
import { heldBy, sidesOf } from './acts/hand-over'
import { ageOfCard, childOfCard, missingCards, type MissingCard } from './cards'
import { missingMark } from './changes'
import { classOf } from './effective'
import type { ClassChoice, EpisodeDuty, EpisodeNotice, EpisodeView, LogLine } from './episode-view'
import { logWords, whoSaid } from './log-words'
import { planGlances } from './plans'

type Row = NonNullable<Awaited<ReturnType<Tx['episode']['findFirst']>>>

interface WordRow { entry_id: string; kind: string; heading: string; occurred_at: Date; recorded_at: Date; recorded_by: string; agency: string; body: Record<string, unknown> | null }
interface DutyRow {
  id: string; rule: string; alert: string; basis: string | null; form: string; owed_by: string; clause: string; starts_at: Date; due_at: Date; day_end: boolean; item_id: string | null; explanation: unknown
}

/**
 * One episode, as everybody who looks for the child reads it: unit, control room, MASH, CAIT. Null where it is not in sight. Who opened it is
 * written to the reading log before anything is read of it.
 */
export async function episodePageOf(actor: Actor, id: string, now: Date): Promise<EpisodeView | null> {
  if (!isId(id) || !mayEver(actor, 'see-missing')) return null
  return readAs(actor, async (tx) => {
    const row = await tx.episode.findFirst({ where: { id } })
    if (row === null) return null
    const words = await tx.$queryRaw<WordRow[]>`SELECT * FROM episode_words(${id}::uuid)`
    await logReading(tx, actor, { personIds: [row.personId], depth: words.length > 0 ? 'narrative' : 'record', page: 'missing-episode' }, now)
    const card = (await missingCards(tx, [row.personId], now)).get(row.personId)
    // The first wall let it through and the second did not: shown as not there.
    if (card === undefined) return null
    const history = (await policyHistories(tx, [row.personId], now)).get(row.personId)
    const episode = history === undefined ? null : episodesOf(history).find((one) => one.events.some((event) => textOf(event, 'episode_id') === id)) ?? null
    const log = words.length > 0 ? words : await headings(tx, id)
    const duties = await tx.$queryRaw<DutyRow[]>`SELECT * FROM episode_duties(${id}::uuid)`
    const news = await tx.episodeInformation.findMany({ where: { episodeId: id, actedAt: null }, orderBy: { receivedAt: 'asc' }, take: 50 })
    const offer = await tx.episodeHandover.findFirst({ where: { episodeId: id, acceptedAt: null } })
    const holder = await heldBy(tx, id)
    const nameOf = await namesOf(tx, [...log.map((line) => line.recorded_by), offer?.offeredBy ?? null])
    const plan = (await planGlances(tx, [row.personId])).get(row.personId) ?? null
    const standing = await standingOf(tx, actor, row.personId, now)
    const out = row.returnedAt === null
    // Whoever looks for a restricted child works its episode; why the policy says what it says is the record's.
    const restricted = standing !== null && standing.card.masked
    const hidden = standing === null || restricted
    const open = history === undefined || !out ? null : panelNow(history, { answers: {}, now })
    const panel = open !== null && hidden ? withoutGrounds(open) : open
    const sides = sidesOf(actor, row.borough)
    const effective = classOf(row, now)
    const classed = classedNow(history, episode, effective)
    const absent = effective === 'absent'
    return {
      id, personId: row.personId, reference: row.reference, borough: boroughWords(row.borough), rules: packNamed(row.pack).title, child: childOfCard(card, now), recordOpens: standing !== null && atLeast(standing.depth, 'record'), restricted,
      facts: factsOf(card, restricted, now), state: row.closedAt !== null ? 'closed' : out ? 'out' : 'back',
      class: effective, classSince: momentWords(classed?.since ?? row.classedAt, now), classBecause: classed === null || hidden ? '' : becauseOf(classed), classClause: classed === null || hidden ? null : clause(classed.clause).title,
      until: absent && out && row.absentUntil !== null ? `Missing by itself ${momentWords(row.absentUntil, now)}` : null,
      grade: row.grade, gradeWords: gradeWords(row.grade), gradedWhen: row.gradedAt === null ? null : momentWords(row.gradedAt, now),
      proposed: panel === null ? null : { grade: panel.proposed.grade, words: gradeWords(panel.proposed.grade), because: panel.proposed.because },
      tooLow: duties.some((duty) => duty.rule === 'missing/grade-too-low'), floor: panel?.floor ?? null,
      away: out ? `Away ${spanWords(now.getTime() - (row.lastSeenAt ?? row.reportedAt).getTime())}` : `Was away ${spanWords((row.returnedAt ?? now).getTime() - (row.lastSeenAt ?? row.reportedAt).getTime())}`,
      reported: reportedOf(row, now),
      duties: duties.filter((duty) => duty.form === 'clock').map((duty) => dutyOf(hidden ? groundless(duty) : duty, now)), notices: duties.filter((duty) => duty.form === 'notice').map((duty) => noticeOf(hidden ? groundless(duty) : duty, now)),
      conflicts: words.length === 0 || episode === null ? [] : conflictsOf(episode, now),
      news: news.map((one) => {
        const said = words.find((line) => line.entry_id === one.entryId)?.body
        return {
          id: one.id, words: newsWords(one.kind), when: momentWords(one.receivedAt, now), said: sentenceOf(said),
          left: timeLeft({ dueAt: duties.find((duty) => duty.item_id === one.entryId)?.due_at ?? new Date(one.receivedAt.getTime() + 3_600_000), dayEnd: false, startsAt: one.receivedAt }, now),
        }
      }),
      enquiries: enquiriesOf(log, now),
      log: log.map((line) => lineOf(line, nameOf, now)).reverse(), headingsOnly: words.length === 0, plan,
      heldBy: sideWords(holder),
      offer: offer === null ? null : {
        id: offer.id, to: sideWords(offer.toSide), by: nameOf(offer.offeredBy) ?? 'Somebody', when: momentWords(offer.offeredAt, now), note: noteOf(words, offer.entryId),
        own: offer.offeredBy === actor.accountId, mayAccept: offer.offeredBy !== actor.accountId && sides.some((side) => side === offer.toSide),
      },
      handOverTo: row.closedAt === null && offer === null && sides.includes(holder) ? { side: otherSide(holder), words: sideWords(otherSide(holder)) } : null,
      questions: questionsOf(episode, now), classes: choicesOf(panel?.classes, classWords), grades: choicesOf(panel?.grades, gradeWords),
      interval: { ...(episode === null || history === undefined ? { least: 4, most: 8 } : intervalLimits(packOfEpisode(episode, history))), agreed: row.interval },
      caller: { name: row.callerName, phone: row.callerPhone, kind: callerWords(row.callerKind) },
      authorities: { local: card.home_borough === null ? boroughWords(row.borough) : boroughWords(card.home_borough), responsible: card.responsible_authority, lookedAfter: card.looked_after === true },
      back: row.returnedAt === null ? null : { when: momentWords(row.returnedAt, now), how: row.returnedHow, seen: row.seenAt === null ? null : momentWords(row.seenAt, now) },
      closingRefused: againstClosing(row).map(({ rule, says, wayForward, clause: cited }) => ({ rule, says, wayForward, clause: cited })),
      may: { work: row.closedAt === null && membershipFor(actor, 'report-missing', row.borough) !== null, tell: row.closedAt === null && membershipFor(actor, 'record-entry', row.borough) !== null, sighting: row.closedAt === null && membershipFor(actor, 'record-entry', looksForChildren(actor) ? null : row.borough) !== null },
      mark: await missingMark(tx, actor), turnsAt: absent && out ? row.absentUntil?.toISOString() ?? null : null,
    }
  })
}

/** The entries of an episode whose words do not open to the reader: their headings, within the reader's own reach. */
async function headings(tx: Tx, episodeId: string): Promise<WordRow[]> {
  const rows = await tx.$queryRaw<Omit<WordRow, 'body'>[]>`
    SELECT n.id AS entry_id, n.kind, n.heading, n.occurred_at, n.recorded_at, n.recorded_by, n.agency FROM episode_entry x JOIN entry n ON n.id = x.entry_id
    WHERE x.episode_id = ${episodeId}::uuid ORDER BY n.occurred_at, n.recorded_at, n.seq`
  return rows.map((row) => ({ ...row, body: null }))
}

/** Why the class is what it is, where the policy and the clock say the same. */
function classedNow(history: History | undefined, episode: Episode | null, effective: string): Classed | null {
  const last = history === undefined || episode === null ? undefined : classesOf(episode, history).at(-1)
  return last === undefined || last.class !== effective ? null : last
}

/** In the words of whoever set it; of a report alone, that it was one. */
const becauseOf = (classed: Classed): string => (classed.how === 'reported' ? 'so it was reported' : classed.how === 'recorded' ? (classed.by === null ? null : textOf(classed.by, 'reason')) ?? classed.because : classed.because)

/** Of a restricted child what whoever looks must know: said as not there, what is kept back would mislead. */
function factsOf(card: MissingCard, restricted: boolean, now: Date): EpisodeView['facts'] {
  const times = [card.episodes_missing === 0 ? null : `${counted(card.episodes_missing, 'time')} missing`, card.episodes_absent === 0 ? null : `${counted(card.episodes_absent, 'time')} absent`].filter((words) => words !== null)
  return [
    { term: 'Born', value: card.born_on === null ? `Not known, ${ageOfCard(card, now)}` : `${bornWords(plainDate(card.born_on.toISOString().slice(0, 10)))} (${ageOfCard(card, now)})` },
    { term: 'Lives', value: card.home_borough === null ? 'Not known' : boroughWords(card.home_borough) },
    ...(restricted ? [{ term: 'Care, plan, health, times away', value: 'Restricted: not shown' }] : [
      { term: 'Looked after', value: careWords(card.looked_after, card.responsible_authority) },
      { term: 'Plan', value: planWords(card.plan_category) },
      { term: 'Health', value: card.health === null || card.health.length === 0 ? 'Nothing on record' : card.health.join(', ') },
      { term: 'Away before and now', value: times.join(', ') },
    ]),
  ]
}

function reportedOf(row: Row, now: Date): EpisodeView['reported'] {
  return [
    { term: 'Reported', value: `${momentWords(row.reportedAt, now)}, by ${row.callerName ?? 'somebody'} (${callerWords(row.callerKind)})` },
    { term: 'Telephone', value: row.callerPhone ?? 'Not known' },
    { term: 'Missing from', value: row.missingFrom ?? 'Not known' },
    { term: 'Last seen', value: row.lastSeenAt === null && row.lastSeenWhere === null ? 'Not known' : [row.lastSeenAt === null ? null : momentWords(row.lastSeenAt, now), row.lastSeenWhere].filter((words) => words !== null).join(', ') },
    { term: 'Last call back', value: row.calledBackAt === null ? 'None yet' : momentWords(row.calledBackAt, now) },
  ]
}

/** Which form answers a duty. */
const ANSWERS: Readonly<Record<string, string>> = {
  'missing/risk-grade': 'grade', 'missing/regrade': 'grade', 'missing/risk-review': 'review', 'missing/absent-callback': 'call-back', 'missing/social-care': 'social-care', 'missing/senior-told': 'senior',
}
const ITEMS: Readonly<Record<string, string>> = { local: 'where the child lives', placing: 'where the child is placed', responsible: 'responsible for the child' }

function dutyOf(row: DutyRow, now: Date): EpisodeDuty {
  const item = row.rule === 'missing/social-care' && row.item_id !== null ? ITEMS[row.item_id] : undefined
  return {
    id: row.id, words: `${dutyWords(row.alert, row.basis)}${item === undefined ? '' : `: the authority ${item}`}`, owedBy: owedWords(row.owed_by),
    left: timeLeft({ dueAt: row.due_at, startsAt: row.starts_at, dayEnd: row.day_end }, now), because: explained(row.explanation).because, clause: clause(row.clause).title,
    answer: row.rule === 'missing/social-care' ? `social-care?authority=${row.item_id ?? 'local'}` : ANSWERS[row.rule] ?? null,
  }
}

const noticeOf = (row: DutyRow, now: Date): EpisodeNotice =>
  ({ id: row.id, words: dutyWords(row.alert, row.basis), because: explained(row.explanation).because, clause: clause(row.clause).title, raised: momentWords(row.starts_at, now) })

/** Where two callers, or one at two times, said opposite things: both stand, each with who and when. */
function conflictsOf(episode: Episode, now: Date): EpisodeView['conflicts'] {
  const said = (events: readonly PolicyEvent[]): string[] => {
    // The report and the class written with it carry the same answer: one line for one moment.
    const moments = events.filter((event, index) => events.findIndex((other) => other.at.getTime() === event.at.getTime()) === index)
    return moments.map((event) => `${whoSaid(event)}, ${momentWords(event.at, now)}`)
  }
  return conflictingAnswers(episode.events).map(({ question, yes, no }) => ({ question: QUESTIONS.find((one) => one.id === question)?.asks ?? question.replaceAll('_', ' '), yes: said(yes), no: said(no) }))
}

/** The questions again, each with what was answered last. */
function questionsOf(episode: Episode | null, now: Date): EpisodeView['questions'] {
  return QUESTIONS.map((question) => {
    const last = episode?.events.findLast((event) => answersIn(event).has(question.id))
    return { id: question.id, asks: question.asks, said: last === undefined ? null : `${answersIn(last).get(question.id) === true ? 'Yes' : 'No'}, ${momentWords(last.at, now)}` }
  })
}

const RESTRICTED = 'The record is restricted: what stands against it is not shown.'

/** The panel of a child whose record is shut to the reader: absent is closed whatever stands there, and no reason is told. */
function withoutGrounds(panel: Panel): Panel {
  const shut = (choice: Choice): Choice => ({ ...choice, by: choice.by.slice(0, 1).map((one) => ({ ...one, clause: 'mis-def-absent', says: RESTRICTED })) })
  const absent = { rule: 'absent-classification-known-risk', clause: 'mis-def-absent', says: RESTRICTED, wayForward: 'Class the child as missing.', reasonFrom: null } as const
  return {
    ...panel, proposed: { ...panel.proposed, because: [] }, grades: panel.grades.map(shut),
    classes: panel.classes.map((choice) => (choice.value === 'absent' ? { ...choice, state: 'closed', by: [absent], reasonFrom: null } : shut(choice))),
  }
}

/** A duty without the facts it rests on. */
const groundless = (duty: DutyRow): DutyRow => ({ ...duty, explanation: { because: [] } })

const choicesOf = (choices: readonly Choice[] | undefined, wordsOf: (value: string) => string): ClassChoice[] =>
  (choices ?? []).map((choice) => ({ value: choice.value, label: wordsOf(choice.value), state: choice.state, by: choice.by.map((one) => ({ says: one.says, clause: clause(one.clause).title })) }))

function enquiriesOf(log: readonly WordRow[], now: Date): EpisodeView['enquiries'] {
  const made = log.filter((line) => line.kind === 'enquiry-made')
  return ENQUIRY_LINES.filter((line) => line !== 'other').map((line) => {
    const last = made.findLast((one) => one.body?.['line'] === line || one.heading === enquiryWords(line))
    return { line, words: enquiryWords(line), done: last === undefined ? null : momentWords(last.occurred_at, now) }
  })
}

const LATE_MS = 5 * 60_000

function lineOf(line: WordRow, nameOf: (id: string | null) => string | null, now: Date): LogLine {
  return {
    id: line.entry_id, heading: line.heading, at: line.occurred_at.toISOString(), when: momentWords(line.occurred_at, now),
    recorded: line.recorded_at.getTime() - line.occurred_at.getTime() > LATE_MS ? `recorded ${momentWords(line.recorded_at, now)}` : null,
    by: `${line.body?.['automatic'] === true ? 'Holdfast' : nameOf(line.recorded_by) ?? 'Somebody'}, ${agencyWords(line.agency).toLowerCase()}`, tone: eventTone(line.kind), words: logWords(line.body, line.kind),
  }
}

const sentenceOf = (body: Record<string, unknown> | null | undefined): string | null => {
  const parts = ['where', 'said', 'from'].map((key) => body?.[key]).filter((part): part is string => typeof part === 'string' && part !== '')
  return parts.length === 0 ? null : parts.join(' · ')
}
const noteOf = (words: readonly WordRow[], entryId: string): string | null => {
  const note = words.find((line) => line.entry_id === entryId)?.body?.['note']
  return typeof note === 'string' ? note : null
}
