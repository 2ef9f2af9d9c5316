import { formAct, type FormAct } from '@/lib/forms/form-act'
import { setLocalTarget, withdrawLocalTarget } from './acts/local-target'
import { recordMeasurement } from './acts/record-measurement'
import { withdrawMeasurement } from './acts/withdraw-measurement'

export const figureForms: readonly FormAct[] = [
  formAct({
    name: 'record-measurement', act: recordMeasurement,
    read: (values) => ({
      ...Object.fromEntries(['borough', 'metric', 'value', 'target', 'oldestDays', 'staff', 'source'].map((name) => [name, values.text(name)])), measuredOn: values.date('measuredOn', 'The day it was measured'),
    }),
  }),
  formAct({
    name: 'set-local-target', act: setLocalTarget,
    read: (values) => ({ ...Object.fromEntries(['borough', 'measure', 'value', 'reason'].map((name) => [name, values.text(name)])), from: values.date('from', 'The day from which it holds') }),
  }),
  formAct({ name: 'withdraw-local-target', act: withdrawLocalTarget, read: (values) => ({ targetId: values.text('targetId'), reason: values.text('reason') }) }),
  formAct({ name: 'withdraw-measurement', act: withdrawMeasurement, read: (values) => ({ measurementId: values.text('measurementId'), reason: values.text('reason') }) }),
]
