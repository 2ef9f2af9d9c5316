import 'server-only'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import type { NewEntry } from '@/lib/chronology/new-entry'
import { gradeWords } from '@/lib/wording/missing'
import { episodePage, episodeToChange, known, recordOfEpisode } from '../episode'
import { gradeInput } from '../input'
import { decidedBy } from './report'

/** The entry of a grade: below what the facts propose it is recorded all the same, and stays open until an inspector’s reason. */
export const gradedEntry = (context: ActContext, at: Date, grade: string, reason: string | null, told: Readonly<Record<string, unknown>> = {}): Omit<NewEntry, 'ledger' | 'subjects'> => ({
  kind: 'missing-risk-graded', heading: `Risk graded ${gradeWords(grade).toLowerCase()}`, occurredAt: at, body: known({ ...told, level: grade, rationale: reason, ...decidedBy(context) }),
})

/** mis-no-low, mis-high-indicators, mis-repeat-not-lower: the risk of a missing child graded, or graded anew. */
export const gradeEpisode: Act<typeof gradeInput> = {
  name: 'grade-episode',
  right: 'report-missing',
  input: gradeInput,
  async run(context, input) {
    const episode = await episodeToChange(context, 'report-missing', input.episodeId)
    const at = input.gradedAt ?? context.now
    if (at.getTime() > context.now.getTime()) throw invalid('gradedAt', 'This is in the future: enter when it was decided')
    if (at.getTime() < episode.reportedAt.getTime()) throw invalid('gradedAt', 'This is before the report: enter when it was decided')
    const changed = await context.tx.episode.updateMany({ where: { id: episode.id, returnedAt: null, OR: [{ gradedAt: null }, { gradedAt: { lte: at } }] }, data: { grade: input.grade, gradedAt: at } })
    if (changed.count === 0) throw conflict('Somebody has graded it since, or the child is back: open the page again.')
    await recordOfEpisode(context, episode, gradedEntry(context, at, input.grade, input.reason))
    return { goTo: episodePage(episode.id), says: `Graded ${gradeWords(input.grade).toLowerCase()}.`, ids: { episodeId: episode.id } }
  },
}
