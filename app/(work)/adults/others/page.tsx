import { notFound } from 'next/navigation'
import { SectionTabs } from '@/components/places/section-tabs'
import { OthersFilter, othersAddress, OthersTable } from '@/components/posing-risk/others'
import { Shell } from '@/components/shell/shell'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Tabs } from '@/components/ui/tabs'
import { othersAtRisk } from '@/lib/posing-risk/queries'
import { OTHERS_LISTS } from '@/lib/posing-risk/view'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'

interface Asked { readonly list?: string; readonly borough?: string; readonly after?: string }

/** Other children at risk from the same person: a worklist, late first. */
export default async function OthersAtRisk({ searchParams }: { searchParams: Promise<Asked> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const list = OTHERS_LISTS.find((one) => one === asked.list) ?? 'owed'
  const after = typeof asked.after === 'string' && asked.after !== '' ? asked.after : undefined
  const view = await othersAtRisk(page.actor, { list, borough: typeof asked.borough === 'string' ? asked.borough : null, after }, page.now)
  if (view === null) notFound()
  const frame = await frameFor(page)
  return (
    <Shell {...frame} title="Other children at risk" current="/places">
      <SectionTabs current="/adults/others" others />
      <PageHead title="Other children at risk from the same person" lede="Each child linked to an adult of concern whom nobody has looked at since the adult became known. Soonest due first, all of London." />
      <Tabs label="Lists" current={othersAddress(list)} tabs={[{ href: othersAddress('owed'), label: 'A clock runs' }, { href: othersAddress('unlooked'), label: 'Linked, nothing looked into' }]} />
      <OthersFilter view={view} />
      <OthersTable view={view} />
      <Pager previous={after === undefined ? undefined : { href: othersAddress(list, { borough: view.borough }), words: 'Back to the first' }} next={view.next === null ? undefined : { href: othersAddress(list, { borough: view.borough, after: view.next }), words: 'More' }}>
        {list === 'owed' ? 'What is late stands on top.' : 'The longest known first.'}
      </Pager>
    </Shell>
  )
}
