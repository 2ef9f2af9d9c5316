import 'server-only'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { callerWords } from '@/lib/wording/missing'
import { furtherCallInput } from '../call-input'
import { classOf } from '../effective'
import { answered, episodePage, episodeToChange, keptAnswers, known, recordOfEpisode } from '../episode'
import { defeats } from './call-back'
import { writeClass } from './classify'
import { decidedBy } from './report'

/**
 * mis-reclass-on-info: somebody else rings about a child that is out already. What they answer stands beside what the first caller said, also
 * where it is the opposite; a yes is never taken back by a no. It is no call-back: whoever reported first is still to be rung.
 */
export const recordFurtherCall: Act<typeof furtherCallInput> = {
  name: 'record-further-call',
  right: 'report-missing',
  input: furtherCallInput,
  async run(context, input) {
    const episode = await episodeToChange(context, 'report-missing', input.episodeId)
    if (input.reportedAt.getTime() > context.now.getTime()) throw invalid('reportedAt', 'This is in the future: enter when the call came')
    if (input.reportedAt.getTime() < episode.reportedAt.getTime()) throw invalid('reportedAt', 'This is before the first call: enter when this one came')
    if (input.lastSeenAt !== null && input.lastSeenAt.getTime() > input.reportedAt.getTime()) throw invalid('lastSeenAt', 'This is after the call: enter when the child was last seen')
    const told = answered(input.answers)
    const later = input.lastSeenAt !== null && (episode.lastSeenAt === null || input.lastSeenAt.getTime() > episode.lastSeenAt.getTime())
    const changed = await context.tx.episode.updateMany({
      where: { id: episode.id, returnedAt: null },
      data: {
        answers: keptAnswers(episode.answers, told),
        ...(later ? { lastSeenAt: input.lastSeenAt, lastSeenWhere: input.lastSeenWhere ?? episode.lastSeenWhere } : {}),
      },
    })
    if (changed.count === 0) throw conflict('The child is back already: open the page again.')
    await recordOfEpisode(context, episode, {
      kind: 'missing-reported', heading: `A further call: ${callerWords(input.callerKind).toLowerCase()}`, occurredAt: input.reportedAt, source: callerWords(input.callerKind),
      body: known({
        by: input.callerKind, answers: told, last_seen_at: input.lastSeenAt?.toISOString(), last_seen_where: input.lastSeenWhere, appearance: input.appearance, company: input.company,
        said: input.said, caller: input.callerName, telephone: input.callerPhone, further: true,
      }),
    })
    const stays = { goTo: episodePage(episode.id), says: 'The call is on record, beside what was said before.', ids: { episodeId: episode.id } }
    if (classOf(episode, input.reportedAt) !== 'absent' || !(await defeats(context, episode.personId, told, input.reportedAt))) return stays
    await writeClass(context, episode, 'missing', input.reportedAt)
    await recordOfEpisode(context, episode, {
      kind: 'episode-classified', heading: 'Classed missing on what another caller says', occurredAt: input.reportedAt,
      body: known({ as: 'missing', answers: told, ...decidedBy(context), reason: 'What another caller answered closes the class absent' }),
    })
    return { ...stays, says: 'The call is on record, and the child is now classed missing: what was answered rules out absent. Grade the risk.' }
  },
}
