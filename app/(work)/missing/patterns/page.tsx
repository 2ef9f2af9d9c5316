import { notFound } from 'next/navigation'
import { BoroughCountsTable, PatternFilters, PatternLists, patternsAddress, SettleForm } from '@/components/missing/patterns/patterns'
import { Shell } from '@/components/shell/shell'
import { Details } from '@/components/ui/details'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { missingPatterns } from '@/lib/missing/patterns/queries'
import { PATTERN_LISTS, type PatternList } from '@/lib/missing/patterns/view'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { counted } from '@/lib/wording/lists'

interface Asked { readonly list?: string; readonly borough?: string; readonly without?: string; readonly after?: string; readonly settle?: string; readonly draft?: string; readonly done?: string }

const LABELS: Readonly<Record<PatternList, string>> = { children: 'Children', today: 'Daily list', settled: 'Referred and set aside', places: 'Places', people: 'Found with' }

/** Patterns of missing and absent children: the missing persons’ co-ordinator’s page. */
export default async function PatternsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const list = PATTERN_LISTS.find((one) => one === asked.list) ?? 'children'
  const after = typeof asked.after === 'string' && asked.after !== '' ? asked.after : undefined
  const without = asked.without === '1'
  const view = await missingPatterns(page.actor, { list, borough: typeof asked.borough === 'string' ? asked.borough : null, without, after }, page.now)
  if (view === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), readDraft(page.actor, asked.draft, 'settle-forum')])
  const settling = view.maySettle ? view.today.find((row) => row.id === asked.settle && !row.masked) : undefined
  const first = patternsAddress(list, { borough: view.borough, without })
  return (
    <Shell {...frame} title="Patterns of missing children" current="/missing" problem={draft !== null && draft.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      <p className="bar"><a href="/missing">Missing children</a></p>
      <PageHead title="Patterns of missing children" lede={`Missing and absent counted together, over ${view.days} days. ${counted(view.repeat, 'time', 'times')} or more is a repeat.`} />
      {!view.lists ? <BoroughCountsTable view={view} /> : (
        <>
          <Tabs label="Lists" current={patternsAddress(list)} tabs={PATTERN_LISTS.map((one) => ({ href: patternsAddress(one), label: LABELS[one], ...(one === 'today' && view.waiting > 0 ? { note: `${view.waiting > 99 ? '99 and more' : view.waiting} wait` } : {}) }))} />
          <PatternFilters view={view} without={without} />
          {settling === undefined ? null : <SettleForm view={view} row={settling} draft={draft} />}
          <PatternLists view={view} />
          <Pager previous={after === undefined ? undefined : { href: first, words: 'Back to the first' }} next={view.next === null ? undefined : { href: patternsAddress(list, { borough: view.borough, without, after: view.next }), words: 'Next 25' }}>
            {list === 'today' || list === 'settled' ? 'The latest first.' : 'The most often first.'}
          </Pager>
          {view.counts.length === 0 ? null : <Details summary="Counts by borough"><BoroughCountsTable view={view} /></Details>}
        </>
      )}
    </Shell>
  )
}
