import { describe, expect, it } from 'vitest'
import { BASELINE, withOverlay } from '@/lib/policy/packs'
import { london, metInTime, open, owed, plus, type Line } from '@/tests/support/story'

const UNCLAIMED = 'emergency-unclaimed'
const NIGHT = '2016-05-15 03:00'
const told = (emergency: string | null, when = NIGHT, what: Line['what'] = 'referral-made', referral = 'r1', detail: Record<string, unknown> = {}): Line => ({ when, what, with: { emergency, ...detail }, referral })
const then = (what: Line['what'], when: string, detail: Record<string, unknown> = {}, referral = 'r1'): Line => ({ when, what, with: detail, referral })

describe('a live emergency is claimed within fifteen minutes', () => {
  it.each(['danger-now', 'recent-rape'])('%s, at three on a Sunday night, by whomever it was done', (emergency) => {
    for (const what of ['referral-made', 'contact-received', 'pac-submitted'] as const) {
      expect(owed(UNCLAIMED, [told(emergency, NIGHT, what)])[0]).toMatchObject({ dueAt: plus(london(NIGHT), 15), dayEnd: false, clause: 'ref-crime-999' })
    }
    expect(owed(UNCLAIMED, [told(emergency, NIGHT, 'referral-made', 'r1', { suspect_relationship: 'father' })])).toHaveLength(1)
  })

  it.each([null, 'none', 'constructor'])('%s starts nothing', (emergency) => {
    expect(owed(UNCLAIMED, [told(emergency)])).toEqual([])
  })

  it('counts from receipt, also where it was put on record later', () => {
    const late = owed(UNCLAIMED, [told('danger-now', '2016-05-15 03:40', 'referral-made', 'r1', { received_at: '2016-05-15T02:00:00.000Z' })])
    expect(late[0]?.dueAt).toEqual(plus(london(NIGHT), 15))
  })

  it('is met at its instant and not a minute after', () => {
    const met = (minutes: number) => metInTime(owed(UNCLAIMED, [told('danger-now'), { when: plus(london(NIGHT), minutes), what: 'referral-claimed', referral: 'r1' }])[0])
    expect([14, 15, 16].map(met)).toEqual([true, true, false])
  })

  it.each(['referral-claimed', 'handover-accepted', 'case-allocated', 'strategy-discussion-held', 'referral-decided'] as const)('%s meets it, of its own referral', (what) => {
    expect(open(UNCLAIMED, [told('danger-now'), then(what, '2016-05-15 03:05')])).toEqual([])
    expect(open(UNCLAIMED, [told('danger-now'), then(what, '2016-05-15 03:05', {}, 'r2')])).toHaveLength(1)
  })

  it.each(['rag-set', 'referral-acknowledged', 'handover-offered'] as const)('%s does not', (what) => {
    expect(open(UNCLAIMED, [told('danger-now'), then(what, '2016-05-15 03:05')])).toHaveLength(1)
  })

  it('two emergencies about one child are two clocks', () => {
    expect(open(UNCLAIMED, [told('danger-now'), told('recent-rape', '2016-05-15 03:10', 'referral-made', 'r2'), then('referral-claimed', '2016-05-15 03:12')])).toHaveLength(1)
  })

  it('given back to the queue it counts anew; said to be none it ends', () => {
    const back = [told('danger-now'), then('referral-claimed', '2016-05-15 03:05'), then('referral-released', '2016-05-15 05:00')]
    expect(open(UNCLAIMED, back).map((duty) => duty.dueAt)).toEqual([plus(london('2016-05-15 05:00'), 15)])
    const none = [told('danger-now'), then('referral-facts-added', '2016-05-15 03:05', { emergency: 'none' })]
    expect(owed(UNCLAIMED, none)[0]?.ended?.why).toBe('no-emergency')
    expect(open(UNCLAIMED, [...none, then('referral-claimed', '2016-05-15 04:00'), then('referral-released', '2016-05-15 05:00')])).toEqual([])
  })

  it('becomes known later: it counts from then, unless somebody has it; the reference of the call starts nothing again', () => {
    const known = then('referral-facts-added', '2016-05-15 09:00', { emergency: 'danger-now' })
    expect(open(UNCLAIMED, [told(null), known]).map((duty) => duty.dueAt)).toEqual([plus(london('2016-05-15 09:00'), 15)])
    expect(open(UNCLAIMED, [told(null), then('referral-claimed', '2016-05-15 08:00'), known])).toEqual([])
    expect(owed(UNCLAIMED, [told('danger-now'), then('referral-claimed', '2016-05-15 03:05'), known])).toHaveLength(1)
  })

  it('a contact that becomes a referral: whoever made it one had it, and the referral counts from then', () => {
    const lines = [told('danger-now', NIGHT, 'contact-received', 'c1'), { ...told('danger-now', NIGHT, 'referral-made', 'r1', { contact_id: 'c1', received_at: '2016-05-15T02:00:00.000Z' }), recorded: '2016-05-15 03:12' }]
    const [contact, referral] = owed(UNCLAIMED, lines)
    expect(contact?.met).not.toBeNull()
    expect(referral?.dueAt).toEqual(plus(london('2016-05-15 03:12'), 15))
  })

  it('a borough may ask for less time and never for more', () => {
    const ten = withOverlay(BASELINE, { id: 'camden', version: '1', values: { 'mash.emergency-claim': { unit: 'minutes', n: 10 } } })
    expect(owed(UNCLAIMED, [told('danger-now')], { pack: ten })[0]?.dueAt).toEqual(plus(london(NIGHT), 10))
    expect(() => withOverlay(BASELINE, { id: 'camden', version: '1', values: { 'mash.emergency-claim': { unit: 'minutes', n: 16 } } })).toThrow(/only be tightened/)
    expect(() => withOverlay(BASELINE, { id: 'camden', version: '1', values: { 'mash.emergency-claim': { unit: 'same-day' } } })).toThrow(/only be tightened/)
    expect(BASELINE.parameters['mash.emergency-claim'].certainty).toBe('C')
  })
})
