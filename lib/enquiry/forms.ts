import { formAct, type FormAct } from '@/lib/forms/form-act'
import type { FormValues } from '@/lib/forms/form-values'
import { answerRequest } from './acts/answer-request'
import { askAgencies } from './acts/ask-agencies'
import { chaseRequest } from './acts/chase-request'
import { passToCsc } from './acts/pass-to-csc'
import { recordConsent } from './acts/record-consent'
import { recordDisclosure } from './acts/record-disclosure'
import { recordResearch } from './acts/record-research'
import { takeDownAnswer } from './acts/take-down-answer'
import { withdrawRequest } from './acts/withdraw-request'

const named = (values: FormValues, names: readonly string[]): Record<string, string | undefined> => Object.fromEntries(names.map((name) => [name, values.text(name)]))
const fields = (...names: string[]) => (values: FormValues): unknown => named(values, names)
const CONSENT = ['consent', 'consentWhose', 'consentWhy'] as const
const ANSWER = ['requestId', 'kind', 'answer', 'basis', 'reason'] as const

/** The acts of the enquiry that a form can ask for. */
export const enquiryForms: readonly FormAct[] = [
  formAct({
    name: 'ask-agencies', act: askAgencies,
    read: (values) => ({
      ...named(values, ['referralId', 'otherAgency', 'otherName', 'about', 'question', 'purpose', 'basis', ...CONSENT]),
      teams: [...values.all('teams'), ...values.all('elsewhere')].filter((team) => team !== ''), dueAt: values.instant('dueAt', 'When the answer is needed'),
    }),
  }),
  formAct({ name: 'answer-request', act: answerRequest, read: fields(...ANSWER) }),
  formAct({ name: 'take-down-answer', act: takeDownAnswer, read: fields(...ANSWER, 'saidBy') }),
  formAct({ name: 'chase-request', act: chaseRequest, read: fields('requestId') }),
  formAct({ name: 'withdraw-request', act: withdrawRequest, read: fields('requestId', 'why') }),
  formAct({ name: 'record-consent', act: recordConsent, read: fields('referralId', 'consent', 'whose', 'why') }),
  formAct({
    name: 'record-research', act: recordResearch,
    read: (values) => ({ ...named(values, ['referralId', 'personId', 'held', 'found', ...CONSENT]), systems: values.all('systems'), all: values.all('all').includes('yes') }),
  }),
  formAct({ name: 'record-disclosure', act: recordDisclosure, read: fields('referralId', 'shared', 'toAgency', 'toWords', 'what', 'basis', 'why') }),
  formAct({ name: 'pass-to-csc', act: passToCsc, read: fields('referralId', 'to', 'basis', 'note') }),
]
