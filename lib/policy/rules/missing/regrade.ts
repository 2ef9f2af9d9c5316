import { isAfter, type PolicyEvent } from '../../events'
import { knownAt } from '../../missing/as-known'
import { episodeDuring } from '../../missing/episode'
import { gradeOf, proposedFor } from '../../missing/risk-proposed'
import { wordsOf } from '../../packs'
import type { History, TimescaleRule } from '../../rule'
import { isGrown } from '../grown'
import { endOf, startOf } from './start'

/** mis-reclass-on-info: a fact that raises the proposal above the grade that stands calls for a new grade (HMIC 2016 L2149–2152, L2168–2173). */
export const regrade: TimescaleRule = {
  form: 'clock',
  id: 'missing/regrade',
  alert: 'missing-risk-to-regrade',
  breach: true,
  title: 'Risk to be graded again',
  plain: 'When something new is learnt of a missing child and the facts then propose a higher grade than the one that stands, the risk is graded again within the hour.',
  meets: 'A new grade of risk, or the child back.',
  clause: 'mis-reclass-on-info',
  owedBy: 'missing-unit',
  opens: 'once',
  parameters: ['missing.regrade'],
  starts(event, history) {
    const episode = gradeOf(event) !== null || isGrown(event, history) ? null : episodeDuring(event, history)
    if (episode === null || event.kind === 'child-returned') return null
    const graded = history.events.findLast((one) => gradeOf(one) !== null && isAfter(event, one) && !isAfter(episode.first, one))
    if (graded === undefined) return null
    const scale = wordsOf(history.packAt(graded), 'missing.grades')
    const proposed = proposedFor(knownAt(event, history))
    const rank = (grade: string): number => scale.indexOf(grade)
    // Too low from the first is raised at the grade itself: this is for what came after it.
    if (rank(gradeOf(graded) ?? '') >= rank(proposed.grade) || rank(gradeOf(graded) ?? '') < rank(proposedFor(knownAt(graded, history)).grade) || !tellsMore(event, history)) return null
    return startOf(event, episode, history, 'missing.regrade', [`the facts now propose ${proposed.grade}`, ...proposed.because])
  },
  stops: (event, _clock, history) => (gradeOf(event) !== null ? { how: 'met' } : endOf(event, 'out', history)),
  stillAnswered: () => false,
}

/** Is it this entry that raised the proposal, and not the passing of time since the last one? */
function tellsMore(event: PolicyEvent, history: History): boolean {
  const before = knownAt(event, history)
  return proposedFor({ ...before, events: before.events.slice(0, -1) }).grade !== proposedFor(before).grade
}
