import { agreedHours, intervalLimits } from '../../missing/interval'
import { episodeAt, packOfEpisode } from '../../missing/episode'
import type { Gate } from '../gate'

/** mis-absent-contact-repeat: agreed between four and eight hours (HMIC 2016 L1848–1849). */
export const callbackInterval: Gate = {
  id: 'callback-interval-outside-range',
  clause: 'mis-absent-contact-repeat',
  kinds: ['missing-reported', 'episode-classified', 'informant-recontacted'],
  refuses(event, history) {
    const agreed = agreedHours(event)
    if (agreed === null) return null
    const episode = episodeAt(event, history)
    const { least, most } = intervalLimits(episode === null ? history.packAt(event) : packOfEpisode(episode, history))
    if (agreed >= least && agreed <= most) return null
    return { field: 'agreed_interval_hours', says: `Call-backs are agreed at ${least} to ${most} hours, and ${agreed} is outside.`, wayForward: `Agree an interval of ${least} to ${most} hours with the informant.` }
  },
}
