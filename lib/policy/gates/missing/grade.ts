import { panelAt } from '../../missing/panel'
import { gradeOf } from '../../missing/risk-proposed'
import type { Gate } from '../gate'

/** mis-no-low: a missing child is never below medium (HMIC 2016 L1836–1838). A grade below the proposal is recorded, and raised. */
export const missingRiskBelowMedium: Gate = {
  id: 'missing-risk-below-medium',
  clause: 'mis-no-low',
  kinds: ['missing-risk-graded'],
  refuses(event, history) {
    const level = gradeOf(event)
    const below = panelAt(event, history).grades.find((one) => one.value === level)?.by.find((one) => one.rule === 'missing-risk-below-medium')
    return below === undefined ? null : { field: 'level', says: below.says, wayForward: below.wayForward }
  },
}
