import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { Tx } from '@/lib/platform/db'

/** Nobody reviews their own case (domain/access): are they the named worker of one of these children? The lead is 'NAME, TEAM'. */
export async function ownMatter(tx: Tx, actor: Actor, children: readonly string[]): Promise<boolean> {
  const rows = await tx.person.findMany({ where: { id: { in: [...children] } }, select: { leadName: true } })
  const own = actor.name.trim().toLowerCase()
  return rows.some(({ leadName }) => leadName !== null && (leadName.toLowerCase() === own || leadName.toLowerCase().startsWith(`${own},`)))
}
