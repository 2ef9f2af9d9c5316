import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { BoardFilterBar, boardHref, type BoardFilters } from '@/components/duties/board-filters'
import { BoardTable } from '@/components/duties/board-table'
import { DutyActs } from '@/components/duties/duty-acts'
import { Figures } from '@/components/duties/figures'
import { LateActions } from '@/components/duties/late-actions'
import { Shell } from '@/components/shell/shell'
import { BoardTabs } from '@/components/supervision/board-tabs'
import { ActForm } from '@/components/ui/act-form'
import { hrefAfter } from '@/components/ui/after'
import { Card } from '@/components/ui/card'
import { DoneNotice } from '@/components/ui/done-notice'
import { HintAndProblem } from '@/components/ui/field-frame'
import { valuesOf } from '@/components/ui/form-draft'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { board, type BoardPage } from '@/lib/deadlines/board'
import { dutyDraft } from '@/lib/deadlines/drafts'
import { doneWords } from '@/lib/forms/done'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { supervisionCounts } from '@/lib/supervision/counts'
import { counted } from '@/lib/wording/lists'
import { BASIS_WORDS } from '@/lib/wording/outcomes'
import { choicesOf } from '@/lib/wording/say'

interface StrategyPage {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** The CAIT supervisor's board: late and soon-due strategy discussions, and the acts on one or many of them. */
export default async function Strategy({ searchParams }: StrategyPage) {
  const asked = await searchParams
  const page = await pageActor()
  const { after, ...filters } = { ...filtersOf(asked), after: one(asked['after']) }
  const [found, frame, draft, counts] = await Promise.all([
    board(page.actor, { ...filters, when: filters.when === 'late' || filters.when === 'day' ? filters.when : null, after }, page.now),
    frameFor(page), dutyDraft(page.actor, one(asked['draft']) ?? undefined), supervisionCounts(page.actor, filters.borough, page.now),
  ])
  if (found === null) notFound()
  const first = boardHref(filters)
  const here = hrefAfter(first, after)
  const choosing = found.acts.length > 0 && found.rows.length > 0
  const late = <LateActions actions={found.lateActions.rows} total={found.lateActions.total} />
  const table = (
    <>
      <HintAndProblem name="deadlineIds" draft={draft} />
      <BoardTable rows={found.rows} ticked={valuesOf(draft, 'deadlineIds')} choosing={choosing} records={found.records} empty={filters.q === null ? 'No strategy discussion is late or falls due within three working days.' : 'Nobody on this board is meant by that. The search of people looks through all of London.'} />
      <Pager
        previous={after === null ? undefined : { href: first, words: 'Back to the first' }}
        next={found.next25 === null ? undefined : { href: hrefAfter(first, found.next25), words: 'Next 25' }}
      >{`Showing ${found.rows.length} of ${found.counts.total}, soonest due first.`}</Pager>
    </>
  )
  return (
    <Shell {...frame} title="Strategy discussions" current="/strategy" problem={draft !== null}>
      <DoneNotice says={doneWords(one(asked['done']) ?? undefined)} />
      <PageHead title="Strategy discussions" lede={ledeOf(found)} />
      {counts === null ? null : <BoardTabs current="/strategy" counts={counts} borough={filters.borough} discussions={found.counts.total} />}
      <BoardFilterBar filters={filters} boroughs={found.boroughs.map(({ code, words }) => ({ value: code, label: words }))} bands={choicesOf(BASIS_WORDS)} />
      {choosing ? (
        <ActForm act={found.acts[0] ?? 'chase'} page={here} then={here} draft={draft} label="Late and soon-due strategy discussions">
          <p className="md:hidden"><a href="#acts">To the acts on those you tick</a></p>
          <Beside aside={<div id="acts"><Card title="With those you tick" tone="blue"><DutyActs acts={found.acts} assignees={found.assignees} draft={draft} /></Card></div>} more={late}>{table}</Beside>
        </ActForm>
      ) : <Beside more={late}>{table}</Beside>}
      {found.figures === null ? null : <Figures found={found.figures} />}
    </Shell>
  )
}

/** The list, and at its side what stays in sight while it is walked: a narrow column, because the list needs the width. */
function Beside({ children, aside, more }: { readonly children: ReactNode; readonly aside?: ReactNode; readonly more: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-4 md:grid-cols-[minmax(0,1fr)_17rem]">
      <div>{children}</div>
      <div className="md:sticky md:top-0 md:max-h-dvh md:overflow-y-auto md:p-2">{aside}{more}</div>
    </div>
  )
}

function ledeOf({ counts, oldest, next }: BoardPage): string {
  const late = counts.late === 0 ? 'None is past its time.' : `${counts.late} ${counts.late === 1 ? 'is' : 'are'} past ${counts.late === 1 ? 'its' : 'their'} time${oldest === null ? '' : `, the oldest by ${oldest}`}.`
  const soon = counts.total - counts.late
  if (soon === 0) return late
  return `${late} ${counted(soon, 'more falls', 'more fall')} due within three working days${counts.day === 0 ? '' : `, ${counts.day} of them within 24 hours`}${next === null ? '' : `; the next in ${next}`}.`
}

const one = (value: string | string[] | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

function filtersOf(asked: Readonly<Record<string, string | string[] | undefined>>): BoardFilters {
  const when = one(asked['when'])
  return { when: when === 'late' || when === 'day' ? when : null, borough: one(asked['borough']), band: one(asked['band']), mine: one(asked['mine']) !== null, q: one(asked['q'])?.slice(0, 200) ?? null }
}
