import type { EventKind, PolicyEvent } from '../events'
import { remember } from '../remember'

/** Null: asked, or not yet, and not known. It is neither held against a class nor for it. */
export type Answer = boolean | null

/** What a risk on record is about, as the panel and the table name it. */
export type RiskId = 'plan' | 'health' | 'suicide' | 'substance' | 'repeat' | 'harm' | 'unsafe-adult' | 'trafficking' | 'to-others' | 'out-of-character' | 'concern'

export interface Question {
  readonly id: string
  /** Put to the caller, word by word. */
  readonly asks: string
  /** What a yes makes known: exploitation, or a risk that defeats "no apparent risk". */
  readonly yes: 'exploitation' | RiskId
  readonly clause: string
  /** Other keys by which a history says the same. */
  readonly also: readonly string[]
}

/**
 * The questions of the call in the order asked: first what closes a class, then what raises the grade. The same again at every
 * call-back (mis-reclass-on-info). "Out of character" is asked last: a no to it is no ground for anything (mis-repeat-not-lower).
 */
export const QUESTIONS = [
  { id: 'cse_risk', asks: 'Is the child at risk of sexual exploitation, or has anybody ever said so?', yes: 'exploitation', clause: 'mis-cse-flag', also: ['cse_known', 'cse', 'exploitation', 'exploitation_risk', 'at_risk_of_cse'] },
  { id: 'harm', asks: 'Does anything suggest that the child has come to harm or is the victim of a crime?', yes: 'harm', clause: 'mis-def-missing-2013', also: ['crime', 'crime_or_harm', 'harm_suspected', 'immediate_danger', 'in_danger', 'danger', 'risk_of_harm', 'at_risk', 'vulnerable'] },
  { id: 'suicide_attempt', asks: 'Has the child ever tried to kill or harm themselves, or spoken of it?', yes: 'suicide', clause: 'mis-high-indicators', also: ['self_harm', 'suicidal', 'suicide', 'suicide_risk', 'suicide_attempts', 'self_harm_risk'] },
  { id: 'medication', asks: 'Does the child need medicine that cannot wait?', yes: 'health', clause: 'mis-high-indicators', also: ['essential_medication', 'medicine', 'needs_medication', 'insulin'] },
  { id: 'health', asks: 'Has the child an illness, a disability or a mental health need?', yes: 'health', clause: 'mis-high-indicators', also: ['mental_health', 'illness', 'disability', 'medical_need', 'medical', 'health_need', 'learning_disability', 'seizures', 'epilepsy', 'bipolar', 'mental_ill_health'] },
  { id: 'substance', asks: 'Does the child use drugs or drink?', yes: 'substance', clause: 'mis-high-indicators', also: ['alcohol', 'drugs', 'alcohol_or_drugs', 'drugs_or_alcohol', 'substance_use', 'substance_misuse', 'substances', 'drug_use'] },
  { id: 'unsafe_adult', asks: 'Could the child be with an adult or a group who is not safe for them?', yes: 'unsafe-adult', clause: 'mis-high-indicators', also: ['with_adult', 'older_adult', 'older_boyfriend', 'with_older_adults', 'with_adults', 'unsafe_company'] },
  { id: 'trafficking', asks: 'Could the child have been trafficked, or be moved from place to place by others?', yes: 'trafficking', clause: 'mis-high-indicators', also: ['trafficked', 'trafficking_risk'] },
  { id: 'risk_to_others', asks: 'Does the child put other children or anybody else at risk?', yes: 'to-others', clause: 'mis-high-indicators', also: ['poses_risk', 'poses_risk_to_others', 'danger_to_others'] },
  { id: 'out_of_character', asks: 'Is it unlike this child to be away like this?', yes: 'out-of-character', clause: 'mis-def-missing-2013', also: ['unusual', 'unlike_the_child'] },
] as const satisfies readonly Question[]
export type QuestionId = (typeof QUESTIONS)[number]['id']

const CANONICAL: ReadonlyMap<string, QuestionId> = new Map(QUESTIONS.flatMap((question) => [question.id, ...question.also].map((key) => [key, question.id] as const)))

/** The one name of a question, whatever key a history has for it; another key is a question of its own. */
const nameOf = (key: string): string => CANONICAL.get(key) ?? key

/** Kinds that carry what somebody answered about the missing child. */
const ASKED: readonly EventKind[] = ['missing-reported', 'informant-recontacted', 'episode-classified', 'missing-risk-graded', 'information-received', 'child-returned', 'safe-and-well-check', 'family-contacted', 'contact-received']

/** What an entry answers, by question; true wins where it says both. Only what was known: a null is not in it. */
export const answersIn: (event: PolicyEvent) => ReadonlyMap<string, boolean> = remember(told)

function told(event: PolicyEvent): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>()
  const put = (key: string, value: unknown): void => {
    if (typeof value === 'boolean') found.set(nameOf(key), value || found.get(nameOf(key)) === true)
  }
  const { answers } = event.detail
  if (typeof answers === 'object' && answers !== null) for (const [key, value] of Object.entries(answers)) put(key, value)
  // Histories say the same beside the answers; only keys of the questions, or any word of an entry would be one.
  if (ASKED.includes(event.kind)) for (const [key, value] of Object.entries(event.detail)) if (CANONICAL.has(key)) put(key, value)
  return found
}

/** One question answered yes by one entry and no by another: both stay on the record. */
export interface Conflict {
  readonly question: string
  readonly yes: readonly PolicyEvent[]
  readonly no: readonly PolicyEvent[]
}

/** Where two callers, or one caller at two times, said opposite things. The newer takes nothing from the older. */
export function conflictingAnswers(events: readonly PolicyEvent[]): Conflict[] {
  const asked = events.filter((event) => ASKED.includes(event.kind)).map((event) => ({ event, answers: answersIn(event) }))
  const questions = new Set(asked.flatMap(({ answers }) => [...answers.keys()]))
  return [...questions].flatMap((question) => {
    const said = (value: boolean): PolicyEvent[] => asked.filter(({ answers }) => answers.get(question) === value).map(({ event }) => event)
    const [yes, no] = [said(true), said(false)]
    return yes.length > 0 && no.length > 0 ? [{ question, yes, no }] : []
  })
}
