import { expect, it } from 'vitest'
import { doneWords, withDone } from '@/lib/forms/done'
import { useDatabase } from '@/tests/support/database'

// The signing secret is the installation's own: it comes with the database.
useDatabase()

it('an address says what was done only when we signed it', () => {
  const asked = new URL(withDone('/queue?who=mine', 'You have R-2346.'), 'http://holdfast.invalid').searchParams.get('done') ?? ''
  expect(doneWords(asked)).toBe('You have R-2346.')
  expect(doneWords(asked.replace('R-2346', 'R-2347'))).toBeNull()
  expect(doneWords('The child is safe.')).toBeNull()
  expect(doneWords([asked])).toBeNull()
  expect(doneWords(undefined)).toBeNull()
})
