import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { worksIn } from '@/lib/access/permissions'
import type { Act } from '@/lib/acts/act'
import { conflict, forbidden, notFound } from '@/lib/acts/outcome'
import { newEntryId } from '@/lib/chronology/new-entry-id'
import type { Tx } from '@/lib/platform/db'
import { momentWords } from '@/lib/wording/london-words'
import { sideWords, type Side } from '@/lib/wording/missing-search'
import { episodePage, episodeToChange, known, recordOfEpisode } from '../episode'
import { acceptInput, handOverInput } from '../search-input'

/** On which side of a hand-over the actor stands for this borough: the control room is London's, a unit is its borough's. */
export const sidesOf = (actor: Actor, borough: string): Side[] => actor.memberships.flatMap((membership): Side[] =>
  (!worksIn(membership, borough) ? [] : membership.role === 'despatch-supervisor' ? ['control-room'] : membership.role === 'missing-persons-officer' ? ['unit'] : []))

/** Who has the episode in hand: the side that accepted it last; the control room, which takes the calls, until then. */
export async function heldBy(tx: Tx, episodeId: string): Promise<Side> {
  const last = await tx.episodeHandover.findFirst({ where: { episodeId, acceptedAt: { not: null } }, orderBy: { acceptedAt: 'desc' }, select: { toSide: true } })
  return last?.toSide === 'unit' ? 'unit' : 'control-room'
}

/** R033, R210: a live episode offered to the other side. It stays with the one who offers until somebody there accepts it by name. */
export const handOverEpisode: Act<typeof handOverInput> = {
  name: 'hand-over-episode',
  right: 'report-missing',
  input: handOverInput,
  async run(context, input) {
    const { tx, actor, now } = context
    const episode = await episodeToChange(context, 'report-missing', input.episodeId, 'any')
    const holder = await heldBy(tx, episode.id)
    if (holder === input.to) throw conflict(`The ${sideWords(holder).toLowerCase()} has it already.`)
    if (!sidesOf(actor, episode.borough).includes(holder)) throw forbidden(`It is with the ${sideWords(holder).toLowerCase()}: they hand it over.`)
    const offered = await tx.episodeHandover.findFirst({ where: { episodeId: episode.id, acceptedAt: null }, select: { offeredAt: true } })
    if (offered !== null) throw conflict(`It was offered ${momentWords(offered.offeredAt, now)} and nobody has accepted it yet: ring them.`)
    const [id, entryId] = [randomUUID(), newEntryId()]
    await recordOfEpisode(context, episode, {
      id: entryId, kind: 'episode-handed-over', heading: `Handed over to the ${sideWords(input.to).toLowerCase()} by ${actor.name}`, occurredAt: now, body: known({ to: sideWords(input.to), note: input.note, handover_id: id }),
    })
    await tx.episodeHandover.createMany({ data: [{ id, episodeId: episode.id, toSide: input.to, entryId, offeredAt: now, offeredBy: actor.accountId }] })
    return { goTo: episodePage(episode.id), says: `Offered to the ${sideWords(input.to).toLowerCase()}. It stays with you until somebody there accepts it.`, ids: { episodeId: episode.id, handoverId: id } }
  },
}

/** R033: accepted by name. Nobody accepts what they offered themselves; of two who accept at once the second is told who was first. */
export const acceptEpisode: Act<typeof acceptInput> = {
  name: 'accept-episode',
  right: 'report-missing',
  input: acceptInput,
  async run(context, input) {
    const { tx, actor, now } = context
    const offer = await tx.episodeHandover.findFirst({ where: { id: input.handoverId } })
    if (offer === null) throw notFound()
    const episode = await episodeToChange(context, 'report-missing', offer.episodeId, 'any')
    if (offer.offeredBy === actor.accountId) throw conflict('You handed this over yourself: somebody of the other side accepts it.')
    if (!sidesOf(actor, episode.borough).some((side) => side === offer.toSide)) throw forbidden(`It is offered to the ${sideWords(offer.toSide).toLowerCase()}.`)
    const names = await tx.account.findMany({ where: { id: { in: [offer.offeredBy, ...(offer.acceptedBy === null ? [] : [offer.acceptedBy])] } }, select: { id: true, name: true } })
    const nameOf = (id: string | null): string => names.find((one) => one.id === id)?.name ?? 'a colleague'
    if (offer.acceptedAt !== null) throw conflict(`${nameOf(offer.acceptedBy)} accepted it ${momentWords(offer.acceptedAt, now)}.`)
    const changed = await tx.episodeHandover.updateMany({ where: { id: offer.id, acceptedAt: null }, data: { acceptedAt: now, acceptedBy: actor.accountId } })
    if (changed.count === 0) throw conflict('A colleague has just accepted it: open the page again.')
    await recordOfEpisode(context, episode, {
      kind: 'episode-accepted', heading: `Accepted by ${actor.name}, ${sideWords(offer.toSide).toLowerCase()}, from ${nameOf(offer.offeredBy)}`, occurredAt: now, body: { by: actor.name, from: nameOf(offer.offeredBy), handover_id: offer.id },
    })
    return { goTo: episodePage(episode.id), says: 'You have accepted it.', ids: { episodeId: episode.id, handoverId: offer.id } }
  },
}
