import { dutiesOf, isOpen } from '../duties'
import { DUTY_RULES } from '../rules'
import type { State } from './state'

const BANDS = DUTY_RULES.filter((rule) => rule.alert === 'strategy-discussion-overdue')

/** A clock of the strategy discussion that is not met runs, late ones too. */
export const strategyOpen: State = {
  field: 'strategy.open',
  title: 'A strategy discussion is owed',
  clause: 'sd-threshold',
  read: (history) => dutiesOf(history, BANDS).some(isOpen),
}
