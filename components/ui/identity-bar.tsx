import type { ReactNode } from 'react'
import { Tag, type Tone } from './tag'

interface IdentityBarProps {
  readonly name: ReactNode
  readonly facts: readonly { readonly term: string; readonly value: ReactNode }[]
  readonly flags?: readonly { readonly words: string; readonly tone: Tone }[]
  readonly children?: ReactNode
  /** A restricted person shown masked. */
  readonly shut?: boolean
  /** Off where the page has an h1 of its own (a call being taken); else the name is the page's h1 and its sections are h2. */
  readonly heading?: boolean
}

/** Whose page this is, on every page of the record and in view while it scrolls: work is never done on the wrong child. */
export function IdentityBar({ name, facts, flags = [], children, shut, heading = true }: IdentityBarProps) {
  return (
    <section className={shut ? 'idbar shut' : 'idbar'} aria-label="Whose record this is">
      {heading ? <h1 className="nm">{name}</h1> : <p className="nm">{name}</p>}
      <dl>
        {facts.map((fact) => <div key={fact.term}><dt>{fact.term}</dt><dd>{fact.value}</dd></div>)}
      </dl>
      {flags.length > 0 ? <div className="flags">{flags.map((flag) => <Tag key={flag.words} tone={flag.tone}>{flag.words}</Tag>)}</div> : null}
      {children}
    </section>
  )
}
