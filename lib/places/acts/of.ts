import 'server-only'
import { notFound } from '@/lib/acts/outcome'
import type { ActContext } from '@/lib/acts/act'
import { isId } from '@/lib/people/standing'
import type { Place } from '@/lib/platform/generated/client'

export const placePage = (placeId: string): string => `/places/${placeId}`

/** A place in a borough where the actor works: known to exist is not enough to change it. */
export async function placeToWork(context: ActContext, placeId: string): Promise<Place> {
  const place = isId(placeId) ? await context.tx.place.findFirst({ where: { id: placeId } }) : null
  if (place === null) throw notFound()
  context.as(place.borough)
  return place
}
