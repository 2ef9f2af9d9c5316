import { expect, it } from 'vitest'
import { rulesAtTheEnd } from '@/tests/support/gated'
import type { EventKind } from '@/lib/policy/events'

const REFUSED = ['joint-enquiry-without-officer']

it.each([
  ['strategy-discussion-held', { enquiry: 'joint' }, REFUSED],
  ['record-updated', { enquiry: 'joint' }, REFUSED],
  ['strategy-discussion-held', { enquiry: 'joint', police_officer: '' }, REFUSED],
  ['strategy-discussion-held', { enquiry: 'joint', police_officer: 'DS Iona Halloway-Brume' }, []],
  ['strategy-discussion-held', { enquiry: 'single-csc' }, []],
  ['strategy-discussion-held', {}, []],
] as readonly (readonly [EventKind, Record<string, unknown>, readonly string[]])[])('%s with %j', (what, detail, refused) => {
  expect(rulesAtTheEnd({ when: '2016-05-16 09:00', what, with: detail })).toEqual(refused)
})
