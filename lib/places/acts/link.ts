import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { personToChange } from '@/lib/people/worked-person'
import { notAhead } from '@/lib/protection/acts/standing'
import { placeWhyWords } from '@/lib/wording/places'
import { linkPlaceInput, trainingInput, unlinkPlaceInput } from '../input'
import { note } from './record'
import { placePage, placeToWork } from './of'

/** Somebody has to do with a place, in whichever borough it stands: the tie is known across London, the words stay on the person's record. */
export const linkPlace: Act<typeof linkPlaceInput> = {
  name: 'link-place',
  right: 'work-places',
  input: linkPlaceInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const place = await tx.place.findFirst({ where: { id: input.placeId } })
    if (place === null) throw notFound()
    const { ledger, card } = await personToChange(context, 'work-places', input.personId)
    const since = input.since ?? now
    notAhead(context, 'since', since)
    if (place.closedAt !== null) throw conflict('This place was found to be of no concern any more: record it anew if that has changed.')
    if (input.episodeId !== null && await tx.episode.count({ where: { id: input.episodeId, personId: input.personId } }) === 0) throw invalid('episodeId', 'Choose a time away of this child')
    const grown = (card.years !== null && card.years >= 18) || (card.years === null && await tx.relationship.count({ where: { personId: input.personId, kind: { startsWith: 'suspect' }, until: null } }) > 0)
    const part = input.episodeId !== null ? 'episode' : grown ? 'adult' : 'child'
    await tx.$executeRaw`SELECT lock_people(ARRAY[${input.personId}]::uuid[])`
    if (await tx.placeLink.count({ where: { placeId: place.id, personId: input.personId, part, episodeId: input.episodeId, until: null } }) > 0) throw conflict('This is on record already.')
    const linkId = randomUUID()
    const entryId = context.record({ ledger, kind: 'place-linked', heading: `Linked to a place of concern: ${placeWhyWords(input.why).toLowerCase()}`, occurredAt: since, subjects: [input.personId], body: { place_id: place.id, why: input.why } })
    await tx.placeLink.createMany({ data: [{ id: linkId, placeId: place.id, part, personId: input.personId, episodeId: input.episodeId, why: input.why, borough: ledger, since, recordedAt: now, recordedBy: actor.accountId, entryId }] })
    await note(context, { placeId: place.id, borough: ledger, words: input.words, entryId, ofId: linkId, personId: input.personId })
    return { goTo: placePage(place.id), ids: { linkId, placeId: place.id, personId: input.personId }, says: 'Linked. The page of the place and the page of this person both show it.' }
  },
}

/** A link that is not so any more, or never was. */
export const unlinkPlace: Act<typeof unlinkPlaceInput> = {
  name: 'unlink-place',
  right: 'work-places',
  input: unlinkPlaceInput,
  async run(context, input) {
    const link = await context.tx.placeLink.findFirst({ where: { id: input.linkId } })
    if (link === null) throw notFound()
    const { ledger } = await personToChange(context, 'work-places', link.personId)
    const done = await context.tx.placeLink.updateMany({ where: { id: link.id, until: null }, data: { until: context.now } })
    if (done.count === 0) throw conflict('This link has ended already: open the page again.')
    const entryId = context.record({ ledger, kind: 'place-linked', heading: 'No longer linked to a place of concern', occurredAt: context.now, subjects: [link.personId], body: { place_id: link.placeId, ended: true } })
    await note(context, { placeId: link.placeId, borough: ledger, words: input.words, entryId, ofId: link.id, personId: link.personId })
    return { goTo: placePage(link.placeId), ids: { linkId: link.id, placeId: link.placeId }, says: 'The link has ended; that it was there stays on the record.' }
  },
}

/** R460: staff of premises trained: when, how many, by whom. */
export const recordTraining: Act<typeof trainingInput> = {
  name: 'record-premises-training',
  right: 'work-places',
  input: trainingInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const place = await placeToWork(context, input.placeId)
    notAhead(context, 'at', input.at)
    if (!place.makesafe) throw invalid('placeId', 'Put the place on the register of Operation Makesafe first')
    const eventId = randomUUID()
    const entryId = context.record({ ledger: place.borough, kind: 'premises-trained', heading: 'Staff of premises trained', occurredAt: input.at, subjects: [], body: { place_id: place.id, people: input.people } })
    await tx.placeEvent.createMany({ data: [{ id: eventId, placeId: place.id, borough: place.borough, kind: 'training', what: input.by, at: input.at, people: input.people, recordedAt: now, recordedBy: actor.accountId, entryId }] })
    await note(context, { placeId: place.id, borough: place.borough, words: input.words, entryId, ofId: eventId })
    return { goTo: placePage(place.id), ids: { placeId: place.id, eventId }, says: 'The training is on the record.' }
  },
}
