import { describe, expect, it } from 'vitest'
import { discussion, open, owed, type Line } from '@/tests/support/story'

const FIRST = 'strategy-missing-before-meeting'
const concern: Line = { when: '2016-05-02 09:00', what: 'contact-received', with: { concern: 'cse' } }
const meeting = (kind: string, more: Record<string, unknown> = {}): Line => ({ when: '2016-05-16 09:00', what: 'meeting-held', with: { meeting: kind, ...more } })

describe('the strategy discussion comes before the meeting', () => {
  it.each([['MASE', 'sd-before-map-mase'], ['MAP', 'sd-before-map-mase'], ['MARAC', 'sd-before-marac']])('%s', (kind, clause) => {
    expect(owed(FIRST, [concern, meeting(kind)])[0]?.clause).toBe(clause)
    expect(owed(FIRST, [meeting(kind, { strategy_held: false })])).toHaveLength(1)
    expect(owed(FIRST, [concern, meeting(kind, { strategy_held: true })])).toEqual([])
    expect(owed(FIRST, [concern, discussion('2016-05-04 09:00', ['social-worker', 'police']), meeting(kind)])).toEqual([])
    expect(owed(FIRST, [meeting(kind)]), 'no threshold on record, and not said').toEqual([])
  })

  it.each(['MAPPA', 'professionals', 'conference'])('not before a %s meeting', (kind) => {
    expect(owed(FIRST, [concern, meeting(kind, { strategy_held: false })])).toEqual([])
  })

  it('a discussion of a matter since closed is no discussion of this one', () => {
    const old: Line[] = [{ ...concern, when: '2016-04-01 09:00' }, discussion('2016-04-02 09:00', null), { when: '2016-04-20 09:00', what: 'case-closed' }]
    expect(owed(FIRST, [...old, concern, meeting('MASE')])).toHaveLength(1)
  })

  it('is over when the discussion is held', () => {
    expect(open(FIRST, [concern, meeting('MARAC'), discussion('2016-05-17 09:00')])).toEqual([])
  })
})
