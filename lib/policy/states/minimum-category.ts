import { minimumNow } from '../exploitation/category'
import type { State } from './state'

/** The lowest category that the recorded signs allow without a second line (HMIC 2016 L2979–2996): 2 or 1. */
export const cseMinimumCategory: State = {
  field: 'cse.minimum-category',
  title: 'Lowest exploitation category without a second line',
  clause: 'cse-minimum',
  read: (history) => minimumNow(history).category,
}
