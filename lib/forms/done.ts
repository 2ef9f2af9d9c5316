import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { secret } from '@/lib/platform/env'

const SIGN_LENGTH = 22
const signOf = (says: string): string => createHmac('sha256', secret()).update(`done:${says}`).digest('base64url').slice(0, SIGN_LENGTH)

/** The address after an accepted act, with what was done. Signed: a link cannot be made to say something that was not done. */
export function withDone(goTo: string, says: string): string {
  const [place = '', ...anchor] = goTo.split('#')
  // Before the anchor: behind it a browser keeps the words to itself and the page never reads them.
  return `${place}${place.includes('?') ? '&' : '?'}done=${encodeURIComponent(signOf(says) + says)}${anchor.map((part) => `#${part}`).join('')}`
}

/** What was done, or null when the address says nothing or was not made by us. */
export function doneWords(asked: string | readonly string[] | undefined): string | null {
  if (typeof asked !== 'string' || asked.length <= SIGN_LENGTH) return null
  const [sign, says] = [asked.slice(0, SIGN_LENGTH), asked.slice(SIGN_LENGTH)]
  const [given, made] = [Buffer.from(sign), Buffer.from(signOf(says))]
  return given.length === made.length && timingSafeEqual(given, made) ? says : null
}
