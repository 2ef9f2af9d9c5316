import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Act, ActContext } from '@/lib/acts/act'
import { conflict, invalid, notFound } from '@/lib/acts/outcome'
import { newEntryId } from '@/lib/chronology/new-entry-id'
import { momentWords } from '@/lib/wording/london-words'
import { CHANNEL_WORDS, newsWords } from '@/lib/wording/missing-search'
import { episodePage, known, recordOfEpisode } from '../episode'
import { episodeToTell, type EpisodeRow } from '../search'
import { actOnInput, informationInput } from '../search-input'
import { decidedBy } from './report'

/**
 * mis-info-channel: a sighting or other news of a child who is out reaches the live record, and waits there with an hour of its own until
 * somebody has acted on it (HMIC 2016 L2132–2137: fourteen hours in an inbox).
 */
export const recordInformation: Act<typeof informationInput> = {
  name: 'record-information',
  right: 'record-entry',
  input: informationInput,
  async run(context, input) {
    const episode = await episodeToTell(context, input.episodeId, 'sighting')
    if (episode.returnedAt !== null) throw conflict('The child is back: what is learnt now goes into the chronology of the child.')
    if (input.receivedAt.getTime() > context.now.getTime()) throw invalid('receivedAt', 'This is in the future: enter when it came in')
    if (input.receivedAt.getTime() < episode.reportedAt.getTime()) throw invalid('receivedAt', 'This is before the report: enter when it came in')
    if (input.seenAt !== null && input.seenAt.getTime() > input.receivedAt.getTime()) throw invalid('seenAt', 'This is after it came in: enter when the child was seen')
    const [id, entryId, sighting] = [randomUUID(), newEntryId(), input.kind === 'sighting']
    const told = known({ answers: Object.keys(input.answers).length === 0 ? null : input.answers, indicators: input.indicators })
    await recordOfEpisode(context, episode, {
      id: entryId, kind: sighting ? 'sighting-recorded' : 'information-received', heading: sighting ? 'Sighting of the missing child' : 'Information about the missing child', occurredAt: input.receivedAt, source: input.by.slice(0, 120),
      body: known({
        ...told, from: input.by, by: input.by, channel: CHANNEL_WORDS[input.channel], held_in: input.heldIn, said: input.said, where: input.where, with: input.company,
        at: input.seenAt?.toISOString(), urgency: 'high',
      }),
    })
    await context.tx.episodeInformation.createMany({ data: [{ id, episodeId: episode.id, entryId, kind: input.kind, receivedAt: input.receivedAt }] })
    if (sighting) await seenSince(context, episode, input.seenAt ?? input.receivedAt, input.where)
    if (input.done !== null) await acted(context, episode, { id, entryId, kind: input.kind }, input.done)
    return {
      goTo: episodePage(episode.id), ids: { episodeId: episode.id, informationId: id, entryId },
      says: input.done === null ? `On record. It waits until somebody has acted on it: ${momentWords(new Date(input.receivedAt.getTime() + 3_600_000), context.now)} at the latest.` : 'On record, with what was done about it.',
    }
  },
}

/** Where the child was last seen moves on with a later sighting, never back. */
async function seenSince(context: ActContext, episode: EpisodeRow, at: Date, where: string | null): Promise<void> {
  await context.tx.episode.updateMany({
    where: { id: episode.id, returnedAt: null, OR: [{ lastSeenAt: null }, { lastSeenAt: { lt: at } }] }, data: { lastSeenAt: at, ...(where === null ? {} : { lastSeenWhere: where }) },
  })
}

/** mis-info-channel: what was done about news that waited. Of two who act at once the second is told that it is in hand, and by whom. */
export const actOnInformation: Act<typeof actOnInput> = {
  name: 'act-on-information',
  right: 'record-entry',
  input: actOnInput,
  async run(context, input) {
    const row = await context.tx.episodeInformation.findFirst({ where: { id: input.informationId } })
    if (row === null) throw notFound()
    const episode = await episodeToTell(context, row.episodeId)
    await acted(context, episode, row, input.done)
    return { goTo: episodePage(episode.id), says: `${newsWords(row.kind)} acted on.`, ids: { episodeId: episode.id, informationId: row.id } }
  },
}

async function acted(context: ActContext, episode: EpisodeRow, news: { readonly id: string; readonly entryId: string; readonly kind: string }, done: string): Promise<void> {
  await take(context, news.id)
  await recordOfEpisode(context, episode, {
    kind: 'information-actioned', heading: `${newsWords(news.kind)} acted on`, occurredAt: context.now, body: known({ of: news.entryId, done, ...decidedBy(context) }),
  })
}

/** Marks waiting news as taken up; who was quicker is named. */
export async function take({ tx, actor, now }: ActContext, informationId: string): Promise<void> {
  const changed = await tx.episodeInformation.updateMany({ where: { id: informationId, actedAt: null }, data: { actedAt: now, actedBy: actor.accountId } })
  if (changed.count > 0) return
  const row = await tx.episodeInformation.findFirst({ where: { id: informationId }, select: { actedAt: true, actedBy: true } })
  const who = row?.actedBy == null ? null : await tx.account.findUnique({ where: { id: row.actedBy }, select: { name: true } })
  throw conflict(`${who?.name ?? 'A colleague'} acted on it${row?.actedAt == null ? '' : ` ${momentWords(row.actedAt, now)}`}: open the page again.`)
}
