import { notFound } from 'next/navigation'
import { TimesAwayView } from '@/components/missing/times-away'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { doneWords } from '@/lib/forms/done'
import { personMissing } from '@/lib/missing/times-away'
import { openingDraft } from '@/lib/people/page-draft'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string }>
}

/** A child's times away, and the trigger plan. */
export default async function Missing({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await personMissing(page.actor, id, page.now)
  if (person === null) notFound()
  const path = `/people/${id}/missing`
  const [frame, draft] = await Promise.all([frameFor(page), openingDraft(page.actor, person, asked.draft)])
  return (
    <Shell {...frame} title={personTitle(person, 'Missing')} current="/people" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PersonFrame person={person} path={path} draft={draft}>
        {(view, head) => <TimesAwayView view={view} base={`/people/${head.id}`} child={head.firstName} />}
      </PersonFrame>
    </Shell>
  )
}
