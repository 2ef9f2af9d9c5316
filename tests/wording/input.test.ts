import { expect, it } from 'vitest'
import { instant, text } from '@/lib/referrals/input'

it.each([
  ['1899-12-31T23:59:59Z', false], ['1900-01-01T00:00:00Z', true], ['2199-12-31T23:59:59Z', true], ['2200-01-01T00:00:00Z', false],
])('an instant of %s is taken: %s', (at, taken) => {
  expect(instant('When').safeParse(at).success).toBe(taken)
  expect(instant('When').safeParse(new Date(at)).success).toBe(taken)
})

it('the end of all dates is told beside its field and not thrown', () => {
  const read = instant('When').safeParse(new Date(8.64e15))
  expect(read.success ? '' : read.error.issues[0]?.message).toBe('Enter a year from 1900 to 2199')
  expect(instant('When').safeParse(new Date(Number.NaN)).success).toBe(false)
})

it('what PostgreSQL cannot keep is told', () => {
  expect(text(5, 'Say it').safeParse('a\u0000b').error?.issues[0]?.message).toBe('This has signs that cannot be kept')
})
