import type { PlainDate } from '../calendar/plain-date'

/** A target that holds from a day on. Targets change by the year: what was enough in 2007 is judged by 2007’s. */
export interface Target {
  readonly from: PlainDate
  readonly value: number
}

/** One measure: what it is called, which way is better, its targets, where they stand. One definition, wherever the figure is shown. */
export interface Measure {
  readonly id: string
  readonly title: string
  readonly better: 'higher' | 'lower'
  readonly unit: 'per cent' | 'count' | 'a worker' | 'waiting'
  readonly clause: string
  /** Oldest first; empty: the target is said with the figure, or there is none. */
  readonly targets: readonly Target[]
  /** The words by which a figure that comes from outside is known. */
  readonly metric: RegExp
}

const day = (text: string): PlainDate => text as PlainDate
const PLAN = day('2007-04-01')
/** The Havens' ninety minutes: first told of 2013/14; the plan of 2007/08 knows nothing of it, and judges no figure of its years by it. */
const HAVENS = day('2013-04-01')
const TARGETS_2016 = day('2015-04-01')

/**
 * The measures of the inspection and of the plan of 2007/08 (catalogue section 13). In the order in which a word is looked up: the narrower
 * first. What waits stands in queues.ts.
 */
export const MEASURES: readonly Measure[] = [
  { id: 'strategy-within-24h', title: 'Strategy discussions within 24 hours', better: 'higher', unit: 'per cent', clause: 'kpi-sd-24h', targets: [{ from: TARGETS_2016, value: 100 }], metric: /strategy.*(within|24)/ },
  { id: 'review-conference-documents', title: 'Documents supplied to review conferences', better: 'higher', unit: 'per cent', clause: 'kpi-rcpc', targets: [{ from: PLAN, value: 95 }], metric: /review.*conference.*document/ },
  { id: 'review-conference-attendance', title: 'Police at review conferences', better: 'higher', unit: 'per cent', clause: 'kpi-rcpc', targets: [{ from: TARGETS_2016, value: 50 }], metric: /review.*conference|rcpc/ },
  { id: 'initial-conference-attendance', title: 'Police at initial conferences', better: 'higher', unit: 'per cent', clause: 'kpi-icpc', targets: [{ from: PLAN, value: 95 }, { from: TARGETS_2016, value: 100 }], metric: /initial.*conference|icpc/ },
  { id: 'haven-90', title: 'Forensic examination offered within 90 minutes', better: 'higher', unit: 'per cent', clause: 'kpi-haven', targets: [{ from: HAVENS, value: 95 }], metric: /haven|sarc/ },
  { id: 'bail-over-90', title: 'Suspects on bail longer than 90 days', better: 'lower', unit: 'per cent', clause: 'kpi-bail90', targets: [{ from: TARGETS_2016, value: 65 }], metric: /bail.*90|90.*bail/ },
  { id: 'bellona-cases', title: 'The most serious image cases handled in a month', better: 'higher', unit: 'count', clause: 'kpi-bellona', targets: [{ from: TARGETS_2016, value: 50 }], metric: /bellona/ },
  { id: 'six-week-checks', title: 'Six-week checks of children on plans', better: 'higher', unit: 'per cent', clause: 'kpi-6wk', targets: [{ from: TARGETS_2016, value: 100 }], metric: /six-?week|plan-?checks?/ },
  { id: 'post-charge-kept', title: 'Children charged, refused bail and held in a police cell', better: 'lower', unit: 'count', clause: 'kpi-custody', targets: [{ from: TARGETS_2016, value: 0 }], metric: /post-?charge|kept.*cell|held.*charge/ },
  { id: 'victims-code', title: 'Updates under the Victims’ Code', better: 'higher', unit: 'per cent', clause: 'kpi-victims-code', targets: [{ from: PLAN, value: 95 }], metric: /victims?.?code/ },
  { id: 'training-complete', title: 'Mandatory training complete', better: 'higher', unit: 'per cent', clause: 'kpi-training', targets: [{ from: PLAN, value: 95 }], metric: /training/ },
  { id: 'board-attendance', title: 'Police at safeguarding boards', better: 'higher', unit: 'per cent', clause: 'kpi-lscb', targets: [{ from: PLAN, value: 95 }], metric: /lscb|board.*attend/ },
  { id: 'rape-detection', title: 'Sanction detections: rape of a child', better: 'higher', unit: 'per cent', clause: 'kpi-detection', targets: [{ from: PLAN, value: 37 }], metric: /rape.*detect/ },
  { id: 'homicide-detection', title: 'Sanction detections: homicide in the family', better: 'higher', unit: 'per cent', clause: 'kpi-detection', targets: [{ from: PLAN, value: 85 }], metric: /homicide.*detect/ },
  { id: 'detection', title: 'Sanction detections', better: 'higher', unit: 'per cent', clause: 'kpi-detection', targets: [{ from: PLAN, value: 20 }], metric: /detect/ },
  { id: 'disruptions', title: 'Disruptions of people with a sexual interest in children, in a year', better: 'higher', unit: 'count', clause: 'kpi-disruption', targets: [{ from: PLAN, value: 130 }], metric: /disruption/ },
]

/** The measure that a word stands for, or null: an unknown figure is held against the target that it carries, and against nothing else. */
export const measureOf = (metric: string): Measure | null => MEASURES.find((measure) => measure.metric.test(metric.toLowerCase())) ?? null

/** The target in force on that day; null before the first. */
export const targetOn = (measure: Measure, on: PlainDate): number | null => measure.targets.findLast((target) => target.from <= on)?.value ?? null

/** Which way is better for a figure that no measure names, by its words; null where they do not tell. */
export function betterBy(metric: string): 'higher' | 'lower' | null {
  const words = metric.toLowerCase()
  if (/queue|backlog|waiting|overdue|kept|late|per-|over-|breach|refused|untagged|unseen|open/.test(words)) return 'lower'
  if (/attend|within|offer|handled|cases|complete|seen|done|checked|in-time|recorded|detect/.test(words)) return 'higher'
  return null
}
