import { formAct, type FormAct } from '@/lib/forms/form-act'
import type { FormValues } from '@/lib/forms/form-values'
import { readPerson } from '@/lib/referrals/read-person'
import { callForms } from './call-forms'
import { callBack } from './acts/call-back'
import { classifyEpisode } from './acts/classify'
import { gradeEpisode } from './acts/grade'
import { reportMissing } from './acts/report'
import { returnForms } from './return-forms'
import { searchForms } from './search-forms'
import { answersOf } from './typed-answers'

/** The class, and what it asks for: an absent child is not graded, a missing one has no agreed interval. */
function classAndGrade(values: FormValues): Record<string, unknown> {
  const as = values.text('as')
  return as === 'absent'
    ? { as, reason: values.text('reason'), interval: values.text('interval') || undefined }
    : { as, grade: values.text('grade'), gradeReason: values.text('gradeReason') }
}

export const missingForms: readonly FormAct[] = [
  formAct({
    name: 'report-missing', act: reportMissing,
    read: (values) => ({
      personId: values.text('personId'), child: readPerson(values.group('child')), searched: values.text('searched') === 'yes', borough: values.text('borough'),
      reportedAt: values.instant('reportedAt', 'When the call came'), callerKind: values.text('callerKind'), callerName: values.text('callerName'), callerPhone: values.text('callerPhone'),
      missingFrom: values.text('missingFrom'), lastSeenAt: values.instant('lastSeenAt', 'When the child was last seen'), lastSeenWhere: values.text('lastSeenWhere'),
      appearance: values.text('appearance'), company: values.text('company'), said: values.text('said'), answers: answersOf(values), indicators: values.all('indicators'),
      ...classAndGrade(values),
    }),
  }),
  formAct({
    name: 'classify-episode', act: classifyEpisode,
    read: (values) => ({
      episodeId: values.text('episodeId'), as: values.text('as'), reason: values.text('reason'), interval: values.text('interval') || undefined,
      classedAt: values.instant('classedAt', 'When it was decided'),
    }),
  }),
  formAct({
    name: 'grade-episode', act: gradeEpisode,
    read: (values) => ({ episodeId: values.text('episodeId'), grade: values.text('grade'), reason: values.text('reason'), gradedAt: values.instant('gradedAt', 'When it was decided') }),
  }),
  formAct({
    name: 'call-back', act: callBack,
    read: (values) => ({
      episodeId: values.text('episodeId'), calledAt: values.instant('calledAt', 'When you called'), reached: values.text('reached'), callerName: values.text('callerName'), said: values.text('said'),
      answers: answersOf(values), indicators: values.all('indicators'), interval: values.text('interval') || undefined,
    }),
  }),
  ...searchForms, ...returnForms,
  ...callForms,
]
