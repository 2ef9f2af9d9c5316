import type { FormDraft } from '@/components/ui/form-draft'
import { FormValues } from '@/lib/forms/form-values'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { answersOf } from './typed-answers'

/** What a call that came back had typed into it: what the panel is asked with. A time or an age that cannot be read is left out. */
export interface TypedCallForm {
  readonly at: Date
  readonly answers: Readonly<Record<string, boolean | null>>
  readonly age: number | null
  readonly bornOn: string | null
  readonly borough: string | null
}

/** The policy’s words for what a form calls otherwise: what is refused stands beside the field that it was typed into. */
const FIELDS: Readonly<Record<string, string>> = { agreed_interval_hours: 'interval', level: 'grade', rationale: 'gradeReason' }

/** A call that came back, with every problem at a field of its form. */
export const callDraft = <Draft extends FormDraft>(draft: Draft | null): Draft | null =>
  (draft === null ? null : { ...draft, problems: draft.problems.map((problem) => ({ ...problem, field: FIELDS[problem.field] ?? problem.field })) })

export function typedCall(draft: FormDraft | null, now: Date): TypedCallForm {
  const values = new FormValues(draft?.values ?? {})
  const at = values.instant('reportedAt', 'When the call came')
  const child = values.group('child')
  const age = child.text('age')?.trim() ?? ''
  const borough = values.text('borough')
  return {
    at: at === undefined || at.getTime() > now.getTime() ? now : at,
    answers: Object.fromEntries(Object.entries(answersOf(values)).map(([question, said]) => [question, said === 'yes' ? true : said === 'no' ? false : null])),
    age: /^\d{1,3}$/.test(age) ? Number(age) : null, bornOn: child.date('bornOn', 'The date of birth') ?? null,
    borough: borough !== undefined && BOROUGH_CODES.includes(borough) ? borough : null,
  }
}
