import type { FormValues } from '@/lib/forms/form-values'
import { QUESTIONS } from '@/lib/policy/missing/questions'

/** The questions of a call as the form sends them: `answers-cse_risk` and so on; one that was not put to anybody is not in it. */
export const answersOf = (values: FormValues): Record<string, string> =>
  Object.fromEntries(QUESTIONS.flatMap(({ id }) => { const said = values.text(`answers-${id}`); return said === undefined ? [] : [[id, said]] }))
