import { describedBy, FieldFrame, type FieldProps } from './field-frame'
import { fieldId, problemOf, valueOf } from './form-draft'

export interface Option {
  readonly value: string
  readonly label: string
}

interface SelectProps extends FieldProps {
  readonly options: readonly Option[]
  readonly value?: string
  /** The words of the empty first choice; none is offered when absent. */
  readonly empty?: string
}

/** A long closed list (boroughs). Seven choices or fewer are radios: they can be read without opening. */
export function Select({ options, value, empty, ...field }: SelectProps) {
  return (
    <FieldFrame {...field}>
      <select
        className="input" id={fieldId(field.name, field.scope)} name={field.name} defaultValue={valueOf(field.draft, field.name, value)}
        aria-describedby={describedBy(field)} aria-invalid={problemOf(field.draft, field.name) ? true : undefined}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </FieldFrame>
  )
}
