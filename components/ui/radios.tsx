import type { ReactNode } from 'react'
import { describedBy, GroupFrame, HintAndProblem, LabelWords, type FieldProps } from './field-frame'
import { fieldId, problemOf, valueOf } from './form-draft'

export interface Choice {
  readonly value: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** Which `Revealed` of the `Asks` around it this answer calls for: 'a', 'b' or 'a b'. */
  readonly reveals?: 'a' | 'b' | 'a b'
}

interface RadiosProps extends FieldProps {
  readonly options: readonly Choice[]
  readonly value?: string
  /** `list`: one under the other. `row`: short answers side by side, as in Yes, No, Not known. `ask`: question left, row right. */
  readonly layout?: 'list' | 'two' | 'row' | 'ask'
}

/** The first radio bears the field's own id, so that a link of the error summary lands on it. */
const optionId = ({ name, scope }: Pick<FieldProps, 'name' | 'scope'>, index: number): string => (index === 0 ? fieldId(name, scope) : `${fieldId(name, scope)}-${index}`)

/** One of a few. Nothing is chosen beforehand unless `value` says so. */
export function Radios({ options, value, layout = 'list', ...field }: RadiosProps) {
  const chosen = valueOf(field.draft, field.name, value)
  if (layout === 'ask') return <Asked {...field} options={options} chosen={chosen} />
  if (layout === 'row') return <GroupFrame {...field}><Segments name={field.name} scope={field.scope} options={options} chosen={chosen} /></GroupFrame>
  return (
    <GroupFrame {...field}>
      <div className={layout === 'two' ? 'choices two' : 'choices'}>
        {options.map((option, index) => (
          <div className="choice" key={option.value}>
            <input
              type="radio" id={optionId(field, index)} name={field.name} value={option.value} data-reveals={option.reveals} defaultChecked={chosen === option.value}
              aria-describedby={option.hint ? `${optionId(field, index)}-about` : undefined}
            />
            <label htmlFor={optionId(field, index)}>{option.label}</label>
            {option.hint ? <div className="hint" id={`${optionId(field, index)}-about`}>{option.hint}</div> : null}
          </div>
        ))}
      </div>
    </GroupFrame>
  )
}

interface SegmentsProps extends Pick<FieldProps, 'name' | 'scope'> {
  readonly options: readonly Choice[]
  readonly chosen: string
}

function Segments({ name, scope, options, chosen }: SegmentsProps) {
  return (
    <div className="seg">
      {options.map((option, index) => (
        <label key={option.value}>
          <input type="radio" id={optionId({ name, scope }, index)} name={name} value={option.value} data-reveals={option.reveals} defaultChecked={chosen === option.value} />
          {option.label}
        </label>
      ))}
    </div>
  )
}

/** A fieldset cannot lay its legend out beside its controls, so this one question is a named group of its own. */
function Asked({ options, chosen, ...field }: FieldProps & Omit<SegmentsProps, 'name' | 'scope'>) {
  const id = fieldId(field.name, field.scope)
  return (
    <div className={problemOf(field.draft, field.name) ? 'ask bad' : 'ask'} role="radiogroup" aria-labelledby={`${id}-asked`} aria-describedby={describedBy(field)}>
      <div>
        <div className="label" id={`${id}-asked`}><LabelWords {...field} /></div>
        <HintAndProblem {...field} />
      </div>
      <Segments name={field.name} scope={field.scope} options={options} chosen={chosen} />
    </div>
  )
}

export const YES_NO_UNKNOWN: readonly Choice[] = [
  { value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, { value: 'unknown', label: 'Not known' },
]
