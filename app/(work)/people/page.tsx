import { notFound } from 'next/navigation'
import { Hits } from '@/components/people/hits'
import { SearchForm } from '@/components/people/search-form'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { mayEver } from '@/lib/access/permissions'
import { findPeople } from '@/lib/people/search'
import { readTyped, type TypedSearch } from '@/lib/people/typed-search'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** Search before create: everybody known in London, at index depth. */
export default async function People({ searchParams }: { searchParams: Promise<TypedSearch> }) {
  const page = await pageActor()
  if (!mayEver(page.actor, 'see-person')) notFound()
  const { typed, asked } = readTyped(await searchParams)
  const [frame, hits] = await Promise.all([frameFor(page), asked === null ? null : findPeople(page.actor, asked, page.now)])
  return (
    <Shell {...frame} title="People" current="/people">
      <PageHead title="People" lede="Search before you put anybody on record. What you search for and whom you find is logged.">
        {mayEver(page.actor, 'report-missing') ? <a className="btn second" href="/missing/call">Take a call about a missing child</a> : null}
        {mayEver(page.actor, 'review-break-glass') ? <a className="btn second" href="/people/openings">Break-glass reviews</a> : null}
      </PageHead>
      <SearchForm typed={typed} action="/people" />
      {hits === null ? null : hits.length === 0
        ? <p className="none" role="status">Nobody is known like this within your reach. Try the name as it sounds, or only the family name.</p>
        : <div className="mt-6"><Hits hits={hits} caption={`${hits.length === 20 ? 'The best 20' : hits.length} found, best first`} /></div>}
    </Shell>
  )
}
