import type { FormDraft } from '@/components/ui/form-draft'
import type { PlainDate } from '@/lib/policy/calendar/london'
import { londonDate } from '@/lib/policy/calendar/london'
import { readPlainDate } from '@/lib/policy/calendar/plain-date'
import { readTypedDate } from '@/lib/wording/london-input'

/** As which day a household is asked for, from the boxes of its form or a link of ours; what cannot be read stays in its boxes. */
export function askedDay(one: (name: string) => string | undefined, now: Date): { readonly day: PlainDate | null; readonly typed: FormDraft | null } {
  const boxes = { 'on-day': one('on-day') ?? '', 'on-month': one('on-month') ?? '', 'on-year': one('on-year') ?? '' }
  if (Object.values(boxes).every((box) => box === '')) return { day: readPlainDate(one('on') ?? ''), typed: null }
  const read = readTypedDate({ day: boxes['on-day'], month: boxes['on-month'], year: boxes['on-year'] }, 'The day')
  const problem = !read.ok ? read.message : read.value >= londonDate(now) ? 'Only a day that has ended: this is the household of now' : null
  return { day: read.ok && problem === null ? read.value : null, typed: { values: boxes, problems: problem === null ? [] : [{ field: 'on', message: problem }], refusals: [] } }
}
