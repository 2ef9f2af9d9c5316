import { notFound } from 'next/navigation'
import { PlaceFilters, placesAddress, PlaceTable } from '@/components/places/places'
import { SectionTabs } from '@/components/places/section-tabs'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { mayEver } from '@/lib/access/permissions'
import { placeList } from '@/lib/places/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Asked { readonly q?: string; readonly borough?: string; readonly kind?: string; readonly after?: string }
const one = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Places of concern and premises of Operation Makesafe, hot spots first. */
export default async function PlacesPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const after = one(asked.after) ?? undefined
  const view = await placeList(page.actor, { q: one(asked.q) ?? '', borough: one(asked.borough), kind: one(asked.kind), after }, page.now)
  if (view === null) notFound()
  const frame = await frameFor(page)
  const keep = { q: view.q, borough: view.borough, kind: view.kind }
  return (
    <Shell {...frame} title="Places of concern" current="/places">
      <SectionTabs current="/places" others={mayEver(page.actor, 'see-others-at-risk')} />
      <PageHead title="Places of concern" lede="That a place is known, who is linked and which calls came is seen across London. The words stay with those who work the records.">
        {view.may ? <LinkButton href="/places/new">New place</LinkButton> : null}
      </PageHead>
      <PlaceFilters view={view} />
      <PlaceTable view={view} />
      <Pager previous={after === undefined ? undefined : { href: placesAddress(keep), words: 'Back to the first' }} next={view.next === null ? undefined : { href: placesAddress({ ...keep, after: view.next }), words: 'More' }}>Those with most children linked and most calls first.</Pager>
    </Shell>
  )
}
