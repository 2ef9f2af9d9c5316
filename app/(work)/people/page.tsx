import { notFound } from 'next/navigation'
import { Hits } from '@/components/people/hits'
import { SearchForm } from '@/components/people/search-form'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { begun, WhenRead } from '@/components/ui/when-read'
import { mayEver } from '@/lib/access/permissions'
import { peoplePage, type FoundPeople } from '@/lib/people/search'
import { hrefOf, readTyped, type TypedSearch } from '@/lib/people/typed-search'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** Search before create: everybody known in London, at index depth. */
export default async function People({ searchParams }: { searchParams: Promise<TypedSearch> }) {
  const page = await pageActor()
  if (!mayEver(page.actor, 'see-person')) notFound()
  const { typed, asked, after } = readTyped(await searchParams)
  const reading = asked === null ? null : begun(peoplePage(page.actor, { ...asked, after }, page.now))
  const frame = await frameFor(page)
  const here = hrefOf('/people', typed)
  return (
    <Shell {...frame} title="People" current="/people">
      <PageHead title="People" lede="Search before you put anybody on record. What you search for and whom you find is logged.">
        {mayEver(page.actor, 'report-missing') ? <a className="btn second" href="/missing/call">Take a call about a missing child</a> : null}
        {mayEver(page.actor, 'join-identities') ? <a className="btn second" href="/people/duplicates">Possible duplicates</a> : null}
        {mayEver(page.actor, 'review-break-glass') ? <a className="btn second" href="/people/openings">Break-glass reviews</a> : null}
      </PageHead>
      <SearchForm typed={typed} action="/people" suggest />
      {reading === null ? null : <WhenRead of={reading}>{(found) => <Found found={found} first={after === null} here={here} />}</WhenRead>}
    </Shell>
  )
}

function Found({ found, first, here }: { readonly found: FoundPeople; readonly first: boolean; readonly here: string }) {
  if (found.hits.length === 0) return <p className="none" role="status">{first ? 'Nobody is known like this within your reach. Try the name as it sounds, or only the family name.' : 'Nobody further is known like this.'}</p>
  return (
    <div className="mt-6">
      <Hits hits={found.hits} caption={first ? `${found.next === null ? found.hits.length : `The best ${found.hits.length}`} found, best first` : `${found.hits.length} further, best first`} />
      <Pager
        previous={first ? undefined : { href: here, words: 'Back to the first' }}
        next={found.next === null ? undefined : { href: `${here}&after=${encodeURIComponent(found.next)}`, words: 'Next 20' }}
      >A date of birth or a postcode brings the one you mean to the top.</Pager>
    </div>
  )
}
