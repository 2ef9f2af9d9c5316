import { notFound } from 'next/navigation'
import { ChildDutiesTables } from '@/components/duties/duty-table'
import { nothingOwed, OpenElsewhere } from '@/components/people/open-elsewhere'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { doneWords } from '@/lib/forms/done'
import { openingDraft } from '@/lib/people/page-draft'
import { personDuties } from '@/lib/people/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string; before?: string }>
}

/** What is owed to a child, and what was. */
export default async function Duties({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await personDuties(page.actor, id, page.now, typeof asked.before === 'string' ? asked.before : undefined)
  if (person === null) notFound()
  const path = `/people/${id}/duties`
  const [frame, draft] = await Promise.all([frameFor(page), openingDraft(page.actor, person, asked.draft)])
  return (
    <Shell {...frame} title={personTitle(person, 'Duties')} current="/people" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PersonFrame person={person} path={path} draft={draft}>
        {(duties, head) => (duties === null ? null : <ChildDutiesTables duties={duties} child={head.firstName} path={path} empty={nothingOwed(head.elsewhere)}><OpenElsewhere elsewhere={head.elsewhere} /></ChildDutiesTables>)}
      </PersonFrame>
    </Shell>
  )
}
