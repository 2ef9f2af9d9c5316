import { describe, expect, it } from 'vitest'
import { london, metInTime, open, owed, plus, type Line } from '@/tests/support/story'

const LEFT = 'handover-not-accepted'
const at = (what: Line['what'], when: string, referral = 'r1'): Line => ({ when, what, referral })

describe('a hand-over is accepted by name within an hour', () => {
  it('counts from the offer, through the opening of the MASH', () => {
    expect(owed(LEFT, [at('handover-offered', '2016-05-16 08:00')])[0]).toMatchObject({ dueAt: london('2016-05-16 09:00'), clause: 'handover' })
    const met = (minutes: number) => metInTime(owed(LEFT, [at('handover-offered', '2016-05-16 08:00'), { when: plus(london('2016-05-16 09:00'), minutes), what: 'handover-accepted', referral: 'r1' }])[0])
    expect([-1, 0, 1].map(met)).toEqual([true, true, false])
  })

  it.each(['handover-accepted', 'referral-claimed', 'referral-decided'] as const)('%s meets it, of its own referral only', (what) => {
    expect(open(LEFT, [at('handover-offered', '2016-05-16 08:00'), at(what, '2016-05-16 08:30')])).toEqual([])
    expect(open(LEFT, [at('handover-offered', '2016-05-16 08:00'), at(what, '2016-05-16 08:30', 'r2')])).toHaveLength(1)
  })

  it('offered again by the next shift, untaken, it is as late as it was; once accepted, a later offer counts anew', () => {
    const again = [at('handover-offered', '2016-05-16 08:00'), at('handover-offered', '2016-05-16 16:00')]
    expect(owed(LEFT, again).map((duty) => duty.dueAt)).toEqual([london('2016-05-16 09:00')])
    const next = [at('handover-offered', '2016-05-16 08:00'), at('handover-accepted', '2016-05-16 08:10'), at('handover-offered', '2016-05-16 16:00')]
    expect(open(LEFT, next).map((duty) => duty.dueAt)).toEqual([london('2016-05-16 17:00')])
  })

  it('nothing else starts it', () => {
    expect(owed(LEFT, [at('referral-made', '2016-05-16 08:00'), at('referral-released', '2016-05-16 08:00')])).toEqual([])
  })
})
