import { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import { isDispute } from '../dispute'
import { dutiesInput, mattersOf, recordOn, resultOf, sortChosen } from './chosen'

export const SETTLED = { 'agreed': 'The agencies agree', 'decided': 'A manager of this stage decided', 'withdrawn': 'Withdrawn by the agency that raised it' } as const

const input = dutiesInput.extend({ how: z.enum(['agreed', 'decided', 'withdrawn'], { error: 'Say how it was settled' }) })

/** A disagreement between agencies is settled, and how (escalation-dispute). What was challenged stays owed: only holding a discussion meets that. */
export const settleDispute: Act<typeof input> = {
  name: 'settle-dispute',
  right: 'escalate',
  input,
  async run(context, { deadlineIds, note, how }) {
    const sorted = await sortChosen(context, 'escalate', deadlineIds, (duty) => (isDispute(duty.alert) ? null : { why: 'state', says: 'it is no disagreement' }))
    for (const matter of mattersOf(sorted.taken)) {
      for (const duty of matter.duties) {
        const of = duty.itemId ?? duty.startedBy
        recordOn(context, { ...matter, duties: [duty] }, 'escalate', { kind: 'dispute-settled', heading: `Disagreement settled: ${SETTLED[how].charAt(0).toLowerCase()}${SETTLED[how].slice(1)}`, body: { note, how, of, duties: [duty.id] } })
      }
    }
    return resultOf(sorted, 'Settled')
  },
}
