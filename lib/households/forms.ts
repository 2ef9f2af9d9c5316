import { formAct, type FormAct } from '@/lib/forms/form-act'
import { endTie } from './acts/end-tie'

export const householdForms: readonly FormAct[] = [
  formAct({ name: 'end-tie', act: endTie, read: (values) => ({ personId: values.text('personId'), tieId: values.text('tieId'), endedAt: values.instant('endedAt', 'When it ended'), reason: values.text('reason') }) }),
]
