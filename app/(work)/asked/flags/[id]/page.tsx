import { notFound } from 'next/navigation'
import { FlagAskedView } from '@/components/exploitation/asked'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { flagAskedPage } from '@/lib/exploitation/asked'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string }>
}

/** One question to the own agency whether a flag may come off, and the own answer: that and nothing else. */
export default async function FlagAsked({ params, searchParams }: Props) {
  const [{ id }, asked, page] = [await params, await searchParams, await pageActor()]
  const view = await flagAskedPage(page.actor, id, page.now)
  if (view === null) notFound()
  const draft = await readDraft(page.actor, asked.draft, 'answer-flag-removal')
  return (
    <Shell {...await frameFor(page)} title="A question about a flag" current="/asked" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={`Exploitation flag: ${view.about}`} lede={<a href="/asked">All that we are asked</a>} />
      <FlagAskedView view={view} draft={draft} />
    </Shell>
  )
}
