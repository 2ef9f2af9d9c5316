import 'server-only'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { returnedWords } from '@/lib/wording/return'
import { episodePage, episodeToChange, known, recordOfEpisode } from '../episode'
import { returnInput } from '../return-input'
import { companyWords, nameCompany, toldBody } from '../return/told'
import { decidedBy } from './report'

/**
 * child-returned: the child is back, found, held or dead; by whoever hears of it, the control room too (R210). Ends the search and starts what
 * is owed on return. A child that was arrested is put to an inspector (R212).
 */
export const recordReturn: Act<typeof returnInput> = {
  name: 'record-return',
  right: 'report-missing',
  input: returnInput,
  async run(context, input) {
    const episode = await episodeToChange(context, 'report-missing', input.episodeId)
    if (input.returnedAt.getTime() > context.now.getTime()) throw invalid('returnedAt', 'This is in the future: enter when the child was back')
    if (input.returnedAt.getTime() < episode.reportedAt.getTime()) throw invalid('returnedAt', 'This is before the report: read the date again')
    const company = companyWords(input.company)
    const changed = await context.tx.episode.updateMany({
      where: { id: episode.id, returnedAt: null }, data: { returnedAt: input.returnedAt, returnedHow: input.how, foundWhere: input.where, foundWith: company },
    })
    if (changed.count === 0) throw conflict('Somebody has recorded the return already: open the page again.')
    // The arrest comes first: by the return the child would no longer be one who was missing when arrested.
    if (input.how === 'arrested') {
      await recordOfEpisode(context, episode, {
        kind: 'detained', heading: 'Arrested while missing', occurredAt: input.returnedAt, body: known({ offence: input.offence, where: input.custody, with: company, prior_risk: ['missing'], ...decidedBy(context) }),
      })
    }
    const entryId = await recordOfEpisode(context, episode, {
      kind: 'child-returned', heading: input.how === 'died' ? 'Found dead' : `Child back: ${returnedWords(input.how).toLowerCase()}`, occurredAt: input.returnedAt,
      body: known({ how: returnedWords(input.how), where: input.where, with: company, account: input.account, ...toldBody(input), ...decidedBy(context) }),
    })
    await nameCompany(context, episode, entryId, input.company, input.returnedAt)
    return { goTo: episodePage(episode.id), says: saysOf(input.how), ids: { episodeId: episode.id, personId: episode.personId, entryId } }
  },
}

function saysOf(how: string): string {
  if (how === 'died') return 'On record. The search is over.'
  const next = 'Police see the child and speak to the child next; the local authority offers an interview within 72 hours.'
  return how === 'arrested' ? `On record. An inspector is asked at once whether this child is to be protected. ${next}` : `The child is back. ${next}`
}
