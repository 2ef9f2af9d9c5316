import { choicesFor, type Panel, type PanelFacts, type PanelValues } from './choices'
import { proposedFrom, type Grounds } from './grounds'
import { QUESTIONS, type Answer, type QuestionId } from './questions'
import { EXPLOITATION_TOLD, riskOf, risksTold, TOLD } from './told'

/** What is on record of a child while somebody rings about it: the facts of the panel before the call's own answers. */
export interface CallFacts extends Omit<PanelFacts, 'proposed'> {
  readonly grounds: Grounds
}

type Answers = Readonly<Partial<Record<string, Answer>>>

/** Which ground of a higher grade a yes to this question is. */
const GROUND: Readonly<Partial<Record<QuestionId, keyof Grounds>>> = {
  suicide_attempt: 'selfHarm', medication: 'medicated', trafficking: 'trafficked', unsafe_adult: 'unsafeAdult', risk_to_others: 'toOthers', substance: 'substances',
}

/** The facts with what the caller has just answered. A no takes nothing away, and what is not known is no answer. */
export function withAnswers(call: CallFacts, answers: Answers): CallFacts {
  const yes = Object.entries(answers).flatMap(([question, answer]) => (answer === true ? [question] : []))
  const isTold = call.exploitation.some(({ fact }) => fact === 'answer') || !yes.includes('cse_risk')
  const flags = call.exploitation.filter(({ fact }) => fact === 'flag')
  const recorded = call.risks.filter(({ risk, why }) => why !== TOLD[risk])
  const told = new Set([...call.risks.filter(({ risk, why }) => why === TOLD[risk]).map(({ risk }) => risk), ...yes.flatMap((question) => riskOf(question) ?? [])])
  return {
    ...call,
    exploitation: isTold ? call.exploitation : [...flags, EXPLOITATION_TOLD, ...call.exploitation.filter(({ fact }) => fact !== 'flag')],
    risks: [...recorded, ...risksTold(told).filter(({ risk }) => !recorded.some((one) => one.risk === risk))],
    grounds: { ...call.grounds, ...Object.fromEntries(yes.flatMap((question) => { const ground = GROUND[question as QuestionId]; return ground === undefined ? [] : [[ground, true]] })) },
    unasked: call.unasked.filter((question) => typeof answers[question] !== 'boolean'),
  }
}

/** The panel of a call, on the facts and what is being answered: the same core as every gate, with nothing of the server in it. */
export function panelOfCall(call: CallFacts, values: PanelValues, answers: Answers = {}): Panel {
  const facts = withAnswers(call, answers)
  return choicesFor({ ...facts, proposed: proposedFrom(facts, facts.grounds, values) }, values)
}

/** A new child, of whom nothing is known but the age that the caller tells. */
export const aged = (call: CallFacts, age: number | null): CallFacts => ({ ...call, age, adult: age !== null && age >= 18 })

/** Where the caller says no and the record says yes: both are kept, and the record stands. */
export function contradicted(call: CallFacts, answers: Answers): { readonly question: string; readonly why: string }[] {
  return Object.entries(answers).flatMap(([question, answer]) => {
    if (answer !== false) return []
    const why = onRecord(call, question)
    return why === null ? [] : [{ question: asksOf(question), why }]
  })
}

/** What the record already answers to a question with yes; null where it does not. */
export const onRecord = (call: CallFacts, question: string): string | null =>
  (question === 'cse_risk' ? call.exploitation[0]?.why : call.risks.find(({ risk }) => risk === riskOf(question))?.why) ?? null

const asksOf = (question: string): string => QUESTIONS.find(({ id }) => id === question)?.asks ?? question
