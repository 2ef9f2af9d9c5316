import { dueAfter } from '../../calendar/duration'
import { isAfter, textOf, type PolicyEvent } from '../../events'
import { earlierCount } from '../../known-before'
import { knownAt } from '../../missing/as-known'
import { againstAbsent, alwaysMissing, classesOf, dated, switchesOf } from '../../missing/class'
import { episodeAt, packOfEpisode } from '../../missing/episode'
import { durationOf, numberOf } from '../../packs'
import type { History, NoticeRule } from '../../rule'
import { isSupervisor } from '../../who'
import { isGrown } from '../grown'

/** mis-consistent: missing one day and absent the next, without a reason (HMIC 2016 L1856–1860, L1878–1885: 30 missing and 16 absent of one child). */
export const classificationInconsistent: NoticeRule = {
  form: 'notice',
  id: 'missing/inconsistent',
  alert: 'classification-inconsistent',
  title: 'Class without a pattern',
  plain: 'The class of a child was changed three times in 90 days, the change at 24 hours not counted; or there are five and more of each from before; or the child was classed absent against what stood on the record.',
  meets: 'A supervisor’s review of how this child is classed, or a strategy discussion.',
  clause: 'mis-consistent',
  owedBy: 'missing-unit',
  raises(event, history) {
    if (isGrown(event, history)) return null
    const because = [...switched(event, history), ...ofEach(event, history), ...againstTheRecord(event, history)]
    return because.length === 0 ? null : { because }
  },
  remedies: (event) => event.kind === 'strategy-discussion-held' || (event.kind === 'supervisor-review' && isNoOneBelow(event)),
}

const isNoOneBelow = (event: PolicyEvent): boolean => {
  const who = textOf(event, 'rank') ?? textOf(event, 'by')
  return who === null || isSupervisor(who)
}

function switched(event: PolicyEvent, history: History): string[] {
  const switches = switchesOf(history)
  if (!switches.some((one) => one.id === event.id)) return []
  const pack = history.packAt(event)
  const window = durationOf(pack, 'classification.window')
  const recent = switches.filter((one) => !isAfter(one, event) && dueAfter(one.at, window).dueAt.getTime() > event.at.getTime())
  return recent.length >= numberOf(pack, 'classification.switches') ? [`the class was changed ${recent.length} times in 90 days`] : []
}

/** Known from before without dates: so many of each cannot follow a rule. */
function ofEach(event: PolicyEvent, history: History): string[] {
  if (event.kind !== 'missing-reported' || episodeAt(event, history)?.first.id !== event.id) return []
  const least = numberOf(history.packAt(event), 'classification.of-each')
  const [missing, absent] = [earlierCount(history, 'missing', event), earlierCount(history, 'absent', event)]
  return missing >= least && absent >= least ? [`${missing} times missing and ${absent} times absent are known from before`] : []
}

/** Absent was put on record though what closes it was on record then. What was written down later was not known to whoever did it. */
function againstTheRecord(event: PolicyEvent, history: History): string[] {
  const episode = event.kind === 'episode-classified' || event.kind === 'missing-reported' ? episodeAt(event, history) : null
  if (episode === null || !classesOf(episode, history).some((one) => one.class === 'absent' && one.by?.id === event.id)) return []
  const pack = packOfEpisode(episode, history)
  const known = knownAt(event, dated(history))
  const onRecord = { ...known, events: known.events.filter((one) => one.recordedAt.getTime() <= event.recordedAt.getTime()) }
  const closed = alwaysMissing(againstAbsent(onRecord, episode.begun, pack), pack)
  return closed === null ? [] : [`the child was classed absent though ${closed.because}`]
}
