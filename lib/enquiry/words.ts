import 'server-only'
import type { Tx } from '@/lib/platform/db'

/**
 * The words of rows that the reader sees already, by id. The database decides whose open: the borough's at narrative depth, and of a
 * question and its answers also those of the team that was asked.
 */
export interface RequestWords { readonly toWords: string | null; readonly about: string; readonly question: string; readonly purpose: string; readonly withdrawnWhy: string | null }
export interface AnswerWords { readonly answer: string | null; readonly reason: string | null; readonly saidBy: string | null }
export interface ConsentWords { readonly whose: string | null; readonly why: string | null }
export interface DisclosureWords { readonly toWords: string | null; readonly what: string; readonly why: string | null }

const byId = <Words>(rows: readonly (Words & { id: string })[]) => {
  const words = new Map(rows.map((row) => [row.id, row]))
  return (id: string): Words | undefined => words.get(id)
}

export async function requestWords(tx: Tx, ids: readonly string[]): Promise<(id: string) => RequestWords | undefined> {
  return byId(ids.length === 0 ? [] : await tx.$queryRaw<({ id: string } & RequestWords)[]>`
    SELECT id, to_words AS "toWords", about, question, purpose, withdrawn_why AS "withdrawnWhy" FROM request_words(${[...new Set(ids)]}::uuid[])`)
}

export async function answerWords(tx: Tx, ids: readonly string[]): Promise<(id: string) => AnswerWords | undefined> {
  return byId(ids.length === 0 ? [] : await tx.$queryRaw<({ id: string } & AnswerWords)[]>`
    SELECT id, answer, reason, said_by AS "saidBy" FROM answer_words(${[...new Set(ids)]}::uuid[])`)
}

export async function consentWords(tx: Tx, ids: readonly string[]): Promise<(id: string) => ConsentWords | undefined> {
  return byId(ids.length === 0 ? [] : await tx.$queryRaw<({ id: string } & ConsentWords)[]>`SELECT id, whose, why FROM consent_words(${[...new Set(ids)]}::uuid[])`)
}

export async function researchWords(tx: Tx, ids: readonly string[]): Promise<(id: string) => { found: string | null } | undefined> {
  return byId(ids.length === 0 ? [] : await tx.$queryRaw<{ id: string; found: string | null }[]>`SELECT id, found FROM research_words(${[...new Set(ids)]}::uuid[])`)
}

export async function disclosureWords(tx: Tx, ids: readonly string[]): Promise<(id: string) => DisclosureWords | undefined> {
  return byId(ids.length === 0 ? [] : await tx.$queryRaw<({ id: string } & DisclosureWords)[]>`
    SELECT id, to_words AS "toWords", what, why FROM disclosure_words(${[...new Set(ids)]}::uuid[])`)
}
