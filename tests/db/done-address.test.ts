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

it('the address stays an address: what it asked for already is still there, and no word of ours breaks it', () => {
  const read = (address: string) => new URL(address, 'http://holdfast.invalid').searchParams
  for (const [goTo, asks] of [['/queue', null], ['/queue?who=mine', 'mine']] as const) {
    const says = 'Given to A & B: 50% of it, #2 + more?'
    const address = withDone(goTo, says)
    expect(address.startsWith(`${goTo}${asks === null ? '?' : '&'}done=`)).toBe(true)
    expect(read(address).get('who')).toBe(asks)
    expect(doneWords(read(withDone(`${goTo}#history`, says)).get('done') ?? '')).toBe(says)
    expect(withDone(`${goTo}#history`, says).endsWith('#history')).toBe(true)
    expect(doneWords(read(address).get('done') ?? '')).toBe(says)
  }
})
