import { notFound } from 'next/navigation'
import { CLOSING_FORMS, ClosingForm, type ClosingWhat } from '@/components/closing/closing-forms'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Shell } from '@/components/shell/shell'
import { Notice } from '@/components/ui/notice'
import { personClosing } from '@/lib/closing/queries'
import { readDraft } from '@/lib/forms/drafts'
import { openingDraft } from '@/lib/people/page-draft'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { typedParts } from '@/lib/wording/london-input'

interface Props {
  params: Promise<{ id: string; what: string }>
  searchParams: Promise<{ draft?: string; saved?: string }>
}

/** One thing that an enquiry lacks. */
export default async function ClosingStep({ params, searchParams }: Props) {
  const [page, { id, what }, asked] = [await pageActor(), await params, await searchParams]
  if (!isWhat(what)) notFound()
  const person = await personClosing(page.actor, id, page.now)
  if (person === null || (person.shut === null && !(what === 'answer' ? person.more.mayAnswer : person.more.mayRecord))) notFound()
  const { title, act } = CLOSING_FORMS[what]
  const [frame, draft] = await Promise.all([frameFor(page), person.shut === null ? readDraft(page.actor, asked.draft, act) : openingDraft(page.actor, person, asked.draft)])
  return (
    <Shell {...frame} title={personTitle(person, title)} current="/people" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      <PersonFrame person={person} path={`/people/${id}/closing`} draft={draft}>
        {(view) => (
          <>
            {asked.saved === undefined ? null : <Notice tone="green" title="Draft saved" spoken><p>It is kept for you alone. You can go on now or later.</p></Notice>}
            <h2>{title}</h2>
            <ClosingForm what={what} personId={id} view={view} draft={draft} now={typedParts(page.now)} />
          </>
        )}
      </PersonFrame>
    </Shell>
  )
}

const isWhat = (what: string): what is ClosingWhat => Object.hasOwn(CLOSING_FORMS, what)
