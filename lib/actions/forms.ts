import { formAct, type FormAct } from '@/lib/forms/form-act'
import type { FormValues } from '@/lib/forms/form-values'
import { carryAction } from './carry-action'
import { completeAction } from './complete-action'
import { setAction } from './set-action'

const DATE = 'The date by which it is to be done'

/** One action as its fields are named, in a form of its own or in a row of a list. */
export const actionFields = (values: FormValues) => ({
  what: values.text('what'), ownerAgency: values.text('ownerAgency'), ownerName: values.text('ownerName'), dueOn: values.date('dueOn', DATE),
})

export const actionForms: readonly FormAct[] = [
  formAct({
    name: 'set-action', act: setAction,
    read: (values) => ({ ...actionFields(values), meetingId: values.text('meetingId'), childId: values.text('childId'), borough: values.text('borough') }),
  }),
  formAct({
    name: 'complete-action', act: completeAction,
    read: (values) => ({ actionId: values.text('actionId'), evidence: values.text('evidence') ?? '', doneAt: values.instant('doneAt', 'When it was done') }),
  }),
  formAct({
    name: 'carry-action', act: carryAction,
    read: (values) => ({ actionId: values.text('actionId'), reason: values.text('reason') ?? '', dueOn: values.date('dueOn', 'The new date') }),
  }),
]
