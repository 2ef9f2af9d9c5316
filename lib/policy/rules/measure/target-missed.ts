import { isAfter, textOf } from '../../events'
import { isQueue } from '../../measures/queues'
import { missedTarget } from '../../measures/recorded'
import type { NoticeRule } from '../../rule'

/** kpi-*: a rate or a count against the target of its year, in the direction that is better (catalogue section 13). */
export const targetMissed: NoticeRule = {
  form: 'notice',
  id: 'measure/target-missed',
  alert: 'target-missed',
  title: 'Target of the measure',
  plain: 'A rate or a count that was measured meets the target of its year: of some measures higher is better, of others lower.',
  meets: 'The same figure recorded again, at its target.',
  clause: 'kpi-any',
  owedBy: 'police',
  raises(event) {
    if (isQueue(textOf(event, 'metric') ?? '')) return null
    const missed = missedTarget(event)
    return missed === null ? null : { because: [`${missed.value} against a target of ${missed.target}, where ${missed.better} is better`], clause: missed.clause }
  },
  remedies: (event, raisedBy) => event.kind === 'measurement' && isAfter(event, raisedBy) && textOf(event, 'metric') === textOf(raisedBy, 'metric') && missedTarget(event) === null,
}
