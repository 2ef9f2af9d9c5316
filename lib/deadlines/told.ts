import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { logReading } from '@/lib/access/reading-log'
import { readAs } from '@/lib/access/read-as'
import { overdue } from '@/lib/policy/calendar/duration'
import { childrenOf } from './children'
import { toldToActor } from './reach'
import type { ChildView } from './view'
import { boroughName } from '@/lib/referrals/boroughs'
import { dutyWords } from '@/lib/wording/duties'
import { timeLeft, type TimeLeft } from '@/lib/wording/time-left'
import { momentWords } from '@/lib/wording/london-words'

/** A duty the watch told this actor's role of: what is owed to whom, how far it climbed, and where to open it. */
export interface ToldLine {
  readonly id: string
  readonly dutyId: string
  /** 'MASH decision' */
  readonly words: string
  readonly child: ChildView
  /** How it came to this role, as it stands now: 'passed its time', not the warning of yesterday. */
  readonly why: string
  readonly borough: string
  readonly told: string
  readonly left: TimeLeft
  readonly acknowledged: boolean
}

const PAGE = 50

/** What was told to the actor's roles in their boroughs about duties that are still open: newest first, of one minute what falls due first; at most 50. */
export async function toldTo(actor: Actor, now: Date): Promise<ToldLine[]> {
  return readAs(actor, async (tx) => {
    const rows = await tx.notification.findMany({
      where: { AND: [toldToActor(actor)], at: { lte: now } }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: PAGE * 4,
    })
    const duties = await tx.deadline.findMany({
      where: { id: { in: [...new Set(rows.map((row) => row.deadlineId))] }, metAt: null, endedAt: null, supersededAt: null },
      select: { id: true, alert: true, basis: true, childId: true, dueAt: true, dayEnd: true, startsAt: true, acknowledgedAt: true },
    })
    const open = new Map(duties.map((duty) => [duty.id, duty]))
    const seen = new Set<string>()
    const childOf = await childrenOf(tx, actor, duties.map((duty) => duty.childId), now)
    const told = rows.flatMap((row) => {
      const duty = open.get(row.deadlineId)
      // The highest rung is the newest: one line for each duty.
      if (duty === undefined || seen.has(row.deadlineId)) return []
      seen.add(row.deadlineId)
      return [{ row, duty }]
    }).sort((a, b) => Math.floor(b.row.at.getTime() / 60_000) - Math.floor(a.row.at.getTime() / 60_000) || a.duty.dueAt.getTime() - b.duty.dueAt.getTime()).slice(0, PAGE)
    await logReading(tx, actor, { personIds: told.map(({ duty }) => duty.childId), depth: 'index', page: 'what was told' }, now)
    return told.map(({ row, duty }): ToldLine => ({
      id: row.id, dutyId: duty.id, words: dutyWords(duty.alert, duty.basis), child: childOf(duty.childId), borough: boroughName(row.borough), told: momentWords(row.at, now),
      why: whyTold(row, overdue(duty, now)), left: timeLeft(duty, now), acknowledged: duty.acknowledgedAt !== null,
    }))
  })
}

/** The watch's own rungs by what is true now; what a person did (challenged, escalated, given) in the words it was told with. */
function whyTold(row: { rung: string; says: string }, late: boolean): string {
  switch (row.rung) {
    case 'warning': case 'breach': return late ? 'passed its time' : 'three quarters of its time are gone'
    case 'supervisor': return 'not answered, so it climbed to a supervisor'
    case 'manager': return 'past its time for a day, so it climbed to a manager'
    default: return row.says.replace(/\.$/, '')
  }
}
