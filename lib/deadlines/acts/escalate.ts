import type { Act } from '@/lib/acts/act'
import { roleWords } from '@/lib/wording/roles'
import { disputeStage, isDispute } from '../dispute'
import { nextRung } from '../ladder'
import { changeDeadlines, dutiesInput, mattersOf, mattersWords, recordOn, resultOf, sortChosen } from './chosen'
import { tell } from './tell'

/** Takes a duty one rung up its ladder: the role above is told, and what was acknowledged below counts no more. */
export const escalate: Act<typeof dutiesInput> = {
  name: 'escalate',
  right: 'escalate',
  input: dutiesInput,
  async run(context, { deadlineIds, note }) {
    const { actor } = context
    const levels = new Map<string, number>()
    const sorted = await sortChosen(context, 'escalate', deadlineIds, async (duty) => {
      // The next stage of a disagreement is a clock of its own: it climbs from where the stage before it stood.
      levels.set(duty.id, isDispute(duty.alert) ? Math.max(duty.escalationLevel, await disputeStage(context.tx, duty, context.now) - 1) : duty.escalationLevel)
      return nextRung(duty.owedBy, levels.get(duty.id) ?? 0, actor, duty.borough) === null ? { why: 'state', says: 'it is at the top of its ladder' } : null
    })
    for (const matter of mattersOf(sorted.taken)) {
      const rungs = matter.duties.flatMap((duty) => {
        const rung = nextRung(duty.owedBy, levels.get(duty.id) ?? duty.escalationLevel, actor, duty.borough)
        return rung === null ? [] : [{ duty, rung }]
      })
      const top = rungs.reduce((highest, one) => (one.rung.level > highest.level ? one.rung : highest), rungs[0]?.rung ?? { level: 1, toRole: 'borough-manager' as const })
      await changeDeadlines(context, rungs.map(({ duty }) => ({ op: 'escalate', id: duty.id, level: top.level })))
      recordOn(context, matter, 'escalate', {
        kind: 'duty-escalated', heading: `Escalated to ${roleWords(top.toRole)}: ${mattersWords(matter.duties)}`,
        // What began each duty: a disagreement that is taken up a stage is known by it (dispute/next-stage).
        body: { note, to: top.toRole, level: top.level, started_by: [...new Set(matter.duties.map((duty) => duty.startedBy))] },
      })
      for (const toRole of new Set(rungs.map(({ rung }) => rung.toRole))) {
        await tell(context, matter, { rung: `escalated-${top.level}`, toRole, says: `Escalated to you: ${mattersWords(matter.duties)}.` })
      }
    }
    return resultOf(sorted, 'Escalated')
  },
}
