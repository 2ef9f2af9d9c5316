import { dueAfter } from '../../calendar/duration'
import { isAfter } from '../../events'
import { episodeAt } from '../../missing/episode'
import { repeatAt } from '../../missing/repeat'
import { durationOf } from '../../packs'
import { isGrown } from '../grown'
import { bringsNew } from '../once'
import { taskRule } from '../task'

/** mis-trigger-plan: a plan to find the child fast the next time, made or revised at every repeat (HMIC 2016 L2683, L3966–3968). */
export const makeTriggerPlan = taskRule({
  id: 'tasks/make-trigger-plan', task: 'make-trigger-plan', alert: 'trigger-plan-outstanding', title: 'Trigger plan',
  plain: 'For a child who goes missing again and again there is a plan to find the child fast: where, with whom, how, who to call. It is written, or looked at again, when the threshold is reached.',
  meets: 'A trigger plan made or revised.', clause: 'mis-trigger-plan', owedBy: 'missing-unit', parameter: 'trigger-plan', opens: 'once',
  calledForBy(event, history) {
    if (event.kind !== 'missing-reported' || isGrown(event, history) || episodeAt(event, history)?.first.id !== event.id) return null
    return repeatAt(event, history)?.because.join(', ') ?? null
  },
  doneBy: (event) => event.kind === 'trigger-plan-made',
  // A plan of the last weeks still tells how to find the child, unless this time brings something new; the return since may have told more.
  stillAnswered: (event, plan, history) => !bringsNew(event, history)
    && event.at.getTime() <= dueAfter(plan.at, durationOf(history.packAt(event), 'strategy.standing')).dueAt.getTime()
    && !history.events.some((one) => one.kind === 'child-returned' && isAfter(one, plan) && isAfter(event, one)),
})
