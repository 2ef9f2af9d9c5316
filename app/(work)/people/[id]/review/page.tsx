import { notFound } from 'next/navigation'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Shell } from '@/components/shell/shell'
import { Review } from '@/components/supervision/review-form'
import { DoneNotice } from '@/components/ui/done-notice'
import { Notice } from '@/components/ui/notice'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { openingDraft } from '@/lib/people/page-draft'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { reviewForm } from '@/lib/supervision/review-form'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string; saved?: string }>
}

/** A supervisor reviews a case. */
export default async function ReviewPage({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await reviewForm(page.actor, id, page.now)
  if (person === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), person.shut === null ? readDraft(page.actor, asked.draft, 'supervisor-review') : openingDraft(page.actor, person, asked.draft)])
  return (
    <Shell {...frame} title={personTitle(person, 'Supervisor review')} current="/people" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      <DoneNotice says={doneWords(asked.done)} />
      <PersonFrame person={person} path={`/people/${id}/review`} draft={draft}>
        {(view, head) => (
          <>
            {asked.saved === undefined ? null : <Notice tone="green" title="Draft saved" spoken><p>It is kept for you alone. You can go on now or later.</p></Notice>}
            <Review view={view} personId={head.id} firstName={head.firstName} draft={draft} />
          </>
        )}
      </PersonFrame>
    </Shell>
  )
}
