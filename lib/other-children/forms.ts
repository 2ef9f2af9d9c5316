import { formAct, type FormAct } from '@/lib/forms/form-act'
import { assessOtherChild, checkWiderRisk } from './acts/assess-other'
import { nameOtherChild } from './acts/name-other'

export const otherChildrenForms: readonly FormAct[] = [
  formAct({
    name: 'name-other-child', act: nameOtherChild,
    read: (values) => ({
      personId: values.text('personId'), otherId: values.text('otherId'), borough: values.text('borough'), relation: values.text('relation'), suspectId: values.text('suspectId'),
      learnedAt: values.instant('learnedAt', 'When it was learned'), reason: values.text('reason'),
      ...((values.text('otherId') ?? '') === '' ? { other: {
        givenName: values.text('other-givenName'), familyName: values.text('other-familyName'), description: values.text('other-description'), bornOn: values.date('other-bornOn', 'The date of birth'),
        ...((values.text('other-age') ?? '').trim() === '' ? {} : { age: values.text('other-age') }), sex: values.text('other-sex'), address: values.text('other-address'), postcode: values.text('other-postcode'),
      } } : {}),
    }),
  }),
  formAct({
    name: 'assess-other-child', act: assessOtherChild,
    read: (values) => ({ otherChildId: values.text('otherChildId'), result: values.text('result'), assessedAt: values.instant('assessedAt', 'When it was assessed'), reason: values.text('reason') }),
  }),
  formAct({
    name: 'check-wider-risk', act: checkWiderRisk,
    read: (values) => ({
      personId: values.text('personId'), suspectId: values.text('suspectId'), checkedAt: values.instant('checkedAt', 'When it was checked'), reached: values.all('reached'), found: values.text('found'), account: values.text('account'),
    }),
  }),
]
