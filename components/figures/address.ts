import type { Asked } from '@/lib/figures/view'

/** The address of a page of figures under one question: it can be sent to a colleague, and asked again. */
export function figureHref(path: string, asked: Asked, more: Readonly<Record<string, string | null>> = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ period: asked.period === 'year' ? null : asked.period, borough: asked.borough, at: asked.day, ...more })) if (value !== null && value !== '') query.set(name, value)
  return query.size === 0 ? path : `${path}?${query.toString()}`
}

/** Addresses of the lists behind the numbers of one line: what they share is written once, for a dashboard has hundreds. Measures, parts and months are plain words. */
export function listHref(asked: Asked, borough: string | null, measure: string): (part?: string, month?: string) => string {
  const shared = figureHref('/figures/list', { ...asked, borough }, { measure })
  return (part, month) => `${shared}${part === undefined ? '' : `&part=${part}`}${month === undefined ? '' : `&month=${month}`}`
}
