import 'server-only'
import type { Tx } from '@/lib/platform/db'

/**
 * From how many agencies whoever decides had heard, for the entry of the decision: what was known then, and whose answer was not in
 * (HMIC 2016 L2352–2362: a MASH is no one-way process). Nothing where nobody was asked.
 */
export async function heardFrom(tx: Tx, referralId: string): Promise<Readonly<Record<string, unknown>>> {
  const rows = await tx.informationRequest.findMany({ where: { referralId, withdrawnAt: null }, select: { agency: true, answers: { select: { kind: true } } } })
  if (rows.length === 0) return {}
  const silent = rows.filter((row) => row.answers.length === 0).map((row) => row.agency)
  return {
    agencies_asked: rows.length, agencies_answered: rows.length - silent.length, ...(silent.length === 0 ? {} : { agencies_silent: silent }),
    ...(rows.some((row) => row.answers.length > 0 && row.answers.every((answer) => answer.kind === 'refused')) ? { agencies_refused: rows.filter((row) => row.answers.length > 0 && row.answers.every((answer) => answer.kind === 'refused')).map((row) => row.agency) } : {}),
  }
}
