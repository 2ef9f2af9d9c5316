import { formAct, type FormAct } from '@/lib/forms/form-act'
import type { FormValues } from '@/lib/forms/form-values'
import { linkPlace, recordTraining, unlinkPlace } from './acts/link'
import { answerMakesafeCall, tagCall, takeMakesafeCall } from './acts/makesafe'
import { changePlace, recordPlace } from './acts/record'

const placeOf = (values: FormValues) => ({
  kind: values.text('kind'), name: values.text('name'), line: values.text('line'), postcode: values.text('postcode'), as: values.all('as'), ownerContact: values.text('ownerContact'), telephone: values.text('telephone'),
  leafletOn: values.date('leafletOn', 'When the leaflet was given'), known: values.text('known'),
})

export const placeForms: readonly FormAct[] = [
  formAct({ name: 'record-place', act: recordPlace, read: (values) => ({ borough: values.text('borough'), ...placeOf(values) }) }),
  formAct({ name: 'change-place', act: changePlace, read: (values) => ({ placeId: values.text('placeId'), version: values.text('version'), ...placeOf(values), closed: values.text('closed') }) }),
  formAct({ name: 'link-place', act: linkPlace, read: (values) => ({ placeId: values.text('placeId'), personId: values.text('personId'), episodeId: values.text('episodeId'), why: values.text('why'), since: values.instant('since', 'Since when'), words: values.text('words') }) }),
  formAct({ name: 'unlink-place', act: unlinkPlace, read: (values) => ({ linkId: values.text('linkId'), words: values.text('words') }) }),
  formAct({ name: 'record-premises-training', act: recordTraining, read: (values) => ({ placeId: values.text('placeId'), at: values.instant('at', 'When the staff were trained'), people: values.text('people'), by: values.text('by'), words: values.text('words') }) }),
  formAct({
    name: 'take-makesafe-call', act: takeMakesafeCall,
    read: (values) => ({
      tag: values.text('tag'), channel: values.text('channel'), quoted: values.text('quoted'), placeId: values.text('placeId'), premises: values.text('premises'), kind: values.text('kind'), borough: values.text('borough'),
      receivedAt: values.instant('receivedAt', 'When the call came'), callerName: values.text('callerName'), callerContact: values.text('callerContact'), said: values.text('said'), child: values.text('child'), danger: values.text('danger'), callReference: values.text('callReference'),
      // A call tells of people, it does not search for them: whoever takes the contact in the MASH looks.
      children: values.text('child') === 'none' ? [] : values.rows('children', 1, 1).filter((row) => !row.isBlank()).map((row) => ({
        personId: row.text('personId') || null, givenName: row.text('givenName'), familyName: row.text('familyName'), description: row.text('description'), bornOn: row.date('bornOn', 'The date of birth'), ...((row.text('age') ?? '').trim() === '' ? {} : { age: row.text('age') }), sex: row.text('sex'),
      })),
    }),
  }),
  formAct({ name: 'answer-makesafe-call', act: answerMakesafeCall, read: (values) => ({ callId: values.text('callId'), deployed: values.text('deployed'), outcome: values.text('outcome'), account: values.text('account') }) }),
  formAct({ name: 'tag-call', act: tagCall, read: (values) => ({ referralId: values.text('referralId'), placeId: values.text('placeId'), note: values.text('note') }) }),
]
