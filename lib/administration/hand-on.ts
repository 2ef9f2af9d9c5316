import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'
import type { Tx } from '@/lib/platform/db'
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

/**
 * Gives back what somebody who has left had claimed, and hands what they owed to the supervisor of the team. Agreed actions stay in
 * their owner's name, as agreed; the duty that hangs on each goes on. The administrator is told how much, and of no child.
 */
export async function handOnWork(context: ActContext, accountId: string, name: string): Promise<WorkHandedOn> {
  const { tx, now } = context
  const rows = await tx.$queryRaw<HandedOn[]>`SELECT * FROM hand_on_work(${accountId}::uuid, ${now}::timestamptz)`
  for (const row of rows) {
    if (row.what === 'referral') {
      context.record({
        ledger: row.borough, kind: 'referral-released', heading: `Back in the queue: ${name} has left`, occurredAt: now, subjects: row.children, referralId: row.id, body: { by: name, left: true },
      })
      continue
    }
    const to = row.to_name ?? 'the team'
    const what = dutyWords(row.alert ?? '', row.basis)
    context.record({
      ledger: row.borough, kind: 'duty-reassigned', heading: `Given to ${to}: ${what}`, occurredAt: now, subjects: row.children, referralId: row.referral_id,
      body: { note: `${name} has left`, to, account: row.to_account, team: row.to_team, from: name, duties: [row.id], of: row.id },
    })
    await tx.notification.createMany({ skipDuplicates: true, data: [{
      id: randomUUID(), deadlineId: row.id, rung: `assigned-${now.getTime()}`, toRole: row.to_role ?? 'borough-manager', toAccount: row.to_account, borough: row.borough,
      says: `${row.to_account === null ? 'Nobody has this' : 'Given to you'}: ${what}. ${name} has left.`, at: now,
    }] })
  }
  const duties = rows.filter((row) => row.what === 'duty')
  return {
    referrals: rows.length - duties.length, duties: duties.length, to: [...new Set(duties.flatMap((row) => row.to_name ?? []))].sort(), unsupervised: duties.filter((row) => row.to_account === null).length,
  }
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
