import { beforeAll, describe, expect, it } from 'vitest'
import { packNamed } from '@/lib/policy/packs'
import { adoptIn, movedInto, packToTry, printedChanges, tryOut, type Change } from '@/lib/replay/other-pack'
import { readHistory } from '@/lib/replay/read-history'
import { stageIn } from '@/lib/replay/stage'
import { useDatabase } from '../support/database'

const database = useDatabase()
const pack = packNamed('app-2017')
const history = (id: string, answers: Record<string, unknown>, kind: string, detail: Record<string, unknown>): string => JSON.stringify({
  id, facts: { children: [{ ref: 'child-1', age: 16 }] },
  timeline: [{ t: 'PT0H', event: 'missing-reported', detail: { by: 'parent', answers } }, { t: 'PT0H', event: kind, detail }],
})

describe('a history tried out under another pack', () => {
  const changes = new Map<string, Change>()
  beforeAll(async () => {
    const stage = await stageIn(database.urls.owner)
    await adoptIn(stage, pack)
    const texts = [['absent', history('absent', {}, 'episode-classified', { as: 'absent', by: 'control room' })], ['missing', history('missing', {}, 'missing-risk-graded', { level: 'medium', rationale: 'Not seen since school.' })]] as const
    for (const [turn, [id, text]] of texts.entries()) changes.set(id, await tryOut(stage, readHistory(text, id, movedInto(pack)), pack, turn))
    await stage.close()
  }, 60_000)

  it('says what only the one demanded, refused or raised', () => {
    const [before, after] = changes.get('absent')?.under ?? []
    expect(before?.only.some((line) => line.includes('mis-absent-contact-first'))).toBe(true)
    expect(after?.only.some((line) => line.includes('Refused: There is no class absent any more') && line.includes('mis-def-app-2017'))).toBe(true)
    expect(printedChanges([...changes.values()])).toMatch(/only under app-2017[\s\S]*2 histories, 1 changed/)
  })

  it('and that nothing changes where both say the same', () => {
    expect(changes.get('missing')?.under.map(({ only }) => only)).toEqual([[], []])
  })

  it('begins it on the same weekday at the same hour, once the pack has been in force for a while', () => {
    const monday = new Date('2016-05-16T08:00:00Z')
    const moved = movedInto(pack)(monday)
    expect([moved.toISOString(), moved.getUTCDay()]).toEqual(['2017-05-15T08:00:00.000Z', 1])
    expect(movedInto(pack)(moved)).toEqual(moved)
  })

  it('names the packs there are', () => {
    expect(() => packToTry('nonsense')).toThrow(/mps-2016, app-2017/)
  })
})
