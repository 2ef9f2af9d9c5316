import { formAct, type FormAct } from '@/lib/forms/form-act'
import type { FormValues } from '@/lib/forms/form-values'
import { closeCase } from './acts/close'
import { answerRisk, confirmWhereabouts, recordChildSeen, recordContradiction, recordPoliceEnquiry, recordSuspectAction } from './acts/work'

const named = (values: FormValues, ...names: string[]): Record<string, string | undefined> => Object.fromEntries(names.map((name) => [name, values.text(name)]))

export const closingForms: readonly FormAct[] = [
  formAct({ name: 'close-case', act: closeCase, read: (values) => named(values, 'personId', 'referralId', 'result', 'rationale', 'notSeen', 'notSeenWhy') }),
  formAct({
    name: 'record-child-seen', act: recordChildSeen,
    read: (values) => ({ ...named(values, 'personId', 'who', 'place', 'spokenTo', 'observed', 'alone', 'views', 'account', 'referralId'), by: values.all('by'), seenAt: values.instant('seenAt', 'When the child was seen') }),
  }),
  formAct({
    name: 'record-suspect-action', act: recordSuspectAction,
    read: (values) => ({ ...named(values, 'personId', 'suspectId', 'action', 'account', 'referralId'), at: values.instant('at', 'When it was done') }),
  }),
  formAct({
    name: 'record-police-enquiry', act: recordPoliceEnquiry,
    read: (values) => ({ ...named(values, 'personId', 'what', 'officer', 'account', 'referralId'), withCsc: values.all('withCsc').includes('yes'), at: values.instant('at', 'When it was done') }),
  }),
  formAct({
    name: 'confirm-whereabouts', act: confirmWhereabouts,
    read: (values) => ({ ...named(values, 'personId', 'place', 'confirmedBy', 'account'), at: values.instant('at', 'When it was confirmed') }),
  }),
  formAct({ name: 'record-contradiction', act: recordContradiction, read: (values) => named(values, 'personId', 'what', 'account') }),
  formAct({ name: 'answer-risk', act: answerRisk, read: (values) => ({ ...named(values, 'personId', 'reason', 'protects'), risks: values.all('risks') }) }),
]
