import { isAfter, textOf, type PolicyEvent } from '../../events'
import type { NoticeRule } from '../../rule'

/** A restricted record that somebody opened: those who answer for it are told at once, and it climbs until somebody else has said whether it was right. */
export const breakGlassReview: NoticeRule = {
  form: 'notice',
  id: 'access/break-glass-review',
  alert: 'break-glass-unreviewed',
  title: 'Opening of a restricted record answered for',
  plain: 'Whoever opens a restricted record by break-glass is answered for by another person, who says whether it was right. They are told at once; while nobody answers it climbs to the borough’s manager and to London.',
  meets: 'Another person’s answer under “Break-glass reviews” on the page People.',
  clause: 'glass-review',
  owedBy: 'reviewer',
  raises: (event) => (event.kind === 'record-opened' && event.detail['break_glass'] === true ? { because: ['a restricted record was opened by break-glass'] } : null),
  remedies: (event, raisedBy) => isAfter(event, raisedBy) && isReview(event) && textOf(event, 'opening_id') === textOf(raisedBy, 'opening_id'),
}

const isReview = (event: PolicyEvent): boolean => event.kind === 'record-opened' && textOf(event, 'change') === 'reviewed'
