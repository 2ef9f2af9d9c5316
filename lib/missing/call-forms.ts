import { formAct, type FormAct } from '@/lib/forms/form-act'
import { recordFurtherCall } from './acts/further-call'
import { answersOf } from './typed-answers'

export const callForms: readonly FormAct[] = [
  formAct({
    name: 'record-further-call', act: recordFurtherCall,
    read: (values) => ({
      episodeId: values.text('episodeId'), reportedAt: values.instant('reportedAt', 'When the call came'), callerKind: values.text('callerKind'), callerName: values.text('callerName'), callerPhone: values.text('callerPhone'),
      lastSeenAt: values.instant('lastSeenAt', 'When the child was last seen'), lastSeenWhere: values.text('lastSeenWhere'), appearance: values.text('appearance'), company: values.text('company'),
      said: values.text('said'), answers: answersOf(values),
    }),
  }),
]
