import type { ReactNode } from 'react'
import type { Shown } from '@/lib/figures/view'

const WHOLE = new Intl.NumberFormat('en-GB')
/** '1,204'. */
export const numberWords = (many: number): string => WHOLE.format(many)

/**
 * A number that opens its list where the reader may list (`href` null: not); a hidden one says that it is hidden. `about` is said after it to who
 * cannot see the row; `look`: its own, or said once by its table. Called, and no component of its own: a dashboard has hundreds.
 */
export function manyOf(many: Shown, href: (() => string) | null, about: string, look: 'own' | 'of-table' = 'own'): ReactNode {
  if (many === null) return <Hidden />
  if (href === null || many === 0) return numberWords(many)
  return <a className={look === 'own' ? 'inline-block min-h-6' : undefined} href={href()}>{numberWords(many)}<span className="sr-only">{` ${about}`}</span></a>
}

export const Hidden = () => <><span aria-hidden="true">·</span><span className="sr-only">fewer than 5, or kept back for its neighbour</span></>
