import { formAct, type FormAct } from '@/lib/forms/form-act'
import { addFlag } from './acts/add-flag'
import { correctPerson } from './acts/correct-person'
import { joinPeople } from './acts/join-people'
import { linkPeople } from './acts/link-people'
import { neverSame, sameAfterAll } from './acts/never-same'
import { partPeople } from './acts/part-people'
import { setAddress } from './acts/set-address'
import { setCircumstances } from './acts/set-circumstances'

export const peopleForms: readonly FormAct[] = [
  formAct({
    name: 'correct-person', act: correctPerson,
    read: (values) => ({
      personId: values.text('personId'), seen: values.text('seen'), givenName: values.text('givenName'), familyName: values.text('familyName'),
      description: values.text('description'), bornOn: values.date('bornOn', 'The date of birth'), age: values.text('age'), ageDisputed: values.text('ageDisputed'),
      sex: values.text('sex'), telephone: values.text('telephone'), reason: values.text('reason'),
    }),
  }),
  formAct({
    name: 'set-circumstances', act: setCircumstances,
    read: (values) => ({
      personId: values.text('personId'), seen: values.text('seen'), lookedAfter: values.text('lookedAfter'), responsibleAuthority: values.text('responsibleAuthority'),
      planCategory: values.text('planCategory'), placement: values.text('placement'), leadName: values.text('leadName'), reason: values.text('reason'),
    }),
  }),
  formAct({
    name: 'add-flag', act: addFlag,
    read: (values) => ({ personId: values.text('personId'), flag: values.text('flag'), reason: values.text('reason'), ownerName: values.text('ownerName'), reviewOn: values.date('reviewOn', 'The date of review') }),
  }),
  formAct({
    name: 'link-people', act: linkPeople,
    read: (values) => ({ personId: values.text('personId'), otherId: values.text('otherId'), kind: values.text('kind'), reason: values.text('reason') }),
  }),
  formAct({
    name: 'set-address', act: setAddress,
    read: (values) => ({
      personId: values.text('personId'), line: values.text('line'), postcode: values.text('postcode'), borough: values.text('borough'),
      since: values.since('since', 'Since when'), until: values.since('until', 'Until when'), reason: values.text('reason'),
    }),
  }),
  formAct({
    name: 'join-people', act: joinPeople,
    read: (values) => ({ personId: values.text('personId'), otherId: values.text('otherId'), keep: values.text('keep'), reason: values.text('reason') }),
  }),
  formAct({
    name: 'part-people', act: partPeople,
    read: (values) => ({ personId: values.text('personId'), joinId: values.text('joinId'), reason: values.text('reason'), restriction: values.text('restriction') }),
  }),
  formAct({ name: 'never-the-same', act: neverSame, read: (values) => ({ personId: values.text('personId'), otherId: values.text('otherId'), reason: values.text('reason') }) }),
  formAct({ name: 'same-after-all', act: sameAfterAll, read: (values) => ({ personId: values.text('personId'), otherId: values.text('otherId'), reason: values.text('reason') }) }),
]
