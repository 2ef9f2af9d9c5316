import type { Act } from '@/lib/acts/act'
import type { Tx } from '@/lib/platform/db'
import { momentWords } from '@/lib/wording/london-words'
import { calledInTime } from '../called-in-time'
import { isDiscussion } from '../discussion'
import { dutiesInput, mattersOf, recordOn, resultOf, sortChosen, type ChosenDuty, type Left } from './chosen'
import { tell } from './tell'

async function judge(tx: Tx, duty: ChosenDuty, now: Date): Promise<Left | null> {
  if (!isDiscussion(duty.alert)) return { why: 'state', says: 'a challenge is for a strategy discussion that was not called' }
  const meetsAt = await calledInTime(tx, duty, now)
  return meetsAt === null ? null : { why: 'state', says: `a discussion is called for ${momentWords(meetsAt, now)}, within its time: challenge it if that one is not held` }
}

/** Police raise directly with children's social care that no discussion was called where one is due (sd-police-challenge). One step. */
export const policeChallenge: Act<typeof dutiesInput> = {
  name: 'police-challenge',
  right: 'police-challenge',
  input: dutiesInput,
  async run(context, { deadlineIds, note }) {
    const sorted = await sortChosen(context, 'police-challenge', deadlineIds, (duty) => judge(context.tx, duty, context.now))
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
