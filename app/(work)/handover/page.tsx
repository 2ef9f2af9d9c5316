import { notFound } from 'next/navigation'
import { LeaveForm } from '@/components/handover/leave-form'
import { Offered } from '@/components/handover/offered'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Table } from '@/components/ui/table'
import { doneWords } from '@/lib/forms/done'
import { readAnyDraft } from '@/lib/forms/drafts'
import { handoverPage } from '@/lib/handover/queries'
import type { AcceptedLine } from '@/lib/handover/view'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Props {
  searchParams: Promise<{ draft?: string; done?: string }>
}

/** Shift hand-over: what was left, to be accepted by name; and what is open, to be left. */
export default async function Handover({ searchParams }: Props) {
  const [asked, page] = [await searchParams, await pageActor()]
  const found = await handoverPage(page.actor, page.now)
  if (found === null) notFound()
  const [frame, back] = await Promise.all([frameFor(page), readAnyDraft(page.actor, asked.draft, ['hand-over', 'accept-handover'])])
  const waits = found.offered.reduce((sum, list) => sum + list.lines.length, 0)
  const late = found.offered.filter((list) => list.late)
  const draftOf = (act: string, field: string, value: string) => (back?.act === act && back.values[field] === value ? back : null)
  return (
    <Shell {...frame} title="Hand-over" current="/handover" problem={back !== null}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title="Hand-over" lede={waits === 0 ? 'Everything that was left has been accepted.' : `${waits} ${waits === 1 ? 'referral waits' : 'referrals wait'} to be accepted by name.`} />
      {late.length === 0 ? null : (
        <Notice tone="red" title="Not accepted in its hour">
          <p>{late.map((list) => `${list.lines.length} left by ${list.own ? 'you' : list.by}, ${list.since}`).join('; ')}. They stand over the queue and have climbed to a supervisor.</p>
        </Notice>
      )}
      <h2>Left to be accepted</h2>
      {found.offered.length === 0 ? <p className="none">Nothing waits to be accepted.</p>
        : found.offered.map((list) => <Offered key={list.id} list={list} may={found.may} draft={draftOf('accept-handover', 'handoverId', list.id)} />)}
      {found.may ? (
        <>
          <h2>{found.outOfHours ? 'Hand over to the MASH in the morning' : 'Hand over to the next shift'}</h2>
          <p className="sub">{found.outOfHours ? 'The emergency duty team acts at once on what is urgent; the rest passes to the MASH when it opens. No clock waits for that.' : 'What you have in hand, emergencies and what is late are ticked. What nobody has in hand stays in the queue all the same.'}</p>
          {found.leave.length === 0 ? <p className="none">You have nothing open to hand over.</p>
            : found.leave.map((leave) => <section key={leave.code} aria-label={leave.borough}>{found.leave.length > 1 ? <h3>{leave.borough}</h3> : null}<LeaveForm leave={leave} draft={draftOf('hand-over', 'borough', leave.code)} /></section>)}
        </>
      ) : null}
      <h2>Accepted in the last day</h2>
      <Table<AcceptedLine>
        caption="Accepted in the last day" rows={found.accepted} rowKey={(line) => `${line.referralId} ${line.at}`} empty="Nothing."
        columns={[
          { key: 'what', head: 'Referral', kind: 'row', cell: (line) => <a href={`/referrals/${line.referralId}`}>{line.reference}</a> },
          { key: 'by', head: 'Accepted by', label: 'Accepted by', cell: (line) => line.by }, { key: 'from', head: 'Left by', label: 'Left by', cell: (line) => line.from }, { key: 'at', head: 'When', cell: (line) => line.at },
        ]}
      />
    </Shell>
  )
}
