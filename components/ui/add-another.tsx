import type { ReactNode } from 'react'
import { Button } from './button'
import { rowsOf } from './repeat-rows'
import type { FormDraft } from './form-draft'

interface AddAnotherProps {
  /** The list's name: fields inside are named `list-0-…`. Letters and hyphens. */
  readonly list: string
  /** What one row is, in small letters: "child". */
  readonly what: string
  /** What the button adds where "another WHAT" reads badly: "somebody who lives there". */
  readonly another?: string
  readonly draft?: FormDraft | null
  /** Rows on a first visit, and the fewest that can stay. */
  readonly start?: number
  readonly least?: number
  /** The fields of one row; `prefix` is `list-0-`. */
  readonly row: (prefix: string, index: number) => ReactNode
}

/** A list inside a form that grows and shrinks through the server, keeping everything typed. */
export function AddAnother({ list, what, another, draft, start = 1, least = 1, row }: AddAnotherProps) {
  const count = rowsOf(draft?.values, list, start, least)
  return (
    <div id={`list-${list}`}>
      <input type="hidden" name={`${list}-count`} value={count} />
      {Array.from({ length: count }, (_, index) => (
        <fieldset className="group" key={index}>
          <legend className="label">{upperFirst(what)} {index + 1}</legend>
          {row(`${list}-${index}-`, index)}
          {count > least ? <p><Button look="second" small intent={`remove-${list}-${index}`} about={`${what} ${index + 1}`}>Remove</Button></p> : null}
        </fieldset>
      ))}
      <p className="mt-2"><Button look="second" intent={`add-${list}`}>Add {another !== undefined ? another : count === 0 ? `${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}` : `another ${what}`}</Button></p>
    </div>
  )
}

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
