import { formAct, type FormAct } from '@/lib/forms/form-act'
import { endPoliceProtection, extendPoliceProtection, protectionNotUsed, updatePoliceProtection } from './acts/carry-on'
import { endProtectionOrder, extendProtectionOrder, recordProtectionOrder } from './acts/order'
import { takePoliceProtection } from './acts/take'

export const protectionForms: readonly FormAct[] = [
  formAct({
    name: 'take-police-protection', act: takePoliceProtection,
    read: (values) => ({
      personId: values.text('personId'), takenAt: values.instant('takenAt', 'When the child was taken'), takenBy: values.text('takenBy'), takenRank: values.text('takenRank'),
      ground: values.text('ground'), place: values.text('place'), designatedOfficer: values.text('designatedOfficer'), designatedRank: values.text('designatedRank'),
      told: values.all('told'), wishes: values.text('wishes'), freshGround: values.text('freshGround'), authorisedBy: values.text('authorisedBy'),
      authorisedRank: values.text('authorisedRank'), referralId: values.text('referralId'),
    }),
  }),
  formAct({
    name: 'update-police-protection', act: updatePoliceProtection,
    read: (values) => ({
      protectionId: values.text('protectionId'), designatedOfficer: values.text('designatedOfficer'), designatedRank: values.text('designatedRank'), place: values.text('place'),
      told: values.all('told'), toldAt: values.instant('toldAt', 'When they were told'), wishes: values.text('wishes'), note: values.text('note'),
    }),
  }),
  formAct({
    name: 'extend-police-protection', act: extendPoliceProtection,
    read: (values) => ({ protectionId: values.text('protectionId'), until: values.instant('until', 'Until when'), reason: values.text('reason') }),
  }),
  formAct({
    name: 'end-police-protection', act: endPoliceProtection,
    read: (values) => ({
      protectionId: values.text('protectionId'), endedAt: values.instant('endedAt', 'When it ended'), how: values.text('how'), place: values.text('place'), account: values.text('account'),
    }),
  }),
  formAct({
    name: 'police-protection-not-used', act: protectionNotUsed,
    read: (values) => ({
      personId: values.text('personId'), at: values.instant('at', 'When it was considered'), officer: values.text('officer'), reason: values.text('reason'), referralId: values.text('referralId'),
    }),
  }),
  formAct({
    name: 'record-protection-order', act: recordProtectionOrder,
    read: (values) => ({
      personId: values.text('personId'), madeAt: values.instant('madeAt', 'When the order was made'), court: values.text('court'), until: values.instant('until', 'Until when it runs'),
      appliedBy: values.text('appliedBy'), route: values.text('route'), place: values.text('place'), ground: values.text('ground'), referralId: values.text('referralId'),
    }),
  }),
  formAct({
    name: 'extend-protection-order', act: extendProtectionOrder,
    read: (values) => ({
      protectionId: values.text('protectionId'), extendedAt: values.instant('extendedAt', 'When it was extended'), until: values.instant('until', 'Until when it runs'), reason: values.text('reason'),
    }),
  }),
  formAct({
    name: 'end-protection-order', act: endProtectionOrder,
    read: (values) => ({
      protectionId: values.text('protectionId'), endedAt: values.instant('endedAt', 'When it ended'), how: values.text('how'), place: values.text('place'), account: values.text('account'),
    }),
  }),
]
