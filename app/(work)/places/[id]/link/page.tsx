import { notFound } from 'next/navigation'
import { Hits } from '@/components/people/hits'
import { SearchForm } from '@/components/people/search-form'
import { PlaceLinkForm } from '@/components/places/place-form'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { readDraft } from '@/lib/forms/drafts'
import { findPeople } from '@/lib/people/search'
import { readTyped, type TypedSearch } from '@/lib/people/typed-search'
import { placeLinkForm } from '@/lib/places/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props { params: Promise<{ id: string }>; searchParams: Promise<TypedSearch & { person?: string; draft?: string }> }

/** First who; then what the person has to do with the place, and how it is known. */
export default async function LinkPlace({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const view = await placeLinkForm(page.actor, id, asked.person, page.now)
  if (view === null) notFound()
  const search = readTyped(asked)
  const path = `/places/${id}/link`
  const [frame, draft, hits] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, 'link-place'), search.asked === null ? null : findPeople(page.actor, search.asked, page.now)])
  return (
    <Shell {...frame} title={`Link somebody: ${view.place.name}`} current="/places" problem={draft !== null && draft.problems.length > 0}>
      <PageHead title="Link somebody to this place" lede={<>The page of <a href={`/places/${id}`}>{view.place.name}</a></>} />
      {view.person !== null ? <PlaceLinkForm view={view} draft={draft} /> : (
        <>
          <p>Which child or adult? Their record must be open to you: the words stand on it.</p>
          <SearchForm typed={search.typed} action={path} />
          {hits === null ? null : hits.length === 0 ? <p className="none" role="status">Nobody is known like this within your reach.</p> : <Hits hits={hits} caption="Choose who" hrefOf={(person) => `${path}?person=${person}`} verb="Choose" />}
        </>
      )}
    </Shell>
  )
}
