import type { z } from 'zod'
import type { Act } from '@/lib/acts/act'
import type { FormValues } from './form-values'

/**
 * An act that a form can ask for. `name` is the form's address: /act/NAME. `read` turns what was typed into the act's
 * raw input; its zod schema then judges it. A problem at the path `children.0.givenName` lands at the field
 * `children-0-givenName`.
 */
export interface FormAct<Schema extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly act: Act<Schema>
  read(values: FormValues): unknown
  /** Fields whose words are never kept in a draft (a password). */
  readonly neverKept?: readonly string[]
}

/** Keeps the schema's type while the registry holds acts of every schema. */
export const formAct = <Schema extends z.ZodType>(form: FormAct<Schema>): FormAct => form as unknown as FormAct
