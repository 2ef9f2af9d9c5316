import { expect, it } from 'vitest'
import { held } from '@/tests/support/exploited'
import { open, owed, type Line } from '@/tests/support/story'

const RAISED = 'pre-meeting-research-missing'
const meeting = (more: Record<string, unknown>, when = '2016-05-16 09:00', kind = 'MASE'): Line => held(kind, when, more)
const research = (agency: string): Line => ({ when: '2016-05-17 09:00', what: 'agency-research-recorded', with: { meeting: 'MASE', agency, nothing_known: true } })

it.each<[Record<string, unknown>, number]>([
  [{ research_done: false }, 1], [{ research_done: [] }, 1], [{ research_done: 'none' }, 1], [{ research_missing: ['health'] }, 1], [{ research_done: true, research_missing: ['health'] }, 1],
  [{ research_done: true }, 0], [{ research_done: ['police', 'csc'] }, 0], [{ research_done: null }, 0], [{}, 0], [{ research_done: true, research_missing: [] }, 0],
])('%j', (more, many) => {
  expect(owed(RAISED, [meeting(more)])).toHaveLength(many)
})

it('is over when each of them has done it, or at the next meeting with it done', () => {
  const came = meeting({ research_missing: ['health', 'housing'] })
  expect(open(RAISED, [came, research('health')])).toHaveLength(1)
  expect(open(RAISED, [came, research('health'), research('housing')])).toEqual([])
  expect(open(RAISED, [meeting({ research_done: false }), research('health')]), 'who is missing is not known').toHaveLength(1)
  expect(open(RAISED, [came, meeting({ research_done: true }, '2016-06-16 09:00')])).toEqual([])
  expect(open(RAISED, [came, meeting({}, '2016-06-16 09:00')])).toHaveLength(1)
  expect(open(RAISED, [came, meeting({ research_done: true }, '2016-06-16 09:00', 'MAP')])).toHaveLength(1)
})
