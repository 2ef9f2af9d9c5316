import { actionFields } from '@/lib/actions/forms'
import { formAct, type FormAct } from '@/lib/forms/form-act'
import { completeRecord } from './complete-record'
import { recordStrategyDiscussion } from './record-strategy-discussion'

export const strategyForms: readonly FormAct[] = [
  formAct({
    name: 'complete-record', act: completeRecord,
    read: (values) => Object.fromEntries(['meetingId', 'chair', 'informationShared', 'riskAnalysis', 'decision', 'decisionReason', 'enquiry', 'policeOfficer']
      .map((name) => [name, values.text(name)])),
  }),
  formAct({
    name: 'record-strategy-discussion', act: recordStrategyDiscussion,
    read: (values) => ({
      children: values.all('children'), referralId: values.text('referralId') || null, borough: values.text('borough'), mode: values.text('mode'),
      callId: values.text('callId') || null, heldAt: values.instant('heldAt', 'When it was held'), chair: values.text('chair'),
      participants: values.rows('participants').map((row) => ({
        // Somebody the quorum asks for has their row from the start: it counts only where it is ticked.
        took: row.text('expected') === 'yes' ? row.text('took') === 'yes' : undefined,
        part: row.text('part'), agency: row.text('agency'), name: row.text('name'), brought: row.text('brought'),
      })),
      informationShared: values.text('informationShared'), riskAnalysis: values.text('riskAnalysis'), decision: values.text('decision'),
      decisionReason: values.text('decisionReason'), enquiry: values.text('enquiry'), policeOfficer: values.text('policeOfficer'),
      medical: values.text('medical'), interviewPlan: values.text('interviewPlan'), otherChildren: values.text('otherChildren'),
      actions: values.rows('actions').map(actionFields),
    }),
  }),
]
