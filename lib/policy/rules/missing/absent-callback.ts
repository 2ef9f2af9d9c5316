import { isAfter, type PolicyEvent } from '../../events'
import { absentUntil } from '../../missing/class'
import type { Episode } from '../../missing/episode'
import { packOfEpisode } from '../../missing/episode'
import { agreedInterval, intervalLimits } from '../../missing/interval'
import type { ClockStart, History, TimescaleRule } from '../../rule'
import { dueAfter } from '../../calendar/duration'
import { isGrown } from '../grown'
import { classBy, endOf, lateWords, startOf } from './start'

/** mis-absent-contact-first, mis-absent-contact-repeat: the informant of an absent child is called back (HMIC 2016 L1846–1849). */
export const absentCallback: TimescaleRule = {
  form: 'clock',
  id: 'missing/absent-callback',
  alert: 'absent-callback-overdue',
  breach: true,
  title: 'Call back the informant',
  plain: 'While a child is classed absent the informant is called back within an hour of the first call, and then at the agreed interval of four to eight hours; every time the questions of risk are asked again.',
  meets: 'A call-back with the questions asked again; the child back; or the child classed missing.',
  clause: 'mis-absent-contact-first',
  owedBy: 'control-room',
  opens: 'each',
  parameters: ['absent.first-callback', 'absent.callback-interval'],
  starts(event, history) {
    const stands = isGrown(event, history) ? null : classBy(event, history)
    if (stands === null || stands.now.class !== 'absent' || event.kind === 'child-returned') return null
    if (!stands.made && event.kind !== 'informant-recontacted') return null
    const called = stands.episode.events.findLast((one) => one.kind === 'informant-recontacted' && !isAfter(one, event))
    const start = called === undefined ? first(event, stands.episode, history) : next(event, called, stands.episode, history)
    // At 24 hours the child is missing and is looked for: a call-back that would fall due then or after it is none.
    const due = dueAfter(start.from, start.duration).dueAt
    return due.getTime() >= absentUntil(stands.episode, history).getTime() ? null : start
  },
  stops(event, _clock, history) {
    if (event.kind === 'informant-recontacted') return { how: 'met' }
    // Missing by the passing of time too: whatever is put on record after that finds no absent child.
    if (event.kind !== 'child-returned' && classBy(event, history)?.now.class === 'missing') return { how: 'ended', why: 'classed-missing' }
    return endOf(event, 'absent', history)
  },
}

/** From the first call; where somebody had classed the child missing before, from the change: nobody owed a call-back until then. */
function first(event: PolicyEvent, episode: Episode, history: History): ClockStart {
  const wasMissing = episode.events.some((one) => isAfter(event, one) && (one.kind === 'missing-risk-graded' || (one.kind === 'episode-classified' && one.detail['as'] === 'missing')))
  return startOf(event, episode, history, 'absent.first-callback', [wasMissing ? 'the child was classed absent' : 'the child is classed absent, and the hour runs from the first call'], { from: wasMissing ? event.at : episode.begun })
}

function next(event: PolicyEvent, called: PolicyEvent, episode: Episode, history: History): ClockStart {
  const pack = packOfEpisode(episode, history)
  const hours = agreedInterval(event, episode, pack)
  if (hours === intervalLimits(pack).least) return startOf(event, episode, history, 'absent.callback-interval', [`the informant was called back, and is again in ${hours} hours`], { from: called.at })
  const minutes = Math.round(hours * 60)
  return {
    by: event, from: called.at, duration: { unit: 'minutes', n: minutes }, parameter: null, clause: 'mis-absent-contact-repeat', keepsPackOf: episode.first,
    because: [`an interval of ${hours} hours was agreed with the informant`, ...lateWords(event)],
  }
}
