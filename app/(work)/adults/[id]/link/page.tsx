import { notFound } from 'next/navigation'
import { Hits } from '@/components/people/hits'
import { SearchForm } from '@/components/people/search-form'
import { LinkForm } from '@/components/posing-risk/link-form'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { readDraft } from '@/lib/forms/drafts'
import { findPeople } from '@/lib/people/search'
import { readTyped, type TypedSearch } from '@/lib/people/typed-search'
import { linkForm } from '@/lib/posing-risk/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props { params: Promise<{ id: string }>; searchParams: Promise<TypedSearch & { child?: string; draft?: string }> }

/** First which child; then how the adult has to do with the child, and why. */
export default async function LinkAdult({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const view = await linkForm(page.actor, id, asked.child, page.now)
  if (view === null) notFound()
  const search = readTyped(asked)
  const path = `/adults/${id}/link`
  const [frame, draft, hits] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, 'link-adult'), search.asked === null ? null : findPeople(page.actor, search.asked, page.now)])
  return (
    <Shell {...frame} title={`Link to a child: ${view.adult.name}`} current="/places" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      <PageHead title="Link this adult to a child" lede={<>The page of <a href={`/adults/${id}`}>{view.adult.name}</a></>} />
      {view.child !== null ? <LinkForm view={view} draft={draft} /> : (
        <>
          <p>Which child? The child’s record must be open to you: the words stand on it.</p>
          <SearchForm typed={search.typed} action={path} />
          {hits === null ? null : hits.length === 0 ? <p className="none" role="status">Nobody is known like this within your reach.</p> : <Hits hits={hits.filter((hit) => hit.card.id !== id)} caption="Choose the child" hrefOf={(child) => `${path}?child=${child}`} verb="Choose" />}
        </>
      )}
    </Shell>
  )
}
