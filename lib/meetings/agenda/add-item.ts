import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ActContext } from '@/lib/acts/act'
import type { ItemKind } from '../kind'
import type { AgendaKind } from '../kinds'

export interface NewItem {
  readonly kind: ItemKind
  readonly personId: string | null
  readonly placeId: string | null
  readonly title: string | null
  readonly why: string
  readonly source: 'listed' | 'map-output' | 'carried'
  readonly strategyReference: string | null
  readonly overrideReason: string | null
  readonly sharedWith: readonly string[]
}

const ABOUT: Readonly<Record<ItemKind, string>> = { victim: 'child', offender: 'adult', location: 'place', theme: 'theme' }

interface Where {
  readonly id: string
  readonly borough: string
  readonly month: string | null
}

/**
 * Puts one item on the agenda of a meeting that is still to end, with its entry; a child also among those the meeting is about. Gives its id, or
 * null where the person or the place stands on that agenda already.
 */
export async function addItem(context: ActContext, kind: AgendaKind, call: Where, item: NewItem): Promise<string | null> {
  const { tx, actor, now } = context
  // Two who list the same child at once, or a listing while the meeting ends: one after the other.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`agenda:${call.id}`}))`
  const there = item.personId === null && item.placeId === null ? null : await tx.meetingItem.findFirst({
    where: { callId: call.id, kind: item.kind, personId: item.personId, placeId: item.placeId }, select: { id: true },
  })
  if (there !== null) return null
  const last = await tx.meetingItem.findFirst({ where: { callId: call.id }, orderBy: { position: 'desc' }, select: { position: true } })
  const itemId = randomUUID()
  const entryId = context.record({
    ledger: call.borough, kind: 'listed-for-meeting', heading: `Listed for the ${kind.title}`, occurredAt: now, subjects: item.personId === null ? [] : [item.personId],
    body: {
      meeting: kind.agenda.meeting, meeting_id: call.id, item_id: itemId, item_kind: item.kind, about: ABOUT[item.kind], why: item.why, source: item.source,
      ...(call.month === null ? {} : { month: call.month }), ...(item.placeId === null ? {} : { place_id: item.placeId }), ...(item.title === null ? {} : { title: item.title }),
      // Said even where there is none: a child listed on an override has no discussion behind the listing, and somebody owes one at once.
      ...(item.kind === 'victim' ? { strategy_reference: item.strategyReference, override: item.overrideReason, strategy_held: item.strategyReference !== null } : {}),
    },
  })
  await tx.meetingItem.createMany({ data: [{
    id: itemId, callId: call.id, borough: call.borough, kind: item.kind, personId: item.personId, placeId: item.placeId, title: item.title, why: item.why, source: item.source,
    strategyReference: item.strategyReference, overrideReason: item.overrideReason, sharedWith: [...item.sharedWith], position: (last?.position ?? 0) + 1,
    listedAt: now, listedBy: actor.accountId, entryId,
  }] })
  if (item.kind === 'victim' && item.personId !== null) {
    await tx.meetingCallChild.createMany({ data: [{ callId: call.id, personId: item.personId }], skipDuplicates: true })
  }
  return itemId
}

/** The agencies that a meeting asks for: with whom an item is shared unless fewer are chosen. */
export const agenciesOf = (members: readonly { readonly agency: string }[]): string[] => [...new Set(members.map((member) => member.agency))].sort()
