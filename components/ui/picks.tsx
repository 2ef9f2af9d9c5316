import type { ReactNode } from 'react'
import { GroupFrame, type FieldProps } from './field-frame'
import { fieldId, valueOf } from './form-draft'

export interface Pick {
  readonly value: string
  readonly label: ReactNode
  readonly sub?: ReactNode
  /** What speaks for it, from the record. */
  readonly reasons?: readonly string[]
  /** The choice is closed: which clause closes it, in plain words. It stays on the page, so that nobody looks for it. */
  readonly closed?: ReactNode
  /** Which `Revealed` of the `Asks` around it this choice calls for. */
  readonly reveals?: 'a' | 'b'
}

/** A weighty choice as cards: each says what speaks for it, and a closed one says which clause forbids it. */
export function Picks({ options, value, ...field }: FieldProps & { readonly options: readonly Pick[]; readonly value?: string }) {
  const chosen = valueOf(field.draft, field.name, value)
  const firstOpen = options.findIndex((option) => !option.closed)
  return (
    <GroupFrame {...field}>
      {options.map((option, index) => option.closed
        ? <div className="pick no" key={option.value}><b>{option.label}</b><span className="sub !pl-0">{option.closed}</span></div>
        : (
          <div className="pick" key={option.value}>
            <label className="t">
              <input
                type="radio" id={index === firstOpen ? fieldId(field.name, field.scope) : undefined} name={field.name} value={option.value} data-reveals={option.reveals}
                defaultChecked={chosen === option.value} aria-describedby={option.sub ? `${fieldId(field.name, field.scope)}-${option.value}` : undefined}
              />
              <span>{option.label}</span>
            </label>
            {option.sub ? <span className="sub" id={`${fieldId(field.name, field.scope)}-${option.value}`}>{option.sub}</span> : null}
            {option.reasons && option.reasons.length > 0 ? <ul className="why ml-4">{option.reasons.map((reason) => <li key={reason}>{reason}</li>)}</ul> : null}
          </div>
        ))}
    </GroupFrame>
  )
}
