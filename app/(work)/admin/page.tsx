import { notFound } from 'next/navigation'
import { AccountTable } from '@/components/administration/account-tables'
import { AdminTabs } from '@/components/administration/tabs'
import { Shell } from '@/components/shell/shell'
import { LinkButton } from '@/components/ui/button'
import { DoneNotice } from '@/components/ui/done-notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { SearchBox } from '@/components/ui/search-box'
import { accountList } from '@/lib/administration/queries'
import { doneWords } from '@/lib/forms/done'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { frameFor } from '@/lib/shell/frame'
import { counted } from '@/lib/wording/lists'

interface Asked { q?: string; after?: string; closed?: string; done?: string }

/** People who work here: joiners, leavers, who is what. */
export default async function Accounts({ searchParams }: { searchParams: Promise<Asked> }) {
  const [page, asked] = [await pageActor(), await searchParams]
  const closed = asked.closed !== undefined
  const [q, after] = [typeof asked.q === 'string' ? asked.q : undefined, typeof asked.after === 'string' ? asked.after : undefined]
  const found = await accountList(page.actor, { q, after, closed }, page.now)
  if (found === null) notFound()
  const here = (more: Record<string, string>): string => `/admin?${new URLSearchParams({ ...(q === undefined || q === '' ? {} : { q }), ...(closed ? { closed: '1' } : {}), ...more }).toString()}`
  return (
    <Shell {...await frameFor(page)} title="People with an account" current="/admin">
      <DoneNotice says={doneWords(asked.done)} />
      <PageHead title="People with an account" lede={`${counted(found.total, closed ? 'closed account' : 'open account')}${q === undefined || q === '' ? '' : ` with "${q}"`}. No child is ever shown here.`}><LinkButton href="/admin/accounts/new">Add a person</LinkButton></PageHead>
      <AdminTabs current="/admin" />
      <div className="bar">
        <SearchBox action="/admin" label="Name, e-mail or team" value={q ?? ''} placeholder="Name, e-mail or team" keep={closed ? { closed: '1' } : {}} />
        <a href={closed ? '/admin' : '/admin?closed=1'}>{closed ? 'Open accounts' : 'Closed accounts'}</a>
      </div>
      <AccountTable lines={found.lines} />
      <Pager next={found.next === null ? undefined : { href: here({ after: found.next }), words: 'Next 50' }} previous={after === undefined ? undefined : { href: here({}), words: 'Back to the first' }}>By name.</Pager>
    </Shell>
  )
}
