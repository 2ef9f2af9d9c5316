import { notFound } from 'next/navigation'
import { Maps } from '@/components/agenda/maps'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { personMaps } from '@/lib/meetings/agenda/lists'
import { map } from '@/lib/meetings/kinds/map'
import { openingDraft } from '@/lib/people/page-draft'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { AGENCY_WORDS } from '@/lib/wording/agencies'
import { typedParts } from '@/lib/wording/london-input'
import { choicesOf } from '@/lib/wording/say'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string }>
}

const TWO_DAYS = 48 * 3_600_000

/** The multi-agency planning meetings of one child. */
export default async function PersonMap({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await personMaps(page.actor, id, page.now)
  if (person === null) notFound()
  const path = `/people/${id}/map`
  const [frame, opening, draft] = await Promise.all([frameFor(page), openingDraft(page.actor, person, asked.draft), readDraft(page.actor, asked.draft, 'call-map')])
  return (
    <Shell {...frame} title={personTitle(person, 'MAP')} current="/people" problem={[opening, draft].some((one) => one !== null && (one.problems.length > 0 || one.refusals.length > 0))}>
      <DoneNotice says={doneWords(asked.done)} />
      <PersonFrame person={person} path={path} draft={opening}>
        {(view, head) => <Maps view={view} personId={head.id} page={path} meetsAt={typedParts(new Date(page.now.getTime() + TWO_DAYS))} modes={choicesOf(map.modes)} agencies={choicesOf(AGENCY_WORDS)} draft={draft} />}
      </PersonFrame>
    </Shell>
  )
}
