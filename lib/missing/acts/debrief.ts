import 'server-only'
import type { Act } from '@/lib/acts/act'
import { conflict, notFound } from '@/lib/acts/outcome'
import { openReferral } from '@/lib/protection/acts/standing'
import { episodePage, known, recordOfEpisode } from '../episode'
import { debriefInput } from '../return-input'
import { referToSocialCare } from '../return/told'

/** mis-debrief-refer: what the child said or showed goes to children's social care by the next working day: as a new referral, or to one that is open. */
export const recordDebrief: Act<typeof debriefInput> = {
  name: 'record-debrief',
  right: 'refer-to-csc',
  input: debriefInput,
  async run(context, input) {
    // A closed episode too: what an interview finds days later is passed on all the same.
    const episode = await context.tx.episode.findFirst({ where: { id: input.episodeId } })
    if (episode === null) throw notFound()
    context.as(episode.borough)
    if (episode.returnedAt === null) throw conflict('The child is not back yet: what is known now goes on record as information.')
    if (input.how === 'new') {
      const company = await context.tx.foundWith.findMany({ where: { episodeId: episode.id }, select: { name: true, about: true, grown: true } })
      const referralId = await referToSocialCare(context, episode, { ...input, said: input.what }, input.what, company)
      return { goTo: episodePage(episode.id), says: 'Children’s social care has the referral.', ids: { episodeId: episode.id, referralId } }
    }
    await openReferral(context, episode.personId, input.referralId)
    await recordOfEpisode(context, episode, {
      kind: 'passed-to-csc', heading: 'What the child said passed to children’s social care', occurredAt: context.now, referralId: input.referralId,
      body: known({ to: input.to, what: input.what, concern: input.concern, indicators: input.indicators }),
    })
    return { goTo: episodePage(episode.id), says: 'On record with the referral.', ids: { episodeId: episode.id, referralId: input.referralId ?? '' } }
  },
}
