import { notFound } from 'next/navigation'
import { HouseholdView } from '@/components/people/household'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { doneWords } from '@/lib/forms/done'
import { askedDay } from '@/lib/households/asked-day'
import { openingDraft } from '@/lib/people/page-draft'
import { personHousehold } from '@/lib/people/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string; on?: string; 'on-day'?: string; 'on-month'?: string; 'on-year'?: string }>
}

/** Who belongs to a person, and where they have lived. */
export default async function HouseholdPage({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const { day, typed } = askedDay((name) => { const value = Object.entries(asked).find(([key]) => key === name)?.[1]; return typeof value === 'string' ? value.slice(0, 20) : undefined }, page.now)
  const person = await personHousehold(page.actor, id, page.now, day)
  if (person === null) notFound()
  const path = `/people/${id}/household`
  const [frame, draft] = await Promise.all([frameFor(page), openingDraft(page.actor, person, asked.draft)])
  return (
    <Shell {...frame} title={personTitle(person, 'People and household')} current="/people" problem={[draft, typed].some((one) => one !== null && one.problems.length > 0)}>
      <DoneNotice says={doneWords(asked.done)} />
      <PersonFrame person={person} path={path} draft={draft}>
        {(household, head) => <HouseholdView household={household} head={head} dayTyped={typed} />}
      </PersonFrame>
    </Shell>
  )
}
