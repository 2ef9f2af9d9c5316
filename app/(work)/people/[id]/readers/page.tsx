import { notFound } from 'next/navigation'
import { ReadersView } from '@/components/people/readers'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { doneWords } from '@/lib/forms/done'
import { openingDraft } from '@/lib/people/page-draft'
import { personReaders } from '@/lib/people/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string; before?: string }>
}

/** Who has looked at a record, how deep and why. */
export default async function ReadersPage({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await personReaders(page.actor, id, asked.before, page.now)
  if (person === null) notFound()
  const path = `/people/${id}/readers`
  const [frame, draft] = await Promise.all([frameFor(page), openingDraft(page.actor, person, asked.draft)])
  return (
    <Shell {...frame} title={personTitle(person, 'Who has looked')} current="/people" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PersonFrame person={person} path={path} draft={draft}>
        {(readers, head) => <ReadersView readers={readers} path={path} name={head.name} later={asked.before !== undefined} />}
      </PersonFrame>
    </Shell>
  )
}
