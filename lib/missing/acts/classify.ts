import 'server-only'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { classWords, type EpisodeClass } from '@/lib/wording/missing'
import { ageMustBeKnown } from '../age-known'
import { classOf } from '../effective'
import { agreedHours, episodePage, episodeToChange, isRestrictedTo, known, recordOfEpisode } from '../episode'
import { classifyInput } from '../input'
import { absentUntil, packBegunUnder } from '../pack'
import { decidedBy } from './report'

interface Episode { readonly id: string; readonly personId: string; readonly borough: string; readonly reportedAt: Date }

/** mis-reclass-on-info: classed anew. Upwards at once; down only with an inspector’s reason and never while an always-missing fact holds (gate). */
export const classifyEpisode: Act<typeof classifyInput> = {
  name: 'classify-episode',
  right: 'report-missing',
  input: classifyInput,
  async run(context, input) {
    const episode = await episodeToChange(context, 'report-missing', input.episodeId)
    const at = input.classedAt ?? context.now
    if (at.getTime() > context.now.getTime()) throw invalid('classedAt', 'This is in the future: enter when it was decided')
    if (at.getTime() < episode.reportedAt.getTime()) throw invalid('classedAt', 'This is before the report: enter when it was decided')
    if (input.as === 'absent' && (await isRestrictedTo(context, episode.personId))) throw invalid('as', 'The record of this child is restricted: the child stays missing')
    if (input.as === 'absent') await ageMustBeKnown(context, episode.personId)
    if (classOf(episode, at) === input.as && episode.class === input.as) throw conflict(`The child is classed ${classWords(input.as).toLowerCase()} already.`)
    await writeClass(context, episode, input.as, at, { interval: input.interval, exFlagReason: input.as === 'absent' })
    await recordOfEpisode(context, episode, {
      kind: 'episode-classified', heading: `Classed ${classWords(input.as).toLowerCase()}`, occurredAt: at,
      body: known({ as: input.as, ...decidedBy(context), reason: input.reason, agreed_interval_hours: input.interval }),
    })
    return { goTo: episodePage(episode.id), says: `Classed ${classWords(input.as).toLowerCase()}.`, ids: { episodeId: episode.id } }
  },
}

/**
 * Writes the class into the row, guarded: who was quicker is told apart from who was right. Absent counts its time from the report, whenever
 * it was classed (conflict 14.17): a child classed absent late has less of it left, and one classed again does not begin anew.
 */
export async function writeClass(context: ActContext, episode: Episode, as: EpisodeClass, at: Date, more: { interval?: number | null; exFlagReason?: boolean } = {}): Promise<void> {
  const until = as === 'absent' ? absentUntil(await packBegunUnder(context.tx, episode.personId, episode.reportedAt, context.now), episode.reportedAt) : null
  const changed = await context.tx.episode.updateMany({
    where: { id: episode.id, returnedAt: null, classedAt: { lte: at } },
    data: {
      class: as, classedAt: at, absentFrom: until === null ? null : episode.reportedAt, absentUntil: until,
      ...agreedHours(more.interval ?? null), ...(more.exFlagReason === undefined ? {} : { exFlagReason: more.exFlagReason }),
    },
  })
  if (changed.count === 0) throw conflict('Somebody has classed it since, or the child is back: open the page again.')
}
