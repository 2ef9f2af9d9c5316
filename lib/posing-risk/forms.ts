import { formAct, type FormAct } from '@/lib/forms/form-act'
import { linkAdult, recordIdentifier } from './acts/link-adult'
import { recordTactic } from './acts/tactic'

export const posingRiskForms: readonly FormAct[] = [
  formAct({ name: 'link-adult', act: linkAdult, read: (values) => ({ adultId: values.text('adultId'), childId: values.text('childId'), how: values.text('how'), learnedAt: values.instant('learnedAt', 'When it was learned'), why: values.text('why') }) }),
  formAct({ name: 'record-identifier', act: recordIdentifier, read: (values) => ({ personId: values.text('personId'), kind: values.text('kind'), value: values.text('value'), why: values.text('why') }) }),
  formAct({ name: 'record-tactic', act: recordTactic, read: (values) => ({ placeId: values.text('placeId'), adultId: values.text('adultId'), what: values.text('what'), at: values.instant('at', 'When it was tried'), result: values.text('result'), account: values.text('account') }) }),
]
