import { describe, expect, it } from 'vitest'
import { london, open, owed, type Line } from '@/tests/support/story'

const OFFICER = 'designated-officer-missing'
const taken = (more: Record<string, unknown> = {}): Line => ({ when: '2016-05-16 09:00', what: 'police-protection', with: { change: 'taken', ...more } })
const then = (more: Record<string, unknown>): Line => ({ when: '2016-05-16 09:30', what: 'police-protection', with: more })

describe('the designated officer', () => {
  it('is named within the hour, a default', () => expect(owed(OFFICER, [taken()])[0]).toMatchObject({ dueAt: london('2016-05-16 10:00'), clause: 's46-designated' }))
  it('named with the taking, later, or the power ended: nothing is open', () => {
    expect(owed(OFFICER, [taken({ designated_officer: 'Insp. Okafor' })])).toEqual([])
    expect(owed(OFFICER, [taken(), then({ designated_officer: 'Insp. Okafor' })])[0]?.met).not.toBeNull()
    expect(owed(OFFICER, [taken(), then({ change: 'ended' })])[0]?.ended?.why).toBe('protection-ended')
    expect(open(OFFICER, [taken(), then({ change: 'extended' })])).toHaveLength(1)
  })
})
