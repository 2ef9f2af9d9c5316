import type { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import type { FormValues } from './form-values'

/**
 * An act that a form can ask for. `name` is the form's address: /act/NAME. `read` turns what was typed into the act's
 * raw input; its zod schema then judges it. A problem at the path `children.0.givenName` lands at the field
 * `children-0-givenName`.
 */
export interface FormAct {
  readonly name: string
  readonly act: Act<z.ZodType>
  read(values: FormValues): unknown
  /** Fields whose words are never kept in a draft (a password). */
  readonly neverKept?: readonly string[]
  /** The field that names the row, where one form serves a table: two of its rows under the page's one key are two acts, and one row sent twice is one. */
  readonly each?: string
}

/** The registry holds acts of every schema; each judges its own input. */
export const formAct = (form: FormAct): FormAct => form
