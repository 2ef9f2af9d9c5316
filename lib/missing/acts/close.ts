import 'server-only'
import type { Act } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import type { Refusal } from '@/lib/policy/rule'
import { episodeToChange, known, recordOfEpisode } from '../episode'
import { closeInput } from '../search-input'
import { decidedBy } from './report'

/** A child found dead cannot be seen and spoken to. */
const isDead = (how: string | null): boolean => /\b(dead|died|deceased|body)\b/i.test(how ?? '')

/** What stands against closing (R201), for the page and for the act. */
export function againstClosing(episode: { readonly returnedAt: Date | null; readonly returnedHow: string | null; readonly seenAt: Date | null }): Refusal[] {
  if (episode.returnedAt === null) {
    return [{ rule: 'episode-child-still-out', clause: 'mis-def-missing-2013', says: 'The child is still away: an episode ends with the child back.', wayForward: 'Record the return: when, with whom and how.' }]
  }
  if (episode.seenAt !== null || isDead(episode.returnedHow)) return []
  return [{
    rule: 'episode-closed-without-check', clause: 'mis-safe-well', says: 'No police officer has seen the child and spoken to the child since the return.',
    wayForward: 'Record the safe and well check: one without the other, or a word from the placement, does not count.',
  }]
}

/** R201, R210: the end of an episode, by the unit or the control room: refused while the child is out, and without a safe and well check. */
export const closeEpisode: Act<typeof closeInput> = {
  name: 'close-episode',
  right: 'report-missing',
  input: closeInput,
  async run(context, input) {
    const episode = await episodeToChange(context, 'report-missing', input.episodeId, 'any')
    const against = againstClosing(episode)
    if (against.length > 0) context.refuse(against, { borough: episode.borough, subjects: [episode.personId] })
    await recordOfEpisode(context, episode, { kind: 'episode-closed', heading: 'Missing episode closed', occurredAt: context.now, body: known({ summary: input.summary, ...decidedBy(context) }) })
    const [closed] = await context.tx.$queryRaw<{ done: boolean }[]>`SELECT close_episode(${episode.id}::uuid, ${context.now}::timestamptz) AS done`
    if (closed?.done !== true) throw conflict('A colleague has just closed it: open the board again.')
    return { goTo: '/missing', says: 'The episode is closed. The return home interview and what the child said keep their own clocks.', ids: { episodeId: episode.id } }
  },
}
