import { notFound } from 'next/navigation'
import { titleOf } from '@/components/replay/history-table'
import { StoryTable } from '@/components/replay/story-table'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { playedStory } from '@/lib/replay/in-app'
import type { Story } from '@/lib/replay/story'
import { frameFor } from '@/lib/shell/frame'
import { counted } from '@/lib/wording/lists'

/** One history, played: the case and the product's demands side by side in time. The first reader waits some seconds for it. */
export default async function Replayed({ params }: { params: Promise<{ id: string }> }) {
  const [page, { id }] = [await pageActor(), await params]
  const story = await playedStory(page.actor, id)
  if (story === null) notFound()
  const title = titleOf(id)
  return (
    <Shell {...await frameFor(page)} title={title} current="/replay">
      <PageHead title={title} lede={<a href="/replay">All histories</a>} />
      {story === 'failed'
        ? <Notice tone="red" title="This history could not be played just now">Try again in a moment. <LinkButton href={`/replay/${id}`}>Play it again</LinkButton></Notice>
        : <><SummaryList rows={summaryOf(story)} /><h2>In the order of time</h2><StoryTable story={story} /></>}
    </Shell>
  )
}

function summaryOf(story: Story) {
  return [
    { term: 'What happened', value: story.summary },
    ...(story.failure === null ? [] : [{ term: 'What went wrong', value: story.failure }]),
    { term: 'What was asked', value: `${story.held} held, ${story.missed} missed, ${counted(story.notSupported, 'rule')} not served yet` },
    ...(story.goodPractice ? [{ term: 'Good practice', value: story.unexpected.length === 0 ? 'Nothing was raised that should not be' : `Raised where it should not be: ${story.unexpected.join(', ')}` }] : []),
  ]
}
