import { notFound } from 'next/navigation'
import { Closing } from '@/components/closing/closing-view'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { personClosing } from '@/lib/closing/queries'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { openingDraft } from '@/lib/people/page-draft'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string }>
}

/** What an enquiry lacks, and its closing. */
export default async function ClosingPage({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await personClosing(page.actor, id, page.now)
  if (person === null) notFound()
  const path = `/people/${id}/closing`
  const [frame, draft] = await Promise.all([frameFor(page), person.shut === null ? readDraft(page.actor, asked.draft, 'close-case') : openingDraft(page.actor, person, asked.draft)])
  return (
    <Shell {...frame} title={personTitle(person, 'Closing')} current="/people" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      <DoneNotice says={doneWords(asked.done)} />
      <PersonFrame person={person} path={path} draft={draft}>
        {(view, head) => <Closing view={view} personId={head.id} firstName={head.firstName} draft={draft} />}
      </PersonFrame>
    </Shell>
  )
}
