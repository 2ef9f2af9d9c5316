import { notFound } from 'next/navigation'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { EndTieForm } from '@/components/people/end-tie-form'
import { Shell } from '@/components/shell/shell'
import { readDraft } from '@/lib/forms/drafts'
import { endTieForm } from '@/lib/households/queries'
import { openingDraft } from '@/lib/people/page-draft'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props { params: Promise<{ id: string }>; searchParams: Promise<{ draft?: string; other?: string }> }

/** A tie between two people is over. */
export default async function EndTie({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await endTieForm(page.actor, id, asked.other, page.now)
  if (person === null || (person.shut === null && (person.more === null || !person.head.may.link))) notFound()
  const path = `/people/${id}/household/end?other=${asked.other ?? ''}`
  const [frame, draft] = await Promise.all([frameFor(page), person.shut === null ? readDraft(page.actor, asked.draft, 'end-tie') : openingDraft(page.actor, person, asked.draft)])
  return (
    <Shell {...frame} title={personTitle(person, 'A tie is over')} current="/people" problem={draft !== null && draft.problems.length > 0}>
      <PersonFrame person={person} path={path} draft={draft}>
        {(form, head) => (form === null ? null : <EndTieForm form={form} head={head} draft={draft} path={path} />)}
      </PersonFrame>
    </Shell>
  )
}
