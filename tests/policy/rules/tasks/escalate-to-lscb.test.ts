import { expect, it } from 'vitest'
import { held } from '@/tests/support/exploited'
import { BASELINE, withOverlay } from '@/lib/policy/packs'
import { midnightClosing, open, owed, type Line } from '@/tests/support/story'

const TASK = 'board-escalation-outstanding'
const mase = (when: string, absent: unknown, more: Record<string, unknown> = {}, kind = 'MASE'): Line => held(kind, when, { absent, ...more })
const items = (...lines: readonly Line[]): (string | null)[] => open(TASK, lines).map((duty) => duty.item)
const [MAY, JUNE, JULY, AUGUST] = ['2016-05-16 09:00', '2016-06-16 09:00', '2016-07-18 09:00', '2016-08-15 09:00'] as const

it('away from two meetings of one kind running, each agency by itself', () => {
  expect(items(mase(MAY, ['education', 'housing']))).toEqual([])
  expect(items(mase(MAY, ['education', 'housing']), mase(JUNE, ['schools', 'health']))).toEqual(['education'])
  expect(items(mase(MAY, ['education']), mase(JUNE, []), mase(JULY, ['education']))).toEqual([])
  expect(items(mase(MAY, ['education']), held('MASE', JUNE), mase(JULY, ['education'])), 'who was away in June is not known').toEqual([])
  expect(items(mase(MAY, ['education']), mase(JUNE, ['education'], {}, 'MAP'))).toEqual([])
  expect(owed(TASK, [mase(MAY, ['education']), mase(JUNE, ['education'])])[0]).toMatchObject({ dueAt: midnightClosing('2016-06-23'), rule: { task: 'escalate-to-lscb' } })
})

it('as the meeting itself says, who keeps count of the whole borough', () => {
  expect(items(mase(JUNE, ['education'], { absent_running: ['education'] }))).toEqual(['education'])
  expect(items(mase(MAY, ['education']), mase(JUNE, ['education'], { absent_running: [] }))).toEqual([])
  expect(items(mase(JUNE, ['education'], { consecutive: 2 }))).toEqual(['education'])
})

it('raised it is done, and counted anew', () => {
  const raised = (agency: string | null, when: string): Line => ({ when, what: 'lscb-escalated', with: { agency } })
  const two = [mase(MAY, ['education']), mase(JUNE, ['education'])]
  expect(items(...two, raised('education', '2016-06-20 09:00'))).toEqual([])
  expect(items(...two, raised(null, '2016-06-20 09:00'))).toEqual([])
  expect(items(...two, raised('housing', '2016-06-20 09:00'))).toEqual(['education'])
  expect(items(...two, raised('education', '2016-06-20 09:00'), mase(JULY, ['education']))).toEqual([])
  expect(items(...two, raised('education', '2016-06-20 09:00'), mase(JULY, ['education']), mase(AUGUST, ['education']))).toEqual(['education'])
})

it('a borough may raise it at the first; a MAPPA has a co-ordinator of its own', () => {
  const pack = withOverlay(BASELINE, { id: 'bromley', version: '1', values: { 'agency-absence': 1 } })
  expect(owed(TASK, [mase(MAY, ['education'])], { pack })).toHaveLength(1)
  expect(items(mase(MAY, ['csc'], {}, 'MAPPA'), mase(JUNE, ['csc'], {}, 'MAPPA'))).toEqual([])
})
