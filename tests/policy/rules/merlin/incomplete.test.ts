import { describe, expect, it } from 'vitest'
import { open, owed, type Line } from '@/tests/support/story'

const pac = (complete: boolean | null, when = '2016-05-16 09:00'): Line => ({ when, what: 'pac-submitted', with: { complete } })

describe('a Merlin checklist that lacks what others need', () => {
  it.each([[false, 1], [true, 0], [null, 0]])('complete %s: %s raised', (complete, raised) => expect(owed('pac-incomplete', [pac(complete)])).toHaveLength(raised))

  it('is over with a complete one', () => {
    expect(open('pac-incomplete', [pac(false), pac(true, '2016-05-17 09:00')])).toEqual([])
    expect(open('pac-incomplete', [pac(false), pac(false, '2016-05-17 09:00')])).toHaveLength(2)
  })
})
