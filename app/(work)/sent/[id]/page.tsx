import { notFound } from 'next/navigation'
import { Call999 } from '@/components/referrals/call-999'
import { Shell } from '@/components/shell/shell'
import { ActForm } from '@/components/ui/act-form'
import { Button, Buttons } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { TextArea } from '@/components/ui/text-area'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { sentReferral } from '@/lib/referrals/sent'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ done?: string; draft?: string }>
}

/** One referral as the partner sent it. */
export default async function SentOne({ params, searchParams }: Props) {
  const [{ id }, { done, draft }, page] = [await params, await searchParams, await pageActor()]
  const sent = await sentReferral(page.actor, id, page.now)
  if (sent === null) notFound()
  const back = await readDraft(page.actor, draft, 'confirm-own-call')
  return (
    <Shell {...await frameFor(page)} title={`Referral ${sent.reference}`} current="/sent" problem={back !== null && back.problems.length > 0}>
      <DoneNotice says={doneWords(done)} />
      {sent.danger && sent.fresh ? <Call999 /> : null}
      <PageHead title={`Referral ${sent.reference}`} lede={sent.heard} />
      <SummaryList rows={sent.rows} />
      {sent.asksInWriting ? (
        <ActForm act="confirm-own-call" page={`/sent/${sent.id}`} draft={back} hidden={{ referralId: sent.id }} label="Confirm your call in writing">
          <h2>Confirm your call in writing</h2>
          <TextArea name="words" label="What you told, in your own words" hint="The child, what happened and when, and who is at risk." rows={8} draft={back} />
          <Buttons><Button>Confirm in writing</Button><Button look="second" intent="save-draft">Save draft</Button></Buttons>
        </ActForm>
      ) : null}
      {[sent.narrative, sent.confirmed].map((words) => (words === null ? null : <section key={words}><h2>What you wrote</h2><p className="whitespace-pre-line">{words}</p></section>))}
    </Shell>
  )
}
