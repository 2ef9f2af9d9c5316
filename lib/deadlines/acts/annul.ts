import type { Act } from '@/lib/acts/act'
import type { Refusal } from '@/lib/policy/rule'
import { dutiesInput, mattersOf, mattersWords, recordOn, resultOf, sortChosen, type ChosenDuty, type Left } from './chosen'

const OWN_START: Refusal = {
  rule: 'duties/own-start', clause: 'sd-recompute', says: 'You entered this start yourself, so you cannot be the one to annul it.',
  wayForward: 'Ask another decision maker or supervisor of the borough.',
}

/**
 * Annuls a start entered in error (sd-recompute): every open clock which that entry started for the child ends, stays visible,
 * and leaves the figures. A supervisor's act with a reason, and never on one's own entry. The note is the reason.
 */
export const annulDuty: Act<typeof dutiesInput> = {
  name: 'annul-duty',
  right: 'annul-duty',
  input: dutiesInput,
  async run(context, { deadlineIds, note }) {
    const judge = async (duty: ChosenDuty): Promise<Left | null> => {
      const start = await context.tx.entry.findUnique({ where: { id: duty.startedBy }, select: { recordedBy: true } })
      if (start === null) return { why: 'unseen', says: 'the entry that started it is not within your reach' }
      return start.recordedBy === context.actor.accountId ? { why: 'policy', says: 'you entered its start yourself', refusal: OWN_START } : null
    }
    const sorted = await sortChosen(context, 'annul-duty', deadlineIds, judge)
    for (const startedBy of new Set(sorted.taken.map((duty) => duty.startedBy))) {
      for (const matter of mattersOf(sorted.taken.filter((duty) => duty.startedBy === startedBy))) {
        recordOn(context, matter, 'annul-duty', {
          kind: 'duty-annulled', heading: `Annulled, started in error: ${mattersWords(matter.duties)}`,
          // The policy reads `of` as the entry that started the clocks.
          body: { of: startedBy, reason: note },
        })
      }
    }
    return resultOf(sorted, 'Annulled')
  },
}
