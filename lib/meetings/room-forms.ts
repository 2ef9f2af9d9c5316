import { actionFields } from '@/lib/actions/forms'
import { formAct, type FormAct } from '@/lib/forms/form-act'
import type { FormValues } from '@/lib/forms/form-values'
import { OPTIONS } from '@/lib/policy/exploitation/options'
import { MINUTE_FIELDS } from './kind'
import { agreeAction } from './room/acts/agree-action'
import { addAttendance, markAttendance } from './room/acts/attendance'
import { considerOption } from './room/acts/consider-option'
import { saveMinute } from './room/acts/save-minute'
import { takeUpAction } from './room/acts/take-up-action'

/** A row as the page came with it: what was left as it was is no part of what is sent. */
const stateOf = (row: FormValues): string => [row.text('present') === 'yes' ? 'yes' : '', row.text('name') ?? '', row.text('rank') ?? '', row.text('canCommit') ?? ''].join('|')

export const roomForms: readonly FormAct[] = [
  formAct({
    name: 'save-minute', act: saveMinute,
    read: (values) => ({
      itemId: values.text('itemId'),
      fields: MINUTE_FIELDS.flatMap((field) => (values.text(field) === undefined ? [] : [{ field, base: values.text(`${field}-base`) ?? '0', text: values.text(field) }])),
    }),
  }),
  formAct({
    name: 'consider-option', act: considerOption,
    read: (values) => ({ itemId: values.text('itemId'), options: OPTIONS.flatMap((option, index) => {
      const row = values.group(`options-${index}`)
      return row.text('why') === undefined ? [] : [{ option, used: row.text('used') ?? '', why: row.text('why') }]
    }) }),
  }),
  formAct({ name: 'agree-action', act: agreeAction, read: (values) => ({ ...actionFields(values), itemId: values.text('itemId'), childId: values.text('childId') }) }),
  formAct({
    name: 'take-up-action', act: takeUpAction,
    read: (values) => ({
      callId: values.text('callId'), actionId: values.text('actionId'), outcome: values.text('outcome'), evidence: values.text('evidence'), reason: values.text('reason'), note: values.text('note'),
      // Left over from another answer, a half-typed date is nobody’s problem.
      dueOn: values.text('outcome') === 'carried' ? values.date('dueOn', 'The new date') : undefined,
    }),
  }),
  formAct({
    name: 'mark-attendance', act: markAttendance,
    read: (values) => ({
      callId: values.text('callId'),
      rows: values.rows('rows').map((row) => ({
        attendanceId: row.text('id'), changed: row.text('was') !== stateOf(row), present: row.text('present') === 'yes', name: row.text('name'), rank: row.text('rank'), canCommit: row.text('canCommit'),
      })),
    }),
  }),
  formAct({
    name: 'add-attendance', act: addAttendance,
    read: (values) => ({ callId: values.text('callId'), part: values.text('part'), agency: values.text('agency'), name: values.text('name'), rank: values.text('rank'), canCommit: values.text('canCommit') }),
  }),
]
