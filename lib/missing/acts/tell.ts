import 'server-only'
import type { Act } from '@/lib/acts/act'
import { authorityWords, seniorWords } from '@/lib/wording/missing-search'
import { episodePage, known, recordOfEpisode } from '../episode'
import { episodeToTell, within } from '../search'
import { seniorInput, socialCareInput } from '../search-input'
import { decidedBy } from './report'

/** mis-notify-csc (R220): which authority was told that the child is missing, who there, and when. For a child in care two are told, London's or not. */
export const tellSocialCare: Act<typeof socialCareInput> = {
  name: 'tell-social-care',
  right: 'record-entry',
  input: socialCareInput,
  async run(context, input) {
    const episode = await episodeToTell(context, input.episodeId)
    within(context, episode, 'toldAt', input.toldAt, 'when they were told')
    await recordOfEpisode(context, episode, {
      kind: 'social-care-notified', heading: `${authorityWords(input.authority)} told: ${input.name}`, occurredAt: input.toldAt,
      body: known({ authority: input.authority, of: input.name, name: input.who, said: input.said, ...decidedBy(context) }),
    })
    return { goTo: episodePage(episode.id), says: `On record: ${input.name} was told.`, ids: { episodeId: episode.id } }
  },
}

/** mis-high-senior: who above was told of the high risk, by name and office. */
export const tellSenior: Act<typeof seniorInput> = {
  name: 'tell-senior',
  right: 'record-entry',
  input: seniorInput,
  async run(context, input) {
    const episode = await episodeToTell(context, input.episodeId)
    within(context, episode, 'toldAt', input.toldAt, 'when they were told')
    await recordOfEpisode(context, episode, {
      kind: 'senior-informed', heading: `${seniorWords(input.senior)} told of the risk`, occurredAt: input.toldAt,
      body: known({ role: seniorWords(input.senior), name: input.name, said: input.said, ...decidedBy(context) }),
    })
    return { goTo: episodePage(episode.id), says: `On record: ${input.name} was told.`, ids: { episodeId: episode.id } }
  },
}
