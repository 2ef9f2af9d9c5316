import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid } from '@/lib/acts/outcome'
import { newReference } from '@/lib/people/reference'
import { sameName } from '@/lib/platform/like'
import { placeKindWords } from '@/lib/wording/places'
import { changePlaceInput, recordPlaceInput } from '../input'
import { placePage, placeToWork } from './of'

const dayAt = (day: string | null): Date | null => (day === null ? null : new Date(`${day}T00:00:00Z`))
const plainPostcode = (postcode: string | null): string | null => (postcode === null ? null : postcode.toUpperCase().replaceAll(/\s+/g, ' ').trim())

/** R277, R459: a place of concern, or premises of Operation Makesafe. Known across London at once; what is known of it stays with the borough. */
export const recordPlace: Act<typeof recordPlaceInput> = {
  name: 'record-place',
  right: 'work-places',
  input: recordPlaceInput,
  async run(context, input) {
    const { tx, now, actor } = context
    context.as(input.borough)
    const postcode = plainPostcode(input.postcode)
    const same = await tx.place.findFirst({ where: { borough: input.borough, closedAt: null, name: sameName(input.name), ...(postcode === null ? {} : { postcode }) }, select: { reference: true } })
    if (same !== null) throw conflict(`A place of this name is on record here already as ${same.reference}: add to that one.`)
    const [placeId, reference] = [randomUUID(), newReference('L')]
    const entryId = context.record({ ledger: input.borough, kind: 'place-recorded', heading: `Place recorded: ${placeKindWords(input.kind).toLowerCase()}`, occurredAt: now, subjects: [], body: { place_id: placeId, as: input.as } })
    await tx.place.createMany({ data: [{
      id: placeId, reference, kind: input.kind, name: input.name, line: input.line, postcode, borough: input.borough, concern: input.as.includes('concern'), makesafe: input.as.includes('makesafe'), ownerContact: input.ownerContact,
      telephone: input.telephone, leafletOn: dayAt(input.leafletOn), recordedAt: now, recordedBy: actor.accountId, changedAt: now,
    }] })
    await note(context, { placeId, borough: input.borough, words: input.known, entryId })
    return { goTo: placePage(placeId), ids: { placeId, reference }, says: `On record as ${reference}, and known across London from now on.` }
  },
}

/** What is on record of a place is changed, version by version; whoever changes what somebody changed meanwhile is told. */
export const changePlace: Act<typeof changePlaceInput> = {
  name: 'change-place',
  right: 'work-places',
  input: changePlaceInput,
  async run(context, input) {
    const { tx, now } = context
    const place = await placeToWork(context, input.placeId)
    if (place.closedAt !== null) throw conflict('This place was found to be of no concern any more: record it anew if that has changed.')
    const leafletOn = dayAt(input.leafletOn)
    if (leafletOn !== null && leafletOn.getTime() > now.getTime()) throw invalid('leafletOn', 'This is in the future: enter when the leaflet was given')
    const done = await tx.place.updateMany({
      where: { id: place.id, version: input.version },
      data: {
        kind: input.kind, name: input.name, line: input.line, postcode: plainPostcode(input.postcode), concern: input.as.includes('concern'), makesafe: input.as.includes('makesafe'), ownerContact: input.ownerContact, telephone: input.telephone,
        leafletOn, changedAt: now, version: input.version + 1, ...(input.closed ? { closedAt: now } : {}),
      },
    })
    if (done.count === 0) throw conflict('Somebody has changed this place since you opened it: open the page again, what you typed is kept.')
    const entryId = context.record({ ledger: place.borough, kind: 'place-changed', heading: input.closed ? 'Place found to be of no concern any more' : 'Place changed', occurredAt: now, subjects: [], body: { place_id: place.id, version: input.version + 1, as: input.as } })
    await note(context, { placeId: place.id, borough: place.borough, words: input.known, entryId })
    return { goTo: placePage(place.id), ids: { placeId: place.id }, says: input.closed ? 'The place is off the list; all that is on record of it stays.' : 'The place is changed.' }
  },
}

interface Noted { readonly placeId: string; readonly borough: string; readonly words: string | null; readonly entryId: string; readonly ofId?: string; readonly personId?: string }

/** Words beside an entry: read by those who read the record, and gone when they are redacted. */
export async function note({ tx, now, actor }: ActContext, { placeId, borough, words, entryId, ofId, personId }: Noted): Promise<void> {
  if (words === null) return
  await tx.placeNote.createMany({ data: [{ id: randomUUID(), placeId, ofId: ofId ?? null, personId: personId ?? null, borough, at: now, by: actor.accountId, words, entryId }] })
}
