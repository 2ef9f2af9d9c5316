import { describedBy, FieldFrame, type FieldProps } from './field-frame'
import { fieldId, problemOf, valueOf } from './form-draft'

/** Characters a field is wide: the width says how long an answer is expected. */
export type Width = 2 | 4 | 5 | 10 | 20 | 'full'

interface TextFieldProps extends FieldProps {
  readonly value?: string
  readonly width?: Width
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'search'
  readonly inputMode?: 'numeric' | 'decimal' | 'text' | 'tel' | 'email'
  readonly autoComplete?: string
  readonly spellCheck?: boolean
  /** The id of a `Suggestions`: offered while typing, and anything else can be typed too. */
  readonly list?: string
}

/** One line of text. Keeps what was typed; its error stands beside it and is read with it. */
export function Field({ value, width = 'full', type = 'text', inputMode, autoComplete = 'off', spellCheck, list, ...field }: TextFieldProps) {
  return (
    <FieldFrame {...field}>
      <input
        className={width === 'full' ? 'input' : `input w${width}`}
        id={fieldId(field.name, field.scope)} name={field.name} type={type} inputMode={inputMode} autoComplete={autoComplete} spellCheck={spellCheck} list={list}
        // A password that came back in a page would stand in the draft, the page source and the back button.
        defaultValue={type === 'password' ? '' : valueOf(field.draft, field.name, value)}
        aria-describedby={describedBy(field)} aria-invalid={problemOf(field.draft, field.name) ? true : undefined}
      />
    </FieldFrame>
  )
}

/** What the browser offers while somebody types in a field that names it, without a script. */
export function Suggestions({ id, words }: { readonly id: string; readonly words: readonly string[] }) {
  return <datalist id={id}>{words.map((one) => <option key={one} value={one} />)}</datalist>
}
