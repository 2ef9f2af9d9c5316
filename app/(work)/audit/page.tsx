import { notFound } from 'next/navigation'
import { ReadingLogTable, RefusalsTable } from '@/components/people/audit-tables'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { readingLog, refusalsMade } from '@/lib/people/audit'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** For the auditor: who has read what, and what policy refused. */
export default async function Audit({ searchParams }: { searchParams: Promise<{ see?: string; by?: string; before?: string }> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const refusals = asked.see === 'refusals'
  const [log, refused] = [refusals ? null : await readingLog(page.actor, asked, page.now), refusals ? await refusalsMade(page.actor, asked.before, page.now) : null]
  if (log === null && refused === null) notFound()
  return (
    <Shell {...await frameFor(page)} title={refusals ? 'What policy refused' : 'The reading log'} current="/audit">
      <PageHead title="Audit" lede="Every record opened, by whom, how deep and why; and every act that policy refused." />
      <Tabs label="Audit" current={refusals ? '/audit?see=refusals' : '/audit'} tabs={[{ href: '/audit', label: 'Who has read what' }, { href: '/audit?see=refusals', label: 'What policy refused' }]} />
      {log === null ? null : <ReadingLogTable page={log} later={asked.before !== undefined} />}
      {refused === null ? null : <RefusalsTable page={refused} later={asked.before !== undefined} />}
    </Shell>
  )
}
