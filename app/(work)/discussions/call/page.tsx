import { notFound } from 'next/navigation'
import { CallForm } from '@/components/meetings/calls/call-form'
import { Shell } from '@/components/shell/shell'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { readDraft } from '@/lib/forms/drafts'
import { strategyDiscussion } from '@/lib/meetings/kinds/strategy-discussion'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { mailIsSet } from '@/lib/platform/mail/settings'
import { frameFor } from '@/lib/shell/frame'
import { newDiscussion } from '@/lib/strategy/queries'
import { typedParts } from '@/lib/wording/london-input'
import { choicesOf } from '@/lib/wording/say'

interface Asked {
  readonly referral?: string
  readonly child?: string
  readonly draft?: string
  readonly saved?: string
}

/** Calls a strategy discussion, from a referral or from a child. */
export default async function CallDiscussionPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const page = await pageActor()
  const asked = await searchParams
  const [frame, view, draft] = await Promise.all([frameFor(page), newDiscussion(page.actor, asked, page.now), readDraft(page.actor, asked.draft, 'call-discussion')])
  if (view === null) notFound()
  return (
    <Shell {...frame} title="Call a strategy discussion" problem={(draft?.problems.length ?? 0) > 0 || (draft?.refusals.length ?? 0) > 0}>
      {asked.saved === undefined ? null : <Notice tone="green" title="Draft saved." spoken />}
      <PageHead
        title="Call a strategy discussion"
        lede={view.referral === null ? view.borough?.words : <>{view.borough?.words}: from referral <a href={`/referrals/${view.referral.id}`}>{view.referral.reference}</a>, {view.referral.from}</>}
      />
      <CallForm view={view} page={view.page.replace('/discussions/new', '/discussions/call')} draft={draft} meetsAt={typedParts(new Date(page.now.getTime() + 2 * 3_600_000))} modes={choicesOf(strategyDiscussion.modes)} mailIsSet={mailIsSet()} />
    </Shell>
  )
}
