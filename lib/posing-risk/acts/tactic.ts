import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { invalid } from '@/lib/acts/outcome'
import { personToChange } from '@/lib/people/worked-person'
import { placePage, placeToWork } from '@/lib/places/acts/of'
import { known, notAhead } from '@/lib/protection/acts/standing'
import { tacticWords } from '@/lib/wording/places'
import { tacticInput } from '../input'
import { adultPage } from './link-adult'

/** R278: what was tried against an adult or a place, when, and what came of it. Counted as a disruption; it starts no duty. */
export const recordTactic: Act<typeof tacticInput> = {
  name: 'record-tactic',
  right: 'work-places',
  input: tacticInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const place = input.placeId === null ? null : await placeToWork(context, input.placeId)
    const adult = input.adultId === null ? null : await personToChange(context, 'work-places', input.adultId)
    notAhead(context, 'at', input.at)
    const borough = place?.borough ?? adult?.ledger
    if (borough === undefined) throw invalid('placeId', 'Say against which place or adult')
    const entryId = context.record({
      ledger: borough, kind: 'intervention-recorded', heading: `Disruption: ${tacticWords(input.what).toLowerCase()}`, occurredAt: input.at, subjects: input.adultId === null ? [] : [input.adultId],
      body: known({ what: 'disruption', kind: input.what, suspect: input.adultId, place_id: input.placeId, result: input.result }),
    })
    const eventId = randomUUID()
    await tx.placeEvent.createMany({ data: [{ id: eventId, placeId: input.placeId, adultId: input.adultId, borough, kind: 'tactic', what: input.what, result: input.result, at: input.at, recordedAt: now, recordedBy: actor.accountId, entryId }] })
    await tx.placeNote.createMany({ data: [{ id: randomUUID(), placeId: input.placeId, ofId: eventId, personId: input.adultId, borough, at: now, by: actor.accountId, words: input.account, entryId }] })
    return { goTo: input.placeId === null ? adultPage(input.adultId ?? '') : placePage(input.placeId), ids: { eventId, entryId }, says: 'What was tried is on the record, with its date and what came of it.' }
  },
}
