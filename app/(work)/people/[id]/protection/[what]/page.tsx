import { notFound } from 'next/navigation'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { PROTECTION_FORMS, ProtectionForm, type ProtectionWhat } from '@/components/protection/protection-forms'
import { Shell } from '@/components/shell/shell'
import { Notice } from '@/components/ui/notice'
import { readDraft } from '@/lib/forms/drafts'
import { openingDraft } from '@/lib/people/page-draft'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { personProtection } from '@/lib/protection/queries'
import type { ProtectionView } from '@/lib/protection/view'
import { frameFor } from '@/lib/shell/frame'
import { typedParts } from '@/lib/wording/london-input'

interface Props {
  params: Promise<{ id: string; what: string }>
  searchParams: Promise<{ of?: string; draft?: string; saved?: string }>
}

/** One form of police protection or an order. */
export default async function ProtectionStep({ params, searchParams }: Props) {
  const [page, { id, what }, asked] = [await pageActor(), await params, await searchParams]
  if (!isWhat(what)) notFound()
  const person = await personProtection(page.actor, id, page.now)
  if (person === null || (person.shut === null && !mayDo(person.more, what, asked.of))) notFound()
  const { title, act } = PROTECTION_FORMS[what]
  const [frame, draft] = await Promise.all([frameFor(page), person.shut === null ? readDraft(page.actor, asked.draft, act) : openingDraft(page.actor, person, asked.draft)])
  return (
    <Shell {...frame} title={personTitle(person, title)} current="/people" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      <PersonFrame person={person} path={`/people/${id}/protection`} draft={draft}>
        {(view) => (
          <>
            {asked.saved === undefined ? null : <Notice tone="green" title="Draft saved" spoken><p>It is kept for you alone. You can go on now or later.</p></Notice>}
            <h2>{title}</h2>
            <ProtectionForm what={what} personId={id} view={view} of={view.standing.find((line) => line.id === asked.of) ?? null} draft={draft} now={typedParts(page.now)} />
          </>
        )}
      </PersonFrame>
    </Shell>
  )
}

const isWhat = (what: string): what is ProtectionWhat => Object.hasOwn(PROTECTION_FORMS, what)

/** The page follows the buttons; the act asks again. */
function mayDo(view: ProtectionView, what: ProtectionWhat, of: string | undefined): boolean {
  const stands = (kind: string): boolean => view.standing.some((line) => line.id === of && line.kind === kind)
  switch (what) {
    case 'take': case 'not-used': return view.mayTake
    case 'order': return view.mayOrder
    case 'add': case 'longer': case 'end': return view.mayTake && stands('police-protection')
    case 'extend-order': case 'end-order': return view.mayOrder && stands('emergency-protection-order')
  }
}
