import { notFound } from 'next/navigation'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Protections } from '@/components/protection/protection-view'
import { Notices } from '@/components/warning-notices/notices'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { doneWords } from '@/lib/forms/done'
import { openingDraft } from '@/lib/people/page-draft'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { personProtection } from '@/lib/protection/queries'
import { frameFor } from '@/lib/shell/frame'
import { childNotices } from '@/lib/warning-notices/queries'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string }>
}

/** Police protection and emergency protection orders of a child. */
export default async function Protection({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await personProtection(page.actor, id, page.now)
  if (person === null) notFound()
  const path = `/people/${id}/protection`
  const [frame, draft, notices] = await Promise.all([frameFor(page), openingDraft(page.actor, person, asked.draft), person.shut === null ? childNotices(page.actor, id, page.now) : []])
  return (
    <Shell {...frame} title={personTitle(person, 'Protection')} current="/people" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PersonFrame person={person} path={path} draft={draft}>
        {(view, head) => (
          <>
            <Protections view={view} base={`/people/${head.id}`} />
            {head.adult && notices.length === 0 ? null : <section id="notices"><h2>Child abduction warning notices</h2><Notices notices={notices} of="child" page={path} draft={null} may={false} /></section>}
          </>
        )}
      </PersonFrame>
    </Shell>
  )
}
