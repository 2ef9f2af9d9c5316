import type { ReactNode } from 'react'
import { fieldId, problemOf, type FormDraft } from './form-draft'

/** What every field takes. `name` is the name it is posted under; its element id is `fieldId(name)`. */
export interface FieldProps {
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly draft?: FormDraft | null
  /** The form it stands in, where several forms of one page have a field of this name: two elements with one id would share a label. */
  readonly scope?: string
  /** Marks the label "optional". Everything else is asked for: no stars to decode. */
  readonly optional?: boolean
}

/** The ids of hint and error that a control names in aria-describedby, or undefined when there is neither. */
export function describedBy({ name, hint, draft, scope }: Pick<FieldProps, 'name' | 'hint' | 'draft' | 'scope'>): string | undefined {
  const id = fieldId(name, scope)
  const ids = [hint ? `${id}-hint` : '', problemOf(draft, name) ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

export function HintAndProblem({ name, hint, draft, scope }: Pick<FieldProps, 'name' | 'hint' | 'draft' | 'scope'>) {
  const id = fieldId(name, scope)
  const problem = problemOf(draft, name)
  return (
    <>
      {hint ? <div className="hint" id={`${id}-hint`}>{hint}</div> : null}
      {problem ? <p className="wrong" id={`${id}-error`}><span className="sr-only">Error: </span>{problem}</p> : null}
    </>
  )
}

export function LabelWords({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) {
  return <>{label}{optional ? <span className="opt"> (optional)</span> : null}</>
}

/** A label over one control. */
export function FieldFrame({ children, ...field }: FieldProps & { readonly children: ReactNode }) {
  return (
    <div className={problemOf(field.draft, field.name) ? 'field bad' : 'field'}>
      <label className="label" htmlFor={fieldId(field.name, field.scope)}><LabelWords {...field} /></label>
      <HintAndProblem {...field} />
      {children}
    </div>
  )
}

/** A question over several controls (radios, tick boxes, parts of a date), read out together with its hint and error. */
export function GroupFrame({ children, className, ...field }: FieldProps & { readonly children: ReactNode; readonly className?: string }) {
  const bad = problemOf(field.draft, field.name) ? ' bad' : ''
  return (
    <fieldset className={`field${bad}${className ? ` ${className}` : ''}`} aria-describedby={describedBy(field)}>
      <legend className="label"><LabelWords {...field} /></legend>
      <HintAndProblem {...field} />
      {children}
    </fieldset>
  )
}
