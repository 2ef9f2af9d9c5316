import 'server-only'
import { randomUUID } from 'node:crypto'
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

/** A draft of this actor for this act, or null: somebody else's draft does not exist. */
export async function readDraft(actor: Actor, id: string | undefined, act: string): Promise<FormDraft | null> {
  if (!isDraftId(id)) return null
  const row = await withTransaction(own(actor.accountId), (tx) => tx.formDraft.findFirst({ where: { id, act, accountId: actor.accountId } }))
  if (row === null) return null
  return {
    id: row.id, values: row.values as FormDraft['values'], problems: row.problems as unknown as FieldProblem[],
    refusals: row.refusals as unknown as PolicyRefusal[],
  }
}

/** A draft of one of several acts: for a page whose rows hold forms of more than one. */
export async function readAnyDraft(actor: Actor, id: string | undefined, acts: readonly string[]): Promise<FormDraft | null> {
  for (const act of acts) {
    const draft = await readDraft(actor, id, act)
    if (draft !== null) return draft
  }
  return null
}

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
