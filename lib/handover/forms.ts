import { formAct, type FormAct } from '@/lib/forms/form-act'
import { acceptHandover } from './acts/accept-handover'
import { handOver } from './acts/hand-over'

/** Leaving and taking what a shift had: which referrals are ticked, and of each what the next shift must know. */
export const handoverForms: readonly FormAct[] = [
  formAct({
    name: 'hand-over', act: handOver,
    read: (values) => {
      const items = values.all('items')
      return { borough: values.text('borough'), shiftNote: values.text('shiftNote'), items, notes: Object.fromEntries(items.map((item) => [item, values.text(`notes-${item}`)])) }
    },
  }),
  formAct({ name: 'accept-handover', act: acceptHandover, read: (values) => ({ handoverId: values.text('handoverId'), items: values.all('items') }) }),
]
