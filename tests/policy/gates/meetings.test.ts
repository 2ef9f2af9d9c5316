import { describe, expect, it } from 'vitest'
import { held } from '@/tests/support/exploited'
import { refusedAtTheEnd, rulesAtTheEnd } from '@/tests/support/gated'
import { discussion, type Line } from '@/tests/support/story'

type More = Record<string, unknown>

describe('minutes of a meeting with the wrong chair', () => {
  const RANK = ['meeting-chair-rank']
  const confirmed = (more: More = {}): Line => ({ when: '2016-05-17 09:00', what: 'minutes-confirmed', with: { meeting: 'MASE', exception: null, ...more } })
  it.each<[More, string[]]>([
    [{ chair_rank: 'inspector' }, []], [{ chair_rank: 'Detective Chief Inspector' }, []], [{ chair_rank: 'superintendent' }, []], [{ chair_rank: 'sergeant' }, RANK], [{ chair_rank: 'DS' }, RANK], [{ chair_rank: 'constable' }, RANK],
    [{ chair_rank: null }, RANK], [{ chair: 'local authority', chair_rank: null }, RANK], [{ chair: 'head of service, children’s social care' }, RANK], [{ chair_rank: 'service manager' }, RANK], [{ chair_rank: 'inspector', chair_agency: 'csc' }, RANK], [{ chair_rank: 'inspector', chair_agency: 'police' }, []],
    [{}, []], [{ chair: 'Ms Reid' }, []], [{ chair: 'Inspector Reid' }, []], [{ chair: 'Sergeant Reid' }, RANK],
  ])('chaired by %j', (chair, refused) => {
    expect(rulesAtTheEnd(held('MASE', undefined, chair), confirmed())).toEqual(refused)
  })

  it('an exception by somebody else, with a reason', () => {
    const by = (exception: unknown): string[] => rulesAtTheEnd(held('MASE', undefined, { chair: 'Sgt Moss', chair_rank: 'sergeant' }), confirmed({ exception, confirmed_by: 'Sgt Moss' }))
    expect(by({ reason: 'inspector called away to a firearms incident', by: 'Supt Vale' })).toEqual([])
    expect(by({ reason: 'I was asked to', by: 'Sgt Moss' })).toEqual(RANK)
    expect(by({ reason: ' ', by: 'Supt Vale' })).toEqual(RANK)
    expect(by('inspector called away')).toEqual([])
    expect(by('')).toEqual(RANK)
    expect(by(undefined)).toEqual(RANK)
  })

  it('is judged by the meeting it is about', () => {
    const two = [held('MASE', '2016-04-16 09:00', { meeting_id: 'm1', chair_rank: 'sergeant' }), held('MASE', '2016-05-16 09:00', { meeting_id: 'm2', chair_rank: 'inspector' })]
    expect(rulesAtTheEnd(...two, confirmed({ meeting_id: 'm1' }))).toEqual(RANK)
    expect(rulesAtTheEnd(...two, confirmed({ meeting_id: 'm2' }))).toEqual([])
    expect(rulesAtTheEnd(...two, confirmed())).toEqual([])
    expect(rulesAtTheEnd(held('MAP', undefined, { chair_rank: null }), confirmed({ meeting: 'MAP' })), 'a MAP is chaired by social care').toEqual([])
    expect(rulesAtTheEnd(held('MAP', undefined, { chair_rank: 'sergeant' }), confirmed())).toEqual([])
    expect(rulesAtTheEnd(confirmed({ chair_rank: 'sergeant' })), 'the sign-off itself says it').toEqual(RANK)
  })

  it('a MAPPA asks for the rank of its level', () => {
    const mappa = (level: number, rank: string): string[] => refusedAtTheEnd(held('MAPPA', undefined, { level, chair_rank: rank }), confirmed({ meeting: 'MAPPA' })).map(({ clause }) => clause)
    expect([mappa(2, 'sergeant'), mappa(2, 'inspector'), mappa(3, 'chief inspector'), mappa(3, 'superintendent'), mappa(1, 'sergeant')]).toEqual([['mappa-l2-rank'], [], ['mappa-l3-rank'], [], []])
  })
})

describe('a meeting’s item', () => {
  const FULL = { analysis: 'a', risk: 'high', decision: 'd', mitigation: 'm' }
  const item = (more: More = {}): Line => ({ when: '2016-05-17 09:00', what: 'meeting-item-closed', with: { meeting: 'MASE', ...FULL, ...more } })
  const REFUSED = ['meeting-item-unrecorded']
  it.each<[More, string[]]>([
    [{}, []], [{ decision: null }, REFUSED], [{ risk: null }, REFUSED], [{ decision: '' }, REFUSED], [{ analysis: '' }, REFUSED], [{ mitigation: ' ' }, REFUSED], [{ risk: false }, REFUSED], [{ mitigation: [] }, REFUSED],
    [{ analysis: null }, []], [{ mitigation: null }, []], [{ analysis: undefined, mitigation: undefined }, []], [{ strategy_reference: '' }, REFUSED], [{ strategy_reference: false }, REFUSED], [{ strategy_reference: null }, []], [{ strategy_reference: 's1' }, []],
    [{ strategy_reference: '', about: 'place' }, []], [{ strategy_reference: '', override: 'cannot wait' }, []],
  ])('%j', (more, refused) => {
    expect(rulesAtTheEnd(item(more))).toEqual(refused)
  })

  it('stands on the discussion on record; where the meeting said there was none, saying nothing is not enough', () => {
    expect(rulesAtTheEnd(discussion('2016-05-10 09:00'), item({ strategy_reference: '' }))).toEqual([])
    expect(rulesAtTheEnd(held('MASE', undefined, { strategy_held: false }), item({ strategy_reference: null }))).toEqual(REFUSED)
    expect(rulesAtTheEnd({ when: '2016-05-10 09:00', what: 'listed-for-meeting', with: { meeting: 'MASE', item_id: 'i1', override: 'cannot wait' } }, item({ strategy_reference: '', item_id: 'i1' }))).toEqual([])
  })

  it('says everything that is missing at once', () => {
    expect(refusedAtTheEnd(item({ decision: null, risk: null, strategy_reference: false }))[0]?.says).toContain('the risk, the decision and the strategy discussion it stands on')
  })
})

describe('a child listed', () => {
  const listed = (more: More = {}): Line => ({ when: '2016-05-17 09:00', what: 'listed-for-meeting', with: { meeting: 'MASE', override: null, strategy_reference: null, ...more } })
  it('with a strategy discussion, or with a reason', () => {
    expect(rulesAtTheEnd(listed())).toEqual(['listing-without-strategy'])
    expect(rulesAtTheEnd(discussion('2016-05-10 09:00'), listed())).toEqual([])
    expect(rulesAtTheEnd(discussion('2016-05-10 09:00'), { when: '2016-05-12 09:00', what: 'case-closed', with: { result: 'safeguarded' } }, listed()), 'of a matter since closed').toEqual(['listing-without-strategy'])
    expect(rulesAtTheEnd(listed({ override: 'met the man again last night' }))).toEqual([])
    expect(rulesAtTheEnd(listed({ strategy_reference: 's1' }))).toEqual([])
    expect(rulesAtTheEnd(listed({ about: 'place' }))).toEqual([])
    expect(rulesAtTheEnd(listed({ about: 'adult' }))).toEqual([])
  })
})
