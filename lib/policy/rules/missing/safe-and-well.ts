import { answerOf, isAfter, textOf, type PolicyEvent } from '../../events'
import { safeAndWellParameter } from '../../due/choosers'
import { episodeAt, type Episode } from '../../missing/episode'
import { gradeOf } from '../../missing/risk-proposed'
import type { TimescaleRule } from '../../rule'
import { isGrown } from '../grown'
import { startOf } from './start'

/** mis-safe-well: police see and speak to the child who is back (HMIC 2016 L2112–2122, L2666–2670: three to seventeen days; no record of it). */
export const safeAndWell: TimescaleRule = {
  form: 'clock',
  id: 'missing/safe-and-well',
  alert: 'safe-and-well-check-overdue',
  breach: true,
  title: 'Safe and well check',
  plain: 'Police see the child who is back and speak to the child: safe, medical need, where and with whom, victim of a crime. Within 24 hours, within one hour where the risk was graded high.',
  meets: 'A check at which the child was seen and spoken to. A word from the placement, or the child only seen, does not count.',
  clause: 'mis-safe-well',
  owedBy: 'missing-unit',
  task: 'safe-and-well-check',
  opens: 'each',
  parameters: ['safe-and-well', 'safe-and-well.high'],
  starts(event, history) {
    const episode = endedBy(event, history)
    if (episode === null || isGrown(event, history) || isDead(event) || episode.events.some((one) => isSafeAndWell(one) && isAfter(event, one))) return null
    const level = episode.events.filter((one) => !isAfter(one, event)).map(gradeOf).findLast((grade) => grade !== null) ?? null
    return startOf(event, episode, history, safeAndWellParameter({ level }), ['the child is back', ...(level === 'high' ? ['the risk was graded high'] : [])])
  },
  stops: (event) => (isSafeAndWell(event) ? { how: 'met' } : null),
}

/** Seen and spoken to, by police, and not said to have been too little. */
export const isSafeAndWell = (event: PolicyEvent): boolean =>
  event.kind === 'safe-and-well-check' && answerOf(event, 'seen') === true && answerOf(event, 'spoken_to') === true && answerOf(event, 'adequate') !== false

/** The time away that this return ended; null for an entry that is no return, or tells one again. */
export function endedBy(event: PolicyEvent, history: Parameters<typeof episodeAt>[1]): Episode | null {
  const episode = event.kind === 'child-returned' ? episodeAt(event, history) : null
  return episode?.returned?.id === event.id ? episode : null
}

export const isDead = (event: PolicyEvent): boolean => /\b(dead|died|deceased|body)\b/i.test(textOf(event, 'how') ?? '')

