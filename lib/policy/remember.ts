import type { PolicyEvent } from './events'
import type { History } from './rule'

/**
 * The same question of the same history has the same answer, and a child who was away a hundred times is asked a hundred thousand. Kept by
 * the objects themselves: an entry that is only being considered is another object, and what nobody holds any more is forgotten.
 */
export function rememberAt<T>(answer: (event: PolicyEvent, history: History) => T): (event: PolicyEvent, history: History) => T {
  const held = new WeakMap<History, WeakMap<PolicyEvent, { readonly value: T }>>()
  return (event, history) => {
    const known = held.get(history) ?? new WeakMap<PolicyEvent, { readonly value: T }>()
    held.set(history, known)
    const before = known.get(event)
    if (before !== undefined) return before.value
    const value = answer(event, history)
    known.set(event, { value })
    return value
  }
}

/** The same for a question of one thing. */
export function remember<K extends object, T>(answer: (key: K) => T): (key: K) => T {
  const held = new WeakMap<K, { readonly value: T }>()
  return (key) => {
    const before = held.get(key)
    if (before !== undefined) return before.value
    const value = answer(key)
    held.set(key, { value })
    return value
  }
}
