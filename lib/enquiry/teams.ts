import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** Teams that keep no record of a child and are asked nothing: audit, administration, those who chair and those who lead. */
const ASKED_NOTHING = ['central', 'management', 'mase']

export interface AskableTeam {
  readonly id: string
  readonly name: string
  readonly agency: string
  readonly boroughs: readonly string[]
}

/** Teams that can be asked: those of these boroughs, or these ids. A central team is asked by name where its work is casework. */
export async function askable(tx: Tx, which: { ids: readonly string[] } | { borough: string }): Promise<AskableTeam[]> {
  return tx.team.findMany({
    where: { kind: { notIn: ASKED_NOTHING }, ...('ids' in which ? { id: { in: [...which.ids] } } : { boroughs: { has: which.borough } }) },
    select: { id: true, name: true, agency: true, boroughs: true }, orderBy: [{ agency: 'asc' }, { name: 'asc' }],
  })
}

/** Partners of other boroughs: a child goes to school, or is housed, over the border. */
export async function partnersElsewhere(tx: Tx, borough: string): Promise<AskableTeam[]> {
  return tx.team.findMany({
    where: { kind: 'partner', NOT: { boroughs: { has: borough } } }, select: { id: true, name: true, agency: true, boroughs: true }, orderBy: { name: 'asc' }, take: 500,
  })
}
