import { notFound } from 'next/navigation'
import { AddEntry, AddKinds } from '@/components/chronology/add-entry'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Shell } from '@/components/shell/shell'
import { Notice } from '@/components/ui/notice'
import { addForm } from '@/lib/chronology/add/queries'
import { readDraft } from '@/lib/forms/drafts'
import { openingDraft } from '@/lib/people/page-draft'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { typedParts } from '@/lib/wording/london-input'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ what?: string; draft?: string; saved?: string }>
}

const TITLE = 'Add to the chronology'

/** Something happened that no other form asks for: what, then when and how. */
export default async function AddToChronology({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await addForm(page.actor, id, asked.what, page.now)
  if (person === null || (person.shut === null && person.more === null)) notFound()
  const path = `/people/${id}/add`
  const [frame, draft] = await Promise.all([frameFor(page), person.shut === null ? readDraft(page.actor, asked.draft, 'add-entry') : openingDraft(page.actor, person, asked.draft)])
  return (
    <Shell {...frame} title={personTitle(person, TITLE)} current="/people" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      <PersonFrame person={person} path={path} draft={draft}>
        {(form, head) => (form === null ? null : (
          <>
            {asked.saved === undefined ? null : <Notice tone="green" title="Draft saved" spoken><p>It is kept for you alone. You can go on now or later.</p></Notice>}
            <h2>{form.chosen === null ? TITLE : form.chosen.words}</h2>
            {form.chosen === null ? <AddKinds form={form} path={path} /> : <AddEntry personId={head.id} chosen={form.chosen} draft={draft} path={path} start={typedParts(page.now)} />}
          </>
        ))}
      </PersonFrame>
    </Shell>
  )
}
