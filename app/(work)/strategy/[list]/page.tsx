import { notFound } from 'next/navigation'
import { DutyActs } from '@/components/duties/duty-acts'
import { Shell } from '@/components/shell/shell'
import { BoardTabs } from '@/components/supervision/board-tabs'
import { ListFilterBar, listHref } from '@/components/supervision/list-filters'
import { SupervisionTable } from '@/components/supervision/supervision-table'
import { ActForm } from '@/components/ui/act-form'
import { hrefAfter } from '@/components/ui/after'
import { Card } from '@/components/ui/card'
import { DoneNotice } from '@/components/ui/done-notice'
import { HintAndProblem } from '@/components/ui/field-frame'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { dutyDraft } from '@/lib/deadlines/drafts'
import { doneWords } from '@/lib/forms/done'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { supervisionBoard } from '@/lib/supervision/board'
import { isList } from '@/lib/supervision/lists'
import { LIST_WORDS } from '@/lib/wording/supervision'

interface Props {
  params: Promise<{ list: string }>
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** One list of the supervisor's board: what is unallocated, unseen, unreviewed, not sent out, and the acts on one or many. */
export default async function SupervisionList({ params, searchParams }: Props) {
  const [page, { list }, asked] = [await pageActor(), await params, await searchParams]
  if (!isList(list)) notFound()
  const one = (name: string): string | null => { const value = asked[name]; return typeof value === 'string' && value !== '' ? value : null }
  const timed = list !== 'suspects' && list !== 'emergencies'
  const when = one('when')
  const filters = { list, when: timed && (when === 'late' || when === 'day') ? when : null, borough: one('borough'), mine: one('mine') !== null } as const
  const after = one('after')
  const found = await supervisionBoard(page.actor, { ...filters, after }, page.now)
  if (found === null) notFound()
  const [frame, draft] = await Promise.all([frameFor(page), dutyDraft(page.actor, one('draft') ?? undefined)])
  const words = LIST_WORDS[list]
  const first = listHref(filters)
  const here = hrefAfter(first, after)
  const filtered = filters.when !== null || filters.mine
  const choosing = found.acts.length > 0 && found.rows.length > 0
  const count = found.counts[list]
  const table = (
    <>
      <HintAndProblem name="deadlineIds" draft={draft} />
      <SupervisionTable caption={words.title} rows={found.rows} draft={draft} choosing={choosing} empty={filtered ? 'Nothing of this list is left by these filters.' : words.empty} />
      {found.rows.length === 0 ? null : (
        <Pager
          previous={after === null ? undefined : { href: first, words: 'Back to the first' }}
          next={found.next === null ? undefined : { href: hrefAfter(first, found.next), words: 'Next 25' }}
        >{filtered ? `Showing ${found.rows.length}.` : `Showing ${found.rows.length} of ${count.total}.`}</Pager>
      )}
    </>
  )
  return (
    <Shell {...frame} title={words.title} current="/strategy" problem={draft !== null}>
      <DoneNotice says={doneWords(one('done') ?? undefined)} />
      <PageHead title={words.title} lede={`${count.total === 0 ? 'None.' : `${count.total}${timed && count.late > 0 ? `, ${count.late} of them past their time` : ''}.`} ${words.about}`} />
      <BoardTabs current={`/strategy/${list}`} counts={found.counts} borough={filters.borough} />
      <ListFilterBar filters={filters} boroughs={found.boroughs} timed={timed} />
      {choosing ? (
        <ActForm act={found.acts[0] ?? 'chase'} page={here} then={here} draft={draft} label={words.title}>
          <p className="md:hidden"><a href="#acts">To the acts on those you tick</a></p>
          <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-4 md:grid-cols-[minmax(0,1fr)_17rem]">
            <div>{table}</div>
            <div className="md:sticky md:top-0 md:max-h-dvh md:overflow-y-auto md:p-2"><div id="acts"><Card title="With those you tick" tone="blue"><DutyActs acts={found.acts} assignees={found.assignees} draft={draft} /></Card></div></div>
          </div>
        </ActForm>
      ) : table}
    </Shell>
  )
}
