import { notFound } from 'next/navigation'
import { Call999 } from '@/components/referrals/call-999'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Table, type Column } from '@/components/ui/table'
import { doneWords } from '@/lib/forms/done'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { sentReferrals, type SentReferral } from '@/lib/referrals/sent'
import { frameFor } from '@/lib/shell/frame'

const COLUMNS: readonly Column<SentReferral>[] = [
  { key: 'children', head: 'Child', kind: 'row', cell: (row) => <><a className="strong" href={`/sent/${row.id}`}>{row.children}</a><span className="sub">{row.reference}{row.danger ? ', sent as a live emergency' : ''}</span></> },
  { key: 'concern', head: 'Concern', cell: (row) => row.concern },
  { key: 'sent', head: 'Sent', label: 'Sent', cell: (row) => <>{row.sent}<span className="sub">to {row.borough}</span></> },
  { key: 'heard', head: 'What you were told', cell: (row) => row.heard },
]

/** A partner's own referrals, as sent, and the outcome they were told. */
export default async function Sent({ searchParams }: { searchParams: Promise<{ done?: string; after?: string | string[] }> }) {
  const page = await pageActor()
  const { done, after } = await searchParams
  const from = typeof after === 'string' && after !== '' ? after : null
  const sent = await sentReferrals(page.actor, from, page.now)
  if (sent === null) notFound()
  const frame = await frameFor(page)
  return (
    <Shell {...frame} title="What we sent" current="/sent">
      <DoneNotice says={doneWords(done)} />
      {sent.rows.some((row) => row.danger && row.fresh) ? <Call999 /> : null}
      <PageHead title="What we sent" lede="Your team’s referrals as they were sent, and what you were told."><LinkButton href="/referrals/new">Refer a child</LinkButton></PageHead>
      <Table caption="Referrals of your team" columns={COLUMNS} rows={sent.rows} rowKey={(row) => row.id} empty="Your team has sent no referral." />
      <Pager
        previous={from === null ? undefined : { href: '/sent', words: 'Back to the newest' }}
        next={sent.next === null ? undefined : { href: `/sent?after=${encodeURIComponent(sent.next)}`, words: 'Older' }}
      >{sent.rows.length === 0 ? '' : 'Newest first.'}</Pager>
    </Shell>
  )
}
