import 'server-only'
import type { ActContext } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { policyHistories } from '@/lib/deadlines/histories'

/**
 * mis-u13 (HMIC 2016 L1832–1833): a child under 13 is always missing, so nobody is classed absent whose age nobody has said; the child may be
 * under 13. Asked of the form and not of the policy: what is not known refuses nothing, and is not known only until somebody asks.
 * @throws Stopped invalid at the class
 */
export async function ageMustBeKnown({ tx, now }: Pick<ActContext, 'tx' | 'now'>, personId: string): Promise<void> {
  const child = (await policyHistories(tx, [personId], now)).get(personId)?.child
  if (child !== undefined && child.age === null) throw invalid('as', 'Absent is closed to a child who may be under 13, and no age is on record: say how old the child is, as near as is known, or class the child as missing')
}
