import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { actionWords } from '@/lib/access/words'
import { childrenOf } from '@/lib/deadlines/children'
import { dueWords } from '@/lib/deadlines/lines'
import { meetingKind } from '@/lib/meetings/kinds'
import type { Tx } from '@/lib/platform/db'
import { inTime, overdue } from '@/lib/policy/calendar/duration'
import { agencyWords } from '@/lib/wording/agencies'
import { boroughWords } from '@/lib/wording/boroughs'
import { momentWords } from '@/lib/wording/london-words'
import { spanWords } from '@/lib/wording/spans'
import { timeLeft } from '@/lib/wording/time-left'
import { membershipForAction } from './may-act'
import type { ActionLine, ActionState } from './view'

export interface ActionRow {
  readonly id: string
  readonly meetingId: string | null
  readonly childId: string
  readonly borough: string
  readonly ownerAgency: string
  readonly ownerName: string
  readonly ownerId: string | null
  readonly dueAt: Date
  readonly dueDayEnd: boolean
  readonly setAt: Date
  readonly doneAt: Date | null
  readonly carriedAt: Date | null
}

/** How far back a chain of carried actions is followed: beyond it nobody reads on. */
const MOST_CARRIED = 10

const dueOf = (row: ActionRow) => ({ dueAt: row.dueAt, dayEnd: row.dueDayEnd })

export function actionState(row: ActionRow, now: Date): ActionState {
  if (row.doneAt !== null) return inTime(dueOf(row), row.doneAt) ? 'done' : 'done-late'
  if (row.carriedAt !== null) return 'carried'
  return overdue(dueOf(row), now) ? 'late' : 'open'
}

function stateWords(row: ActionRow, now: Date): string | null {
  switch (actionState(row, now)) {
    case 'done': return `Done ${momentWords(row.doneAt ?? now, now)}, in time`
    case 'done-late': return `Done ${momentWords(row.doneAt ?? now, now)}, late by ${spanWords((row.doneAt ?? now).getTime() - row.dueAt.getTime())}`
    case 'carried': return `Carried ${momentWords(row.carriedAt ?? now, now)}${overdue(dueOf(row), row.carriedAt ?? now) ? `, late by ${spanWords((row.carriedAt ?? now).getTime() - row.dueAt.getTime())}` : ''}`
    case 'open':
    case 'late': return null
  }
}

/** The dates these actions had before they were carried, newest first, by the action that stands now. */
export async function formerDates(tx: Tx, ids: readonly string[]): Promise<Map<string, ActionRow[]>> {
  const chains = new Map<string, ActionRow[]>(ids.map((id) => [id, []]))
  let asked = new Map(ids.map((id) => [id, id]))
  for (let depth = 0; depth < MOST_CARRIED && asked.size > 0; depth += 1) {
    const earlier = await tx.action.findMany({ where: { carriedTo: { in: [...asked.keys()] } } })
    const next = new Map<string, string>()
    for (const row of earlier) {
      const stands = row.carriedTo === null ? undefined : asked.get(row.carriedTo)
      if (stands === undefined) continue
      chains.get(stands)?.push(row)
      next.set(row.id, stands)
    }
    asked = next
  }
  return chains
}

const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)

interface MeetingRow { id: string; kind: string; heldAt: Date; children: number }

/** The meetings these were set at, each with how many children it was about. Counted one by one: the models' own count adds up those of every meeting there ever was. */
async function meetingsOf(tx: Tx, rows: readonly ActionRow[]): Promise<MeetingRow[]> {
  const ids = [...new Set(rows.flatMap((row) => (row.meetingId === null ? [] : [row.meetingId])))]
  if (ids.length === 0) return []
  return tx.$queryRaw<MeetingRow[]>`
    SELECT m.id, m.kind, m.held_at AS "heldAt", (SELECT count(*)::int FROM meeting_child c WHERE c.meeting_id = m.id) AS children FROM meeting m WHERE m.id = ANY (${ids}::uuid[])`
}

/** Actions as lists show them. Somebody else's action about a restricted person is told as that and no more. */
export async function actionLines(tx: Tx, actor: Actor, rows: readonly ActionRow[], now: Date): Promise<ActionLine[]> {
  const childOf = await childrenOf(tx, actor, rows.map((row) => row.childId), now)
  const wordsOf = await actionWords(tx, rows.map((row) => row.id))
  const chains = await formerDates(tx, rows.map((row) => row.id))
  const meetings = await meetingsOf(tx, rows)
  return rows.map((row) => {
    const child = childOf(row.childId)
    const mine = row.ownerId === actor.accountId
    const words = wordsOf(row.id)
    const former = chains.get(row.id) ?? []
    const first = former.at(-1)
    const meeting = meetings.find((one) => one.id === row.meetingId)
    const state = actionState(row, now)
    return {
      id: row.id, what: words?.what ?? 'An action about a restricted person', child, others: Math.max(0, (meeting?.children ?? 1) - 1), owner: row.ownerName, agency: agencyWords(row.ownerAgency), mine, state,
      left: timeLeft({ ...dueOf(row), startsAt: row.setAt }, now), stateWords: stateWords(row, now),
      carried: first === undefined ? null : `Carried ${times(former.length)}; first due ${dueWords(dueOf(first))}`,
      from: meeting === undefined ? null : { href: `${meetingKind(meeting.kind).path}/${meeting.id}`, words: `${meetingKind(meeting.kind).title}, ${momentWords(meeting.heldAt, now)}` },
      borough: boroughWords(row.borough), mayFinish: (state === 'open' || state === 'late') && words !== undefined && membershipForAction(actor, row) !== null,
    }
  })
}
