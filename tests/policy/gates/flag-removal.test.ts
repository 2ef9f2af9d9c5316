import { expect, it } from 'vitest'
import { rulesAtTheEnd } from '@/tests/support/gated'

it.each([
  [undefined, []], [null, []], [true, []], [['csc', 'health'], []],
  [false, ['flag-removal-without-partner-check']], [[], ['flag-removal-without-partner-check']], ['', ['flag-removal-without-partner-check']],
])('partners asked: %j', (partners, refused) => {
  expect(rulesAtTheEnd({ when: '2016-05-16 09:00', what: 'flag-changed', with: { flag: 'cse-risk', change: 'removed', partners_checked: partners } })).toEqual(refused)
})
