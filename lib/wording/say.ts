import { sentence } from './lists'

/**
 * The words for a code. A code with no words (an older record, another force's word) is shown as itself, readable: a page must
 * never fail, nor leave a hole, because one word is new.
 */
export function say(words: Readonly<Record<string, string>>, code: string | null | undefined, absent = 'not known'): string {
  if (code === null || code === undefined || code === '') return absent
  return Object.hasOwn(words, code) ? (words[code] ?? code) : sentence(code.replaceAll('-', ' '))
}

/** Code and words as choices of a form, in the order of the table. */
export function choicesOf(words: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }))
}
