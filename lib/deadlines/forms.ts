import { formAct, type FormAct } from '@/lib/forms/form-act'
import type { FormValues } from '@/lib/forms/form-values'
import { acknowledgeDuty } from './acts/acknowledge'
import { annulDuty } from './acts/annul'
import { chase } from './acts/chase'
import { escalate } from './acts/escalate'
import { policeChallenge } from './acts/police-challenge'
import { settleDispute } from './acts/settle-dispute'
import { reassign } from './acts/reassign'

/** One ticked row stands for all the clocks of one child: its value is their ids with commas between. */
const duties = (values: FormValues) => ({ deadlineIds: values.all('deadlineIds').flatMap((ids) => ids.split(',')).filter((id) => id !== ''), note: values.text('note') })

/** The acts on duties: one form with several buttons can send any of them, so they share their fields. */
export const dutyForms: readonly FormAct[] = [
  formAct({ name: 'chase', act: chase, read: (values) => ({ ...duties(values), to: values.text('to') }) }),
  formAct({ name: 'police-challenge', act: policeChallenge, read: duties }),
  formAct({ name: 'escalate', act: escalate, read: duties }),
  formAct({ name: 'reassign', act: reassign, read: (values) => ({ ...duties(values), assignee: values.text('assignee') }) }),
  formAct({ name: 'acknowledge-duty', act: acknowledgeDuty, read: duties }),
  formAct({ name: 'settle-dispute', act: settleDispute, read: (values) => ({ ...duties(values), how: values.text('how') }) }),
  formAct({ name: 'annul-duty', act: annulDuty, read: duties }),
]
