import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { membershipFor, type ActName } from '@/lib/access/permissions'
import { rankAtLeast } from '@/lib/access/roles'
import { policyHistories } from '@/lib/deadlines/histories'
import { openPerson } from '@/lib/people/open-person'
import { standingOf } from '@/lib/people/standing'
import type { PersonPage } from '@/lib/people/view'
import type { Tx } from '@/lib/platform/db'
import { earlierCount } from '@/lib/policy/known-before'
import { momentWords } from '@/lib/wording/london-words'
import { gradeWords } from '@/lib/wording/missing'
import { interviewWords, returnedWords } from '@/lib/wording/return'
import { spanWords } from '@/lib/wording/spans'
import { timeLeft } from '@/lib/wording/time-left'
import { classOf } from './effective'
import { windowAt } from './patterns/grounds'
import { earlierPlans, planOf } from './plan/queries'
import type { TimeAway, TimesAway } from './times-away-view'

const MOST = 50
const LEARNED = 6

/** A child's times away with class, grade, how long, found where and with whom; interviews; the trigger plan and its earlier versions (R206, R208). */
export const personMissing = (actor: Actor, id: string, now: Date): Promise<PersonPage<TimesAway> | null> =>
  openPerson(actor, id, 'missing', now, async (tx, head) => {
    const rows = await tx.episode.findMany({ where: { personId: id }, orderBy: [{ reportedAt: 'desc' }, { id: 'asc' }], take: MOST + 1 })
    const owed = await tx.deadline.findMany({
      where: { childId: id, metAt: null, endedAt: null, supersededAt: null, rule: { in: ['missing/safe-and-well', 'missing/return-home-interview', 'tasks/make-trigger-plan', 'missing/arrested'] } },
      select: { rule: true, dueAt: true, dayEnd: true, startsAt: true, startedBy: true }, orderBy: { dueAt: 'asc' },
    })
    const entries = await tx.episodeEntry.findMany({ where: { entryId: { in: owed.map(({ startedBy }) => startedBy) } } })
    const owedFor = (rule: string, episodeId: string) => owed.find((one) => one.rule === rule && entries.some((entry) => entry.entryId === one.startedBy && entry.episodeId === episodeId))
    const { since, days, repeat } = windowAt(now)
    const times = rows.map((row): TimeAway & { ended: 'missing' | 'absent'; recent: boolean } => {
      const over = row.returnedAt ?? now
      const [check, interview] = [owedFor('missing/safe-and-well', row.id), owedFor('missing/return-home-interview', row.id)]
      const ended = classOf(row, over)
      return {
        id: row.id, reference: row.reference, class: ended, ended, recent: row.reportedAt > since, grade: gradeWords(row.grade), reported: momentWords(row.reportedAt, now), from: row.missingFrom ?? 'Not known', long: spanWords(over.getTime() - row.reportedAt.getTime()),
        out: row.returnedAt === null, found: row.returnedAt === null ? 'Still away' : [returnedWords(row.returnedHow), row.foundWhere].filter(Boolean).join(', '), with: row.foundWith ?? (row.returnedAt === null ? '' : 'Nobody named'),
        check: row.returnedAt === null ? '' : row.seenAt === null ? 'Not seen and spoken to yet' : `Seen and spoken to ${momentWords(row.seenAt, now)}`, checkLate: check !== undefined && check.dueAt < now,
        interview: row.returnedAt === null ? '' : interviewWords(row.interviewHow), interviewLeft: interview === undefined ? null : timeLeft(interview, now),
      }
    })
    const counts = (some: typeof times) => ({ missing: some.filter((one) => one.ended === 'missing').length, absent: some.filter((one) => one.ended === 'absent').length })
    const recent = counts(times.filter((one) => one.recent))
    const before = await knownBefore(tx, id, now)
    const standing = await standingOf(tx, actor, id, now)
    const boroughs = standing === null || standing.card.masked ? [] : standing.card.boroughs
    const may = (right: ActName): boolean => boroughs.some((borough) => membershipFor(actor, right, borough) !== null)
    const planDue = owed.find((one) => one.rule === 'tasks/make-trigger-plan')
    const arrest = owed.find((one) => one.rule === 'missing/arrested')
    return {
      times: times.slice(0, MOST), more: rows.length > MOST, recent: { ...recent, days, repeat: recent.missing + recent.absent + before.missing + before.absent >= repeat }, all: await tx.episode.count({ where: { personId: id } }), before,
      open: rows.find((row) => row.returnedAt === null)?.id ?? null, plan: await planOf(tx, head.id, now), earlierPlans: await earlierPlans(tx, head.id, now), planLeft: planDue === undefined ? null : timeLeft(planDue, now),
      learned: await learnedFrom(tx, rows.slice(0, LEARNED).map((row) => row.id), now),
      arrest: arrest === undefined ? null : {
        words: `Arrested ${momentWords(arrest.startsAt, now)} while missing, just found or at risk of exploitation`,
        mayReview: boroughs.some((borough) => { const held = membershipFor(actor, 'safe-and-well-check', borough); return held !== null && rankAtLeast(held.rank, 'inspector') }),
      },
      may: { plan: may('make-trigger-plan'), arrest: may('record-entry'), report: may('report-missing') },
    }
  })

/** Counts known from before this record begins, without dates: they count (conflict of the forty-seventh episode). */
async function knownBefore(tx: Tx, id: string, now: Date): Promise<{ missing: number; absent: number }> {
  const history = (await policyHistories(tx, [id], now)).get(id)
  const last = history?.events.at(-1)
  return history === undefined || last === undefined ? { missing: 0, absent: 0 } : { missing: earlierCount(history, 'missing', last), absent: earlierCount(history, 'absent', last) }
}

/** What the last returns told of where and with whom: what the plan is made of. The wall of words stands: nothing where the words are shut. */
async function learnedFrom(tx: Tx, episodes: readonly string[], now: Date): Promise<TimesAway['learned']> {
  const found = []
  for (const id of episodes) {
    found.push(...await tx.$queryRaw<{ entry_id: string; heading: string; occurred_at: Date; body: Record<string, unknown> | null }[]>`
      SELECT entry_id, heading, occurred_at, body FROM episode_words(${id}::uuid) WHERE kind IN ('return-home-interview', 'interview-shared', 'safe-and-well-check')`)
  }
  return found.flatMap((row) => {
    const text = ['whereabouts', 'account', 'circumstances', 'where', 'what', 'with', 'disclosure'].flatMap((key) => { const value = row.body?.[key]; return typeof value === 'string' && value !== '' ? [value] : [] }).join('. ')
    return text === '' ? [] : [{ id: row.entry_id, when: momentWords(row.occurred_at, now), heading: row.heading, text }]
  })
}
