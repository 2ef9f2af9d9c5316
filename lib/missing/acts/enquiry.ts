import 'server-only'
import type { Act } from '@/lib/acts/act'
import { conflict, notFound } from '@/lib/acts/outcome'
import { enquiryWords } from '@/lib/wording/missing-search'
import { episodePage, known, recordOfEpisode } from '../episode'
import { episodeToTell, within } from '../search'
import { enquiryInput } from '../search-input'
import { take } from './information'
import { decidedBy } from './report'

/** R219: what was done to find the child, and what came of it. It answers the waiting news that it names, and no other. */
export const recordEnquiry: Act<typeof enquiryInput> = {
  name: 'record-enquiry',
  right: 'record-entry',
  input: enquiryInput,
  async run(context, input) {
    const episode = await episodeToTell(context, input.episodeId)
    if (episode.returnedAt !== null) throw conflict('The child is back: nothing more is done to find the child.')
    within(context, episode, 'madeAt', input.madeAt, 'when it was done')
    const chosen = [...new Set(input.of)].sort()
    const waiting = await context.tx.episodeInformation.findMany({ where: { id: { in: chosen }, episodeId: episode.id }, select: { id: true, entryId: true } })
    if (waiting.length < chosen.length) throw notFound()
    for (const one of waiting) await take(context, one.id)
    await recordOfEpisode(context, episode, {
      kind: 'enquiry-made', heading: enquiryWords(input.line), occurredAt: input.madeAt,
      // An enquiry that names no news follows from the report alone: news that nobody looked at goes on waiting.
      body: known({ line: input.line, what: input.what, result: input.result, of: waiting.length === 0 ? [episode.entryId] : waiting.map((one) => one.entryId), ...decidedBy(context) }),
    })
    return { goTo: episodePage(episode.id), says: 'The enquiry is on record.', ids: { episodeId: episode.id } }
  },
}
