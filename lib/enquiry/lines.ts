import type { DueTime } from '@/lib/wording/time-left'
import { ANSWER_WORDS, BASIS_SHORT_WORDS } from '@/lib/wording/enquiry'
import { momentWords } from '@/lib/wording/london-words'
import { say } from '@/lib/wording/say'
import { spanWords } from '@/lib/wording/spans'
import type { AnswerLine, RequestState } from './view'
import type { AnswerWords } from './words'

interface Dated { readonly dueAt: Date; readonly withdrawnAt: Date | null; readonly answers: readonly { readonly kind: string; readonly answeredAt: Date }[] }

/** Where a question stands: computed from its dated facts. The newest answer speaks: an agency that refused may share after all. */
export function requestState(request: Dated, now: Date): RequestState {
  const newest = [...request.answers].sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime()).at(-1)
  if (newest !== undefined) return newest.kind === 'refused' || newest.kind === 'nothing-held' ? newest.kind : 'held'
  if (request.withdrawnAt !== null) return 'withdrawn'
  return request.dueAt.getTime() < now.getTime() ? 'late' : 'open'
}

export const dueOf = (request: { dueAt: Date; askedAt: Date }): DueTime => ({ dueAt: request.dueAt, dayEnd: false, startsAt: request.askedAt })

export const chasedWords = (request: { chasedTimes: number; chasedAt: Date | null }, now: Date): string | null =>
  (request.chasedAt === null ? null : `Chased ${request.chasedTimes === 1 ? 'once' : request.chasedTimes === 2 ? 'twice' : `${request.chasedTimes} times`}, last ${momentWords(request.chasedAt, now)}`)

interface AnswerRow { readonly id: string; readonly kind: string; readonly basis: string | null; readonly answeredAt: Date; readonly answeredBy: string }

export function answerLine(row: AnswerRow, words: AnswerWords | undefined, dueAt: Date, nameOf: (id: string | null) => string | null, now: Date): AnswerLine {
  const kind = row.kind === 'refused' || row.kind === 'nothing-held' ? row.kind : 'held'
  const late = row.answeredAt.getTime() > dueAt.getTime() ? `, late by ${spanWords(row.answeredAt.getTime() - dueAt.getTime())}` : ''
  const name = nameOf(row.answeredBy) ?? 'somebody'
  const who = words?.saidBy == null ? name : `${words.saidBy}, taken down by ${name}`
  return {
    id: row.id, kind, says: say(ANSWER_WORDS, kind), when: `${momentWords(row.answeredAt, now)} by ${who}${late}`,
    basis: row.basis === null ? null : `on the basis of ${say(BASIS_SHORT_WORDS, row.basis)}`, words: words === undefined ? null : words.answer ?? words.reason,
  }
}
