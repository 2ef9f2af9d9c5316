import { GroupFrame, type FieldProps } from './field-frame'
import { fieldId, valuesOf } from './form-draft'
import type { Choice } from './radios'

interface CheckboxesProps extends FieldProps {
  readonly options: readonly Choice[]
  readonly values?: readonly string[]
  /** `two`: in columns, for the long list of indicators. */
  readonly layout?: 'list' | 'two'
}

/** Any number of several; each ticked one is posted under the same name. */
export function Checkboxes({ options, values, layout = 'list', ...field }: CheckboxesProps) {
  const ticked = valuesOf(field.draft, field.name, values)
  const id = fieldId(field.name, field.scope)
  return (
    <GroupFrame {...field}>
      <div className={layout === 'two' ? 'choices two' : 'choices'}>
        {options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${index}`
          return (
            <div className="choice" key={option.value}>
              <input type="checkbox" id={own} name={field.name} value={option.value} defaultChecked={ticked.includes(option.value)} aria-describedby={option.hint ? `${own}-about` : undefined} />
              <label htmlFor={own}>{option.label}</label>
              {option.hint ? <div className="hint" id={`${own}-about`}>{option.hint}</div> : null}
            </div>
          )
        })}
      </div>
    </GroupFrame>
  )
}
