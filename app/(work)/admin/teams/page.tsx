import { notFound } from 'next/navigation'
import { AdminTabs } from '@/components/administration/tabs'
import { TeamTable } from '@/components/administration/team-parts'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { SearchBox } from '@/components/ui/search-box'
import { teamList } from '@/lib/administration/queries'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { counted } from '@/lib/wording/lists'

/** Teams, their agency and the boroughs they cover today. */
export default async function Teams({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const q = typeof asked.q === 'string' ? asked.q.slice(0, 100) : ''
  const lines = await teamList(page.actor, page.now, q)
  if (lines === null) notFound()
  return (
    <Shell {...await frameFor(page)} title="Teams" current="/admin">
      <PageHead title="Teams" lede={`${counted(lines.length, 'team')}${q === '' ? '' : ` with "${q}"`}. What somebody may see follows from the boroughs of their team.`}><LinkButton href="/admin/teams/new">Add a team</LinkButton></PageHead>
      <AdminTabs current="/admin/teams" />
      <div className="bar"><SearchBox action="/admin/teams" label="Name of the team" value={q} placeholder="Borough or name" />{q === '' ? null : <a href="/admin/teams">All teams</a>}</div>
      <TeamTable lines={lines} />
    </Shell>
  )
}
