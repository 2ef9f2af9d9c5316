import { formAct, type FormAct } from '@/lib/forms/form-act'
import type { FormValues } from '@/lib/forms/form-values'
import { addShift, endAbsence, endShift, recordAbsence } from './acts'

const hours = (values: FormValues) => ({
  teamId: values.text('teamId'), accountId: values.text('accountId'), startsAt: values.instant('startsAt', 'When it begins'), endsAt: values.instant('endsAt', 'When it ends'),
})

export const rotaForms: readonly FormAct[] = [
  formAct({ name: 'add-shift', act: addShift, read: (values) => ({ ...hours(values), weeks: values.text('weeks') || '1' }) }),
  formAct({ name: 'end-shift', act: endShift, read: (values) => ({ shiftId: values.text('shiftId') }) }),
  formAct({ name: 'record-absence', act: recordAbsence, read: (values) => ({ ...hours(values), coverId: values.text('coverId') }) }),
  formAct({ name: 'end-absence', act: endAbsence, read: (values) => ({ absenceId: values.text('absenceId') }) }),
]
