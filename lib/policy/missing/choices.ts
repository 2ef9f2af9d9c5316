import type { Refusal } from '../rule'
import type { AgainstAbsent, Class } from './class'
import type { Proposed } from './grounds'
import type { QuestionId } from './questions'

/** Everything the panel stands on, gathered from the record or made up for the published table. */
export interface PanelFacts extends AgainstAbsent {
  /** An adult: nothing of this is asked. */
  readonly adult: boolean
  /** The class that somebody has set in this time away, or that it came to by itself; null before the first. */
  readonly standing: Class | null
  /** 24 hours are over since the report. */
  readonly over: boolean
  readonly proposed: Proposed
  /** Questions nobody has answered yet. */
  readonly unasked: readonly QuestionId[]
  /** Times away in the window and known from before, this one among them. */
  readonly earlier: number
}

/** What of a pack the panel stands on: plain data, so that a browser can be given it. */
export interface PanelValues {
  readonly pack: string
  readonly classes: readonly string[]
  /** Lowest first. */
  readonly grades: readonly string[]
  readonly floor: string | null
  /** Younger is missing, never absent. */
  readonly leastAge: number
  /** Younger is high whatever else; this young or younger is high together with exploitation. */
  readonly highUnderAge: number
  readonly highYoungAge: number
}

export interface ClosedBy extends Omit<Refusal, 'field'> {
  /** Whose reason opens it all the same; null where nobody's does. */
  readonly reasonFrom: 'supervisor' | 'inspector' | null
}

export interface Choice {
  readonly value: string
  readonly state: 'open' | 'needs-reason' | 'closed'
  /** Every rule that closes it or asks for a reason, each with its clause and in words. Empty: simply open. */
  readonly by: readonly ClosedBy[]
  readonly reasonFrom: 'supervisor' | 'inspector' | null
}

export interface Panel {
  readonly pack: string
  readonly age: number | null
  readonly classes: readonly Choice[]
  readonly grades: readonly Choice[]
  /** The lowest grade allowed; null for an adult. */
  readonly floor: string | null
  readonly proposed: Proposed
  readonly unasked: readonly QuestionId[]
  readonly earlier: number
}

/**
 * Which classes and grades are open, which are closed and by which clause, which need whose reason: the core that the gates, the published
 * table and the browser share. It imports nothing, so that the browser runs this very function on each answer.
 */
export function choicesFor(facts: PanelFacts, values: PanelValues): Panel {
  const floor = facts.adult ? null : values.floor
  return {
    pack: values.pack, age: facts.age, floor, proposed: facts.proposed, unasked: facts.unasked, earlier: facts.earlier,
    classes: [choice('missing', []), choice('absent', againstClassAbsent(facts, values))],
    grades: values.grades.map((grade) => choice(grade, againstGrade(grade, floor, facts, values))),
  }
}

const choice = (value: string, by: readonly ClosedBy[]): Choice => {
  const state = by.length === 0 ? 'open' : by.some((one) => one.reasonFrom === null) ? 'closed' : 'needs-reason'
  // An inspector's reason is a supervisor's too: where both are asked for, the higher.
  const reasonFrom = state !== 'needs-reason' ? null : by.some((one) => one.reasonFrom === 'inspector') ? 'inspector' : 'supervisor'
  return { value, state, by, reasonFrom }
}

const CLASS_MISSING = 'Class the child as missing.'

/** Everything that stands against absent, each on its own clause: a person is told all of it at once. */
function againstClassAbsent(facts: PanelFacts, values: PanelValues): ClosedBy[] {
  const never = { reasonFrom: null, wayForward: CLASS_MISSING }
  const found: ClosedBy[] = []
  if (!values.classes.includes('absent')) found.push({ ...never, rule: 'absent-class-ended', clause: 'mis-def-app-2017', says: 'There is no class absent any more: every child whose whereabouts cannot be established is missing.' })
  if (facts.adult) return found
  const least = values.leastAge
  if (facts.age !== null && facts.age < least) found.push({ ...never, rule: 'absent-classification-under-13', clause: 'mis-u13', says: `The child was ${facts.age} at the report: a child under ${least} is missing, never absent.` })
  if (facts.exploitation.length > 0) found.push({ ...never, rule: 'absent-classification-cse-flag', clause: 'mis-cse-flag', says: `A child at risk of exploitation is missing, never absent: ${facts.exploitation.map((one) => one.why).join('; ')}.` })
  else if (facts.flagRemoved !== null) {
    found.push({
      rule: 'absent-classification-cse-flag', clause: 'mis-cse-flag-removed', says: 'A flag of exploitation was removed in the last 24 months: absent needs a supervisor’s reason.',
      wayForward: `${CLASS_MISSING} Or a supervisor records why the child is at no apparent risk all the same.`, reasonFrom: 'supervisor',
    })
  }
  if (facts.risks.length > 0) found.push({ ...never, rule: 'absent-classification-known-risk', clause: 'mis-def-absent', says: `Absent means no apparent risk, and there is one: ${facts.risks.map((one) => one.why).join('; ')}.` })
  if (facts.over) found.push({ ...never, rule: 'absent-after-24-hours', clause: 'mis-absent-24h', says: 'The child has been gone for 24 hours and is missing.' })
  if (facts.standing === 'missing') {
    found.push({
      rule: 'downgrade-needs-inspector', clause: 'mis-reclass-on-info', says: 'The child is classed missing: only an inspector, with a reason, makes that absent.',
      wayForward: 'Leave the class as it is, or ask the duty inspector to record the reason.', reasonFrom: 'inspector',
    })
  }
  return found
}

function againstGrade(grade: string, floor: string | null, facts: PanelFacts, values: PanelValues): ClosedBy[] {
  if (floor === null) return []
  const scale = values.grades
  if (scale.indexOf(grade) < scale.indexOf(floor)) {
    return [{ rule: 'missing-risk-below-medium', clause: 'mis-no-low', says: `A missing child is at ${floor} risk at least.`, wayForward: `Grade the risk ${floor} or higher.`, reasonFrom: null }]
  }
  if (scale.indexOf(grade) >= scale.indexOf(facts.proposed.grade)) return []
  return [{
    rule: 'risk-grade-too-low', clause: 'mis-high-indicators', says: `The recorded facts propose ${facts.proposed.grade}: ${facts.proposed.because.join('; ')}.`,
    wayForward: 'It is recorded at once, shown as too low, and stays open until an inspector records the reason.', reasonFrom: 'inspector',
  }]
}
