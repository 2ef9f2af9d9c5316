import { notFound } from 'next/navigation'
import { HistoryTable } from '@/components/replay/history-table'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { carriedHistories } from '@/lib/replay/in-app'
import { frameFor } from '@/lib/shell/frame'

/** The case histories that can be played through the product. */
export default async function Replays() {
  const page = await pageActor()
  const histories = await carriedHistories(page.actor)
  if (histories === null) notFound()
  return (
    <Shell {...await frameFor(page)} title="Replay" current="/replay">
      <PageHead
        title="Replay"
        lede="Cases as they were, played through the same acts as today’s work, with the clock of their time: what Holdfast would have demanded, refused and raised, and when."
      />
      <HistoryTable histories={histories} />
    </Shell>
  )
}
