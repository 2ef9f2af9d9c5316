import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'
import { appendEntries } from '@/lib/chronology/append'
import type { NewEntry } from '@/lib/chronology/new-entry'
import { newEntryId } from '@/lib/chronology/new-entry-id'
import { syncDeadlines } from '@/lib/deadlines/sync'
import { TIMED_WORK } from '@/lib/deadlines/watch'
import { withTransaction, type Tx } from '@/lib/platform/db'
import type { Prisma } from '@/lib/platform/generated/client'
import { dutyWords } from '@/lib/wording/duties'
import { counted, joined } from '@/lib/wording/lists'

interface HandedOn {
  readonly what: 'referral' | 'duty'
  readonly id: string
  readonly borough: string
  readonly referral_id: string | null
  readonly children: string[]
  readonly alert: string | null
  readonly basis: string | null
  readonly to_account: string | null
  readonly to_name: string | null
  readonly to_team: string | null
  readonly to_role: string | null
}

/** What a leaver leaves: nothing is held by nobody, and each step stands in the chronology of its child. */
export interface WorkHandedOn {
  readonly referrals: number
  readonly duties: number
  readonly to: readonly string[]
  /** Duties that nobody supervises there: the team's list has them, and the role is told. */
  readonly unsupervised: number
}

/** What handing on writes: entries of the chronology, and word to whoever has it now. */
interface Written {
  readonly entries: readonly NewEntry[]
  readonly told: readonly Prisma.NotificationCreateManyInput[]
}

/** Each step as it stands in the chronology of its child: what went back to the queue, and who has what was owed. */
function writtenOf(rows: readonly HandedOn[], name: string, now: Date): Written {
  const duties = rows.filter((row) => row.what === 'duty')
  return {
    entries: rows.map((row) => {
      const common = { ledger: row.borough, occurredAt: now, subjects: row.children, referralId: row.referral_id }
      if (row.what === 'referral') return { ...common, kind: 'referral-released', heading: `Back in the queue: ${name} has left`, body: { by: name, left: true } }
      const to = row.to_name ?? 'the team'
      return {
        ...common, kind: 'duty-reassigned', heading: `Given to ${to}: ${dutyWords(row.alert ?? '', row.basis)}`,
        body: { note: `${name} has left`, to, account: row.to_account, team: row.to_team, from: name, duties: [row.id], of: row.id },
      }
    }),
    told: duties.map((row) => ({
      id: randomUUID(), deadlineId: row.id, rung: `assigned-${now.getTime()}`, toRole: row.to_role ?? 'borough-manager', toAccount: row.to_account, borough: row.borough,
      says: `${row.to_account === null ? 'Nobody has this' : 'Given to you'}: ${dutyWords(row.alert ?? '', row.basis)}. ${name} has left.`, at: now,
    })),
  }
}

/**
 * Gives back what somebody had claimed in boroughs where they work no more, and hands what they owed there to the supervisor of the team.
 * Agreed actions stay in their owner's name, as agreed; the duty that hangs on each goes on. The administrator is told how much, and of no child.
 */
export async function handOnWork(context: ActContext, accountId: string, name: string): Promise<WorkHandedOn> {
  const { tx, now } = context
  const rows = await tx.$queryRaw<HandedOn[]>`SELECT * FROM hand_on_work(${accountId}::uuid, ${now}::timestamptz)`
  const { entries, told } = writtenOf(rows, name, now)
  for (const entry of entries) context.record(entry)
  await tx.notification.createMany({ skipDuplicates: true, data: [...told] })
  return countedOf(rows)
}

function countedOf(rows: readonly HandedOn[]): WorkHandedOn {
  const duties = rows.filter((row) => row.what === 'duty')
  return {
    referrals: rows.length - duties.length, duties: duties.length, to: [...new Set(duties.flatMap((row) => row.to_name ?? []))].sort(), unsupervised: duties.filter((row) => row.to_account === null).length,
  }
}

const REACH = { 'app.account': TIMED_WORK, 'app.record_boroughs': '*', 'app.narrative_boroughs': '' } as const

/**
 * The same for roles that end by their own date, on a day when nobody presses anything: what lies in hand where its holder works no more goes on
 * within minutes. Idempotent. Gives how many people's work went on.
 */
export async function handOnOfLeavers(now: Date): Promise<number> {
  const leavers = await withTransaction(REACH, (tx) => tx.$queryRaw<{ account_id: string; name: string }[]>`SELECT * FROM leavers_holding(${now}::timestamptz) ORDER BY account_id`)
  for (const { account_id: accountId, name } of leavers) {
    await withTransaction(REACH, async (tx) => {
      const rows = await tx.$queryRaw<HandedOn[]>`SELECT * FROM hand_on_of(${accountId}::uuid, ${now}::timestamptz)`
      const { entries, told } = writtenOf(rows, name, now)
      const children = [...new Set(rows.flatMap((row) => row.children))].sort()
      await tx.$executeRaw`SELECT lock_people(${children}::uuid[])`
      const noted: NewEntry = { ledger: 'london', kind: 'account-changed', heading: `Work of ${name} handed on: a role has ended`, occurredAt: now, subjects: [], body: { account: accountId, change: 'handed-on', handed_on: countedOf(rows) } }
      await appendEntries(tx, [...entries, noted].map((entry) => ({ ...entry, id: newEntryId(), agency: 'other' })), now)
      await tx.notification.createMany({ skipDuplicates: true, data: [...told] })
      await syncDeadlines(tx, children, now)
    })
  }
  return leavers.length
}

/** How much was handed on, for the administrator: numbers and colleagues' names. */
export function handedOnWords({ referrals, duties, to, unsupervised }: WorkHandedOn): string {
  const parts = [
    ...(referrals === 0 ? [] : [`${counted(referrals, 'referral')} went back to the queue`]),
    ...(duties === unsupervised ? [] : [`${counted(duties - unsupervised, 'duty', 'duties')} went to ${joined(to)}`]),
    ...(unsupervised === 0 ? [] : [`${counted(unsupervised, 'duty', 'duties')} had no supervisor to go to: the borough’s manager was told`]),
  ]
  return parts.length === 0 ? 'Nothing was in hand.' : `${parts.join('; ')}.`
}

/** What an account has in hand now, counted; no word of any case. Null where nothing is. */
export async function inHandWords(tx: Tx, accountId: string): Promise<string | null> {
  const rows = await tx.$queryRaw<{ what: string; many: number }[]>`SELECT what, many FROM in_hand(${accountId}::uuid)`
  const many = (what: string): number => rows.find((row) => row.what === what)?.many ?? 0
  const parts = [
    counted(many('referrals'), 'referral'), counted(many('duties'), 'duty', 'duties'), counted(many('actions'), 'agreed action'), `${counted(many('handovers'), 'hand-over')} not accepted yet`,
  ].filter((part) => !part.startsWith('0 '))
  return parts.length === 0 ? null : joined(parts)
}
