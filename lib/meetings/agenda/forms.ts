import { formAct, type FormAct } from '@/lib/forms/form-act'
import { askToMeeting } from './acts/ask-to-meeting'
import { callOffMeeting, moveMeeting } from './acts/arrange-meeting'
import { bringResearch } from './acts/bring-research'
import { callMap } from './acts/call-map'
import { closeItem } from './acts/close-item'
import { endMeeting } from './acts/end-meeting'
import { exceptChair } from './acts/except-chair'
import { confirmMinutes, issueMinutes } from './acts/issue-minutes'
import { listForMeeting } from './acts/list-for-meeting'
import { openMeeting } from './acts/open-meeting'
import { orderAgenda, shareItem } from './acts/order-agenda'
import { answerOfBoard, raiseWithBoard } from './acts/raise-with-board'
import { signOff } from './acts/sign-off'

export const agendaForms: readonly FormAct[] = [
  formAct({
    name: 'list-for-meeting', act: listForMeeting,
    read: (values) => ({
      callId: values.text('callId') || null, borough: values.text('borough'), kind: values.text('kind'), personId: values.text('personId') || null, placeId: values.text('placeId') || null,
      title: values.text('title'), why: values.text('why'), override: values.text('override'), sharedWith: values.all('sharedWith'),
    }),
  }),
  formAct({
    name: 'call-map', act: callMap,
    read: (values) => ({
      personId: values.text('personId'), meetsAt: values.instant('meetsAt', 'When it takes place'), mode: values.text('mode'), place: values.text('place'),
      leadAgency: values.text('leadAgency'), why: values.text('why'), override: values.text('override'),
    }),
  }),
  formAct({
    name: 'ask-to-meeting', act: askToMeeting,
    read: (values) => ({
      callId: values.text('callId'),
      invited: values.rows('invited').map((row) => ({
        ask: row.text('expected') === 'yes' ? row.text('ask') === 'yes' : undefined, part: row.text('part'), agency: row.text('agency'), name: row.text('name'), reason: row.text('reason'),
      })),
    }),
  }),
  formAct({ name: 'move-meeting', act: moveMeeting, read: (values) => ({ callId: values.text('callId'), meetsAt: values.instant('meetsAt', 'When it takes place'), mode: values.text('mode'), place: values.text('place') }) }),
  formAct({ name: 'call-off-meeting', act: callOffMeeting, read: (values) => ({ callId: values.text('callId'), reason: values.text('reason') }) }),
  formAct({ name: 'bring-research', act: bringResearch, read: (values) => ({ itemId: values.text('itemId'), agency: values.text('agency'), found: values.text('found'), says: values.text('says') }) }),
  formAct({ name: 'order-agenda', act: orderAgenda, read: (values) => ({ itemId: values.text('itemId'), way: values.text('way') }) }),
  formAct({ name: 'share-item', act: shareItem, read: (values) => ({ itemId: values.text('itemId'), sharedWith: values.all('sharedWith') }) }),
  formAct({
    name: 'open-meeting', act: openMeeting,
    read: (values) => ({ callId: values.text('callId'), chairName: values.text('chairName'), chairAgency: values.text('chairAgency'), chairRank: values.text('chairRank'), chairPost: values.text('chairPost') }),
  }),
  formAct({ name: 'close-item', act: closeItem, read: (values) => ({ itemId: values.text('itemId'), riskLevel: values.text('riskLevel') }) }),
  formAct({
    name: 'end-meeting', act: endMeeting,
    read: (values) => ({
      callId: values.text('callId'), agreedCategory: values.text('agreedCategory'), otherChildren: values.text('otherChildren'), recovery: values.text('recovery'), prosecution: values.text('prosecution'),
    }),
  }),
  formAct({ name: 'sign-off-meeting', act: signOff, read: (values) => ({ callId: values.text('callId') }) }),
  formAct({ name: 'except-chair', act: exceptChair, read: (values) => ({ callId: values.text('callId'), reason: values.text('reason') }) }),
  formAct({ name: 'issue-minutes', act: issueMinutes, read: (values) => ({ callId: values.text('callId'), note: values.text('note') }) }),
  formAct({ name: 'confirm-minutes', act: confirmMinutes, read: (values) => ({ callId: values.text('callId'), copyId: values.text('copyId') || null }) }),
  formAct({ name: 'raise-with-board', act: raiseWithBoard, read: (values) => ({ callId: values.text('callId'), agency: values.text('agency'), reason: values.text('reason') }) }),
  formAct({ name: 'answer-of-board', act: answerOfBoard, read: (values) => ({ escalationId: values.text('escalationId'), answer: values.text('answer') }) }),
]
