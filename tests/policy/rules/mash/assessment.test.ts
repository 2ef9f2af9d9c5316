import { describe, expect, it } from 'vitest'
import { london, metInTime, midnightClosing, open, owed, plus, type Line } from '@/tests/support/story'

const MASH = 'mash-assessment-overdue'
const referral = (rag: string | null, when = '2016-05-16 09:00', ref = 'r1'): Line => ({ when, what: 'referral-made', with: { concern: 'neglect', rag }, referral: ref })
const rated = (rag: string, when: string, ref = 'r1'): Line => ({ when, what: 'rag-set', with: { rag }, referral: ref })

describe('assessed in the time the rating gives', () => {
  it.each([
    ['red', '2016-05-16 09:00', london('2016-05-16 13:00'), false, 'mash-rag-red'],
    ['red', '2016-05-20 16:30', london('2016-05-20 20:30'), false, 'mash-rag-red'],
    ['red', '2016-10-30 00:30', plus(london('2016-10-30 00:30'), 240), false, 'mash-rag-red'],
    ['amber', '2016-05-16 09:00', midnightClosing('2016-05-17'), true, 'mash-rag-amber'],
    ['amber', '2016-05-20 18:00', midnightClosing('2016-05-23'), true, 'mash-rag-amber'],
    [null, '2016-05-16 09:00', midnightClosing('2016-05-17'), true, 'mash-rag-amber'],
    ['green', '2016-05-20 18:00', midnightClosing('2016-05-25'), true, 'mash-rag-green'],
    ['green', '2016-03-24 18:00', midnightClosing('2016-03-31'), true, 'mash-rag-green'],
  ])('%s, received %s', (rag, when, dueAt, dayEnd, clause) => {
    expect(owed(MASH, [referral(rag, when)])[0]).toMatchObject({ dueAt, dayEnd, clause })
  })

  it.each([['red', london('2016-05-16 13:00')], ['amber', midnightClosing('2016-05-17')], ['green', midnightClosing('2016-05-19')], [null, midnightClosing('2016-05-17')]])('a police checklist rated %s on receipt', (rag, dueAt) => {
    expect(owed(MASH, [{ when: '2016-05-16 09:00', what: 'pac-submitted', with: { rag } }]).map((duty) => duty.dueAt)).toEqual([dueAt])
  })

  it('a blue police checklist starts no time, and one rated amber later counts from its receipt', () => {
    const blue: Line = { when: '2016-05-16 09:00', what: 'pac-submitted', with: { rag: 'blue', received_at: london('2016-05-16 09:00').toISOString() }, referral: 'r1' }
    expect(owed(MASH, [blue])).toEqual([])
    expect(owed(MASH, [blue, rated('amber', '2016-05-16 12:00')])[0]).toMatchObject({ dueAt: midnightClosing('2016-05-17') })
    expect(owed(MASH, [referral('blue')])).toHaveLength(1)
  })

  it('red is in time at its instant, amber not at its midnight', () => {
    const met = (rag: string, due: Date, minutes: number) => metInTime(owed(MASH, [referral(rag), { when: plus(due, minutes), what: 'risk-assessed' }])[0])
    expect([-1, 0, 1].map((minutes) => met('red', london('2016-05-16 13:00'), minutes))).toEqual([true, true, false])
    expect([-1, 0, 1].map((minutes) => met('amber', midnightClosing('2016-05-17'), minutes))).toEqual([true, false, false])
  })

  it('a changed rating counts again from the first receipt, both ways, and the former time stays', () => {
    const down = owed(MASH, [referral('amber'), rated('green', '2016-05-16 11:00')])
    expect(down.map((duty) => [duty.dueAt, duty.shortenedBy !== null])).toEqual([[midnightClosing('2016-05-17'), true], [midnightClosing('2016-05-19'), false]])
    const up = owed(MASH, [referral('green'), rated('red', '2016-05-16 11:00')])
    expect(up.at(-1)).toMatchObject({ dueAt: london('2016-05-16 13:00'), shortenedBy: null })
    const back = owed(MASH, [referral('amber'), rated('red', '2016-05-16 10:00'), rated('amber', '2016-05-16 11:00')])
    expect(back.at(-1)).toMatchObject({ dueAt: midnightClosing('2016-05-17'), shortenedBy: null })
  })

  it('what is late is not made to be in time by a lower rating', () => {
    const late = open(MASH, [referral('red'), rated('green', '2016-05-16 14:00')])
    expect(late).toHaveLength(1)
    expect(late[0]?.dueAt).toEqual(london('2016-05-16 13:00'))
  })

  it('blue has no time of its own; a clock that runs ends with it, a late one does not, and a later rating counts from receipt', () => {
    expect(owed(MASH, [referral('amber'), rated('blue', '2016-05-16 11:00')])[0]?.ended?.why).toBe('rated-blue')
    expect(open(MASH, [referral('red'), rated('blue', '2016-05-16 14:00')])).toHaveLength(1)
    expect(open(MASH, [referral('amber'), rated('blue', '2016-05-16 11:00', 'r2')])).toHaveLength(1)
    expect(open(MASH, [referral('amber'), rated('blue', '2016-05-16 10:00'), rated('red', '2016-05-16 11:00')]).map((duty) => duty.dueAt)).toEqual([london('2016-05-16 13:00')])
  })

  it('a lower rating of one referral leaves the clock of another about the same child', () => {
    const lines = [referral('red'), referral('amber', '2016-05-16 09:30', 'r2'), rated('green', '2016-05-16 10:00', 'r2')]
    expect(open(MASH, lines).map((duty) => duty.dueAt)).toEqual([london('2016-05-16 13:00')])
  })

  it.each(['risk-assessed', 'strategy-discussion-held', 'cse-category-set', 'case-allocated', 'referral-decided'] as const)('%s meets it', (what) => {
    expect(open(MASH, [referral('amber'), { when: '2016-05-16 12:00', what }])).toEqual([])
  })

  it.each(['child-seen', 'referral-claimed', 'intelligence-checked'] as const)('%s does not', (what) => {
    expect(open(MASH, [referral('amber'), { when: '2016-05-16 12:00', what }])).toHaveLength(1)
  })

  it('starts on a Merlin checklist too; once assessed a further one starts nothing, a year later it does', () => {
    const pac = (when: string): Line => ({ when, what: 'pac-submitted' })
    expect(owed(MASH, [pac('2016-05-16 09:00')])).toHaveLength(1)
    const assessed: Line = { when: '2016-05-16 12:00', what: 'risk-assessed' }
    expect(owed(MASH, [pac('2016-05-16 09:00'), assessed, pac('2016-05-18 09:00')])).toHaveLength(1)
    expect(owed(MASH, [pac('2016-05-16 09:00'), assessed, pac('2017-05-18 09:00')])).toHaveLength(2)
  })
})
