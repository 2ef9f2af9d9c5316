import { formAct, type FormAct } from '@/lib/forms/form-act'
import { circulateRecord } from './acts/circulate-record'
import { givePosition } from './acts/give-position'

export const meetingForms: readonly FormAct[] = [
  formAct({ name: 'give-position', act: givePosition, read: (values) => ({ meetingId: values.text('meetingId'), agrees: values.text('agrees'), says: values.text('says') }) }),
  formAct({ name: 'circulate-record', act: circulateRecord, read: (values) => ({ meetingId: values.text('meetingId'), note: values.text('note') }) }),
]
