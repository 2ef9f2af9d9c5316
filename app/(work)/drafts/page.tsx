import { DraftButton, DraftTable } from '@/components/drafts/draft-table'
import { Shell } from '@/components/shell/shell'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { KEPT_DAYS } from '@/lib/forms/drafts'
import { yourDrafts } from '@/lib/forms/your-drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Asked {
  readonly discarded?: string | string[]
}

/** What one began and has not sent. */
export default async function Drafts({ searchParams }: { searchParams: Promise<Asked> }) {
  const page = await pageActor('/drafts')
  const [frame, lines, { discarded }] = await Promise.all([frameFor(page), yourDrafts(page.actor, page.now), searchParams])
  return (
    <Shell {...frame} title="Your drafts" current="/drafts">
      {typeof discarded === 'string' ? <Notice tone="green" title="The draft is discarded" spoken><DraftButton id={discarded} say="keep">Put it back</DraftButton></Notice> : null}
      <PageHead title="Your drafts" lede={`What you typed and have not sent. Nobody else can read it, and nothing of it is on record. Each goes by itself ${KEPT_DAYS} days after it was last kept.`} />
      <DraftTable lines={lines} />
    </Shell>
  )
}
