import type { ReactNode } from 'react'

type Look = 'first' | 'second' | 'warn'

interface ButtonLook {
  readonly look?: Look
  readonly small?: boolean
  readonly wide?: boolean
}

const classes = ({ look = 'first', small, wide }: ButtonLook): string =>
  ['btn', look === 'first' ? '' : look, small ? 'small' : '', wide ? 'wide' : ''].filter(Boolean).join(' ')

interface ButtonProps extends ButtonLook {
  readonly children: ReactNode
  /** Posted as `intent`, so that one form can be sent, saved as a draft or given another row. */
  readonly intent?: string
  /** Said after the words to those who cannot see the row: "Claim" + "the referral for Tamsin". */
  readonly about?: string
  /** The id of a form elsewhere on the page. */
  readonly form?: string
}

/** A submit button. One act, one verb. */
export function Button({ children, intent, about, form, ...look }: ButtonProps) {
  return (
    <button type="submit" className={classes(look)} form={form} name={intent ? 'intent' : undefined} value={intent}>
      {children}{about ? <span className="sr-only"> {about}</span> : null}
    </button>
  )
}

interface RowButtonProps extends ButtonLook {
  readonly children: ReactNode
  readonly about: string
  /** The id of the table's `RowsForm`. */
  readonly form: string
  readonly act: string
  /** The field that names the row, and the row. */
  readonly name: string
  readonly value: string
}

/** The button of one row, of a form that many rows have together. */
export function RowButton({ children, about, form, act, name, value, ...look }: RowButtonProps) {
  return <button type="submit" className={classes(look)} form={form} formAction={`/act/${act}`} name={name} value={value}>{children}<span className="sr-only"> {about}</span></button>
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ href, children, about, ...look }: ButtonLook & { readonly href: string; readonly children: ReactNode; readonly about?: string }) {
  return <a className={classes(look)} href={href}>{children}{about ? <span className="sr-only"> {about}</span> : null}</a>
}

export function Buttons({ children }: { readonly children: ReactNode }) {
  return <div className="buttons">{children}</div>
}
