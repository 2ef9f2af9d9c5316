import { notFound } from 'next/navigation'
import { ChronologyList } from '@/components/chronology/chronology-list'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { doneWords } from '@/lib/forms/done'
import { openingDraft } from '@/lib/people/page-draft'
import { personChronology } from '@/lib/people/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string; kind?: string; agency?: string; before?: string }>
}

/** Everything that happened to or about a person, newest first. */
export default async function PersonChronology({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await personChronology(page.actor, id, asked, page.now)
  if (person === null) notFound()
  const path = `/people/${id}/chronology`
  const [frame, draft] = await Promise.all([frameFor(page), openingDraft(page.actor, person, asked.draft)])
  return (
    <Shell {...frame} title={personTitle(person, 'Chronology')} current="/people" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PersonFrame person={person} path={path} draft={draft}>
        {(chronology, head) => (
          <>
            {head.may.entry ? <p><LinkButton href={`/people/${id}/add`}>Add to the chronology</LinkButton></p> : null}
            <ChronologyList chronology={chronology} path={path} name={head.name} later={asked.before !== undefined} />
          </>
        )}
      </PersonFrame>
    </Shell>
  )
}
