import { notFound } from 'next/navigation'
import { PersonOverview } from '@/components/people/overview'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { MayBeSame } from '@/components/people/same-person'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { begun, WhenRead } from '@/components/ui/when-read'
import { doneWords } from '@/lib/forms/done'
import { openingDraft } from '@/lib/people/page-draft'
import { personOverview } from '@/lib/people/queries'
import { mayBeSame } from '@/lib/people/same'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string }>
}

/** A person's page, as deep as it opens. */
export default async function Person({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const path = `/people/${id}`
  // None waits for another: who may be the same takes longest, stands by itself within the same reach, and is nobody where the record is shut.
  const alike = begun(mayBeSame(page.actor, id, page.now))
  const [person, frame] = await Promise.all([personOverview(page.actor, id, page.now), frameFor(page)])
  if (person === null) notFound()
  const draft = await openingDraft(page.actor, person, asked.draft)
  return (
    <Shell {...frame} title={personTitle(person, '')} current="/people" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PersonFrame person={person} path={path} draft={draft}>
        {(overview, head) => <><WhenRead of={alike}>{(found) => <MayBeSame alike={found} personId={head.id} />}</WhenRead><PersonOverview overview={overview} head={head} /></>}
      </PersonFrame>
    </Shell>
  )
}
