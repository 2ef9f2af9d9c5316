import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exitStatus, reportOf } from '@/lib/replay/report'
import { stageIn, type Stage } from '@/lib/replay/stage'
import { storyOf } from '@/lib/replay/story'
import { useDatabase } from '../support/database'
import { playAs, type Happening, type Must } from '../support/histories'

const database = useDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await stageIn(database.urls.owner)
})
afterAll(() => stage.close())

const NEGLECT: Happening = ['PT0H', 'referral-made', { from: 'csc', to: 'police', referrer: 'csc', concern: 'neglect' }]
const verdictOf = async (must: Must, timeline: Happening[] = [NEGLECT]) => (await playAs(stage, timeline, [must])).results[0]

describe('a verdict', () => {
  it.each<[string, Must]>([
    ['an alert before it is due', ['PT23H', 'alert', 'strategy-discussion-overdue']],
    ['another basis', ['P1D', 'alert', 'strategy-discussion-overdue', { basis: 'standard' }]],
    ['the first where one was before it', ['P3DT15H', 'alert', 'strategy-discussion-overdue', { basis: 'standard', first: true }]],
    ['quiet where it is late', ['P2D', 'quiet', 'strategy-discussion-overdue']],
    ['closed where it is open', ['PT1H', 'state', 'strategy.open', { equals: false }]],
    ['a task before the event', ['-PT1H', 'task', 'convene-strategy-discussion']],
    ['a refusal of what was accepted', ['PT0H', 'refuse', 'allocation-untrained', { on: 'e1' }]],
  ])('is missed: %s', async (_name, must) => expect(await verdictOf(must)).toMatchObject({ verdict: 'missed' }))

  it.each<[string, Must]>([
    ['an alert nobody serves', ['P1D', 'alert', 'custody-restraint-review']],
    ['quiet of a rule nobody serves', ['P1D', 'quiet', 'custody-restraint-review']],
    ['a task nobody serves', ['P1D', 'task', 'offer-sarc']],
  ])('is not supported: %s', async (_name, must) => expect(await verdictOf(must)).toMatchObject({ verdict: 'not-supported' }))

  it('says what was there instead', async () => {
    expect((await verdictOf(['P1D', 'quiet', 'strategy-discussion-overdue']))?.verdict).toBe('held')
    expect((await verdictOf(['P2D', 'quiet', 'strategy-discussion-overdue']))?.seen).toBe('strategy-discussion-overdue (force-24h) from PT0H by e1, due P1D, never met')
  })

  it('is missed where an event it depends on could not be taken, a silence above all', async () => {
    const untakeable: Happening = ['PT0H', 'contact-received', { concern: 'cse', note: 'a\u0000b' }]
    const musts: Must[] = [['P5D', 'quiet', 'strategy-discussion-overdue'], ['-PT1H', 'quiet', 'strategy-discussion-overdue'], ['P1D', 'quiet', 'custody-restraint-review']]
    const played = await playAs(stage, [untakeable], musts)
    expect(played.results.map((result) => result.verdict)).toEqual(['missed', 'held', 'not-supported'])
    expect(played.results[0]?.seen).toMatch(/^e1 could not be taken/)
    expect(exitStatus(reportOf([played]), false)).toBe(1)
    const good = await playAs(stage, [untakeable], [], { good_practice: true, quiet_until: 'P1D' })
    expect(good.unexpected).toEqual([{ kind: 'refuse', rule: 'event-not-taken', at: 'PT0H', on: 'e1' }])
  })

  it('of one child stands where what could not be taken was about another', async () => {
    const children = [{ ref: 'child-1' }, { ref: 'child-2' }]
    const untakeable: Happening = ['PT0H', 'information-received', { concern: 'cse', note: 'a\u0000b', child: 'child-2' }]
    const musts: Must[] = [['P5D', 'quiet', 'strategy-discussion-overdue', { child: 'child-1' }], ['P5D', 'quiet', 'strategy-discussion-overdue', { child: 'child-2' }]]
    expect((await playAs(stage, [untakeable], musts, { children })).results.map((result) => result.verdict)).toEqual(['held', 'missed'])
  })

  it('is about the child it names and not for another', async () => {
    const children = [{ ref: 'child-1' }, { ref: 'child-2' }]
    const timeline: Happening[] = [['PT0H', 'information-received', { concern: 'cse' }]]
    const musts: Must[] = [
      ['P1D', 'alert', 'strategy-discussion-overdue', { child: 'child-1', not_for: 'child-2' }],
      ['P1D', 'alert', 'strategy-discussion-overdue', { child: 'child-2' }],
    ]
    expect((await playAs(stage, timeline, musts, { children })).results.map((result) => result.verdict)).toEqual(['held', 'missed'])
  })
})

