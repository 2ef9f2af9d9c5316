import type { ReactNode } from 'react'

/** Stops the reader before something grave: a restricted record, a record outside their reach. Holds its own h1 and form. */
export function InterruptionCard({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="interrupt">
      <h1>{title}</h1>
      {children}
    </section>
  )
}
