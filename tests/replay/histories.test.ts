import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { historyFiles } from '@/lib/replay/find-files'
import { readHistory } from '@/lib/replay/read-history'
import { replay, type Replay } from '@/lib/replay/replay'
import { reportOf } from '@/lib/replay/report'
import { stageIn } from '@/lib/replay/stage'
import { useDatabase } from '../support/database'

/** What the product had to answer for from its first version on; more is served with every rule. */
const SERVED = [
  'contact-unactioned', 'mash-assessment-overdue', 'allocation-overdue', 'strategy-discussion-overdue', 'strategy-discussion-quorum',
  'strategy-plan-missing', 'action-overdue', 'convene-strategy-discussion', 'strategy.open', 'child.is-child',
]

const database = useDatabase()
const replays: Replay[] = []

beforeAll(async () => {
  const stage = await stageIn(database.urls.owner)
  const files = await historyFiles(path.resolve('lib/replay/histories'))
  for (const [turn, file] of files.entries()) {
    replays.push(await replay(stage, readHistory(await readFile(file, 'utf8'), path.basename(file, '.json')), turn))
  }
  await stage.close()
}, 120_000)

describe('the case histories', () => {
  it('are all carried', () => expect(replays).toHaveLength(55))

  it('demand nothing that was missed', () => {
    expect(replays.flatMap(({ history, results }) => results.filter((result) => result.verdict === 'missed').map((result) => ({ id: history.id, ...result })))).toEqual([])
  })

  it('find every rule of the first version served', () => {
    const unserved = replays.flatMap(({ results }) => results).filter((result) => result.verdict === 'not-supported' && SERVED.includes(result.rule))
    expect(unserved).toEqual([])
    expect(replays.flatMap(({ results }) => results).filter((result) => SERVED.includes(result.rule)).length).toBeGreaterThanOrEqual(64)
  })

  it('of good work raise nothing that has a name in the histories', () => {
    expect(replays.filter(({ history }) => history.goodPractice).length).toBeGreaterThanOrEqual(6)
    expect(replays.flatMap(({ history, unexpected }) => unexpected.map((one) => ({ id: history.id, ...one })))).toEqual([])
  })

  it('went on record whole: every event was accepted or refused by policy', () => {
    expect(replays.flatMap(({ history, evidence }) => evidence.played.submitted.filter((one) => one.notTaken !== null).map((one) => ({ id: history.id, event: one.event.id, why: one.notTaken })))).toEqual([])
  })

  it('are driven through the acts that exist for their events', () => {
    const own = ['contact-received', 'referral-made', 'referral-decided', 'case-allocated', 'strategy-discussion-held', 'action-set', 'action-completed']
    expect(reportOf(replays).viaGenericAct.filter((word) => own.includes(word))).toEqual([])
  })
})
