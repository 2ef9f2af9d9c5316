import { notFound } from 'next/navigation'
import { makesafeAddress, MakesafeFilter, MakesafeLists } from '@/components/places/calls'
import { SectionTabs } from '@/components/places/section-tabs'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { mayEver } from '@/lib/access/permissions'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { makesafeBoard } from '@/lib/places/makesafe'
import { MAKESAFE_LISTS, type MakesafeList } from '@/lib/places/view'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Asked { readonly list?: string; readonly borough?: string; readonly after?: string; readonly draft?: string; readonly done?: string }
const LABELS: Readonly<Record<MakesafeList, string>> = { calls: 'Calls', untagged: 'Without their tag', coverage: 'By borough and month', never: 'Premises that never rang' }

/** Operation Makesafe: calls, the untagged ones, and how far it reaches. */
export default async function MakesafePage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const list = MAKESAFE_LISTS.find((one) => one === asked.list) ?? 'calls'
  const after = typeof asked.after === 'string' && asked.after !== '' ? asked.after : undefined
  const view = await makesafeBoard(page.actor, { list, borough: typeof asked.borough === 'string' ? asked.borough : null, after }, page.now)
  if (view === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, 'tag-call')])
  return (
    <Shell {...frame} title="Operation Makesafe" current="/places" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <SectionTabs current="/makesafe" others={mayEver(page.actor, 'see-others-at-risk')} untagged={view.waiting} />
      <PageHead title="Operation Makesafe" lede="Calls from hotels, licensed premises, mini-cab offices and others. A call without its tag cannot be counted.">{view.may ? <LinkButton href="/makesafe/new">Take a call</LinkButton> : null}</PageHead>
      <Tabs label="Lists" current={makesafeAddress(list)} tabs={MAKESAFE_LISTS.map((one) => ({ href: makesafeAddress(one), label: LABELS[one], ...(one === 'untagged' && view.waiting > 0 ? { note: String(view.waiting) } : {}) }))} />
      <MakesafeFilter view={view} />
      <MakesafeLists view={view} draft={draft} />
      {list !== 'calls' ? null : <Pager previous={after === undefined ? undefined : { href: makesafeAddress(list, { borough: view.borough }), words: 'Back to the first' }} next={view.next === null ? undefined : { href: makesafeAddress(list, { borough: view.borough, after: view.next }), words: 'More' }}>The latest first.</Pager>}
    </Shell>
  )
}
