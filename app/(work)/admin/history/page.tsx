import { notFound } from 'next/navigation'
import { ChangeTable } from '@/components/administration/policy-parts'
import { AdminTabs } from '@/components/administration/tabs'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { mayEver } from '@/lib/access/permissions'
import { administrationHistory } from '@/lib/administration/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** What administrators changed; the auditor reads the same under Audit. */
export default async function History({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const [page, { before }] = [await pageActor(), await searchParams]
  const found = mayEver(page.actor, 'manage-accounts') ? await administrationHistory(page.actor, before) : null
  if (found === null) notFound()
  return (
    <Shell {...await frameFor(page)} title="What was changed" current="/admin">
      <PageHead title="What was changed" lede="Accounts, teams, what boroughs follow and who is on duty. The auditor reads the same list." />
      <AdminTabs current="/admin/history" />
      <ChangeTable {...found} later={before !== undefined} path="/admin/history" />
    </Shell>
  )
}