describe('good work', () => {
  it('tells every alert raised up to and including quiet_until', async () => {
    const quiet = async (until: string) => (await playAs(stage, [NEGLECT], [], { good_practice: true, quiet_until: until })).unexpected
    expect(await quiet('P1D')).toEqual([])
    expect(await quiet('P1DT1M')).toEqual([{ kind: 'alert', rule: 'strategy-discussion-overdue', at: 'P1D', on: 'e1' }])
  })

  it('tells a refusal too, and an ordinary history tells neither', async () => {
    const untrained: Happening = ['PT1H', 'case-allocated', { team: 'cait', trained: false }]
    const good = await playAs(stage, [NEGLECT, untrained], [], { good_practice: true, quiet_until: 'PT2H' })
    expect(good.unexpected).toEqual([{ kind: 'refuse', rule: 'allocation-untrained', at: 'PT1H', on: 'e2' }])
    expect((await playAs(stage, [NEGLECT, untrained], [], { quiet_until: 'P9D' })).unexpected).toEqual([])
  })
})

describe('a run', () => {
  it('fails for what was missed or unexpected, and for what is not served only when strict', async () => {
    const status = async (must: Must, strict: boolean, more = {}) => exitStatus(reportOf([await playAs(stage, [NEGLECT], [must], more)]), strict)
    expect(await status(['P1D', 'alert', 'strategy-discussion-overdue'], true)).toBe(0)
    expect(await status(['PT1H', 'alert', 'strategy-discussion-overdue'], false)).toBe(1)
    expect(await status(['P1D', 'alert', 'custody-restraint-review'], false)).toBe(0)
    expect(await status(['P1D', 'alert', 'custody-restraint-review'], true)).toBe(1)
    expect(await status(['P9D', 'alert', 'strategy-discussion-overdue'], false, { good_practice: true, quiet_until: 'P2D' })).toBe(1)
  })

  it('keeps one history from another', async () => {
    await playAs(stage, [NEGLECT])
    expect((await playAs(stage, [], [['P9D', 'quiet', 'strategy-discussion-overdue']])).results[0]?.verdict).toBe('held')
  })

  it('tells the case and the product side by side, each with its clause', async () => {
    const story = storyOf(await playAs(stage, [NEGLECT, ['PT1H', 'case-allocated', { team: 'cait', trained: false }]], [['P1D', 'alert', 'strategy-discussion-overdue']]))
    expect(story.moments.map((moment) => moment.offset)).toEqual(['PT0H', 'PT1H', 'P1D'])
    expect(story.moments[0]?.case.map((line) => line.words)).toEqual(["Referral made from children's social care: neglect"])
    expect(story.moments[0]?.product.filter((line) => line.what === 'started').every((line) => line.clause !== undefined && line.due !== undefined)).toBe(true)
    expect(story.moments[1]?.product).toEqual([expect.objectContaining({ what: 'refused', clause: expect.objectContaining({ id: 'gov-training' }) })])
    // The discussion and the check of all systems: both ran out.
    expect(story.moments[2]?.product.map((line) => line.what)).toEqual(['raised', 'raised', 'demand'])
  })
})
