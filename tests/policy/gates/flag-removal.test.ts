import { describe, expect, it } from 'vitest'
import { flag } from '@/tests/support/exploited'
import { refusedAtTheEnd, rulesAtTheEnd } from '@/tests/support/gated'
import type { Line } from '@/tests/support/story'

const REFUSED = ['flag-removal-without-partner-check']
const removed = (more: Record<string, unknown> = {}): Line => flag('removed', '2016-05-23 09:00', more)

describe('partners asked', () => {
  it.each<[unknown, string[]]>([
    [undefined, []], [null, []], [true, []], [['csc', 'health'], []], [['children’s social care', 'school', 'GP'], []],
    [false, REFUSED], [[], REFUSED], ['', REFUSED], [['csc'], REFUSED], [['health'], REFUSED], [['education', 'housing'], REFUSED],
    [[{ agency: 'csc', answered: true }, { agency: 'health', answered: true }], []], [[{ agency: 'csc' }, { agency: 'health' }], []], [[{ agency: 'csc', answered: true }, { agency: 'health', answered: false }], REFUSED],
  ])('%j', (partners, refused) => {
    expect(rulesAtTheEnd(removed({ partners_checked: partners }))).toEqual(refused)
  })

  it('silent past the date, and not a minute before it', () => {
    const silent = (by: string): string[] => rulesAtTheEnd(removed({ partners_checked: [{ agency: 'csc', answered: true }, { agency: 'health', answered: false }], answer_by: by }))
    expect(silent('2016-05-23T08:00:00Z')).toEqual([])
    expect(silent('2016-05-23T08:01:00Z')).toEqual(REFUSED)
    expect(silent('2016-05-22')).toEqual([])
    expect(silent('2016-05-23')).toEqual(REFUSED)
  })

  it('adding a flag asks nobody; one of another kind is cleared by what it stands for', () => {
    expect(rulesAtTheEnd(flag('added', '2016-05-23 09:00', { partners_checked: false }))).toEqual([])
    expect(rulesAtTheEnd(removed({ flag: 'child-protection-plan', partners_checked: ['csc'] }))).toEqual([])
    expect(rulesAtTheEnd(removed({ flag: 'child-protection-plan', partners_checked: false }))).toEqual(REFUSED)
  })
})

describe('the asking on record', () => {
  const asked = (agencies: readonly string[], by = '2016-05-20', when = '2016-05-16 09:00'): Line => ({ when, what: 'flag-removal-asked', with: { flag: 'cse-risk', asked: agencies, answer_by: by } })
  const answered = (agency: string, when = '2016-05-17 09:00'): Line => ({ when, what: 'flag-removal-answered', with: { flag: 'cse-risk', agency, agrees: false } })
  it.each<[string, readonly Line[], string[]]>([
    ['both answered', [asked(['csc', 'health'], '2016-06-30'), answered('csc'), answered('health')], []], ['one has not, and there is time', [asked(['csc', 'health'], '2016-06-30'), answered('csc')], REFUSED], ['one has not, and the date is over', [asked(['csc', 'health']), answered('csc')], []],
    ['health was never asked', [asked(['csc']), answered('csc')], REFUSED], ['asked one after the other', [asked(['csc']), asked(['health'], '2016-05-20', '2016-05-17 09:00')], []],
    ['asked about the flag before it was kept', [asked(['csc', 'health']), { when: '2016-05-20 09:00', what: 'flag-reviewed', with: { flag: 'cse-risk' } }, asked(['csc'], '2016-05-21', '2016-05-20 10:00')], REFUSED],
  ])('%s', (_why, lines, refused) => {
    expect(rulesAtTheEnd(...lines, removed())).toEqual(refused)
  })
})

describe('a supervisor, and a reason', () => {
  const both = { partners_checked: ['csc', 'health'] }
  it.each<[Record<string, unknown>, string | null]>([
    [{ reason: '' }, 'reason'], [{ reason: 'no contact since March' }, null], [{ supervisor: '' }, 'supervisor'], [{ supervisor: false }, 'supervisor'], [{ supervisor: 'DI Reid' }, null], [{ rank: 'constable' }, 'supervisor'], [{ rank: 'sergeant' }, null], [{ rank: null }, null], [{ rank: 'constable', supervisor: 'DS Reid' }, null],
  ])('%j', (more, field) => {
    expect(refusedAtTheEnd(removed({ ...both, ...more }))[0]?.field ?? null).toBe(field)
  })
})
