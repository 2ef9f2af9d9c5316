import { createHash } from 'node:crypto'

/** Chance that is the same at every start: the demonstration of one moment is one demonstration. */
export interface Chance {
  /** At least 0, below 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  pick<T>(list: readonly T[]): T
  /** True with the given likelihood, 0 to 1. */
  once(likelihood: number): boolean
}

export function chance(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0)
  const next = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    next, between,
    pick: <T>(list: readonly T[]): T => {
      const chosen = list[between(0, list.length - 1)]
      if (chosen === undefined) throw new Error('nothing to choose from')
      return chosen
    },
    once: (likelihood) => next() < likelihood,
  }
}

/** An id that follows from words, so that making the demonstration again makes the same teams and accounts. */
export function idFrom(words: string): string {
  const hex = createHash('sha256').update(`holdfast demonstration: ${words}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
