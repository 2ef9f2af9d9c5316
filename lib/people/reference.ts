import { randomInt } from 'node:crypto'

/** Letters and digits nobody mixes up when a reference is read out on the telephone (no 0 O 1 I L S 5 U V). */
const SIGNS = '234679ACDEFGHJKMNPQRTWXYZ'

/** A reference of eight signs in two groups, drawn at random: it tells nothing and an existing one cannot be guessed. */
export function newReference(prefix: 'P' | 'R' | 'M' | 'E' | 'L' | 'K'): string {
  const sign = (): string => SIGNS.charAt(randomInt(SIGNS.length))
  const group = (): string => sign() + sign() + sign() + sign()
  return `${prefix}-${group()}-${group()}`
}

/** The reference of something that has only an id (a record of a meeting, a question): the same each time, and it tells nothing. */
export function referenceOf(prefix: 'M' | 'Q', id: string): string {
  let left = BigInt(`0x${id.replaceAll('-', '')}`)
  const signs = Array.from({ length: 8 }, () => {
    const sign = SIGNS.charAt(Number(left % BigInt(SIGNS.length)))
    left /= BigInt(SIGNS.length)
    return sign
  }).join('')
  return `${prefix}-${signs.slice(0, 4)}-${signs.slice(4)}`
}
