import 'server-only'
import { rankAtLeast } from '@/lib/access/roles'
import type { Act } from '@/lib/acts/act'
import { conflict } from '@/lib/acts/outcome'
import { policyHistories } from '@/lib/deadlines/histories'
import { panelNow } from '@/lib/policy/missing/panel'
import { gradeWords } from '@/lib/wording/missing'
import { episodePage, episodeToChange, known, recordOfEpisode } from '../episode'
import { within } from '../search'
import { reviewInput } from '../search-input'
import { decidedBy } from './report'

/**
 * missing.risk-review (R211): the risk looked at again, each tour while it is high and each day otherwise, with what was done since. Each review
 * is a grade. One below what the facts propose stays open until an inspector has said why: where an inspector reviews, this says it.
 */
export const reviewRisk: Act<typeof reviewInput> = {
  name: 'review-risk',
  right: 'report-missing',
  input: reviewInput,
  async run(context, input) {
    const episode = await episodeToChange(context, 'report-missing', input.episodeId)
    const at = input.reviewedAt ?? context.now
    within(context, episode, 'reviewedAt', at, 'when it was reviewed')
    if (episode.grade === null) throw conflict('The risk is not graded yet: grade it first.')
    const changed = await context.tx.episode.updateMany({ where: { id: episode.id, returnedAt: null, gradedAt: { lte: at } }, data: { grade: input.grade, gradedAt: at } })
    if (changed.count === 0) throw conflict('Somebody has graded it since, or the child is back: open the page again.')
    const by = decidedBy(context)
    await recordOfEpisode(context, episode, {
      kind: 'missing-risk-graded', occurredAt: at, heading: input.grade === episode.grade ? `Risk reviewed: still ${gradeWords(input.grade).toLowerCase()}` : `Risk reviewed: now ${gradeWords(input.grade).toLowerCase()}`,
      body: known({ level: input.grade, rationale: input.reason, progress: input.done, next: input.next, review: true, ...by }),
    })
    const history = (await policyHistories(context.tx, [episode.personId], context.now)).get(episode.personId)
    const inspector = context.actor.memberships.some(({ rank }) => rankAtLeast(rank, 'inspector'))
    const low = history !== undefined && panelNow(history, { answers: {}, now: at }).grades.some((one) => one.value === input.grade && one.state === 'needs-reason')
    if (low && inspector) {
      await recordOfEpisode(context, episode, {
        kind: 'supervisor-review', heading: 'An inspector has said why the grade is lower than the facts propose', occurredAt: at, body: known({ about: 'missing-episode', reason: input.reason, ...by }),
      })
    }
    return {
      goTo: episodePage(episode.id), ids: { episodeId: episode.id },
      says: low && !inspector ? 'The review is on record. The grade is lower than the facts propose: it stays open until an inspector has said why.' : 'The review is on record.',
    }
  },
}
