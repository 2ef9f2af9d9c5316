import 'server-only'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, forbidden, invalid, notFound } from '@/lib/acts/outcome'
import { personToChange } from '@/lib/people/worked-person'
import { interviewWords } from '@/lib/wording/return'
import { episodePage, known, recordOfEpisode } from '../episode'
import { interviewInput, offerInput, shareInput } from '../return-input'
import { afterReturn, toldBody } from '../return/told'

/** The local authority's part of a return: that of the child's home as that of the place it was missing from. */
export async function episodeBack(context: ActContext, episodeId: string) {
  const episode = await context.tx.episode.findFirst({ where: { id: episodeId } })
  if (episode === null) throw notFound()
  // A partner holds the right for what its team was asked, and for nothing else.
  if (!context.actor.memberships.some(({ role }) => role !== 'partner')) throw forbidden('Your role may not do this here.')
  await personToChange(context, 'return-home-interview', episode.personId)
  if (episode.returnedAt === null) throw conflict('The child is not back yet.')
  if (episode.returnedHow === 'died') throw conflict('The child was found dead.')
  return { ...episode, returnedAt: episode.returnedAt }
}

/** mis-rhi-72h: the interview is offered. An offer alone meets nothing: it is done, or the child declines it. */
export const offerReturnInterview: Act<typeof offerInput> = {
  name: 'offer-return-interview',
  right: 'return-home-interview',
  input: offerInput,
  async run(context, input) {
    const episode = await episodeBack(context, input.episodeId)
    if (episode.interviewHow === 'done') throw conflict('The interview was done already.')
    afterReturn(context, 'offeredAt', input.offeredAt, episode.returnedAt)
    await recordOfEpisode(context, episode, {
      kind: 'return-home-interview', heading: 'Return home interview offered', occurredAt: input.offeredAt, body: known({ offered: true, offered_by: input.offeredBy, accepted: input.answer === 'yes' ? true : null, note: input.note }),
    })
    return { goTo: episodePage(episode.id), says: 'The offer is on record. The interview itself is still owed.', ids: { episodeId: episode.id } }
  },
}

/** What one interview says, as an entry: done, declined, or not offered, each with what it asks for. */
export const interviewBody = (input: { how: string; by: string | null; account: string | null; where: string | null; reason: string | null; said: string | null; concern: string | null; indicators: readonly string[]; suspect: string | null }): Record<string, unknown> =>
  known({
    offered: input.how !== 'not-offered', done: input.how === 'done', declined_by_child: input.how === 'declined' ? true : null, independent: input.how === 'done' ? true : null,
    by: input.by, account: input.account, where: input.where, reason: input.reason, ...toldBody(input),
  })

/** mis-rhi-72h, mis-rhi-absent-too: done by somebody independent of placement and police; declined, or not offered, with the reason. */
export const recordReturnInterview: Act<typeof interviewInput> = {
  name: 'record-return-interview',
  right: 'return-home-interview',
  input: interviewInput,
  async run(context, input) {
    const episode = await episodeBack(context, input.episodeId)
    if (episode.interviewHow === 'done') throw conflict('The interview was done already: what came up since goes on record as information.')
    afterReturn(context, 'at', input.at, episode.returnedAt)
    const changed = await context.tx.episode.updateMany({ where: { id: episode.id, OR: [{ interviewHow: null }, { interviewHow: { not: 'done' } }] }, data: { interviewAt: input.at, interviewHow: input.how } })
    if (changed.count === 0) throw conflict('Somebody has recorded the interview already: open the page again.')
    await context.tx.interviewRequest.updateMany({ where: { episodeId: episode.id, answeredAt: null, withdrawnAt: null }, data: { withdrawnAt: context.now } })
    await recordOfEpisode(context, episode, { kind: 'return-home-interview', heading: `Return home interview: ${interviewWords(input.how).toLowerCase()}`, occurredAt: input.at, body: interviewBody(input) })
    return {
      goTo: episodePage(episode.id), ids: { episodeId: episode.id },
      says: input.how === 'not-offered' ? 'On record. The interview is still owed.' : input.how === 'done' ? 'The interview is on record. Share with police what it found.' : 'On record.',
    }
  },
}

/** mis-rhi-share: what the interview found is given to police, for the trigger plan. */
export const shareInterview: Act<typeof shareInput> = {
  name: 'share-interview',
  right: 'return-home-interview',
  input: shareInput,
  async run(context, input) {
    const episode = await episodeBack(context, input.episodeId)
    if (episode.interviewHow !== 'done' || episode.interviewAt === null) throw conflict('There is no interview to share yet.')
    if (input.sharedAt.getTime() > context.now.getTime()) throw invalid('sharedAt', 'This is in the future: enter when it was shared')
    if (input.sharedAt.getTime() < episode.interviewAt.getTime()) throw invalid('sharedAt', 'This is before the interview: read the date again')
    await recordOfEpisode(context, episode, { kind: 'interview-shared', heading: 'Return interview shared with police', occurredAt: input.sharedAt, body: { to: input.to, what: input.what, basis: input.basis } })
    return { goTo: episodePage(episode.id), says: 'Shared. Police put it into the trigger plan.', ids: { episodeId: episode.id } }
  },
}
