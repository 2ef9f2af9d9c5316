import { randomUUID } from 'node:crypto'
import { perform } from '@/lib/acts/perform'
import { handOverEpisode } from '@/lib/missing/acts/hand-over'
import { recordInformation } from '@/lib/missing/acts/information'
import { aDespatchSupervisor, anEpisode } from './episodes'
import type { TestDatabase } from './database'

/** What the forms of a search send about children of Bromley who are out: good input, by act. */
export async function inputsAboutSearches(database: TestDatabase, now: Date): Promise<Record<string, Record<string, unknown>>> {
  const reported = new Date(now.getTime() - 3 * 3_600_000)
  const { episodeId } = await anEpisode(database, reported, { child: { givenName: 'Avocet', familyName: 'Searched', age: 15 }, grade: 'high', gradeReason: 'Seen getting into a stranger’s car.' })
  const despatch = await aDespatchSupervisor(database)
  const news = { episodeId, kind: 'information', receivedAt: now.toISOString(), channel: 'telephone', by: 'Her aunt', said: 'She rang from Croydon.' }
  const told = await perform(recordInformation, despatch, news, { key: randomUUID(), now })
  const offer = await perform(handOverEpisode, despatch, { episodeId, to: 'unit', note: 'Her aunt rings back.' }, { key: randomUUID(), now })
  return {
    'record-information': news, 'act-on-information': { informationId: told.ok ? told.result.ids['informationId'] : '', done: 'A car was sent.' },
    'record-enquiry': { episodeId, line: 'cctv', what: 'The station', madeAt: now.toISOString() },
    'review-risk': { episodeId, grade: 'high', done: 'Hospitals asked.', reason: 'Nothing has been heard.' },
    'tell-social-care': { episodeId, authority: 'local', name: 'Bromley', who: 'Ms Adeyemi', toldAt: now.toISOString() }, 'tell-senior': { episodeId, senior: 'duty-inspector', name: 'Inspector Holloway', toldAt: now.toISOString() },
    'hand-over-episode': { episodeId, to: 'unit', note: 'Her aunt rings back.' }, 'accept-episode': { handoverId: offer.ok ? offer.result.ids['handoverId'] : '' }, 'close-episode': { episodeId, summary: 'Back by train.' },
  }
}
