import 'server-only'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { policyHistories } from '@/lib/deadlines/histories'
import { panelNow } from '@/lib/policy/missing/panel'
import { classOf } from '../effective'
import { agreedHours, answered, episodePage, episodeToChange, keptAnswers, known, recordOfEpisode } from '../episode'
import { callBackInput } from '../input'
import { writeClass } from './classify'
import { decidedBy } from './report'

/**
 * mis-absent-contact-first, mis-absent-contact-repeat, mis-reclass-on-info: a call back to whoever reported, with the questions again. What
 * closes the class absent makes the child missing in the same act. A call that reached nobody is on record and meets nothing.
 */
export const callBack: Act<typeof callBackInput> = {
  name: 'call-back',
  right: 'report-missing',
  input: callBackInput,
  async run(context, input) {
    const { tx, now } = context
    const episode = await episodeToChange(context, 'report-missing', input.episodeId)
    if (input.calledAt.getTime() > now.getTime()) throw invalid('calledAt', 'This is in the future: enter when you called')
    if (input.calledAt.getTime() < episode.reportedAt.getTime()) throw invalid('calledAt', 'This is before the report: enter when you called')
    if (input.reached === 'no') {
      await recordOfEpisode(context, episode, { kind: 'enquiry-made', heading: 'Called back: nobody reached', occurredAt: input.calledAt, body: known({ what: 'call back to whoever reported', result: 'nobody reached', said: input.said, ...decidedBy(context) }) })
      return { goTo: episodePage(episode.id), says: 'On record. Nobody was reached, so the call is still due.', ids: { episodeId: episode.id } }
    }
    const told = answered(input.answers)
    const changed = await tx.episode.updateMany({
      where: { id: episode.id, returnedAt: null },
      data: { answers: keptAnswers(episode.answers, told), calledBackAt: input.calledAt, ...agreedHours(input.interval) },
    })
    if (changed.count === 0) throw conflict('The child is back already: open the page again.')
    await recordOfEpisode(context, episode, {
      kind: 'informant-recontacted', heading: 'Called back, and the questions asked again', occurredAt: input.calledAt,
      body: known({ answers: told, indicators: input.indicators, agreed_interval_hours: input.interval, caller: input.callerName, said: input.said, ...decidedBy(context) }),
    })
    const upward = classOf(episode, input.calledAt) === 'absent' && await defeats(context, episode.personId, told, input.calledAt)
    if (!upward) return { goTo: episodePage(episode.id), says: 'The call is on record.', ids: { episodeId: episode.id } }
    await writeClass(context, episode, 'missing', input.calledAt)
    await recordOfEpisode(context, episode, {
      kind: 'episode-classified', heading: 'Classed missing on what the caller now says', occurredAt: input.calledAt,
      body: known({ as: 'missing', answers: told, ...decidedBy(context), reason: 'What was answered at the call back closes the class absent' }),
    })
    return { goTo: episodePage(episode.id), says: 'The call is on record, and the child is now classed missing: what was answered rules out absent. Grade the risk.', ids: { episodeId: episode.id } }
  },
}

/** Does the record, with what was just answered, close the class absent? */
export async function defeats(context: Parameters<typeof episodeToChange>[0], personId: string, answers: Readonly<Record<string, boolean>>, at: Date): Promise<boolean> {
  const history = (await policyHistories(context.tx, [personId], context.now)).get(personId)
  return history !== undefined && panelNow(history, { answers, now: at }).classes.some((choice) => choice.value === 'absent' && choice.state === 'closed')
}
