import { concernOf } from '../../concerns'
import { answerOf, listOf, textOf, type PolicyEvent } from '../../events'
import { endedByDecision } from '../../decisions'
import { episodeAt } from '../../missing/episode'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'
import { isGrown } from '../grown'
import { lateWords, startOf } from './start'

/** mis-debrief-refer: what the child said on return goes to social care by the next working day (HMIC 2016 L2112–2117: seventeen days, two weeks). */
export const debriefReferred: TimescaleRule = {
  form: 'clock',
  id: 'missing/debrief-referred',
  alert: 'debrief-not-referred',
  breach: true,
  title: 'What the child said passed to social care',
  plain: 'What a child says or shows on return, at the safe and well check or at the interview, is referred to children’s social care by the end of the next working day.',
  meets: 'A referral to children’s social care, the concern passed to it, or a strategy discussion.',
  clause: 'mis-debrief-refer',
  owedBy: 'missing-unit',
  opens: 'each',
  parameters: ['debrief.referral'],
  starts(event, history) {
    const isDebrief = event.kind === 'safe-and-well-check' || (event.kind === 'return-home-interview' && answerOf(event, 'done') === true)
    if (!isDebrief || isGrown(event, history) || !tells(event)) return null
    const episode = episodeAt(event, history)
    const because = ['the child told of something, or showed it']
    if (episode !== null) return startOf(event, episode, history, 'debrief.referral', because)
    return { by: event, from: event.at, duration: durationOf(history.packAt(event), 'debrief.referral'), parameter: 'debrief.referral', because: [...because, ...lateWords(event)] }
  },
  stops(event, clock, history) {
    if (event.kind === 'passed-to-csc' || event.kind === 'strategy-discussion-held') return { how: 'met' }
    if (event.kind === 'referral-made' && /^(csc|social|children['’]?s social|local authority|edt|emergency duty)/i.test(textOf(event, 'to') ?? '')) return { how: 'met' }
    return endedByDecision(event, clock.by, history)
  },
}

/** Something to pass on: a concern, a sign, an offence, words of harm. "Nothing said" tells of nothing. */
function tells(event: PolicyEvent): boolean {
  const words = ['disclosure', 'harm', 'findings'].map((key) => textOf(event, key)).filter((said) => said !== null)
  return concernOf(event) !== null || listOf(event, 'indicators').length > 0 || listOf(event, 'findings').length > 0 || answerOf(event, 'offence_identified') === true || answerOf(event, 'harm') === true
    || answerOf(event, 'disclosure') === true || words.some((said) => !/^\s*(none|nothing|no|nil|no concerns?|n\/?a|nothing (said|disclosed|found)|no disclosure)\b[\s.]*$/i.test(said))
}
