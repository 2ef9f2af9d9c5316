import { EXPLOITATION_TOLD, riskOf, TOLD } from './told'
import type { Known } from '../exploitation'
import type { Pack } from '../packs'
import { classificationPanel, valuesOf, type Choice, type PanelFacts } from './panel'
import { proposedFrom, type Grounds } from './grounds'
import { QUESTIONS, type RiskId } from './questions'
import type { KnownRisk } from './known-risks'

export const AGES = ['under-13', '13-to-17', 'not-known'] as const
export const FLAGS = ['never', 'flagged', 'removed-within-24-months', 'removed-before'] as const
export const RISKS = ['none', 'plan', 'health', 'suicide', 'substance', 'harm', 'unsafe-adult', 'trafficking', 'to-others', 'out-of-character', 'concern'] as const
export const REPEATS = ['no', 'yes'] as const
export const ANSWERS = ['yes', 'no', 'not-known'] as const

/** One combination of what can be known when a class is chosen, and what the pack makes of it. */
export interface Row {
  readonly age: (typeof AGES)[number]
  readonly flag: (typeof FLAGS)[number]
  readonly risk: (typeof RISKS)[number]
  readonly repeat: (typeof REPEATS)[number]
  /** What the caller says of exploitation. */
  readonly answer: (typeof ANSWERS)[number]
  readonly absent: Choice
  readonly missing: Choice
  /** Null where there is none. */
  readonly floor: string | null
  readonly lowestOpen: string
  readonly proposed: 'medium' | 'high'
}

/** Every combination, in the order of the words above: the whole of what the pack says of the class, made by the panel itself. */
export function tableRows(pack: Pack): Row[] {
  const rows: Row[] = []
  for (const age of AGES) for (const flag of FLAGS) for (const risk of RISKS) for (const repeat of REPEATS) for (const answer of ANSWERS) rows.push(rowOf({ age, flag, risk, repeat, answer }, pack))
  return rows
}

type Known5 = Pick<Row, 'age' | 'flag' | 'risk' | 'repeat' | 'answer'>

function rowOf(known: Known5, pack: Pack): Row {
  const panel = classificationPanel(factsOf(known, pack), pack)
  const find = (value: string): Choice => panel.classes.find((one) => one.value === value) ?? { value, state: 'closed', by: [], reasonFrom: null }
  return {
    ...known, absent: find('absent'), missing: find('missing'), floor: panel.floor, proposed: panel.proposed.grade,
    lowestOpen: panel.grades.find((grade) => grade.state !== 'closed')?.value ?? '',
  }
}

const YEARS: Readonly<Record<Row['age'], number | null>> = { 'under-13': 12, '13-to-17': 14, 'not-known': null }
const NOTHING: Grounds = { selfHarm: false, medicated: false, trafficked: false, unsafeAdult: false, toOthers: false, substances: false, repeat: false, longGone: false }
const GROUND: Readonly<Partial<Record<Row['risk'], keyof Grounds>>> = { suicide: 'selfHarm', substance: 'substances', 'unsafe-adult': 'unsafeAdult', trafficking: 'trafficked', 'to-others': 'toOthers' }

function factsOf({ age, flag, risk, repeat, answer }: Known5, pack: Pack): PanelFacts {
  const exploitation: Known[] = [
    ...(flag === 'flagged' ? [{ fact: 'flag' as const, why: 'the child is flagged at risk of exploitation' }] : []),
    ...(answer === 'yes' ? [EXPLOITATION_TOLD] : []),
  ]
  const risks: KnownRisk[] = [
    ...(risk === 'none' ? [] : [{ risk: risk satisfies RiskId, why: TOLD[risk] }]),
    ...(repeat === 'yes' ? [{ risk: 'repeat' as const, why: 'the threshold of repeated episodes is reached' }] : []),
  ]
  const ground = GROUND[risk]
  const grounds: Grounds = { ...NOTHING, repeat: repeat === 'yes', ...(ground === undefined ? {} : { [ground]: true }) }
  const years = YEARS[age]
  return {
    age: years, exploitation, risks, flagRemoved: flag === 'removed-within-24-months' ? new Date(0) : null, adult: false, standing: null, over: false, earlier: repeat === 'yes' ? 3 : 1,
    proposed: proposedFrom({ age: years, exploitation }, grounds, valuesOf(pack)),
    unasked: QUESTIONS.filter((question) => (question.id === 'cse_risk' ? answer === 'not-known' : risk === 'none' || riskOf(question.id) !== risk)).map((question) => question.id),
  }
}
