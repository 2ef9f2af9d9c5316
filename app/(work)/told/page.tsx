import { Shell } from '@/components/shell/shell'
import { ToldTable } from '@/components/told/told-table'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { toldTo } from '@/lib/deadlines/told'
import { doneWords } from '@/lib/forms/done'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** Warnings and breaches told to one's role, and what climbed to it. */
export default async function Told({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const page = await pageActor('/told')
  const [frame, lines, { done }] = await Promise.all([frameFor(page), toldTo(page.actor, page.now), searchParams])
  return (
    <Shell {...frame} title="What you have been told" current="/told">
      <DoneNotice says={doneWords(done)} />
      <PageHead title="What you have been told" lede="Warnings before a duty falls due, what has passed its time, and what climbed to you because nobody answered. The lists of work show the same without waiting for this." />
      <ToldTable lines={lines} />
    </Shell>
  )
}
