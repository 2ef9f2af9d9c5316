'use client'

import { useEffect, useRef, useState } from 'react'
import { fieldId } from '../ui/form-draft'
import { desk, type Telling } from './desk'

interface MinuteProps {
  readonly room: string
  readonly account: string
  /** The key of what this browser keeps; only pages of this account are given it. */
  readonly vault: string
  readonly item: string
  readonly field: string
  readonly label: string
  /** What stands on the server, and its version. */
  readonly text: string
  readonly version: number
  /** What the field begins with: more than what stands, where typed text came back with the form. */
  readonly start: string
  /** 'Ada Byron, 10:14'. */
  readonly last: string | null
  readonly needed: boolean
  readonly rows: number
  readonly problem: string | undefined
}

/**
 * One field of the minutes. An ordinary text area of an ordinary form; with a script it is saved about each second, takes in what others write in
 * it, and says who does.
 */
export function Minute({ room, account, vault, item, field, label, text, version, start, last, needed, rows, problem }: MinuteProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const upon = useRef<HTMLInputElement>(null)
  // What the page came with: when it brings itself up to date, what is being typed is left alone.
  const [first] = useState({ text, version, start })
  const [said, setSaid] = useState<Telling>({ state: last === null ? '' : `Last by ${last}`, bad: false, who: '', told: '' })
  const id = fieldId(field)

  useEffect(() => {
    if (area.current === null) return undefined
    return desk.add(room, account, vault, {
      item, field, area: area.current, stands: { version: first.version, text: first.text },
      tell: (telling) => { setSaid((before) => (Object.entries(telling).every(([name, value]) => before[name as keyof Telling] === value) ? before : { ...before, ...telling })) },
      upon: (newer) => { if (upon.current !== null) upon.current.value = String(newer) },
    })
  }, [room, account, vault, item, field, first])

  return (
    <div className={problem ? 'field bad' : 'field'}>
      <label className="label" htmlFor={id}>{label}{needed ? null : <span className="opt"> (optional)</span>}</label>
      {problem ? <p className="wrong" id={`${id}-wrong`}>{problem}</p> : null}
      <textarea
        ref={area} className="input area minute" id={id} name={field} rows={rows} defaultValue={first.start} data-minute={field}
        aria-describedby={`${problem ? `${id}-wrong ` : ''}${id}-state`} aria-invalid={problem ? true : undefined}
      />
      <input ref={upon} type="hidden" name={`${field}-base`} defaultValue={first.version} />
      <p className={said.bad ? 'wrong' : 'sub'} id={`${id}-state`}>{said.state}{said.who === '' ? null : <b>{said.state === '' ? '' : '. '}{said.who}</b>}</p>
      <p className="told" role="status">{said.told}</p>
    </div>
  )
}
