import { formAct, type FormAct } from '@/lib/forms/form-act'
import { breakGlass } from './break-glass'
import { openWithReason } from './open-with-reason'
import { reviewBreakGlass } from './review-break-glass'
import { TypedPassword } from './typed-password'

export const openingForms: readonly FormAct[] = [
  formAct({
    name: 'open-with-reason', act: openWithReason,
    read: (values) => ({ personId: values.text('personId'), purpose: values.text('purpose'), reason: values.text('reason') }),
  }),
  formAct({
    name: 'break-glass', act: breakGlass, neverKept: ['password'],
    read: (values) => ({
      personId: values.text('personId'), purpose: values.text('purpose'), reason: values.text('reason'), password: new TypedPassword(values.text('password') ?? ''),
    }),
  }),
  formAct({
    name: 'review-break-glass', act: reviewBreakGlass,
    read: (values) => ({ openingId: values.text('openingId'), verdict: values.text('verdict'), review: values.text('review') }),
  }),
]
