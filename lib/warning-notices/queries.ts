import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { membershipFor } from '@/lib/access/permissions'
import { readAs } from '@/lib/access/read-as'
import { logReading } from '@/lib/access/reading-log'
import { atLeast } from '@/lib/access/visibility'
import type { PersonCard } from '@/lib/people/card'
import { careWords } from '@/lib/people/open-person'
import { cardsOf, standingOf } from '@/lib/people/standing'
import type { Tx } from '@/lib/platform/db'
import { boroughWords } from '@/lib/wording/boroughs'
import { bornWords, momentWords } from '@/lib/wording/london-words'
import { GROUND_WORDS, GROUNDS, groundWords, SERVED_RANKS } from '@/lib/wording/warning-notices'
import { say } from '@/lib/wording/say'
import { childThen, dayOf } from './acts/of'
import { noticeEnds, noticeGround, noticeStands } from './eligibility'
import type { NoticeLine, NoticeWords, ServeView, Shown } from './view'

interface Row { id: string; adult_id: string; child_id: string; borough: string | null; ground: string | null; served_at: Date; care_ends_on: Date | null; child_born: Date | null; ended_at: Date | null; breaches: number }

export function shownOf(id: string, card: PersonCard | undefined): Shown {
  return card === undefined || card.masked ? { id, name: 'Restricted person', masked: true, age: '' } : { id, name: card.name, masked: false, age: card.age }
}

/** Notices to or about these people, those that stand first: known to exist to all who read the index; the words to those who read the record. Writes who was named to the reading log. */
export async function noticesOf(tx: Tx, actor: Actor, people: readonly string[], page: string, now: Date): Promise<NoticeLine[]> {
  const rows = await tx.$queryRaw<Row[]>`SELECT * FROM notices_of(${[...people]}::uuid[])`
  if (rows.length === 0) return []
  const cards = await cardsOf(tx, rows.flatMap((row) => [row.adult_id, row.child_id]), now)
  await logReading(tx, actor, { personIds: [...cards.keys()], depth: 'index', page: `warning notices, on ${page}` }, now)
  const words = await wordsOf(tx, rows.map((row) => row.id), now)
  return rows.map((row): NoticeLine => {
    const facts = { ground: row.ground ?? '', careEndsOn: dayOf(row.care_ends_on), servedAt: row.served_at, endedAt: row.ended_at }
    const ends = noticeEnds(facts, dayOf(row.child_born), now)
    const stands = noticeStands(facts, dayOf(row.child_born), now)
    return {
      id: row.id, adult: shownOf(row.adult_id, cards.get(row.adult_id)), child: shownOf(row.child_id, cards.get(row.child_id)), ground: row.ground === null ? '' : groundWords(row.ground), where: row.borough === null ? '' : boroughWords(row.borough), served: momentWords(row.served_at, now), stands,
      ends: row.ended_at !== null ? `ended ${momentWords(row.ended_at, now)}` : ends === null ? 'its last day is not known' : stands ? `ends by itself on ${bornWords(ends)}` : `ended by itself on ${bornWords(ends)}`,
      breaches: row.breaches, words: words.get(row.id) ?? null,
    }
  }).sort((a, b) => Number(b.stands) - Number(a.stands))
}

async function wordsOf(tx: Tx, ids: readonly string[], now: Date): Promise<Map<string, NoticeWords>> {
  const rows = await tx.warningNotice.findMany({ where: { id: { in: [...ids] } } })
  const breaches = await tx.noticeBreach.findMany({ where: { noticeId: { in: rows.map((row) => row.id) } }, orderBy: { at: 'desc' }, take: 200 })
  return new Map(rows.map((row) => [row.id, {
    by: `${say(SERVED_RANKS, row.servedRank)} ${row.servedBy}`, place: row.place || 'Taken away', conditions: row.conditions || 'Taken away', endedWhy: row.endedWhy,
    breaches: breaches.filter((breach) => breach.noticeId === row.id).map((breach) => ({ key: breach.id, when: momentWords(breach.at, now), what: breach.what, done: breach.done })),
  }]))
}

/** What serving or considering a notice starts from. Null: not there, not in reach, or not the actor’s to do. */
export async function serveForm(actor: Actor, adultId: string, childId: string, now: Date): Promise<ServeView | null> {
  return readAs(actor, async (tx) => {
    const [adult, child] = [await standingOf(tx, actor, adultId, now), await standingOf(tx, actor, childId, now)]
    if (adult === null || adult.card.masked || child === null || child.card.masked || !atLeast(child.depth, 'record') || adultId === childId) return null
    const card = child.card
    if (!card.boroughs.some((borough) => membershipFor(actor, 'warning-notice', borough) !== null)) return null
    await logReading(tx, actor, { personIds: [childId], depth: 'record', page: 'warning notice' }, now)
    const then = await childThen({ tx }, childId, now)
    const notices = await noticesOf(tx, actor, [adultId], 'warning notice', now)
    return {
      adult: shownOf(adultId, adult.card), child: { ...shownOf(childId, card), born: then.bornOn === null ? 'Not known' : `${bornWords(then.bornOn)}${then.ageDisputed ? ', disputed' : ''}`, care: careWords(then.lookedAfter, card.responsibleAuthority) },
      grounds: GROUNDS.map((ground) => {
        const may = noticeGround(ground, then, now)
        return { value: ground, label: GROUND_WORDS[ground], closed: may.may === 'yes' ? null : may.may === 'ask' ? `${may.what}.` : may.refusal.says }
      }),
      standing: notices.find((notice) => notice.stands && notice.child.id === childId) ?? null,
    }
  })
}

/** One line for whoever takes a call about the child: that a notice stands, to whom, until when. */
export async function noticeLines(tx: Tx, actor: Actor, childId: string, now: Date): Promise<string[]> {
  const lines = (await noticesOf(tx, actor, [childId], 'missing call', now)).filter((notice) => notice.stands && notice.child.id === childId)
  return lines.map((notice) => `Child abduction warning notice stands: ${notice.adult.name}, served ${notice.served}, ${notice.ends}${notice.breaches > 0 ? `; broken ${notice.breaches === 1 ? 'once' : `${notice.breaches} times`}` : ''}`)
}

/** Notices about a child, for its own page: known to exist to whoever opens it, with the words where the record opens. */
export const childNotices = (actor: Actor, childId: string, now: Date): Promise<NoticeLine[]> =>
  readAs(actor, async (tx) => (await standingOf(tx, actor, childId, now)) === null ? [] : (await noticesOf(tx, actor, [childId], 'protection', now)).filter((notice) => notice.child.id === childId))
