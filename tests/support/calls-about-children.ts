import type { TestDatabase } from './database'
import { anEpisode, callOf } from './episodes'

/** What the forms of a call and of the class and grade that follow it would send, by act. */
export async function inputsAboutCalls(database: TestDatabase, now: Date): Promise<Record<string, Record<string, unknown>>> {
  const reported = new Date(now.getTime() - 3_600_000)
  const out = await anEpisode(database, reported, { child: { givenName: 'Tamsin', familyName: 'Culverhouse', age: 15 } })
  const absent = await anEpisode(database, reported, { child: { givenName: 'Jory', familyName: 'Culverhouse', age: 16 }, as: 'absent', reason: 'Rang from his aunt’s an hour ago and is on the way.' })
  const at = now.toISOString()
  return {
    'report-missing': callOf(reported, { child: { givenName: 'Kerra', familyName: 'Culverhouse', age: 14 } }),
    'record-further-call': { episodeId: out.episodeId, reportedAt: at, callerKind: 'school', callerName: 'Mr Tozer', said: 'Seen at the bus stop at four.', answers: { unsafe_adult: 'yes' } },
    'grade-episode': { episodeId: out.episodeId, grade: 'high', reason: 'With an older man whom nobody knows.' },
    'classify-episode': { episodeId: absent.episodeId, as: 'missing', reason: 'His aunt has not seen him.' },
    'call-back': { episodeId: absent.episodeId, calledAt: at, reached: 'yes', said: 'No news.', answers: { harm: 'no' }, interval: 5 },
  }
}
