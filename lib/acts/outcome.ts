import { z } from 'zod'
import type { Refusal } from '@/lib/policy/rule'

/** What was wrong with what was typed: shown beside the field. */
export interface Problem {
  readonly field: string
  readonly message: string
}

/** What an act answers. Expected failures are values; anything else throws and is a fault of ours. */
export type Outcome =
  | { readonly ok: true; readonly result: ActResult; readonly repeated: boolean }
  | { readonly ok: false; readonly kind: 'invalid'; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly kind: 'refused'; readonly refusals: readonly Refusal[] }
  | { readonly ok: false; readonly kind: 'forbidden'; readonly says: string }
  | { readonly ok: false; readonly kind: 'not-found' }
  | { readonly ok: false; readonly kind: 'conflict'; readonly says: string }
  | { readonly ok: false; readonly kind: 'key-reused' }

/** What an accepted act gives back: ids it made, and where the browser goes next. Kept with the act's key, for who sends it twice. */
export const ACT_RESULT = z.object({
  /** The page that shows what was done. */
  goTo: z.string(),
  /** What was done, in a sentence for the person who did it. */
  says: z.string(),
  ids: z.record(z.string(), z.string()),
}).readonly()
export type ActResult = z.output<typeof ACT_RESULT>

/** Thrown inside an act to stop it: everything is rolled back and the outcome is answered. */
export class Stopped extends Error {
  constructor(readonly outcome: Extract<Outcome, { ok: false }>) {
    super(outcome.kind)
    this.name = 'Stopped'
  }
}

export const notFound = (): Stopped => new Stopped({ ok: false, kind: 'not-found' })
export const forbidden = (says: string): Stopped => new Stopped({ ok: false, kind: 'forbidden', says })
export const conflict = (says: string): Stopped => new Stopped({ ok: false, kind: 'conflict', says })
export const invalid = (field: string, message: string): Stopped => new Stopped({ ok: false, kind: 'invalid', problems: [{ field, message }] })
export const refused = (refusals: readonly Refusal[]): Stopped => new Stopped({ ok: false, kind: 'refused', refusals })
