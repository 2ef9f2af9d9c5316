import { formAct, type FormAct } from '@/lib/forms/form-act'
import { circulateRecord } from './acts/circulate-record'
import { chaseReceipts } from './acts/chase-receipts'
import { confirmReceipt } from './acts/confirm-receipt'
import { givePosition } from './acts/give-position'
import { sendAgain } from './acts/send-again'
import { answerInvitation } from './calls/answer-invitation'
import { callDiscussion } from './calls/call-discussion'
import { callOffDiscussion, moveDiscussion } from './calls/change-call'

export const meetingForms: readonly FormAct[] = [
  formAct({ name: 'give-position', act: givePosition, read: (values) => ({ meetingId: values.text('meetingId'), agrees: values.text('agrees'), says: values.text('says'), unsafe: values.text('unsafe') === 'yes' }) }),
  formAct({ name: 'circulate-record', act: circulateRecord, read: (values) => ({ meetingId: values.text('meetingId'), note: values.text('note') }) }),
  formAct({ name: 'confirm-receipt', act: confirmReceipt, read: (values) => ({ meetingId: values.text('meetingId'), participantId: values.text('participantId') }) }),
  formAct({ name: 'chase-receipts', act: chaseReceipts, read: (values) => ({ meetingId: values.text('meetingId') }) }),
  formAct({ name: 'send-again', act: sendAgain, read: (values) => ({ mailId: values.text('mailId') }) }),
  formAct({
    name: 'call-discussion', act: callDiscussion,
    read: (values) => ({
      children: values.all('children'), referralId: values.text('referralId') || null, borough: values.text('borough'), meetsAt: values.instant('meetsAt', 'When it takes place'),
      mode: values.text('mode'), place: values.text('place'), namesShared: values.text('namesShared') === 'yes',
      invited: values.rows('invited').map((row) => ({
        ask: row.text('expected') === 'yes' ? row.text('ask') === 'yes' : undefined, part: row.text('part'), agency: row.text('agency'), name: row.text('name'),
      })),
    }),
  }),
  formAct({ name: 'move-discussion', act: moveDiscussion, read: (values) => ({ callId: values.text('callId'), meetsAt: values.instant('meetsAt', 'When it takes place'), mode: values.text('mode'), place: values.text('place') }) }),
  formAct({ name: 'call-off-discussion', act: callOffDiscussion, read: (values) => ({ callId: values.text('callId'), reason: values.text('reason') }) }),
  formAct({
    name: 'answer-invitation', act: answerInvitation,
    read: (values) => ({ invitationId: values.text('invitationId'), coming: values.text('coming'), insteadName: values.text('insteadName'), brings: values.text('brings') }),
  }),
]
