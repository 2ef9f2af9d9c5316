import type { PlainDate } from '../calendar/plain-date'

/** Who stands for all of London where a target says whose it is: the Metropolitan Police’s 32 boroughs, the City apart (conflict 14.35). */
export const LONDON = 'london'

/** A target that a borough, or London, set for itself from a day on; `value` null: none of its own from that day. */
export interface LocalTarget {
  /** A borough’s code, or LONDON. */
  readonly borough: string
  /** A measure that is counted here, or one of the catalogue. */
  readonly measure: string
  readonly value: number | null
  readonly from: PlainDate
  readonly recordedAt: Date
}

/** What a figure is held against; `by`: whose own it is, null where it is the catalogue’s. */
export interface StandingTarget {
  readonly value: number
  readonly by: LocalTarget | null
}

type Better = 'higher' | 'lower'
const tighter = (better: Better, a: number, b: number): boolean => (better === 'higher' ? a > b : a < b)

/** Whether `value` asks for less than `floor` does. */
export const isLooser = (better: Better, value: number, floor: number): boolean => tighter(better, floor, value)

/** What this borough, or London, set for itself and holds on that day: what was set last of those that had begun. */
export function ownTargetOn(locals: readonly LocalTarget[], measure: string, borough: string, on: PlainDate): LocalTarget | null {
  const begun = locals.filter((one) => one.measure === measure && one.borough === borough && one.from <= on)
  const last = begun.reduce<LocalTarget | null>((found, one) => (found === null || one.from > found.from || (one.from === found.from && one.recordedAt > found.recordedAt) ? one : found), null)
  return last?.value == null ? null : last
}

/**
 * The target of a figure on a day: the tightest of the catalogue’s of that year, London’s own and the borough’s own. What is set locally tightens the
 * policy and never loosens it (DESIGN section 2, as a borough’s own values of a pack), and where London becomes stricter after a borough did, London’s
 * holds. `borough` null: a figure of several, held against London’s. Null: there is none.
 */
export function standingTarget(better: Better, catalogue: number | null, locals: readonly LocalTarget[], measure: string, borough: string | null, on: PlainDate, city: string): StandingTarget | null {
  const holders = [...(borough === city ? [] : [LONDON]), ...(borough === null ? [] : [borough])]
  let standing: StandingTarget | null = catalogue === null ? null : { value: catalogue, by: null }
  for (const holder of holders) {
    const own = ownTargetOn(locals, measure, holder, on)
    if (own?.value == null) continue
    if (standing === null || tighter(better, own.value, standing.value)) standing = { value: own.value, by: own }
  }
  return standing
}
