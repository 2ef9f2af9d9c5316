import 'server-only'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import type { FieldProblem, FormDraft, PolicyRefusal } from '@/components/ui/form-draft'
import { withTransaction } from '@/lib/platform/db'
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

/** Keeps what somebody typed, under their own account. Gives the draft's id. */
export async function keepDraft(accountId: string, draft: DraftToKeep, now: Date): Promise<string> {
  return withTransaction(own(accountId), async (tx) => {
    const id = randomUUID()
    if (isDraftId(draft.id)) await tx.formDraft.deleteMany({ where: { id: draft.id, accountId } })
    await tx.formDraft.createMany({ data: [{
      id, accountId, act: draft.act, page: holdable(draft.page), values: holdableValues(draft.values),
      problems: draft.problems.map((problem) => ({ ...problem, field: holdable(problem.field), message: holdable(problem.message) })), refusals: draft.refusals.map((refusal) => ({ ...refusal })), savedAt: now, kept: draft.kept,
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

/** The drafts this actor chose to save, or that a session which ended left behind, newest first. */
export async function savedDrafts(actor: Actor): Promise<{ id: string; act: string; page: string; savedAt: Date }[]> {
  return withTransaction(own(actor.accountId), (tx) => tx.formDraft.findMany({
    where: { accountId: actor.accountId, kept: true }, orderBy: { savedAt: 'desc' }, take: 20, select: { id: true, act: true, page: true, savedAt: true },
  }))
}

export async function dropDraft(accountId: string, id: string): Promise<void> {
  if (!isDraftId(id)) return
  await withTransaction(own(accountId), (tx) => tx.formDraft.deleteMany({ where: { id, accountId } }))
}
