import type { ReactNode } from 'react'

/** A boxed matter beside the main column. */
export function Card({ title, tone, children }: { readonly title?: ReactNode; readonly tone?: 'red' | 'amber' | 'blue' | 'plum'; readonly children: ReactNode }) {
  return <section className={tone ? `card ${tone}` : 'card'}>{title ? <h2>{title}</h2> : null}{children}</section>
}
