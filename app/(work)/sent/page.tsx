import { notFound } from 'next/navigation'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { Table, type Column } from '@/components/ui/table'
import { doneWords } from '@/lib/forms/done'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { sentReferrals, type SentReferral } from '@/lib/referrals/sent'
import { frameFor } from '@/lib/shell/frame'

const COLUMNS: readonly Column<SentReferral>[] = [
  { key: 'children', head: 'Child', kind: 'row', cell: (row) => <><a className="strong" href={`/sent/${row.id}`}>{row.children}</a><span className="sub">{row.reference}</span></> },
  { key: 'concern', head: 'Concern', cell: (row) => row.concern },
  { key: 'sent', head: 'Sent', label: 'Sent', cell: (row) => <>{row.sent}<span className="sub">to {row.borough}</span></> },
  { key: 'heard', head: 'What you were told', cell: (row) => row.heard },
]

/** A partner's own referrals, as sent, and the outcome they were told. */
export default async function Sent({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const page = await pageActor()
  const rows = await sentReferrals(page.actor, page.now)
  if (rows === null) notFound()
  const [frame, { done }] = await Promise.all([frameFor(page), searchParams])
  return (
    <Shell {...frame} title="What we sent" current="/sent">
      <DoneNotice says={doneWords(done)} />
      <PageHead title="What we sent" lede="Your team’s referrals as they were sent, and what you were told."><LinkButton href="/referrals/new">Refer a child</LinkButton></PageHead>
      <Table caption="Referrals of your team" columns={COLUMNS} rows={rows} rowKey={(row) => row.id} empty="Your team has sent no referral." />
    </Shell>
  )
}
