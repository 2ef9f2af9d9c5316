import type { ReactNode } from 'react'

/**
 * Waits where it stands for what is being read, while all around it is made: a page that waits for its slowest read before it begins makes somebody wait
 * for both. Nothing is sent before everything is there; whoever has no script sees the whole page as ever.
 */
export async function WhenRead<T>({ of, children }: { readonly of: Promise<T>; readonly children: (read: T) => ReactNode }): Promise<ReactNode> {
  return children(await of)
}

/** A read that the page waits for only later. Where the page is not shown at all its failure is nobody's: unheard, it would end the server. */
export function begun<T>(read: Promise<T>): Promise<T> {
  read.catch(() => undefined)
  return read
}
