import type { Act } from '@/lib/acts/act'
import { optionalText } from '@/lib/referrals/input'
import { isDiscussion } from '../discussion'
import { owedWords } from '../owed-words'
import { dutiesInput, mattersOf, mattersWords, recordOn, resultOf, sortChosen } from './chosen'

const input = dutiesInput.extend({
  /** Who was chased, in words. Blank: whoever owes the duty. */
  to: optionalText(120),
})

/** Asks whoever owes a duty where it stands, and puts on record that they were asked. */
export const chase: Act<typeof input> = {
  name: 'chase',
  right: 'chase',
  input,
  async run(context, { deadlineIds, note, to }) {
    const sorted = await sortChosen(context, 'chase', deadlineIds, () => null)
    for (const matter of mattersOf(sorted.taken)) {
      // A discussion is social care's to call, whichever clock is the first to run out.
      const agency = matter.duties.every((duty) => isDiscussion(duty.alert)) ? 'csc' : matter.duties[0].owedBy
      recordOn(context, matter, 'chase', {
        // What was typed stays among the words: a heading is read where the words are shut.
        kind: 'duty-chased', heading: `${owedWords(agency)} chased: ${mattersWords(matter.duties)}`, body: { note, to: to ?? owedWords(agency), agency },
      })
    }
    return resultOf(sorted, 'Chased')
  },
}
