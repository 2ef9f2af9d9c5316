import { notFound } from 'next/navigation'
import { AdoptForm, AdoptionTable, ValueTable } from '@/components/administration/policy-parts'
import { AdminTabs } from '@/components/administration/tabs'
import { Shell } from '@/components/shell/shell'
import { Details } from '@/components/ui/details'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { draftsOf } from '@/lib/administration/page-drafts'
import { boroughView } from '@/lib/administration/queries'
import { doneWords } from '@/lib/forms/done'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

export default async function Borough({ params, searchParams }: { params: Promise<{ code: string }>; searchParams: Promise<{ draft?: string; done?: string }> }) {
  const [page, { code }, asked] = [await pageActor(), await params, await searchParams]
  const borough = await boroughView(page.actor, code, page.now)
  if (borough === null) notFound()
  const [frame, drafts] = await Promise.all([frameFor(page), draftsOf(page.actor, asked.draft, ['adopt-policy', 'withdraw-adoption'])])
  const path = `/admin/boroughs/${code}`
  return (
    <Shell {...frame} title={`What ${borough.name} follows`} current="/admin" problem={drafts.any !== null}>
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title={`What ${borough.name} follows`} lede={`${borough.follows} (${borough.version}).`} />
      <AdminTabs current="/admin/boroughs" />
      {borough.changes.length === 0 ? null : <ul className="why">{borough.changes.map((change) => <li key={change}>{change}</li>)}</ul>}
      <h2>The borough’s own values now</h2>
      <ValueTable caption="The borough’s own values now" lines={borough.values.filter((line) => line.own !== null)} />
      <Details summary={`All ${borough.values.length} values`}><ValueTable caption="All values" lines={borough.values} /></Details>
      <AdoptionTable lines={borough.adoptions} path={path} draft={drafts.of('withdraw-adoption')} />
      <h2>Change what {borough.name} follows, from a day to come</h2>
      <AdoptForm borough={borough} path={path} draft={drafts.of('adopt-policy')} />
    </Shell>
  )
}
