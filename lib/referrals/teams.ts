import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { readAs } from '@/lib/access/read-as'
import { agencyWords } from '@/lib/wording/agencies'

/** The partners' teams that a caller may have rung for, those of these boroughs: 'Bromley Hill School, Education'. */
export async function teamsThatRing(actor: Actor, boroughs: readonly string[]): Promise<{ value: string; label: string }[]> {
  const teams = await readAs(actor, (tx) => tx.team.findMany({
    where: { memberships: { some: { role: 'partner', endedAt: null } }, OR: [{ boroughs: { hasSome: [...boroughs] } }, { boroughs: { isEmpty: true } }] },
    orderBy: { name: 'asc' }, take: 200, select: { id: true, name: true, agency: true },
  }))
  return teams.map((team) => ({ value: team.id, label: `${team.name}, ${agencyWords(team.agency)}` }))
}
