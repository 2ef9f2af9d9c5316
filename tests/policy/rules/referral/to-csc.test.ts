import { describe, expect, it } from 'vitest'
import { discussion, london, open, owed, type Line } from '@/tests/support/story'

const CSC = 'csc-referral-overdue'
const at = (what: Line['what'], more: Record<string, unknown> = {}, when = '2016-05-20 18:00'): Line => ({ when, what, with: { concern: 'neglect', ...more } })

describe('police pass a concern on', () => {
  it.each<[Line, number]>([
    [at('contact-received', { to: 'police' }), 1], [at('contact-received', { to: 'cait-desk' }), 1], [at('contact-received', { to: 'csc' }), 0], [at('contact-received'), 0],
    [at('referral-made', { to: 'police', from: 'school' }), 1], [at('referral-made', { to: 'police' }), 1], [at('referral-made', { to: 'police', from: 'csc' }), 0], [at('referral-made', { to: 'csc', from: 'school' }), 0],
    [at('information-received'), 1], [at('information-received', { from: 'ceop' }), 1], [at('information-received', { from: 'csc' }), 0],
    [at('missing-reported'), 1], [at('child-returned'), 1], [at('intelligence-checked'), 1], [at('safe-and-well-check'), 1], [at('child-seen'), 0],
    [at('information-received', { concern: 'indecent-images' }), 0], [at('information-received', { concern: null }), 0],
  ])('%j: %s clock', (line, clocks) => expect(owed(CSC, [line])).toHaveLength(clocks))

  it('within 24 elapsed hours, four where it is of the same-day kind, whatever the clocks and the weekend do', () => {
    expect(owed(CSC, [at('information-received')])[0]).toMatchObject({ dueAt: london('2016-05-21 18:00'), dayEnd: false, clause: 'csc-referral' })
    expect(owed(CSC, [at('information-received', {}, '2016-03-26 12:00')])[0]?.dueAt).toEqual(london('2016-03-27 13:00'))
    for (const concern of ['penetrative-abuse', 'serious-injury', 'serious-neglect']) {
      expect(owed(CSC, [at('information-received', { concern })])[0]?.dueAt).toEqual(london('2016-05-20 22:00'))
    }
  })

  it('is met by a referral to social care or any discussion, ended by threshold not met; a referral to the police is none', () => {
    const later = (what: Line['what'], more: Record<string, unknown>): Line => ({ when: '2016-05-20 20:00', what, with: more })
    expect(owed(CSC, [at('information-received'), later('referral-made', { from: 'police', to: 'csc' })])[0]?.met).not.toBeNull()
    expect(owed(CSC, [at('information-received'), later('passed-to-csc', { from: 'police', to: 'csc' })])[0]?.met).not.toBeNull()
    expect(owed(CSC, [at('information-received'), discussion('2016-05-20 20:00', ['police', 'social-worker'])])[0]?.met).not.toBeNull()
    for (const outcome of ['s17', 'other-services', 'nfa']) expect(owed(CSC, [at('information-received'), later('referral-decided', { outcome })])[0]?.ended?.why).toBe('threshold-not-met')
    expect(open(CSC, [at('information-received'), later('referral-decided', { outcome: 's47' })])).toHaveLength(1)
    expect(open(CSC, [at('information-received'), later('referral-made', { from: 'school', to: 'police', concern: 'neglect' })])).toHaveLength(1)
  })

  it('what was passed on stands, unless the fact names a new person or another concern', () => {
    const passed = [at('information-received'), { when: '2016-05-20 19:00', what: 'referral-made', with: { from: 'police', to: 'csc' } } as Line]
    expect(owed(CSC, [...passed, at('information-received', {}, '2016-05-25 09:00')])).toHaveLength(1)
    expect(owed(CSC, [...passed, at('information-received', { new_person: true }, '2016-05-25 09:00')])).toHaveLength(2)
    expect(owed(CSC, [...passed, at('information-received', { concern: 'fgm' }, '2016-05-25 09:00')])).toHaveLength(2)
    expect(owed(CSC, [at('information-received', { concern: 'serious-neglect' }), ...passed.slice(1), at('information-received', {}, '2016-05-25 09:00')])).toHaveLength(1)
  })

  it('is owed to a child: not to one known to be eighteen by then, to the minute', () => {
    const child = { adultSince: london('2016-05-20 00:00') }
    expect(owed(CSC, [at('information-received')], { child })).toEqual([])
    expect(owed(CSC, [at('information-received', {}, '2016-05-19 23:59')], { child })).toHaveLength(1)
  })
})
