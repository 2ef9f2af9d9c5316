import type { ReactNode } from 'react'
import { ErrorSummary } from './error-summary'
import type { FormDraft } from './form-draft'
import { Refusal } from './refusal'

interface ActFormProps {
  /** The act's name in the address: /act/NAME. */
  readonly act: string
  readonly children: ReactNode
  /** Where the browser goes once the act is accepted. */
  readonly then?: string
  /** The page this form stands on, to come back to with problems. Without it the door takes the referrer. */
  readonly page?: string
  readonly draft?: FormDraft | null
  /** Further hidden values: ids, versions. */
  readonly hidden?: Readonly<Record<string, string>>
  readonly id?: string
  readonly label?: string
  /** As on its fields, where several forms of one page have fields of one name. */
  readonly scope?: string
  /** A form of one button in a table row: no summaries, no block. */
  readonly bare?: boolean
}

/**
 * The one way in: an ordinary form, posted to the one door, with no script. The key makes a double click, a retry or a second
 * tab happen once. Shows the problems and refusals that came back, over the fields.
 */
export function ActForm({ act, children, then, page, draft, hidden, id, label, scope, bare }: ActFormProps) {
  return (
    <form method="post" action={`/act/${act}`} id={id} aria-label={label} data-act={act} className={bare ? 'inline' : undefined} noValidate>
      <input type="hidden" name="key" value={crypto.randomUUID()} />
      {then ? <input type="hidden" name="then" value={then} /> : null}
      {page ? <input type="hidden" name="page" value={page} /> : null}
      {draft?.id ? <input type="hidden" name="draft" value={draft.id} /> : null}
      {hidden ? Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />) : null}
      {bare ? null : (
        <>
          {/* The Enter key presses the first button of a form: without this one it would press "Add another". */}
          <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">Send</button>
          <ErrorSummary draft={draft} scope={scope} />
          <Refusal draft={draft} />
        </>
      )}
      {children}
    </form>
  )
}

/**
 * One form for the buttons of many rows, each a `RowButton` that names its act and its row. A form in every row was a quarter of what the queue sends.
 * The acts say in the registry which field names the row (`each`): the key is one a row, though the page has one.
 */
export function RowsForm({ id, page, then, formKey }: { readonly id: string; readonly page: string; readonly then: string; readonly formKey: string }) {
  return (
    <form method="post" id={id} className="inline">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="then" value={then} />
      <input type="hidden" name="page" value={page} />
    </form>
  )
}
