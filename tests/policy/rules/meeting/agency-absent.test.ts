import { describe, expect, it } from 'vitest'
import { held } from '@/tests/support/exploited'
import { open, owed, type Line } from '@/tests/support/story'

const RAISED = 'required-agency-absent'
const absent = (meeting: string, who: unknown, when = '2016-05-16 09:00'): Line => held(meeting, when, { absent: who })

it.each<[string, unknown, number]>([
  ['MASE', ['education', 'housing', 'missing children charity'], 1], ['MASE', ['MPU'], 1], ['MASE', 'CAMHS', 1], ['MASE', ['youth offending service'], 1], ['MASE', ['probation'], 0], ['MASE', ['fire brigade'], 1], ['MASE', [], 0], ['MASE', null, 0], ['MASE', undefined, 0],
  ['MAP', ['social worker'], 1], ['MAP', ['children’s social care'], 1], ['MAP', ['health'], 1], ['MAP', ['housing'], 0], ['MAP', ['mother'], 0], ['MAP', ['parent', 'child'], 0], ['MAPPA', ['csc'], 1], ['MARAC', ['education'], 1], ['professionals', ['health'], 1],
])('%s without %j', (meeting, who, many) => {
  expect(owed(RAISED, [absent(meeting, who)])).toHaveLength(many)
})

describe('it stands', () => {
  const away = absent('MASE', ['education'])
  it.each<[string, Line, number]>([
    ['the next meeting with the agency there', absent('MASE', [], '2016-06-16 09:00'), 0], ['away again', absent('MASE', ['schools'], '2016-06-16 09:00'), 2], ['a next meeting that does not say', held('MASE', '2016-06-16 09:00'), 1],
    ['another meeting', absent('MAP', [], '2016-06-16 09:00'), 1], ['raised with the board', { when: '2016-05-20 09:00', what: 'lscb-escalated', with: { agency: 'education' } }, 0],
    ['another agency raised', { when: '2016-05-20 09:00', what: 'lscb-escalated', with: { agency: 'housing' } }, 1],
  ])('%s', (_why, line, many) => {
    expect(open(RAISED, [away, line])).toHaveLength(many)
  })
})
