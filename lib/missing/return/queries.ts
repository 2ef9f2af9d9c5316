import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { membershipFor, type ActName } from '@/lib/access/permissions'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { entryWords } from '@/lib/chronology/entry-words'
import { openReferralsOf } from '@/lib/chronology/add/waiting'
import { namesOf } from '@/lib/deadlines/children'
import { isId, standingOf } from '@/lib/people/standing'
import { personName } from '@/lib/people/person-name'
import type { Tx } from '@/lib/platform/db'
import { boroughWords } from '@/lib/wording/boroughs'
import { concernWords } from '@/lib/wording/concerns'
import { sentence } from '@/lib/wording/lists'
import { momentWords } from '@/lib/wording/london-words'
import { interviewWords, returnedWords } from '@/lib/wording/return'
import { timeLeft, type TimeLeft } from '@/lib/wording/time-left'
import type { ReturnStep, ReturnView } from './view'

/** What is told of a return, among the entries of an episode. */
const OF_A_RETURN = ['child-returned', 'detained', 'safe-and-well-check', 'crime-recorded', 'return-home-interview', 'interview-shared', 'passed-to-csc']

interface WordsRow { entry_id: string; kind: string; heading: string; occurred_at: Date; recorded_by: string; body: unknown }

/** The return of one time away: what is on record, what is owed and by whom, what this actor may do. Null where it is not in reach. */
export async function returnPart(actor: Actor, episodeId: string, now: Date): Promise<ReturnView | null> {
  if (!isId(episodeId)) return null
  return readAs(actor, async (tx) => {
    const episode = await tx.episode.findFirst({ where: { id: episodeId } })
    if (episode === null) return null
    const standing = await standingOf(tx, actor, episode.personId, now)
    await logReading(tx, actor, { personIds: [episode.personId], depth: standing === null || standing.depth === 'index' ? 'index' : standing.depth, page: 'missing episode, the return' }, now)
    const words = await tx.$queryRaw<WordsRow[]>`SELECT entry_id, kind, heading, occurred_at, recorded_by, body FROM episode_words(${episodeId}::uuid)`
    const entries = (await tx.episodeEntry.findMany({ where: { episodeId }, select: { entryId: true } })).map(({ entryId }) => entryId)
    const owed = await tx.deadline.findMany({
      where: { childId: episode.personId, rule: { startsWith: 'missing/' }, startedBy: { in: entries }, metAt: null, endedAt: null, supersededAt: null }, select: { rule: true, dueAt: true, dayEnd: true, startsAt: true }, orderBy: { dueAt: 'asc' },
    })
    const left = (rule: string): TimeLeft | null => { const due = owed.find((one) => one.rule === rule); return due === undefined ? null : timeLeft(due, now) }
    const card = standing === null || standing.card.masked ? null : standing.card
    const boroughs = [episode.borough, ...(card?.boroughs ?? [])]
    const may = (right: ActName, where: readonly string[] = [episode.borough]): boolean => where.some((borough) => { const held = membershipFor(actor, right, borough); return held !== null && held.role !== 'partner' })
    const request = await tx.interviewRequest.findFirst({ where: { episodeId, answeredAt: null, withdrawnAt: null } })
    const open = episode.closedAt === null
    const back = episode.returnedAt !== null && episode.returnedHow !== 'died'
    const mayInterview = back && card !== null && may('return-home-interview', boroughs)
    const mayDebrief = back && may('refer-to-csc')
    const people = await tx.foundWith.findMany({ where: { episodeId }, select: { name: true, about: true }, orderBy: { at: 'asc' } })
    return {
      episodeId, personId: episode.personId, reference: episode.reference, child: await nameIn(tx, episode.personId, card?.name ?? null, now),
      closed: episode.closedAt === null ? null : momentWords(episode.closedAt, now),
      back: episode.returnedAt === null ? null : {
        how: returnedWords(episode.returnedHow), when: momentWords(episode.returnedAt, now), where: episode.foundWhere ?? 'Not known', dead: episode.returnedHow === 'died',
        with: people.length > 0 ? people.map(({ name, about }) => [name, about].filter(Boolean).join(', ')) : episode.foundWith === null ? [] : [episode.foundWith],
      },
      seen: episode.seenAt === null ? null : momentWords(episode.seenAt, now), checkLeft: left('missing/safe-and-well'),
      interview: { words: interviewWords(episode.interviewHow), over: episode.interviewHow === 'done' || episode.interviewHow === 'declined', done: episode.interviewHow === 'done' }, interviewLeft: left('missing/return-home-interview'),
      shared: words.some((row) => row.kind === 'interview-shared'), shareLeft: left('missing/interview-shared'), debriefLeft: left('missing/debrief-referred'),
      request: request === null ? null : { id: request.id, team: (await tx.team.findUnique({ where: { id: request.teamId }, select: { name: true } }))?.name ?? 'A team', asked: momentWords(request.askedAt, now) },
      steps: await stepsOf(tx, words, now),
      teams: mayInterview ? await teamsFor(tx, episode.borough) : [], referrals: mayDebrief ? await referralsFor(tx, actor, episode.personId) : [],
      may: {
        back: open && episode.returnedAt === null && may('report-missing'), check: back && open && may('safe-and-well-check'), interview: mayInterview, debrief: mayDebrief,
        arrest: card !== null && standing?.depth !== 'index' && may('record-entry', boroughs),
      },
    }
  })
}

