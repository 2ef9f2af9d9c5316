import { formAct, type FormAct } from '@/lib/forms/form-act'
import { closeEpisode } from './acts/close'
import { recordEnquiry } from './acts/enquiry'
import { acceptEpisode, handOverEpisode } from './acts/hand-over'
import { actOnInformation, recordInformation } from './acts/information'
import { reviewRisk } from './acts/review'
import { tellSenior, tellSocialCare } from './acts/tell'
import { answersOf } from './typed-answers'

/** What is done while a child is out, beside the call, the class and the grade. */
export const searchForms: readonly FormAct[] = [
  formAct({
    name: 'record-information', act: recordInformation,
    read: (values) => ({
      episodeId: values.text('episodeId'), kind: values.text('kind'), receivedAt: values.instant('receivedAt', 'When it came in'), channel: values.text('channel'), heldIn: values.text('heldIn'), by: values.text('by'),
      said: values.text('said'), seenAt: values.instant('seenAt', 'When the child was seen'), where: values.text('where'), company: values.text('company'), answers: answersOf(values),
      indicators: values.all('indicators'), done: values.text('done'),
    }),
  }),
  formAct({ name: 'act-on-information', act: actOnInformation, read: (values) => ({ informationId: values.text('informationId'), done: values.text('done') }) }),
  formAct({
    name: 'record-enquiry', act: recordEnquiry,
    read: (values) => ({
      episodeId: values.text('episodeId'), line: values.text('line'), what: values.text('what'), result: values.text('result'), madeAt: values.instant('madeAt', 'When it was done'), of: values.all('of'),
    }),
  }),
  formAct({
    name: 'review-risk', act: reviewRisk,
    read: (values) => ({
      episodeId: values.text('episodeId'), grade: values.text('grade'), done: values.text('done'), reason: values.text('reason'), next: values.text('next'), reviewedAt: values.instant('reviewedAt', 'When it was reviewed'),
    }),
  }),
  formAct({
    name: 'tell-social-care', act: tellSocialCare,
    read: (values) => ({
      episodeId: values.text('episodeId'), authority: values.text('authority'), name: values.text('name'), who: values.text('who'), said: values.text('said'), toldAt: values.instant('toldAt', 'When they were told'),
    }),
  }),
  formAct({
    name: 'tell-senior', act: tellSenior,
    read: (values) => ({ episodeId: values.text('episodeId'), senior: values.text('senior'), name: values.text('name'), said: values.text('said'), toldAt: values.instant('toldAt', 'When they were told') }),
  }),
  formAct({ name: 'hand-over-episode', act: handOverEpisode, read: (values) => ({ episodeId: values.text('episodeId'), to: values.text('to'), note: values.text('note') }) }),
  formAct({ name: 'accept-episode', act: acceptEpisode, read: (values) => ({ handoverId: values.text('handoverId') }) }),
  formAct({ name: 'close-episode', act: closeEpisode, read: (values) => ({ episodeId: values.text('episodeId'), summary: values.text('summary') }) }),
]
