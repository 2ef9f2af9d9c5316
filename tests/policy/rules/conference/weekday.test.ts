import { describe, expect, it } from 'vitest'
import { owed } from '@/tests/support/story'

describe('no conference on a weekend', () => {
  it.each([['2016-05-20 23:59', 0], ['2016-05-21 00:00', 1], ['2016-05-22 23:59', 1], ['2016-05-23 00:00', 0], ['2016-05-30 10:00', 0]])('held %s: %s raised', (when, raised) => {
    expect(owed('conference-on-weekend', [{ when, what: 'conference-held' }])).toHaveLength(raised)
  })
})
