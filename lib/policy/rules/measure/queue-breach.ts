import { isAfter, textOf } from '../../events'
import { overLimit } from '../../measures/queues'
import type { NoticeRule } from '../../rule'

/** queue.mash, rso.caseload, queue.plans, queue.rso-visits: a backlog that nobody saw (HMIC 2016 L2364–2368, L3043–3051, L3531, L3600–3602). */
export const queueBreach: NoticeRule = {
  form: 'notice',
  id: 'measure/queue-breach',
  alert: 'queue-breach',
  title: 'Queue, caseload or stock within its limit',
  plain: 'A queue, a caseload or a stock stays within its limit: nothing in the MASH past its rating’s time or more than twice a day’s intake waiting, no overdue visit, at most 60 offenders for a manager and 50 plans for a worker.',
  meets: 'The same figure recorded again, within the limit.',
  clause: 'queue.mash',
  owedBy: 'police',
  raises(event, history) {
    const over = overLimit(event, history.packAt(event))
    return over === null ? null : { because: [over.because], clause: over.clause }
  },
  remedies: (event, raisedBy, history) => event.kind === 'measurement' && isAfter(event, raisedBy) && textOf(event, 'metric') === textOf(raisedBy, 'metric') && overLimit(event, history.packAt(event)) === null,
}
