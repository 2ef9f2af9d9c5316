import { GroupFrame, type FieldProps } from './field-frame'
import { fieldId, problemOf, valueOf } from './form-draft'

/** The parts as they are posted: `name-day`, `name-month`, `name-year`, `name-time`. lib/wording/london-input reads them back. */
export interface DateParts {
  readonly day: string
  readonly month: string
  readonly year: string
  readonly time?: string
}

interface DateFieldProps extends FieldProps {
  readonly value?: DateParts
}

/** A day with no time: a date of birth. */
export function DateField(props: DateFieldProps) {
  return <PartsOfDate {...props} withTime={false} />
}

/** A London date and time of day, in separate boxes: quicker and surer than a picker, and the same on every device. */
export function DateTimeField(props: DateFieldProps) {
  return <PartsOfDate {...props} withTime />
}

function PartsOfDate({ value, withTime, ...field }: DateFieldProps & { readonly withTime: boolean }) {
  const id = fieldId(field.name, field.scope)
  const bad = problemOf(field.draft, field.name) ? true : undefined
  const part = (key: keyof DateParts, words: string, width: string, first = false) => (
    <div>
      <label htmlFor={first ? id : `${id}-${key}`}>{words}</label>
      <input
        className={`input ${width}`} id={first ? id : `${id}-${key}`} name={`${field.name}-${key}`} inputMode={key === 'time' ? 'text' : 'numeric'}
        autoComplete="off" aria-invalid={bad} defaultValue={valueOf(field.draft, `${field.name}-${key}`, value?.[key] ?? '')}
      />
    </div>
  )
  return (
    <GroupFrame {...field}>
      <div className="parts">
        {part('day', 'Day', 'w2', true)}
        {part('month', 'Month', 'w2')}
        {part('year', 'Year', 'w4')}
        {withTime ? part('time', 'Time, 24 hour', 'w5') : null}
      </div>
    </GroupFrame>
  )
}
