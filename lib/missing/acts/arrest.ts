import 'server-only'
import type { Act } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { personToChange } from '@/lib/people/worked-person'
import { known, recordOfEpisode } from '../episode'
import { arrestInput } from '../return-input'
import { decidedBy } from './report'

/** child-at-risk-arrested (R212): a child who is missing, just found or at risk of exploitation was arrested. An inspector reviews it at once. */
export const recordArrest: Act<typeof arrestInput> = {
  name: 'record-arrest',
  right: 'record-entry',
  input: arrestInput,
  async run(context, input) {
    const { ledger } = await personToChange(context, 'record-entry', input.personId)
    if (input.arrestedAt.getTime() > context.now.getTime()) throw invalid('arrestedAt', 'This is in the future: enter when the child was arrested')
    const episode = await context.tx.episode.findFirst({ where: { personId: input.personId, closedAt: null, reportedAt: { lte: input.arrestedAt } }, orderBy: { reportedAt: 'desc' } })
    const entry = {
      kind: 'detained' as const, heading: 'Child arrested', occurredAt: input.arrestedAt,
      body: known({ offence: input.offence, where: input.custody, protecting: input.protecting, with: input.company, ...decidedBy(context), ...(episode === null ? {} : { prior_risk: ['missing'] }) }),
    }
    if (episode === null) context.record({ ...entry, ledger, subjects: [input.personId] })
    else await recordOfEpisode(context, episode, entry)
    return { goTo: `/people/${input.personId}/missing`, says: 'On record. Where the child was missing or is at risk of exploitation, an inspector is asked at once whether this child is to be protected.', ids: { personId: input.personId } }
  },
}
