import type { Act } from '@/lib/acts/act'
import { changeDeadlines, dutiesInput, mattersOf, mattersWords, recordOn, resultOf, sortChosen } from './chosen'

/** Says that somebody has seen a duty and has it in hand: it climbs no further by itself until it is escalated again. */
export const acknowledgeDuty: Act<typeof dutiesInput> = {
  name: 'acknowledge-duty',
  right: 'acknowledge-duty',
  input: dutiesInput,
  async run(context, { deadlineIds, note }) {
    const sorted = await sortChosen(context, 'acknowledge-duty', deadlineIds, () => null)
    await changeDeadlines(context, sorted.taken.map((duty) => ({ op: 'acknowledge', id: duty.id, recordedAt: context.now.toISOString() })))
    for (const matter of mattersOf(sorted.taken)) {
      recordOn(context, matter, 'acknowledge-duty', { kind: 'duty-acknowledged', heading: `In hand: ${mattersWords(matter.duties)}`, body: { note } })
    }
    return resultOf(sorted, 'Taken in hand')
  },
}
