import 'server-only'
import { looksForChildren } from '@/lib/access/visibility'
import type { ActContext } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'

export type EpisodeRow = NonNullable<Awaited<ReturnType<ActContext['tx']['episode']['findFirst']>>>

/**
 * An episode to which something is told, within the own boroughs. `sighting`: by whoever sees the episode: a unit elsewhere that has seen the child
 * writes it down there and then, and leaves the rest to those whose child it is.
 */
export async function episodeToTell(context: ActContext, episodeId: string, by: 'own' | 'sighting' = 'own'): Promise<EpisodeRow> {
  const row = await context.tx.episode.findFirst({ where: { id: episodeId } })
  if (row === null) throw notFound()
  context.as(by === 'sighting' && looksForChildren(context.actor) ? null : row.borough)
  if (row.closedAt !== null) throw conflict('This episode is closed: what is new goes into the chronology of the child.')
  return row
}

/** Not in the future, and not before the report of the episode. */
export function within(context: ActContext, episode: { readonly reportedAt: Date }, field: string, at: Date, what: string): void {
  if (at.getTime() > context.now.getTime()) throw invalid(field, `This is in the future: enter ${what}`)
  if (at.getTime() < episode.reportedAt.getTime()) throw invalid(field, `This is before the report: enter ${what}`)
}
