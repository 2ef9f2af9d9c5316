import { randomUUID } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'
import { dutyRota } from '@/lib/rota/on-duty'
import { roleWords } from '@/lib/wording/roles'
import type { Matter } from './chosen'

/** Puts a notification in front of a role of the borough (or one account). Asked again later it is told again. */
export async function tell(
  context: ActContext, matter: Matter, what: { rung: string; toRole: string; toAccount?: string; says: string },
): Promise<void> {
  const deadlineId = matter.duties[0].id
  const before = await context.tx.notification.count({ where: { deadlineId, toRole: what.toRole, rung: { startsWith: what.rung } } })
  // To those on duty as that role, or up at once where nobody is; somebody who is named is told whenever it is.
  const addressed = what.toAccount !== undefined ? [{ role: what.toRole, accountId: what.toAccount, insteadOf: null }] : (await dutyRota(context.tx, context.now))(what.toRole, matter.borough)
  await context.tx.notification.createMany({
    data: addressed.map((one) => ({
      id: randomUUID(), deadlineId, rung: before === 0 ? what.rung : `${what.rung}-${before + 1}`, toRole: one.role, toAccount: one.accountId,
      borough: matter.borough, says: `${what.says}${one.insteadOf === null ? '' : ` Nobody is on duty as ${roleWords(one.insteadOf)}.`}`, at: context.now,
    })),
    skipDuplicates: true,
  })
}
