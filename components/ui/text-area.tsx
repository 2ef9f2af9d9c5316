import { describedBy, FieldFrame, type FieldProps } from './field-frame'
import { fieldId, problemOf, valueOf } from './form-draft'

/** Several lines of text; grows with what is typed where the browser can. */
export function TextArea({ value, rows = 4, ...field }: FieldProps & { readonly value?: string; readonly rows?: number }) {
  return (
    <FieldFrame {...field}>
      <textarea
        className="input area" id={fieldId(field.name, field.scope)} name={field.name} rows={rows}
        defaultValue={valueOf(field.draft, field.name, value)}
        aria-describedby={describedBy(field)} aria-invalid={problemOf(field.draft, field.name) ? true : undefined}
      />
    </FieldFrame>
  )
}
