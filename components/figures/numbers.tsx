import type { Asked, Shown } from '@/lib/figures/view'
import { figureHref } from './address'

interface NumberProps {
  readonly many: Shown
  readonly listed: boolean
  readonly asked: Asked
  readonly measure: string
  readonly borough: string | null
  readonly part?: string
  readonly month?: string
  /** Said after the number to who cannot see the row. */
  readonly about: string
}

/** A number that opens its list where the reader may list; a hidden one says that it is hidden. */
export function Many({ many, listed, asked, measure, borough, part, month, about }: NumberProps) {
  if (many === null) return <Hidden />
  if (!listed || many === 0) return <>{many.toLocaleString('en-GB')}</>
  return (
    <a className="inline-block min-h-6" href={figureHref('/figures/list', { ...asked, borough }, { measure, part: part ?? null, month: month ?? null })}>
      {many.toLocaleString('en-GB')}<span className="sr-only"> {about}</span>
    </a>
  )
}

export const Hidden = () => <><span aria-hidden="true">·</span><span className="sr-only">fewer than 5, or kept back for its neighbour</span></>
