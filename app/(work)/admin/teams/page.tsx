import { notFound } from 'next/navigation'
import { AdminTabs } from '@/components/administration/tabs'
import { TeamTable } from '@/components/administration/team-parts'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { teamList } from '@/lib/administration/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { counted } from '@/lib/wording/lists'

/** Teams, their agency and the boroughs they cover today. */
export default async function Teams() {
  const page = await pageActor()
  const lines = await teamList(page.actor, page.now)
  if (lines === null) notFound()
  return (
    <Shell {...await frameFor(page)} title="Teams" current="/admin">
      <PageHead title="Teams" lede={`${counted(lines.length, 'team')}. What somebody may see follows from the boroughs of their team.`}><LinkButton href="/admin/teams/new">Add a team</LinkButton></PageHead>
      <AdminTabs current="/admin/teams" />
      <TeamTable lines={lines} />
    </Shell>
  )
}
