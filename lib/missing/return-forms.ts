import { formAct, type FormAct } from '@/lib/forms/form-act'
import type { FormValues } from '@/lib/forms/form-values'
import { recordArrest } from './acts/arrest'
import { answerInterview, askForInterview, withdrawInterview } from './acts/ask-interview'
import { recordDebrief } from './acts/debrief'
import { settleForum } from './acts/forum'
import { offerReturnInterview, recordReturnInterview, shareInterview } from './acts/interview'
import { makeTriggerPlan, reviewTriggerPlan } from './acts/plan'
import { recordReturn } from './acts/return'
import { reviewArrest } from './acts/review-arrest'
import { recordSafeAndWell } from './acts/safe-and-well'

const toldOf = (values: FormValues) => ({ said: values.text('said'), concern: values.text('concern'), indicators: values.all('indicators'), suspect: values.text('suspect') })
const companyOf = (values: FormValues) => values.rows('company').filter((row) => !row.isBlank()).map((row) => ({ name: row.text('name'), about: row.text('about'), grown: row.text('grown') }))
const interviewOf = (values: FormValues) => ({
  how: values.text('how'), at: values.instant('at', 'When it was'), by: values.text('by'), account: values.text('account'), where: values.text('where'), reason: values.text('reason'), ...toldOf(values),
})

export const returnForms: readonly FormAct[] = [
  formAct({
    name: 'record-return', act: recordReturn,
    read: (values) => ({
      episodeId: values.text('episodeId'), returnedAt: values.instant('returnedAt', 'When the child was back'), how: values.text('how'), where: values.text('where'), company: companyOf(values), account: values.text('account'),
      offence: values.text('offence'), custody: values.text('custody'), ...toldOf(values),
    }),
  }),
  formAct({
    name: 'record-safe-and-well', act: recordSafeAndWell,
    read: (values) => ({
      episodeId: values.text('episodeId'), checkedAt: values.instant('checkedAt', 'When the check was made'), officer: values.text('officer'), seen: values.text('seen'), spokenTo: values.text('spokenTo'), alone: values.text('alone'),
      safe: values.text('safe'), medical: values.text('medical'), medicalDone: values.text('medicalDone'), victim: values.text('victim'), crimeReference: values.text('crimeReference'), whereabouts: values.text('whereabouts'),
      circumstances: values.text('circumstances'), company: companyOf(values), askedHarm: values.text('askedHarm'), ...toldOf(values), refer: values.text('refer'),
    }),
  }),
  formAct({
    name: 'record-debrief', act: recordDebrief,
    read: (values) => ({
      episodeId: values.text('episodeId'), what: values.text('what'), how: values.text('how'), concern: values.text('concern'), indicators: values.all('indicators'), suspect: values.text('suspect'), referralId: values.text('referralId'), to: values.text('to'),
    }),
  }),
  formAct({
    name: 'offer-return-interview', act: offerReturnInterview,
    read: (values) => ({ episodeId: values.text('episodeId'), offeredAt: values.instant('offeredAt', 'When it was offered'), offeredBy: values.text('offeredBy'), answer: values.text('answer'), note: values.text('note') }),
  }),
  formAct({ name: 'record-return-interview', act: recordReturnInterview, read: (values) => ({ episodeId: values.text('episodeId'), independent: values.text('independent'), ...interviewOf(values) }) }),
  formAct({ name: 'ask-for-interview', act: askForInterview, read: (values) => ({ episodeId: values.text('episodeId'), teamId: values.text('teamId'), place: values.text('place') }) }),
  formAct({ name: 'withdraw-interview', act: withdrawInterview, read: (values) => ({ requestId: values.text('requestId') }) }),
  formAct({ name: 'answer-interview', act: answerInterview, read: (values) => ({ requestId: values.text('requestId'), ...interviewOf(values) }) }),
  formAct({
    name: 'share-interview', act: shareInterview,
    read: (values) => ({ episodeId: values.text('episodeId'), sharedAt: values.instant('sharedAt', 'When it was shared'), to: values.text('to'), what: values.text('what'), basis: values.text('basis') }),
  }),
  formAct({
    name: 'record-arrest', act: recordArrest,
    read: (values) => ({
      personId: values.text('personId'), arrestedAt: values.instant('arrestedAt', 'When the child was arrested'), offence: values.text('offence'), custody: values.text('custody'), protecting: values.text('protecting'), company: values.text('company'),
    }),
  }),
  formAct({ name: 'review-arrest', act: reviewArrest, read: (values) => ({ personId: values.text('personId'), decision: values.text('decision'), reason: values.text('reason') }) }),
  formAct({
    name: 'make-trigger-plan', act: makeTriggerPlan,
    read: (values) => ({
      personId: values.text('personId'), first: values.text('first'), places: values.text('places'), people: values.text('people'), contact: values.text('contact'), travel: values.text('travel'), risks: values.text('risks'),
      reviewOn: values.date('reviewOn', 'When the plan is looked at again'),
    }),
  }),
  formAct({
    name: 'review-trigger-plan', act: reviewTriggerPlan,
    read: (values) => ({ personId: values.text('personId'), version: values.text('version'), note: values.text('note'), reviewOn: values.date('reviewOn', 'When the plan is looked at again') }),
  }),
  formAct({
    name: 'settle-forum', act: settleForum,
    read: (values) => ({ personId: values.text('personId'), episodeId: values.text('episodeId'), decision: values.text('decision'), forum: values.text('forum'), reason: values.text('reason') }),
  }),
]
