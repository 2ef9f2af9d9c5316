import { notFound } from 'next/navigation'
import { CHILD_FORMS, ChildForm, type ChildWhat } from '@/components/missing/child-forms'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Shell } from '@/components/shell/shell'
import { Notice } from '@/components/ui/notice'
import { readDraft } from '@/lib/forms/drafts'
import { personMissing } from '@/lib/missing/times-away'
import type { TimesAway } from '@/lib/missing/times-away-view'
import { openingDraft } from '@/lib/people/page-draft'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { typedParts } from '@/lib/wording/london-input'

interface Props {
  params: Promise<{ id: string; what: string }>
  searchParams: Promise<{ draft?: string; saved?: string }>
}

/** One form about a child that goes missing: the trigger plan, its review, an arrest. */
export default async function MissingStep({ params, searchParams }: Props) {
  const [page, { id, what }, asked] = [await pageActor(), await params, await searchParams]
  if (!isWhat(what)) notFound()
  const person = await personMissing(page.actor, id, page.now)
  if (person === null || (person.shut === null && !mayDo(person.more, what))) notFound()
  const { title, act } = CHILD_FORMS[what]
  const [frame, draft] = await Promise.all([frameFor(page), person.shut === null ? readDraft(page.actor, asked.draft, act) : openingDraft(page.actor, person, asked.draft)])
  return (
    <Shell {...frame} title={personTitle(person, title)} current="/people" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      <PersonFrame person={person} path={`/people/${id}/missing`} draft={draft}>
        {(view) => (
          <>
            {asked.saved === undefined ? null : <Notice tone="green" title="Draft saved" spoken><p>It is kept for you alone. You can go on now or later.</p></Notice>}
            <h2>{title}</h2>
            <ChildForm what={what} personId={id} view={view} draft={draft} now={typedParts(page.now)} />
          </>
        )}
      </PersonFrame>
    </Shell>
  )
}

const isWhat = (what: string): what is ChildWhat => Object.hasOwn(CHILD_FORMS, what)

/** The page follows the links; the act asks again. */
function mayDo({ may, plan, arrest }: TimesAway, what: ChildWhat): boolean {
  switch (what) {
    case 'plan': return may.plan
    case 'plan-review': return may.plan && plan !== null
    case 'arrest': return may.arrest
    case 'arrest-review': return arrest?.mayReview === true
  }
}
