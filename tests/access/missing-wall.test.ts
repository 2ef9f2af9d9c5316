import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { readAs } from '@/lib/access/read-as'
import type { Actor } from '@/lib/access/actor'
import { perform } from '@/lib/acts/perform'
import { recordInformation } from '@/lib/missing/acts/information'
import { Prisma } from '@/lib/platform/generated/client'
import { aMashOfficer, anActor, aTeacher, MONDAY_NINE } from '../support/actors'
import { useDatabase } from '../support/database'
import { aDespatchSupervisor, aMissingPersonsOfficer, anEpisode } from '../support/episodes'

/** What the database itself lets whoever looks for children read of one, whatever a query forgets: rows while the child is away, words through one function. */
const database = useDatabase()
const now = new Date(MONDAY_NINE.getTime() + 2 * 3_600_000)

async function seen(actor: Actor, episodeId: string, personId: string): Promise<Record<string, number>> {
  const ask: readonly (readonly [string, Prisma.Sql])[] = [
    ['episode', Prisma.sql`SELECT 1 FROM episode WHERE id = ${episodeId}::uuid`], ['news', Prisma.sql`SELECT 1 FROM episode_information WHERE episode_id = ${episodeId}::uuid`],
    ['board', Prisma.sql`SELECT 1 FROM missing_board(${now}::timestamptz, false, false) WHERE id = ${episodeId}::uuid UNION ALL SELECT 1 FROM missing_board(${now}::timestamptz, true, false) WHERE id = ${episodeId}::uuid`],
    ['duties', Prisma.sql`SELECT 1 FROM episode_duties(${episodeId}::uuid)`], ['words', Prisma.sql`SELECT 1 FROM episode_words(${episodeId}::uuid) WHERE body::text LIKE '%after school%'`],
    ['person', Prisma.sql`SELECT 1 FROM person WHERE id = ${personId}::uuid`], ['entry', Prisma.sql`SELECT 1 FROM entry WHERE ${personId}::uuid = ANY (subject_ids)`],
    ['payload', Prisma.sql`SELECT 1 FROM entry_payload p JOIN episode_entry x ON x.entry_id = p.entry_id WHERE x.episode_id = ${episodeId}::uuid`], ['deadline', Prisma.sql`SELECT 1 FROM deadline WHERE child_id = ${personId}::uuid`],
  ]
  return readAs(actor, async (tx) => Object.fromEntries(await Promise.all(ask.map(async ([name, sql]) => [name, Math.min(1, (await tx.$queryRaw<unknown[]>(sql)).length)] as const))))
}

const NOTHING = { episode: 0, news: 0, board: 0, duties: 0, words: 0, person: 0, entry: 0, payload: 0, deadline: 0 }
const SEARCH = { ...NOTHING, episode: 1, news: 1, board: 1, duties: 1, words: 1 }

it('the control room and a unit elsewhere see the search while it is open, and never the record; a partner and an administrator nothing', async () => {
  const { episodeId, personId } = await anEpisode(database, MONDAY_NINE)
  const despatch = await aDespatchSupervisor(database)
  await perform(recordInformation, despatch, { episodeId, kind: 'information', receivedAt: now.toISOString(), channel: 'telephone', by: 'Her aunt', said: 'She rang.' }, { key: randomUUID(), now })
  const elsewhere = await aMissingPersonsOfficer(database, 'sutton')
  const nobody = [await aTeacher(database), await anActor(database, { role: 'administrator', agency: 'other', boroughs: [] }), await aMashOfficer(database, 'sutton')]
  for (const actor of [despatch, elsewhere]) expect(await seen(actor, episodeId, personId)).toEqual(SEARCH)
  for (const actor of nobody) expect(await seen(actor, episodeId, personId)).toEqual(NOTHING)
  expect(await seen(await aMashOfficer(database), episodeId, personId)).toEqual({ ...SEARCH, person: 1, entry: 1, payload: 1, deadline: 1 })

  await database.admin('UPDATE episode SET returned_at = $2, seen_at = $2, closed_at = $2 WHERE id = $1', [episodeId, now])
  for (const actor of [despatch, elsewhere]) expect(await seen(actor, episodeId, personId)).toEqual(NOTHING)
  // The unit of the borough reads the words of its own children's times away for good.
  expect(await seen(await aMissingPersonsOfficer(database), episodeId, personId)).toMatchObject({ episode: 1, words: 1, payload: 0 })
})

it('nobody who does not look for children hands one over or accepts it, whatever a query forgets', async () => {
  const { episodeId } = await anEpisode(database, MONDAY_NINE, { child: { givenName: 'Wren', familyName: 'Oddfellow', age: 15 } })
  const officer = await aMashOfficer(database)
  await expect(readAs(officer, (tx) => tx.episodeHandover.createMany({ data: [{ id: randomUUID(), episodeId, toSide: 'unit', entryId: randomUUID(), offeredAt: now, offeredBy: officer.accountId }] }))).rejects.toThrow()
  const despatch = await aDespatchSupervisor(database)
  await expect(readAs(despatch, (tx) => tx.episodeHandover.createMany({ data: [{ id: randomUUID(), episodeId, toSide: 'unit', entryId: randomUUID(), offeredAt: now, offeredBy: officer.accountId }] }))).rejects.toThrow()
})