/** The child's name where the index is open, and where whoever looks for the child needs it. */
async function nameIn(tx: Tx, personId: string, known: string | null, now: Date): Promise<string> {
  if (known !== null) return known
  const [card] = await tx.$queryRaw<{ given_name: string | null; family_name: string | null }[]>`SELECT given_name, family_name FROM missing_cards(ARRAY[${personId}]::uuid[], ${now}::timestamptz)`
  return card === undefined ? personName(null).name : personName({ givenName: card.given_name, familyName: card.family_name, description: null }).name
}

async function stepsOf(tx: Tx, words: readonly WordsRow[], now: Date): Promise<ReturnStep[]> {
  const rows = words.filter((row) => OF_A_RETURN.includes(row.kind))
  const nameOf = await namesOf(tx, rows.map((row) => row.recorded_by))
  return rows.map((row) => ({
    id: row.entry_id, heading: row.heading, when: `${momentWords(row.occurred_at, now)}${nameOf(row.recorded_by) === null ? '' : `, recorded by ${nameOf(row.recorded_by) ?? ''}`}`, words: returnWords(row.body, row.kind),
  }))
}

const YES_NO: readonly (readonly [string, string])[] = [
  ['seen', 'Seen'], ['spoken_to', 'Spoken to'], ['spoken_to_alone', 'Spoken to alone'], ['safe', 'Safe'], ['medical_need', 'Medical need'], ['victim_of_crime', 'Victim of a crime'], ['asked_about_harm', 'Asked about harm'], ['independent', 'Independent'],
]
const SAID: readonly (readonly [string, string])[] = [
  ['how', 'How'], ['where', 'Where'], ['with', 'With'], ['offence', 'Arrested for'], ['medical_done', 'What was arranged'], ['whereabouts', 'Where the child was'], ['circumstances', 'What happened'], ['disclosure', 'What the child says'], ['by', 'By'], ['offered_by', 'Offered by'],
  ['to', 'To'], ['protecting', 'What protects the child'],
]

/** The words of a step of the return. A key not named is not shown. */
export function returnWords(body: unknown, kind: string): { label: string; text: string }[] {
  if (typeof body !== 'object' || body === null) return []
  const said = body as Record<string, unknown>
  const text = (key: string): string | null => { const value = said[key]; return typeof value === 'string' && value !== '' ? value : null }
  const concern = text('concern')
  const own = new Set(SAID.map(([, label]) => label))
  return [
    ...answered(said),
    ...(concern === null ? [] : [{ label: 'Concern', text: concernWords(concern) }]),
    // Of the others it is the role of whoever wrote it down, which stands beside the heading.
    ...SAID.filter(([key]) => key !== 'by' || kind === 'return-home-interview').flatMap(([key, label]) => { const value = text(key); return value === null ? [] : [{ label, text: value }] }),
    ...entryWords(body, `${kind}-words`).filter(({ label }) => !own.has(label)),
  ]
}

/** What was answered with yes or no, in one line: a column of single words is not read. */
function answered(said: Record<string, unknown>): { label: string; text: string }[] {
  const told = YES_NO.flatMap(([key, label]) => (typeof said[key] === 'boolean' ? [`${label.toLowerCase()}: ${said[key] ? 'yes' : 'no'}`] : []))
  return told.length === 0 ? [] : [{ label: 'Answers', text: sentence(told.join(' · ')) }]
}

/** Teams outside police that can be asked to interview: those of the borough, partners of all kinds. */
async function teamsFor(tx: Tx, borough: string): Promise<{ value: string; label: string }[]> {
  const teams = await tx.team.findMany({ where: { kind: 'partner', agency: { not: 'police' }, boroughs: { has: borough } }, select: { id: true, name: true }, orderBy: { name: 'asc' }, take: 100 })
  return teams.map(({ id, name }) => ({ value: id, label: name }))
}

async function referralsFor(tx: Tx, actor: Actor, personId: string): Promise<{ value: string; label: string }[]> {
  return (await openReferralsOf(tx, actor, personId)).map((row) => ({ value: row.id, label: `${row.reference}: ${concernWords(row.concern)}, ${boroughWords(row.borough)}` }))
}
