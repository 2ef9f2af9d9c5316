import { actionFields } from '@/lib/actions/forms'
import { formAct, type FormAct } from '@/lib/forms/form-act'
import { superviseReview } from './acts/review'

export const supervisionForms: readonly FormAct[] = [
  formAct({
    name: 'supervisor-review', act: superviseReview,
    read: (values) => ({
      ...Object.fromEntries(['personId', 'referralId', 'progress', 'risk', 'seen', 'notSeen', 'notSeenWhy', 'withdrawnWhy', 'withdrawnFear', 'withdrawnWishes', 'nothingMoreWhy'].map((name) => [name, values.text(name)])),
      directions: values.rows('directions').map(actionFields), nextReview: values.date('nextReview', 'The next review'),
    }),
  }),
]
