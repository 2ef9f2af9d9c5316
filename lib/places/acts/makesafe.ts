import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { membershipFor } from '@/lib/access/permissions'
import { newReference } from '@/lib/people/reference'
import type { Place } from '@/lib/platform/generated/client'
import { referralInput } from '@/lib/referrals/input'
import { takeIn } from '@/lib/referrals/take-referral'
import { FROM_PREMISES, type PlaceKind } from '@/lib/wording/places'
import { answerCallInput, makesafeCallInput, tagCallInput } from '../input'

export const callPage = (callId: string): string => `/makesafe/calls/${callId}`
const isKind = (kind: string): kind is PlaceKind => Object.hasOwn(FROM_PREMISES, kind)

/**
 * cse-makesafe, R460, R461: a call from premises, tagged as it is taken. Where a child is known or described it goes on as a contact to the
 * MASH of the borough, with the tag in its first entry; where none is, the call itself is on record and counted.
 */
export const takeMakesafeCall: Act<typeof makesafeCallInput> = {
  name: 'take-makesafe-call',
  right: 'makesafe-call',
  input: makesafeCallInput,
  async run(context, input) {
    const { tx, now, actor } = context
    context.as(null)
    if (input.receivedAt.getTime() > now.getTime()) throw invalid('receivedAt', 'This is in the future: enter when the call came')
    const place = input.placeId === null ? null : await premises(context, input.placeId)
    const kind = place?.kind ?? input.kind ?? 'other'
    const from = isKind(kind) ? FROM_PREMISES[kind] : 'premises'
    const borough = place?.borough ?? input.borough
    const [callId, reference] = [randomUUID(), newReference('K')]
    const extra = { from, tag: input.tag, makesafe_call: callId, ...(place === null ? {} : { place_id: place.id }) }
    const taken = input.child === 'none' ? null : await takeIn(context, referralInput.parse({
      form: 'contact', borough, fromAgency: 'public', fromWords: from, channel: 'telephone', toAgency: 'police', referrerName: input.callerName, referrerContact: input.callerContact ?? place?.telephone ?? null,
      children: input.children, adults: [], concern: 'cse', narrative: input.said, urgency: input.danger === 'yes' ? 'high' : null, emergency: input.danger === 'yes' ? 'danger-now' : null,
      emergencyCall: input.danger === 'yes' ? 'made' : null, callReference: input.callReference, receivedAt: input.receivedAt, searched: input.searched, extra,
    }), { unlooked: true })
    const entryId = context.record({
      ledger: borough, kind: taken === null ? 'contact-received' : 'makesafe-answered', heading: taken === null ? `Operation Makesafe call from ${from}, no child told of` : 'Operation Makesafe call taken and tagged',
      occurredAt: input.receivedAt, subjects: [], body: { from, tag: input.tag, channel: input.channel, call_id: callId },
    })
    const referralId = taken?.ids['referralId'] ?? null
    await tx.makesafeCall.createMany({ data: [{
      id: callId, reference, borough, placeId: place?.id ?? null, premises: input.premises, receivedAt: input.receivedAt, channel: input.channel, quoted: input.quoted, tag: input.tag, taggedAt: now, taggedBy: actor.accountId,
      referralId, recordedAt: now, recordedBy: actor.accountId, entryId,
    }] })
    await tx.placeNote.createMany({ data: [{ id: randomUUID(), callId, placeId: place?.id ?? null, borough, at: now, by: actor.accountId, words: [input.said, input.callerName, input.callerContact].filter((part) => part !== null).join('\n'), entryId }] })
    return {
      goTo: callPage(callId), ids: { callId, reference, ...(referralId === null ? {} : { referralId }) },
      says: taken === null ? `Taken and tagged as ${reference}. Record what came of it before the shift ends.` : `Taken and tagged as ${reference}. It went to the MASH as ${taken.ids['reference'] ?? 'a contact'}. Record what came of it before the shift ends.`,
    }
  },
}

