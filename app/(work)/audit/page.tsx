import { notFound } from 'next/navigation'
import { ChangeTable } from '@/components/administration/policy-parts'
import { SharedTable } from '@/components/enquiry/shared-table'
import { ReadingLogTable, RefusalsTable } from '@/components/people/audit-tables'
import { Shell } from '@/components/shell/shell'
import { Chip } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { mayEver } from '@/lib/access/permissions'
import { administrationHistory } from '@/lib/administration/queries'
import { sharingLedger } from '@/lib/enquiry/shared-lines'
import { readingLog, refusalsMade } from '@/lib/people/audit'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

const SEES = [
  { see: 'read', href: '/audit', label: 'Who has read what', title: 'The reading log' },
  { see: 'refusals', href: '/audit?see=refusals', label: 'What policy refused', title: 'What policy refused' },
  { see: 'shared', href: '/audit?see=shared', label: 'What was shared', title: 'What was shared, and what was not' },
  { see: 'administration', href: '/audit?see=administration', label: 'What administrators changed', title: 'What administrators changed' },
] as const

interface Asked {
  readonly see?: string
  readonly by?: string
  readonly before?: string
  readonly only?: string
}

/** For the auditor: who has read what, what policy refused, and what was shared with whom or held back. */
export default async function Audit({ searchParams }: { searchParams: Promise<Asked> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const tab = SEES.find((one) => one.see === asked.see) ?? SEES[0]
  const withheld = asked.only === 'withheld'
  const [log, refused, shared, changed] = [
    tab.see === 'read' ? await readingLog(page.actor, asked, page.now) : null, tab.see === 'refusals' ? await refusalsMade(page.actor, asked.before, page.now) : null,
    tab.see === 'shared' ? await sharingLedger(page.actor, { before: asked.before, withheld }, page.now) : null,
    tab.see === 'administration' && mayEver(page.actor, 'see-reading-log') ? await administrationHistory(page.actor, asked.before) : null,
  ]
  if (log === null && refused === null && shared === null && changed === null) notFound()
  const here = `/audit?see=shared${withheld ? '&only=withheld' : ''}`
  return (
    <Shell {...await frameFor(page)} title={tab.title} current="/audit">
      <PageHead title="Audit" lede="Every record opened, by whom, how deep and why; every act that policy refused; and what was shared or held back." />
      <Tabs label="Audit" current={tab.href} tabs={SEES.map(({ href, label }) => ({ href, label }))} />
      {log === null ? null : <ReadingLogTable page={log} later={asked.before !== undefined} />}
      {refused === null ? null : <RefusalsTable page={refused} later={asked.before !== undefined} />}
      {changed === null ? null : <ChangeTable {...changed} later={asked.before !== undefined} path="/audit?see=administration" />}
      {shared === null ? null : (
        <>
          <p className="bar">{withheld ? <Chip name="Showing" href="/audit?see=shared">what was held back</Chip> : <a href="/audit?see=shared&only=withheld">Only what was held back</a>}</p>
          <SharedTable lines={shared.lines} empty="Nothing has been shared or held back on record." matters />
          <Pager next={shared.next === null ? undefined : { href: `${here}&before=${encodeURIComponent(shared.next)}`, words: 'Earlier' }} previous={asked.before === undefined ? undefined : { href: here, words: 'Back to the newest' }}>
            Newest first. Each line is an entry of the chronology of its matter. That you are reading this is in the log.
          </Pager>
        </>
      )}
    </Shell>
  )
}
