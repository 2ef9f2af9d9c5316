import 'server-only'
import type { Act } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { episodePage, episodeToChange, known, recordOfEpisode } from '../episode'
import { checkInput } from '../return-input'
import { afterReturn, companyWords, nameCompany, referToSocialCare, toldBody } from '../return/told'

/**
 * mis-safe-well: police see and speak to the child who is back. One without the other is on record and does not count. What is found is acted
 * on in the same step: a crime, a referral, medical help.
 */
export const recordSafeAndWell: Act<typeof checkInput> = {
  name: 'record-safe-and-well',
  right: 'safe-and-well-check',
  input: checkInput,
  async run(context, input) {
    const episode = await episodeToChange(context, 'safe-and-well-check', input.episodeId, 'any')
    if (episode.returnedAt === null) throw conflict('The child is not back yet: record the return first.')
    if (episode.returnedHow === 'died') throw conflict('The child was found dead.')
    afterReturn(context, 'checkedAt', input.checkedAt, episode.returnedAt)
    const counts = input.seen && input.spokenTo
    // A second check adds to the first: when the child was first seen and spoken to is not moved.
    if (counts && episode.seenAt === null) await context.tx.episode.updateMany({ where: { id: episode.id, seenAt: null }, data: { seenAt: input.checkedAt } })
    const entryId = await recordOfEpisode(context, episode, {
      kind: 'safe-and-well-check', heading: counts ? 'Safe and well check: seen and spoken to' : `Safe and well check that does not count: ${input.seen ? 'seen, not spoken to' : 'not seen'}`, occurredAt: input.checkedAt,
      body: known({
        officer: input.officer, seen: input.seen, spoken_to: input.spokenTo, adequate: counts, recorded: true, spoken_to_alone: input.alone, safe: input.safe, medical_need: input.medical, medical_done: input.medicalDone,
        victim_of_crime: input.victim, offence_identified: input.victim === true ? true : null, whereabouts: input.whereabouts, circumstances: input.circumstances, with: companyWords(input.company), asked_about_harm: input.askedHarm, ...toldBody(input),
      }),
    })
    await nameCompany(context, episode, entryId, input.company, input.checkedAt)
    if (input.victim === true && input.crimeReference !== null) {
      await recordOfEpisode(context, episode, { kind: 'crime-recorded', heading: 'Crime recorded from the safe and well check', occurredAt: input.checkedAt, body: { reference: input.crimeReference, number: input.crimeReference } })
    }
    const referralId = input.refer === true ? await referToSocialCare(context, episode, input, [input.said, input.circumstances].filter(Boolean).join('\n\n'), input.company) : ''
    return {
      goTo: episodePage(episode.id), ids: { episodeId: episode.id, entryId, ...(referralId === '' ? {} : { referralId }) },
      says: `${counts ? 'The check is on record.' : 'On record, and still owed: police must see the child and speak to the child.'}${referralId === '' ? '' : ' Children’s social care has the referral.'}`,
    }
  },
}
