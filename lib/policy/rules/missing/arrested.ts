import { dueAfter } from '../../calendar/duration'
import { isAfter, listOf, textOf, type PolicyEvent } from '../../events'
import { exploitationKnown } from '../../exploitation'
import { knownAt } from '../../missing/as-known'
import { episodesOf, packOfEpisode } from '../../missing/episode'
import { durationOf } from '../../packs'
import type { History, NoticeRule } from '../../rule'
import { isInspectorOrAbove } from '../../who'
import { isGrown } from '../grown'

/** child-at-risk-arrested: arrested instead of protected (HMIC 2016 L2172–2178). */
export const childAtRiskArrested: NoticeRule = {
  form: 'notice',
  id: 'missing/arrested',
  alert: 'child-at-risk-arrested',
  title: 'Arrested instead of protected',
  plain: 'A child who is missing, has just been found, or is at risk of exploitation was arrested. An inspector asks at once whether this child is to be protected.',
  meets: 'A review by an inspector or above, or police protection taken.',
  clause: 'child-at-risk-arrested',
  owedBy: 'police',
  raises(event, history) {
    const why = isArrest(event) && !isGrown(event, history) ? atRiskAtArrest(event, history) : null
    return why === null ? null : { because: [why] }
  },
  remedies: (event) => (event.kind === 'supervisor-review' && isInspectorOrAbove(textOf(event, 'rank') ?? textOf(event, 'by')) !== false)
    || (event.kind === 'police-protection' && textOf(event, 'change') === 'taken'),
}

/** Detained, or back from a time away by being arrested. */
export const isArrest = (event: PolicyEvent): boolean =>
  event.kind === 'detained' || (event.kind === 'child-returned' && /\barrest|in custody|detained/i.test(textOf(event, 'how') ?? ''))

/** Why the child was one to protect, in words: out, found within the last day, or at risk of exploitation; null where nothing says so. */
export function atRiskAtArrest(event: PolicyEvent, history: History): string | null {
  const episode = episodesOf(history).findLast((one) => !isAfter(one.first, event))
  if (episode !== undefined) {
    const returned = episode.returned
    if (returned === null || !isAfter(event, returned)) return 'the child was missing'
    if (event.at.getTime() <= dueAfter(returned.at, durationOf(packOfEpisode(episode, history), 'safe-and-well')).dueAt.getTime()) return 'the child had just been found'
  }
  const [exploited] = exploitationKnown(knownAt(event, history))
  if (exploited !== undefined) return exploited.why
  return listOf(event, 'prior_risk').some((risk) => /cse|exploit|missing/i.test(risk)) ? 'other records tell of exploitation or of going missing' : null
}
