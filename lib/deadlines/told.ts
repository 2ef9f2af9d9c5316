import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { toldToActor } from './reach'
import { boroughName } from '@/lib/referrals/boroughs'
import { timeLeft, type TimeLeft } from '@/lib/wording/time-left'
import { momentWords } from '@/lib/wording/london-words'

/** Something the watch told this actor's role: no child's name, only what is owed and where to open it. */
export interface ToldLine {
  readonly id: string
  readonly dutyId: string
  readonly says: string
  readonly borough: string
  readonly told: string
  readonly left: TimeLeft
  readonly acknowledged: boolean
  readonly rung: string
}

const PAGE = 50

/** What was told to the actor's roles in their boroughs about duties that are still open, newest first; at most 50. */
export async function toldTo(actor: Actor, now: Date): Promise<ToldLine[]> {
  return readAs(actor, async (tx) => {
    const rows = await tx.notification.findMany({
      where: { AND: [toldToActor(actor)], at: { lte: now } }, orderBy: [{ at: 'desc' }, { id: 'desc' }], take: PAGE * 4,
    })
    const duties = await tx.deadline.findMany({
      where: { id: { in: [...new Set(rows.map((row) => row.deadlineId))] }, metAt: null, endedAt: null, supersededAt: null },
      select: { id: true, dueAt: true, dayEnd: true, startsAt: true, acknowledgedAt: true },
    })
    const open = new Map(duties.map((duty) => [duty.id, duty]))
    const seen = new Set<string>()
    return rows.flatMap((row): ToldLine[] => {
      const duty = open.get(row.deadlineId)
      // The highest rung is the newest: one line for each duty.
      if (duty === undefined || seen.has(row.deadlineId)) return []
      seen.add(row.deadlineId)
      return [{
        id: row.id, dutyId: row.deadlineId, says: row.says, borough: boroughName(row.borough), told: momentWords(row.at, now), rung: row.rung,
        left: timeLeft(duty, now), acknowledged: duty.acknowledgedAt !== null,
      }]
    }).slice(0, PAGE)
  })
}