async function premises({ tx }: ActContext, placeId: string): Promise<Place> {
  const place = await tx.place.findFirst({ where: { id: placeId, closedAt: null } })
  if (place === null) throw invalid('placeId', 'Choose the premises from the list')
  return place
}

/** Whether officers were sent and what came of it: said once, so that it can be counted. */
export const answerMakesafeCall: Act<typeof answerCallInput> = {
  name: 'answer-makesafe-call',
  right: 'makesafe-call',
  input: answerCallInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const call = await tx.makesafeCall.findFirst({ where: { id: input.callId } })
    if (call === null) throw notFound()
    context.as(call.borough)
    const deployed = input.deployed === 'yes'
    const done = await tx.makesafeCall.updateMany({ where: { id: call.id, outcome: null }, data: { deployed, deployedAt: deployed ? now : null, outcome: input.outcome, outcomeAt: now } })
    if (done.count === 0) throw conflict('The outcome of this call is on record already: open the page again to see it.')
    const entryId = context.record({ ledger: call.borough, kind: 'makesafe-answered', heading: 'Operation Makesafe call: outcome recorded', occurredAt: now, subjects: [], body: { call_id: call.id, deployed, outcome: input.outcome } })
    await tx.placeNote.createMany({ data: [{ id: randomUUID(), callId: call.id, placeId: call.placeId, borough: call.borough, at: now, by: actor.accountId, words: input.account, entryId }] })
    return { goTo: callPage(call.id), ids: { callId: call.id }, says: 'The outcome is on the record.' }
  },
}

/** A call that was taken without its tag gets it: the duty of the control room is answered, and the call is counted. */
export const tagCall: Act<typeof tagCallInput> = {
  name: 'tag-call',
  right: 'makesafe-call',
  input: tagCallInput,
  async run(context, input) {
    const { tx, now, actor } = context
    const [found] = await tx.$queryRaw<{ id: string; subject_ids: string[]; borough: string; received_at: Date; referrer: string | null }[]>`
      SELECT c.id, c.subject_ids, r.borough, r.received_at, r.from_words AS referrer FROM call_entry(${input.referralId}::uuid) c JOIN referral r ON r.id = ${input.referralId}::uuid WHERE r.channel = 'telephone'`
    if (found === undefined) throw notFound()
    context.as(found.borough)
    const place = input.placeId === null ? null : await premises(context, input.placeId)
    if (membershipFor(actor, 'makesafe-call', found.borough) === null) throw notFound()
    await tx.$executeRaw`SELECT lock_people(${found.subject_ids}::uuid[])`
    if (await tx.makesafeCall.count({ where: { referralId: input.referralId } }) > 0) throw conflict('This call has its tag already.')
    const [callId, reference] = [randomUUID(), newReference('K')]
    const entryId = context.record({ ledger: found.borough, kind: 'makesafe-tagged', heading: 'Operation Makesafe call tagged', occurredAt: now, subjects: found.subject_ids, referralId: input.referralId, body: { of: found.id, tag: 'makesafe' } })
    await tx.makesafeCall.createMany({ data: [{
      id: callId, reference, borough: found.borough, placeId: place?.id ?? null, premises: place === null ? found.referrer ?? 'Premises not named' : null, receivedAt: found.received_at, channel: '101', tag: 'makesafe', taggedAt: now, taggedBy: actor.accountId,
      referralId: input.referralId, recordedAt: now, recordedBy: actor.accountId, entryId,
    }] })
    if (input.note !== null) await tx.placeNote.createMany({ data: [{ id: randomUUID(), callId, placeId: place?.id ?? null, borough: found.borough, at: now, by: actor.accountId, words: input.note, entryId }] })
    return { goTo: '/makesafe?list=untagged', ids: { callId, reference }, says: `Tagged as ${reference}, and counted from now on.` }
  },
}
