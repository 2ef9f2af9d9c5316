import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { FieldProblem, FormDraft, PolicyRefusal } from '@/components/ui/form-draft'
import { withTransaction } from '@/lib/platform/db'
import { Prisma } from '@/lib/platform/generated/client'
import type { Waiting } from '@/lib/shell/waiting'
import type { TypedValues } from './form-values'

export interface DraftToKeep {
  readonly id?: string
  readonly act: string
  readonly page: string
  readonly values: TypedValues
  readonly problems: readonly FieldProblem[]
  readonly refusals: readonly PolicyRefusal[]
  /** True when the person chose to save it; false when it only carries problems back to the form. */
  readonly kept: boolean
}

const isDraftId = (id: string | undefined): id is string => id !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** Words as PostgreSQL can hold them: without this one NUL would lose everything else that was typed. */
const holdable = (words: string): string => words.replaceAll('\u0000', '').toWellFormed()

const holdableValues = (values: TypedValues): Record<string, string | string[]> => Object.fromEntries(Object.entries(values).map(([name, typed]) =>
  [holdable(name), typeof typed === 'string' ? holdable(typed) : typed.map(holdable)]))

const own = (accountId: string) => ({ 'app.account': accountId }) as const

/** A kept draft holds the names of children: it is there for its writer this many days, one that only carried problems back for one. */
export const KEPT_DAYS = 14
const OTHER_DAYS = 1
const DAY = 86_400_000

/**
 * Keeps what somebody typed, under their own account. Gives the draft's id. One that takes the place of a kept one is kept too: a
 * saved draft that is sent and comes back with a problem stays saved until it is accepted or discarded.
 */
export async function keepDraft(accountId: string, draft: DraftToKeep, now: Date): Promise<string> {
  return withTransaction(own(accountId), async (tx) => {
    const id = randomUUID()
    const earlier = isDraftId(draft.id) ? { id: draft.id, accountId } : null
    const saved = earlier === null ? 0 : await tx.formDraft.count({ where: { ...earlier, kept: true } })
    if (earlier !== null) await tx.formDraft.deleteMany({ where: earlier })
    await tx.formDraft.createMany({ data: [{
      id, accountId, act: draft.act, page: holdable(draft.page), values: holdableValues(draft.values),
      problems: draft.problems.map((problem) => ({ ...problem, field: holdable(problem.field), message: holdable(problem.message) })), refusals: draft.refusals.map((refusal) => ({ ...refusal })), savedAt: now, kept: draft.kept || saved > 0,
    }] })
    return id
  })
}

/** A draft with the act it was typed for. */
export type KeptDraft = FormDraft & { readonly id: string; readonly act: string }

/** A draft's columns as they were kept. What is not of this shape was written by no version of ours and throws. */
const KEPT = z.object({
  values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  problems: z.array(z.object({ field: z.string(), message: z.string() })),
  refusals: z.array(z.object({ rule: z.string(), clause: z.string(), says: z.string(), wayForward: z.string() })),
})

/** A draft of this actor for one of these acts, or null: somebody else's draft does not exist. */
export async function readAnyDraft(actor: Actor, id: string | undefined, acts: readonly string[]): Promise<KeptDraft | null> {
  if (!isDraftId(id)) return null
  const row = await withTransaction(own(actor.accountId), (tx) => tx.formDraft.findFirst({ where: { id, act: { in: [...acts] }, accountId: actor.accountId } }))
  return row === null ? null : { id: row.id, act: row.act, ...KEPT.parse(row) }
}

export const readDraft = (actor: Actor, id: string | undefined, act: string): Promise<KeptDraft | null> => readAnyDraft(actor, id, [act])

const keptSince = (now: Date): Date => new Date(now.getTime() - KEPT_DAYS * DAY)

export interface SavedDraft {
  readonly id: string
  readonly act: string
  readonly page: string
  readonly values: TypedValues
  readonly savedAt: Date
  /** When it goes by itself. */
  readonly until: Date
}

/** The drafts this actor chose to save, or that a session which ended left behind, newest first; at most 50. */
export async function savedDrafts(actor: Actor, now: Date): Promise<SavedDraft[]> {
  const rows = await withTransaction(own(actor.accountId), (tx) => tx.formDraft.findMany({
    where: { accountId: actor.accountId, kept: true, savedAt: { gte: keptSince(now) } }, orderBy: { savedAt: 'desc' }, take: 50,
    select: { id: true, act: true, page: true, values: true, savedAt: true },
  }))
  return rows.map((row) => ({ ...row, values: KEPT.shape.values.parse(row.values), until: new Date(row.savedAt.getTime() + KEPT_DAYS * DAY) }))
}

/** How many of them there are: the bar of every page says so. */
export const draftsWaiting = (actor: Actor, now: Date): Waiting => Prisma.sql`
  SELECT count(*)::int AS waiting, 0 AS late FROM form_draft WHERE account_id = ${actor.accountId}::uuid AND kept AND saved_at >= ${keptSince(now)}::timestamptz`

/** Discards a saved draft, or puts it back while the timed work has not cleared it. @returns false when there is none of the own. */
export async function discardDraft(accountId: string, id: string, discard: boolean): Promise<boolean> {
  if (!isDraftId(id)) return false
  const { count } = await withTransaction(own(accountId), (tx) => tx.formDraft.updateMany({ where: { id, accountId }, data: { kept: !discard } }))
  return count === 1
}

/** The timed work: what is older than its days goes. Runs as the worker, which reads none of it. */
export async function dropOldDrafts(now: Date): Promise<number> {
  const [row] = await withTransaction({}, (tx) => tx.$queryRaw<{ gone: number }[]>`
    SELECT drop_old_drafts(${keptSince(now)}::timestamptz, ${new Date(now.getTime() - OTHER_DAYS * DAY)}::timestamptz) AS gone`)
  return row?.gone ?? 0
}

export async function dropDraft(accountId: string, id: string): Promise<void> {
  if (!isDraftId(id)) return
  await withTransaction(own(accountId), (tx) => tx.formDraft.deleteMany({ where: { id, accountId } }))
}
