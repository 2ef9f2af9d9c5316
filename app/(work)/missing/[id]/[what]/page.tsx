import { notFound } from 'next/navigation'
import { EPISODE_FORMS, EpisodeForm, type EpisodeWhat } from '@/components/missing/episode-forms'
import { EpisodeHead } from '@/components/missing/episode-head'
import { Shell } from '@/components/shell/shell'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { readDraft } from '@/lib/forms/drafts'
import { episodePageOf } from '@/lib/missing/episode-page'
import type { EpisodeView } from '@/lib/missing/episode-view'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { BOROUGH_CODES } from '@/lib/referrals/boroughs'
import { frameFor } from '@/lib/shell/frame'
import { boroughWords } from '@/lib/wording/boroughs'
import { typedParts } from '@/lib/wording/london-input'

interface Props {
  params: Promise<{ id: string; what: string }>
  searchParams: Promise<{ draft?: string; saved?: string; authority?: string }>
}

/** One form of an episode. */
export default async function EpisodeStep({ params, searchParams }: Props) {
  const [page, { id, what }, asked] = [await pageActor(), await params, await searchParams]
  if (!isWhat(what)) notFound()
  const view = await episodePageOf(page.actor, id, page.now)
  if (view === null || !mayDo(view, what)) notFound()
  const { title, act } = EPISODE_FORMS[what]
  const [frame, draft] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, act)])
  return (
    <Shell {...frame} title={`${title}: ${view.child.name}`} current="/missing" problem={draft !== null && (draft.problems.length > 0 || draft.refusals.length > 0)}>
      {asked.saved === undefined ? null : <Notice tone="green" title="Draft saved" spoken><p>It is kept for you alone. You can go on now or later.</p></Notice>}
      <EpisodeHead view={view} heading={false} />
      <div className="mt-4"><PageHead title={title} lede={<a href={`/missing/${view.id}`}>Back to the episode {view.reference}</a>} /></div>
      <EpisodeForm what={what} view={view} draft={draft} now={typedParts(page.now)} authority={asked.authority ?? null} boroughs={BOROUGH_CODES.map(boroughWords)} />
    </Shell>
  )
}

const isWhat = (what: string): what is EpisodeWhat => Object.hasOwn(EPISODE_FORMS, what)

/** The page follows the links; the act asks again. */
function mayDo(view: EpisodeView, what: EpisodeWhat): boolean {
  const { right, out } = EPISODE_FORMS[what]
  return view.may[right] && view.state !== 'closed' && (!out || view.state === 'out') && (what !== 'hand-over' || view.handOverTo !== null)
}
