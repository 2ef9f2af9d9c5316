import { notFound } from 'next/navigation'
import { OtherChildren } from '@/components/other-children/other-children'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { doneWords } from '@/lib/forms/done'
import { readAnyDraft } from '@/lib/forms/drafts'
import { personOtherChildren } from '@/lib/other-children/queries'
import { openingDraft } from '@/lib/people/page-draft'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string }>
}

/** Household, brothers and sisters, children within a suspect's reach: each is thought of, named and assessed. */
export default async function OtherChildrenPage({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await personOtherChildren(page.actor, id, page.now)
  if (person === null) notFound()
  const path = `/people/${id}/other-children`
  const [frame, draft] = await Promise.all([
    frameFor(page), person.shut === null ? readAnyDraft(page.actor, asked.draft, ['assess-other-child', 'check-wider-risk']) : openingDraft(page.actor, person, asked.draft),
  ])
  return (
    <Shell {...frame} title={personTitle(person, 'Other children')} current="/people" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      <DoneNotice says={doneWords(asked.done)} />
      <PersonFrame person={person} path={path} draft={draft}>
        {(view, head) => <OtherChildren view={view} personId={head.id} firstName={head.firstName} draft={draft} />}
      </PersonFrame>
    </Shell>
  )
}
