import { randomUUID } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'
import type { Matter } from './chosen'

/** Puts a notification in front of a role of the borough (or one account). Asked again later it is told again. */
export async function tell(
  context: ActContext, matter: Matter, what: { rung: string; toRole: string; toAccount?: string; says: string },
): Promise<void> {
  const deadlineId = matter.duties[0].id
  const before = await context.tx.notification.count({ where: { deadlineId, toRole: what.toRole, rung: { startsWith: what.rung } } })
  await context.tx.notification.createMany({
    data: [{
      id: randomUUID(), deadlineId, rung: before === 0 ? what.rung : `${what.rung}-${before + 1}`, toRole: what.toRole, toAccount: what.toAccount ?? null,
      borough: matter.borough, says: what.says, at: context.now,
    }],
    skipDuplicates: true,
  })
}
