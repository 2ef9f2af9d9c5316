import { formAct, type FormAct } from '@/lib/forms/form-act'
import { addEntry } from './add/add-entry'
import { addableNamed } from './add/kinds'

/** The chronology's own form: what no other act asks for. */
export const chronologyForms: readonly FormAct[] = [
  formAct({
    name: 'add-entry', act: addEntry,
    read: (values) => ({
      personId: values.text('personId'), what: values.text('what'), occurredAt: values.instant('occurredAt', 'When it happened'), account: values.text('account'), referralId: values.text('referralId'),
      facts: Object.fromEntries((addableNamed(values.text('what'))?.facts ?? []).flatMap(({ key, as }) => {
        const answers = values.all(`facts-${key}`)
        return answers.length === 0 ? [] : [[key, as === 'several' ? answers : (answers[0] ?? '')]]
      })),
    }),
  }),
]
