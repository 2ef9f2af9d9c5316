import { describe, expect, it } from 'vitest'
import { open, owed, type Line } from '@/tests/support/story'

const ROUTE = 'referral-wrong-route'
const referral = (more: Record<string, unknown>): Line => ({ when: '2016-05-16 09:00', what: 'referral-made', with: { concern: 'penetrative-abuse', to: 'cait-desk', ...more } })

describe('an emergency sent to a referral desk', () => {
  it.each([
    [{}, 1], [{ suspect_relationship: 'another child' }, 1], [{ suspect_relationship: 'stranger' }, 1], [{ to: 'CAIT referral desk' }, 1], [{ to: 'cait' }, 1],
    [{ suspect_relationship: 'family' }, 0], [{ suspect_relationship: 'stepfather' }, 0], [{ suspect_relationship: 'foster carer' }, 0], [{ suspect_relationship: 'teacher' }, 0],
    [{ staff_concerned: true }, 0], [{ to: 'police' }, 0], [{ to: 'sapphire' }, 0], [{ to: null }, 0], [{ recent: false }, 0],
    [{ to: 'police', route: 'desk' }, 1], [{ to: 'csc', route: 'desk' }, 1], [{ to: 'police', route: 'desk', suspect_relationship: 'stepfather' }, 0], [{ to: 'police', route: 'desk', concern: 'neglect' }, 0],
    [{ concern: 'neglect' }, 0], [{ concern: 'neglect', live_emergency: true }, 1],
  ])('%j: %s raised', (more, raised) => {
    const duties = owed(ROUTE, [referral(more)])
    expect(duties).toHaveLength(raised)
    if (raised === 1) expect(duties[0]?.clause).toBe('ref-crime-999')
  })

  it('is over when Sapphire has it or the suspect is arrested', () => {
    expect(open(ROUTE, [referral({}), { when: '2016-05-16 10:00', what: 'case-allocated', with: { team: 'sapphire' } }])).toEqual([])
    expect(open(ROUTE, [referral({}), { when: '2016-05-16 10:00', what: 'case-allocated', with: { team: 'cait' } }])).toHaveLength(1)
    expect(open(ROUTE, [referral({}), { when: '2016-05-16 10:00', what: 'suspect-action', with: { action: 'arrested' } }])).toEqual([])
  })
})
