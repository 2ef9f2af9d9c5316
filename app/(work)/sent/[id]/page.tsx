import { notFound } from 'next/navigation'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { doneWords } from '@/lib/forms/done'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { sentReferral } from '@/lib/referrals/sent'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ done?: string }>
}

/** One referral as the partner sent it. */
export default async function SentOne({ params, searchParams }: Props) {
  const [{ id }, { done }, page] = [await params, await searchParams, await pageActor()]
  const sent = await sentReferral(page.actor, id, page.now)
  if (sent === null) notFound()
  return (
    <Shell {...await frameFor(page)} title={`Referral ${sent.reference}`} current="/sent">
      <DoneNotice says={doneWords(done)} />
      <PageHead title={`Referral ${sent.reference}`} lede={sent.heard} />
      <SummaryList rows={sent.rows} />
      <h2>What you wrote</h2>
      <p className="whitespace-pre-line">{sent.narrative}</p>
    </Shell>
  )
}
