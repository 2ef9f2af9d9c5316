import { notFound } from 'next/navigation'
import { AnswerForm, AskedView } from '@/components/enquiry/asked'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { askedPage } from '@/lib/enquiry/asked'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ draft?: string; done?: string }>
}

/** One question of a MASH to the own agency, and the own answer: that and nothing else. */
export default async function AskedOne({ params, searchParams }: Props) {
  const [{ id }, asked, page] = [await params, await searchParams, await pageActor()]
  const view = await askedPage(page.actor, id, page.now)
  if (view === null) notFound()
  const draft = await readDraft(page.actor, asked.draft, 'answer-request')
  return (
    <Shell {...await frameFor(page)} title="Question to our agency" current="/asked" problem={draft !== null}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={view.question} lede={<a href="/asked">All questions to us</a>} />
      <AskedView view={view} />
      {view.withdrawn ? <p><b>This question was withdrawn: no answer is needed.</b></p> : <AnswerForm view={view} draft={draft} />}
    </Shell>
  )
}
