import 'server-only'
import type { Tx, WORDS } from '@/lib/platform/db'
import type { Referral } from '@/lib/platform/generated/client'

/** A referral as the application reads it: everything but its words. */
export type ReferralRow = Omit<Referral, keyof typeof WORDS.referral>

/** What was told in a referral, as far as it opens to the reader: null where it does not, or where nothing is on record. */
export interface ReferralWords {
  readonly narrative: string | null
  /** What the sender sent, to the sender alone. */
  readonly asSent: unknown
  readonly outcomeReason: string | null
  readonly complexReason: string | null
  readonly complexManager: string | null
  readonly referrerName: string | null
  readonly referrerContact: string | null
  readonly suspectRelationship: string | null
}

export interface MeetingWordsRow {
  readonly informationShared: string | null
  readonly riskAnalysis: string | null
  readonly decisionReason: string | null
  readonly medical: string | null
  readonly interviewPlan: string | null
  readonly otherChildren: string | null
  /** By participant and by position. */
  readonly brought: Readonly<Record<string, string>>
  readonly says: Readonly<Record<string, string>>
  /** The columns in which anything stands, whether or not it opens: 'risk_analysis'. */
  readonly filled: readonly string[]
  /** Whether the words open to the reader at all: not the same as nothing being on record. */
  readonly opens: boolean
}

export interface ActionWords {
  readonly what: string
  readonly evidence: string | null
  readonly carriedWhy: string | null
}

const NO_REFERRAL: ReferralWords = {
  narrative: null, asSent: null, outcomeReason: null, complexReason: null, complexManager: null, referrerName: null, referrerContact: null, suspectRelationship: null,
}
const NO_MEETING: MeetingWordsRow = {
  informationShared: null, riskAnalysis: null, decisionReason: null, medical: null, interviewPlan: null, otherChildren: null, brought: {}, says: {}, filled: [], opens: false,
}

/**
 * The words of rows that the reader sees already, by id. The database decides how much of them opens (referral_words,
 * meeting_words, action_words): at the depth of the reader, and nothing of a restricted person who was not opened.
 */
export async function referralWords(tx: Tx, ids: readonly string[]): Promise<(id: string) => ReferralWords> {
  const rows = ids.length === 0 ? [] : await tx.$queryRaw<({ id: string } & ReferralWords)[]>`
    SELECT id, narrative, as_sent AS "asSent", outcome_reason AS "outcomeReason", complex_reason AS "complexReason", complex_manager AS "complexManager",
      referrer_name AS "referrerName", referrer_contact AS "referrerContact", suspect_relationship AS "suspectRelationship"
    FROM referral_words(${[...new Set(ids)]}::uuid[])`
  const words = new Map(rows.map((row) => [row.id, row]))
  return (id) => words.get(id) ?? NO_REFERRAL
}

export async function meetingWords(tx: Tx, id: string): Promise<MeetingWordsRow> {
  const [row] = await tx.$queryRaw<MeetingWordsRow[]>`
    SELECT information_shared AS "informationShared", risk_analysis AS "riskAnalysis", decision_reason AS "decisionReason", medical,
      interview_plan AS "interviewPlan", other_children AS "otherChildren", brought, says, filled, opens
    FROM meeting_words(ARRAY[${id}]::uuid[])`
  return row ?? NO_MEETING
}

/** Undefined for an action whose words do not open to the reader. */
export async function actionWords(tx: Tx, ids: readonly string[]): Promise<(id: string) => ActionWords | undefined> {
  const rows = ids.length === 0 ? [] : await tx.$queryRaw<({ id: string } & ActionWords)[]>`
    SELECT id, what, evidence, carried_why AS "carriedWhy" FROM action_words(${[...new Set(ids)]}::uuid[])`
  const words = new Map(rows.map((row) => [row.id, row]))
  return (id) => words.get(id)
}

/** What agencies said that they bring to a called discussion, by answer: to who said it, and with the words of the record. */
export async function callWords(tx: Tx, callId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ answer_id: string; brings: string }[]>`SELECT answer_id, brings FROM call_words(${callId}::uuid)`
  return new Map(rows.map((row) => [row.answer_id, row.brings]))
}
