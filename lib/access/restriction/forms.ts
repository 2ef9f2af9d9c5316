import { formAct, type FormAct } from '@/lib/forms/form-act'
import { liftRestriction } from './lift-restriction'
import { restrictPerson } from './restrict-person'

export const restrictionForms: readonly FormAct[] = [
  formAct({ name: 'restrict-person', act: restrictPerson, read: (values) => ({ personId: values.text('personId'), reason: values.text('reason') }) }),
  formAct({ name: 'lift-restriction', act: liftRestriction, read: (values) => ({ personId: values.text('personId'), reason: values.text('reason') }) }),
]
