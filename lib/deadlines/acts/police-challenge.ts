import type { Act } from '@/lib/acts/act'
import { isDiscussion } from '../discussion'
import { dutiesInput, mattersOf, recordOn, resultOf, sortChosen, type ChosenDuty, type Left } from './chosen'
import { tell } from './tell'

const judge = (duty: ChosenDuty): Left | null =>
  isDiscussion(duty.alert) ? null : { why: 'state', says: 'a challenge is for a strategy discussion that was not called' }

/** Police raise directly with children's social care that no discussion was called where one is due (sd-police-challenge). One step. */
export const policeChallenge: Act<typeof dutiesInput> = {
  name: 'police-challenge',
  right: 'police-challenge',
  input: dutiesInput,
  async run(context, { deadlineIds, note }) {
    const sorted = await sortChosen(context, 'police-challenge', deadlineIds, judge)
    for (const matter of mattersOf(sorted.taken)) {
      recordOn(context, matter, 'police-challenge', {
        kind: 'police-challenge', heading: "Police challenge to children's social care: no strategy discussion called",
        body: { note, to: 'csc', clause: 'sd-police-challenge' },
      })
      await tell(context, matter, { rung: 'challenge', toRole: 'mash-decision-maker', says: 'Police ask why no strategy discussion has been called.' })
    }
    return resultOf(sorted, "Challenge put to children's social care")
  },
}
