import { ActionTable } from '@/components/actions/action-table'
import { Shell } from '@/components/shell/shell'
import { Chip } from '@/components/ui/chip'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { SearchBox } from '@/components/ui/search-box'
import { Tabs } from '@/components/ui/tabs'
import { actionList } from '@/lib/actions/queries'
import type { ActionList, Whose } from '@/lib/actions/view'
import { doneWords } from '@/lib/forms/done'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { counted } from '@/lib/wording/lists'

interface Asked {
  readonly whose?: string
  readonly state?: string
  readonly after?: string
  readonly done?: string
  readonly q?: string | string[]
}

/** Actions by whose they are: overdue first; done and carried ones beside. */
export default async function ActionsPage({ searchParams }: { searchParams: Promise<Asked> }) {
  const page = await pageActor()
  const asked = await searchParams
  const q = typeof asked.q === 'string' && asked.q.trim() !== '' ? asked.q.trim().slice(0, 100) : null
  const [frame, list] = await Promise.all([
    frameFor(page), actionList(page.actor, { whose: asked.whose, ended: asked.state === 'ended', after: asked.after, q }, page.now),
  ])
  const current = href(list.whose, list.ended, list.q)
  return (
    <Shell {...frame} title="Actions" current="/actions">
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title="Actions" lede={ledeOf(list)} />
      <Tabs label="Whose actions" current={href(list.whose, false)} tabs={list.lists.map(({ whose, words }) => ({ href: href(whose, false), label: words }))} />
      <div className="bar">
        {list.searches ? <SearchBox action="/actions" label="Search these actions by child" value={list.q ?? ''} placeholder="Child’s name, born, reference" keep={{ whose: list.whose, ...(list.ended ? { state: 'ended' } : {}) }} /> : null}
        {list.q === null ? null : <Chip href={href(list.whose, list.ended)} name="Found by">{list.q}</Chip>}
        {list.ended ? <Chip href={href(list.whose, false, list.q)} name="Showing">done and carried</Chip> : <a href={href(list.whose, true, list.q)}>Done and carried</a>}
      </div>
      <ActionTable rows={list.rows} caption="Actions" empty={list.q !== null ? 'No action here is about anybody like this.' : list.ended ? 'None has been done or carried yet.' : 'Nothing is open here.'} />
      <Pager {...(list.next === null ? {} : { next: { href: `${current}&after=${list.next}`, words: 'Next 25' } })}>
        {asked.after === undefined ? `Showing ${counted(list.rows.length, 'action')}` : `Showing ${counted(list.rows.length, 'further action')}`}, {list.ended ? 'latest date first' : 'longest overdue first'}.
      </Pager>
    </Shell>
  )
}

const href = (whose: Whose, ended: boolean, q: string | null = null): string => `/actions?whose=${whose}${ended ? '&state=ended' : ''}${q === null ? '' : `&q=${encodeURIComponent(q)}`}`

function ledeOf(list: ActionList): string {
  if (list.open === 0) return list.q === null ? 'Nothing is open in this list.' : 'Nothing is open in this list about anybody like this.'
  const open = `${list.open}${list.more ? '+' : ''} open`
  return list.late === 0 ? `${open}, none past its date.` : `${open}, ${list.late}${list.more && list.late === list.open ? '+' : ''} past their date.`
}
