import { z } from 'zod'

/** PostgreSQL can hold neither NUL nor half a surrogate pair: without this they would fail deep inside, as a fault of ours. */
function isKeepable(value: Record<string, unknown>): boolean {
  let sound = true
  const written = JSON.stringify(value, (key, part: unknown) => {
    for (const words of [key, part]) if (typeof words === 'string' && (words.includes('\u0000') || !words.isWellFormed())) sound = false
    return part
  })
  return sound && written.length <= 40_000
}

/** What an event carries in the policy's words, as it was given: keys nobody knows are kept on the record. */
export const eventDetail = z.record(z.string().max(60), z.json()).nullish().transform((value) => value ?? {})
  .refine(isKeepable, { error: 'This is too long, or has signs that cannot be kept' })
