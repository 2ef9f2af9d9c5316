import { notFound } from 'next/navigation'
import { NameOtherForm } from '@/components/other-children/name-form'
import { Hits } from '@/components/people/hits'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { SearchForm } from '@/components/people/search-form'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { readDraft } from '@/lib/forms/drafts'
import { namingForm } from '@/lib/other-children/queries'
import { openingDraft } from '@/lib/people/page-draft'
import { findPeople } from '@/lib/people/search'
import { readTyped, type TypedSearch } from '@/lib/people/typed-search'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<TypedSearch & { other?: string; new?: string; draft?: string }>
}

const TITLE = 'Name another child'

/** First look whether the child is known; then say how the child comes into it. */
export default async function NameOther({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await namingForm(page.actor, id, asked.other, page.now)
  if (person === null || (person.shut === null && !person.more.may)) notFound()
  const path = `/people/${id}/other-children/name`
  const search = readTyped(asked)
  const [frame, draft, hits] = await Promise.all([
    frameFor(page), person.shut === null ? readDraft(page.actor, asked.draft, 'name-other-child') : openingDraft(page.actor, person, asked.draft),
    search.asked !== null && person.shut === null ? findPeople(page.actor, search.asked, page.now) : null,
  ])
  return (
    <Shell {...frame} title={personTitle(person, TITLE)} current="/people" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      <PersonFrame person={person} path={`/people/${id}/other-children`} draft={draft}>
        {(view, head) => (
          <>
            <h2>{TITLE}</h2>
            {view.other !== null || asked.new !== undefined ? <NameOtherForm view={view} personId={head.id} name={head.name} draft={draft} /> : (
              <>
                <p>First look whether this child is known, in this borough or anywhere in London.</p>
                <SearchForm typed={search.typed} action={path} />
                {hits === null ? null : hits.length === 0 ? <p className="none" role="status">Nobody is known like this within your reach.</p> : <Hits hits={hits.filter((hit) => hit.card.id !== head.id)} caption="Choose the other child" hrefOf={(other) => `${path}?other=${other}`} verb="Choose" />}
                <p className="mt-4"><LinkButton look="second" href={`${path}?new=1`}>Not on record: enter a new child, or an unborn one</LinkButton></p>
              </>
            )}
          </>
        )}
      </PersonFrame>
    </Shell>
  )
}
