import type { DutyTable } from './build'
import { shareLimits, standing } from './limits'
import type { DutyMeasure } from './measures'
import type { Scope } from './scope'
import type { DutyFigure, StandsOut } from './view'

/** Fewer boroughs are not a London to be held against: the mean of three is mostly each of them. */
const ENOUGH = 5

/** Whether the question is of boroughs that can be held against each other. */
export const comparesBoroughs = ({ borough, codes }: Scope): boolean => borough === null && codes.length >= ENOUGH

/** A line with where its share stands against all of London's, by Wilson's limits; nothing of what is hidden, or has no time of its own. */
export const heldAgainst = (measure: DutyMeasure, london: number | null) => (line: DutyFigure): DutyFigure => ({
  ...line, standing: london === null || line.exact === null || line.shareOf === null || measure.notice === true ? null : standing(line.exact, (z) => shareLimits(london, line.shareOf ?? 0, z)),
})

/** Of each measure the boroughs that are further below London than chance explains in 998 of 1,000, the furthest first: what is shown borough by borough, and no number beside. */
export const standOut = (measures: readonly DutyMeasure[], tables: readonly DutyTable[]): StandsOut[] => measures.flatMap((measure, index) => {
  const table = tables[index]
  if (table === undefined || measure.notice === true) return []
  const below = table.lines.map(heldAgainst(measure, table.total.exact)).filter((line) => line.standing === 'far-low').sort((a, b) => (a.exact ?? 0) - (b.exact ?? 0))
  return below.length === 0 ? [] : [{ measure: measure.id, title: measure.title, london: table.total.share, boroughs: below.map(({ borough, words, share }) => ({ borough: borough ?? '', words, share: share ?? '' })) }]
})
