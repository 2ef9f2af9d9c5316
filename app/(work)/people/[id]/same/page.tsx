import { notFound } from 'next/navigation'
import { Hits } from '@/components/people/hits'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { SamePerson } from '@/components/people/same-person'
import { SearchForm } from '@/components/people/search-form'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { doneWords } from '@/lib/forms/done'
import { readAnyDraft } from '@/lib/forms/drafts'
import { openingDraft } from '@/lib/people/page-draft'
import { personSame } from '@/lib/people/same'
import { findPeople } from '@/lib/people/search'
import { readTyped, type TypedSearch } from '@/lib/people/typed-search'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<TypedSearch & { draft?: string; done?: string; other?: string }>
}

/** Is this one person on two records: who may be, both side by side, what joining changes before it is done, and parting. */
export default async function SamePage({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await personSame(page.actor, id, asked.other, page.now)
  if (person === null) notFound()
  const path = `/people/${id}/same`
  const search = readTyped(asked)
  const [frame, back, opening, hits] = await Promise.all([
    frameFor(page), person.shut === null ? readAnyDraft(page.actor, asked.draft, ['join-people', 'part-people', 'never-the-same', 'same-after-all']) : null, openingDraft(page.actor, person, asked.draft),
    search.asked !== null && person.shut === null ? findPeople(page.actor, search.asked, page.now) : null,
  ])
  return (
    <Shell {...frame} title={personTitle(person, 'Same person')} current="/people" problem={back !== null && back.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PersonFrame person={person} path={path} draft={opening}>
        {(same, head) => (
          <>
            <SamePerson same={same} head={head} back={back} />
            {same.pair !== null ? null : (
              <section>
                <h2>Compare with somebody else</h2>
                <SearchForm typed={search.typed} action={path} />
                {hits === null ? null : hits.length === 0 ? <p className="none" role="status">Nobody is known like this within your reach.</p> : <Hits hits={hits.filter((hit) => hit.card.id !== id)} caption="Choose the other record" hrefOf={(other) => `${path}?other=${other}`} verb="Compare" />}
              </section>
            )}
          </>
        )}
      </PersonFrame>
    </Shell>
  )
}
