import 'server-only'
import type { ActName } from '@/lib/access/permissions'
import { looksForChildren } from '@/lib/access/visibility'
import type { ActContext } from '@/lib/acts/act'
import { conflict, notFound } from '@/lib/acts/outcome'
import type { NewEntry } from '@/lib/chronology/new-entry'
import { personToChange } from '@/lib/people/worked-person'
import { isId } from '@/lib/people/standing'

export const episodePage = (id: string): string => `/missing/${id}`

type Row = NonNullable<Awaited<ReturnType<ActContext['tx']['episode']['findFirst']>>>

/**
 * The child that is reported or looked for: whoever looks for children needs no more than the index, anybody else the record. The right
 * is asked in the borough that takes it. Not found where nothing is visible, forbidden where the right is missing.
 */
export async function childToLookFor(context: ActContext, right: ActName, personId: string, borough: string): Promise<'known' | 'restricted'> {
  if (!looksForChildren(context.actor)) {
    await personToChange(context, right, personId)
    context.as(borough)
    return 'known'
  }
  if (!isId(personId)) throw notFound()
  const found = await context.tx.$queryRaw<{ person_id: string }[]>`SELECT person_id FROM missing_cards(ARRAY[${personId}]::uuid[], ${context.now}::timestamptz)`
  if (found.length > 0) {
    context.as(borough)
    return (await isRestrictedTo(context, personId)) ? 'restricted' : 'known'
  }
  // A restricted child is looked for like any other, and nothing of its record is learnt by reporting it.
  const [restricted] = await context.tx.$queryRaw<{ may: boolean }[]>`SELECT restricted_to_report(${personId}::uuid) AS may`
  if (restricted?.may !== true) throw notFound()
  context.as(borough)
  return 'restricted'
}

/** Is the record of this child shut to the actor? Then no refusal may tell what stands on it. */
export async function isRestrictedTo({ tx }: ActContext, personId: string): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ barred: boolean }[]>`SELECT person_barred(${personId}::uuid) AS barred`
  return found?.barred === true
}

/** An episode that an act changes, with the right asked for its borough first. `back`: is the child still to be out, or may it be back? */
export async function episodeToChange(context: ActContext, right: ActName, episodeId: string, back: 'out' | 'any' = 'out'): Promise<Row> {
  const row = await context.tx.episode.findFirst({ where: { id: episodeId } })
  if (row === null) throw notFound()
  // A unit elsewhere sees who is out, and leaves the work to those whose child it is.
  context.as(row.borough)
  if (row.closedAt !== null) throw conflict('This episode is closed: report the child again if it is away.')
  if (back === 'out' && row.returnedAt !== null) throw conflict('The child is back already: open the page again.')
  return row
}

/** Puts an entry of an episode on record: in the chronology, and among what those who look for the child may read. */
export async function recordOfEpisode(context: ActContext, episode: { readonly id: string; readonly personId: string; readonly borough: string }, entry: Omit<NewEntry, 'ledger' | 'subjects'>): Promise<string> {
  const entryId = context.record({ ...entry, ledger: episode.borough, subjects: [episode.personId], body: { ...entry.body, episode_id: episode.id } })
  await context.tx.episodeEntry.createMany({ data: [{ entryId, episodeId: episode.id }] })
  return entryId
}

/** What is known, without what is not: a rule reads absence as not known. */
export const known = (detail: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(detail).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)))

/** What was answered with yes or no; nobody's not knowing stands as no answer. */
export const answered = (answers: Readonly<Record<string, boolean | null>>): Record<string, boolean> =>
  Object.fromEntries(Object.entries(answers).filter((pair): pair is [string, boolean] => pair[1] !== null))

/** Hours agreed until the next call, for the row: outside four to eight the policy refuses the act, and the row’s own check would answer before it, without a clause. */
export const agreedHours = (interval: number | null): { interval?: number } => (interval !== null && interval >= 4 && interval <= 8 ? { interval } : {})

/** The answers of a row with what was just answered: a yes is never taken back by a no, whoever says it (both stand in the chronology). */
export function keptAnswers(row: unknown, told: Readonly<Record<string, boolean>>): Record<string, boolean> {
  const before = (row ?? {}) as Readonly<Record<string, boolean>>
  return { ...before, ...Object.fromEntries(Object.entries(told).map(([question, answer]) => [question, answer || before[question] === true])) }
}
