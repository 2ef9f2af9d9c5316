import { notFound } from 'next/navigation'
import { BoroughTable } from '@/components/administration/policy-parts'
import { AdminTabs } from '@/components/administration/tabs'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { boroughList } from '@/lib/administration/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

/** Which pack each borough follows, and what it tightened. */
export default async function Boroughs() {
  const page = await pageActor()
  const lines = await boroughList(page.actor, page.now)
  if (lines === null) notFound()
  return (
    <Shell {...await frameFor(page)} title="What boroughs follow" current="/admin">
      <PageHead title="What boroughs follow" lede="A borough may adopt another pack from a day to come, and tighten values of its own. It can loosen none." />
      <AdminTabs current="/admin/boroughs" />
      <BoroughTable lines={lines} />
    </Shell>
  )
}
