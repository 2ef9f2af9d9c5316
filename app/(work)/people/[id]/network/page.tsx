import { notFound } from 'next/navigation'
import { NetworkView } from '@/components/network/network-view'
import { PersonFrame, personTitle } from '@/components/people/person-frame'
import { Shell } from '@/components/shell/shell'
import { openingDraft } from '@/lib/people/page-draft'
import { personNetwork } from '@/lib/posing-risk/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props { params: Promise<{ id: string }>; searchParams: Promise<{ draft?: string }> }

/** Children, adults and places around this person, two steps out. */
export default async function PersonNetwork({ params, searchParams }: Props) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const person = await personNetwork(page.actor, id, page.now)
  if (person === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), openingDraft(page.actor, person, asked.draft)])
  return (
    <Shell {...frame} title={personTitle(person, 'Network')} current="/people" problem={draft !== null && draft.problems.length > 0}>
      <PersonFrame person={person} path={`/people/${id}/network`} draft={draft}>
        {(network, head) => (
          <>
            <h2>Children, adults and places around {head.firstName}</h2>
            {head.adult ? <p><a href={`/adults/${head.id}`}>Everything linked to this adult, across London</a></p> : null}
            <NetworkView network={network} title={`Around ${head.name}`} />
          </>
        )}
      </PersonFrame>
    </Shell>
  )
}
