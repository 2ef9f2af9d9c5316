import { describe, expect, it } from 'vitest'
import { rowsOf, withListIntent } from '@/components/ui/repeat-rows'
import { valueOf, valuesOf, type FormDraft } from '@/components/ui/form-draft'

describe('rows added and removed without a script', () => {
  const typed = { 'child-count': '2', 'child-0-name': 'Tamsin', 'child-1-name': 'Ravi', 'child-1-flags': ['a', 'b'], 'narrative': 'seen at 22:30' }

  it('adds a row and keeps everything typed', () => {
    expect(withListIntent(typed, 'add-child')).toEqual({ ...typed, 'child-count': '3' })
    expect(withListIntent({ narrative: 'x' }, 'add-action')).toEqual({ 'narrative': 'x', 'action-count': '2' })
  })

  it('removes the row asked for and closes the gap', () => {
    expect(withListIntent(typed, 'remove-child-0')).toEqual({ 'child-count': '1', 'child-0-name': 'Ravi', 'child-0-flags': ['a', 'b'], 'narrative': 'seen at 22:30' })
    expect(withListIntent(typed, 'remove-child-7')).toEqual(typed)
  })

  it('leaves every other intent alone', () => {
    expect(withListIntent(typed, 'save-draft')).toBeNull()
    expect(withListIntent(typed, 'remove-child-x')).toBeNull()
    expect(withListIntent(typed, 'add-.*')).toBeNull()
  })

  it('bounds the count', () => {
    expect(rowsOf({ 'child-count': '99' }, 'child')).toBe(30)
    expect(rowsOf({ 'child-count': '-3' }, 'child')).toBe(1)
    expect(rowsOf(undefined, 'child', 2)).toBe(2)
  })
})

describe('what a draft gives back', () => {
  const draft: FormDraft = { values: { name: '', flags: 'a' }, problems: [], refusals: [] }
  it('keeps an emptied field empty and unticked boxes unticked', () => {
    expect(valueOf(draft, 'name', 'start')).toBe('')
    expect(valueOf(draft, 'other', 'start')).toBe('start')
    expect(valuesOf(draft, 'flags')).toEqual(['a'])
    expect(valuesOf(draft, 'boxes', ['ticked before'])).toEqual([])
    expect(valuesOf(null, 'boxes', ['ticked before'])).toEqual(['ticked before'])
  })
})
