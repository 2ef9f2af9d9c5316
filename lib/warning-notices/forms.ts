import { formAct, type FormAct } from '@/lib/forms/form-act'
import { considerNotice, serveNotice } from './acts/serve'
import { endNotice, recordBreach } from './acts/work'

export const warningNoticeForms: readonly FormAct[] = [
  formAct({ name: 'consider-notice', act: considerNotice, read: (values) => ({ childId: values.text('childId'), adultId: values.text('adultId'), used: values.text('used'), why: values.text('why') }) }),
  formAct({
    name: 'serve-notice', act: serveNotice,
    read: (values) => ({
      childId: values.text('childId'), adultId: values.text('adultId'), ground: values.text('ground'), noteRead: values.text('noteRead'), careEndsOn: values.date('careEndsOn', 'When the care ends'),
      servedAt: values.instant('servedAt', 'When it was served'), servedBy: values.text('servedBy'), servedRank: values.text('servedRank'), place: values.text('place'), conditions: values.text('conditions'),
    }),
  }),
  formAct({ name: 'record-notice-breach', act: recordBreach, read: (values) => ({ noticeId: values.text('noticeId'), at: values.instant('at', 'When it happened'), what: values.text('what'), done: values.text('done') }) }),
  formAct({ name: 'end-notice', act: endNotice, read: (values) => ({ noticeId: values.text('noticeId'), why: values.text('why'), note: values.text('note') }) }),
]
