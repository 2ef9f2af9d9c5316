import { randomInt } from 'node:crypto'

/** Letters and digits nobody mixes up when a reference is read out on the telephone (no 0 O 1 I L S 5 U V). */
const SIGNS = '234679ACDEFGHJKMNPQRTWXYZ'

/** A reference of eight signs in two groups, drawn at random: it tells nothing and an existing one cannot be guessed. */
export function newReference(prefix: 'P' | 'R'): string {
  const sign = (): string => SIGNS.charAt(randomInt(SIGNS.length))
  const group = (): string => sign() + sign() + sign() + sign()
  return `${prefix}-${group()}-${group()}`
}
