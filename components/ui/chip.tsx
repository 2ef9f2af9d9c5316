import type { ReactNode } from 'react'

interface ChipProps {
  /** The list without this filter. */
  readonly href: string
  readonly name?: string
  readonly children: ReactNode
}

/** A filter that is on. Pressing it takes it off. */
export function Chip({ href, name, children }: ChipProps) {
  return (
    <a className="chip" href={href}>
      <span className="sr-only">Remove filter </span>
      {name ? <b>{name}:</b> : null}<span>{children}</span><i aria-hidden="true">✕</i>
    </a>
  )
}
