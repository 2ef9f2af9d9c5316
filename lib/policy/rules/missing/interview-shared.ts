import { answerOf } from '../../events'
import { episodeAt } from '../../missing/episode'
import { durationOf } from '../../packs'
import type { TimescaleRule } from '../../rule'
import { isGrown } from '../grown'
import { lateWords, startOf } from './start'

/** mis-rhi-share: what the interview found reaches police and the trigger plan (HMIC 2016 L2680–2688). */
export const interviewShared: TimescaleRule = {
  form: 'clock',
  id: 'missing/interview-shared',
  alert: 'interview-findings-not-shared',
  breach: true,
  title: 'Return interview shared with police',
  plain: 'What the return home interview found is shared with police within two working days and goes into the trigger plan.',
  meets: 'The findings shared with police, or a trigger plan written with them.',
  clause: 'mis-rhi-share',
  owedBy: 'local-authority',
  opens: 'each',
  parameters: ['return-home-interview.share'],
  starts(event, history) {
    if (event.kind !== 'return-home-interview' || answerOf(event, 'done') !== true || answerOf(event, 'shared') === true || isGrown(event, history)) return null
    const episode = episodeAt(event, history)
    const because = ['the interview was done']
    if (episode !== null) return startOf(event, episode, history, 'return-home-interview.share', because)
    return { by: event, from: event.at, duration: durationOf(history.packAt(event), 'return-home-interview.share'), parameter: 'return-home-interview.share', because: [...because, ...lateWords(event)] }
  },
  stops: (event) => (event.kind === 'interview-shared' || event.kind === 'trigger-plan-made' ? { how: 'met' } : null),
}
