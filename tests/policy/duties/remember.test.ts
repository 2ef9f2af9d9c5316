import { expect, it } from 'vitest'
import { exploitationKnown } from '@/lib/policy/exploitation'
import { knownAt } from '@/lib/policy/missing/as-known'
import { panelNow } from '@/lib/policy/missing/panel'
import { rememberAt } from '@/lib/policy/remember'
import { reported } from '@/tests/support/away'
import { historyOf } from '@/tests/support/story'

it('asks once for an entry of a history, and again for another', () => {
  let asked = 0
  const count = rememberAt(() => { asked += 1; return asked })
  const [one, other] = [historyOf([reported()]), historyOf([reported()])]
  const [event] = one.events
  if (event === undefined) throw new Error('one line')
  expect([count(event, one), count(event, one), count(event, other), count({ ...event }, one)]).toEqual([1, 1, 2, 3])
})

it('what is only being typed is never taken for what was typed before it', () => {
  const history = historyOf([], { child: { age: 15 } })
  const absent = (answer: boolean) => panelNow({ ...history, now: new Date('2016-05-16T08:00:00Z') }, { answers: { cse_risk: answer } }).classes[1]?.state
  expect([absent(false), absent(true), absent(false)]).toEqual(['open', 'closed', 'open'])
  const told = historyOf([reported({ answers: { cse_risk: true } })])
  const [event] = told.events
  if (event === undefined) throw new Error('one line')
  expect(exploitationKnown(knownAt(event, told))).toHaveLength(1)
  expect(exploitationKnown(knownAt({ ...event, detail: {} }, { ...told, events: [] }))).toEqual([])
})
