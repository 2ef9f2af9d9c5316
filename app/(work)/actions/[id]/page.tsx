import { notFound } from 'next/navigation'
import { childWords } from '@/components/actions/action-table'
import { CarryForm, CompleteForm } from '@/components/actions/finish-forms'
import { Shell } from '@/components/shell/shell'
import { Card } from '@/components/ui/card'
import { DoneNotice } from '@/components/ui/done-notice'
import { Due } from '@/components/ui/due'
import { Columns, PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { actionPage } from '@/lib/actions/queries'
import type { ActionPage } from '@/lib/actions/view'
import { doneWords } from '@/lib/forms/done'
import { readDraft } from '@/lib/forms/drafts'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { typedParts } from '@/lib/wording/london-input'

interface Asked {
  readonly draft?: string
  readonly done?: string
}

/** One action: whose, by when, the dates it had before; marked as done or carried here. */
export default async function OneActionPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Asked> }) {
  const page = await pageActor()
  const [{ id }, asked] = [await params, await searchParams]
  const view = /^[0-9a-f-]{36}$/.test(id) ? await actionPage(page.actor, id, page.now) : null
  if (view === null) notFound()
  const [frame, complete, carry] = await Promise.all([
    frameFor(page), readDraft(page.actor, asked.draft, 'complete-action'), readDraft(page.actor, asked.draft, 'carry-action'),
  ])
  return (
    <Shell {...frame} title="Action" current="/actions" problem={[complete, carry].some((draft) => draft !== null && draft.problems.length > 0)}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={view.line.what} lede={<a href="/actions">All actions</a>} />
      <Columns aside={view.line.mayFinish ? <Card title="Not done in time?"><CarryForm actionId={id} draft={carry} /></Card> : null}>
        <SummaryList rows={rowsOf(view)} />
        {view.line.mayFinish ? <><h2>Mark as done</h2><CompleteForm actionId={id} draft={complete} doneAt={typedParts(page.now)} /></> : null}
      </Columns>
    </Shell>
  )
}

function rowsOf({ line, setWords, evidence, before, follows }: ActionPage) {
  return [
    { term: 'Due', value: line.stateWords === null ? <Due left={line.left} /> : <>{line.stateWords}<span className="sub">{line.left.detail}</span></> },
    { term: 'Owner', value: <>{line.owner}{line.mine ? ' (you)' : ''}<span className="sub">{line.agency}</span></> },
    { term: 'Child', value: line.child.masked ? childWords(line) : <><a href={`/people/${line.child.id}`}>{line.child.name}</a><span className="sub">{line.child.age}</span></> },
    ...(line.from === null ? [] : [{ term: 'From', value: <a href={line.from.href}>{line.from.words}</a> }]),
    { term: 'Set', value: setWords },
    ...(evidence === null ? [] : [{ term: 'What shows it', value: <span className="whitespace-pre-wrap">{evidence}</span> }]),
    ...before.map((earlier, index) => ({
      term: index === 0 ? 'Carried before' : '', value: <>Was due {earlier.due}<span className="sub">carried {earlier.when}: {earlier.why}</span></>,
    })),
    ...(follows === null ? [] : [{ term: 'Carried to', value: <a href={`/actions/${follows.id}`}>{follows.due}</a> }]),
  ]
}
