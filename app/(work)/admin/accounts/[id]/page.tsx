import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { AccountForms } from '@/components/administration/account-forms'
import { NewLink, RolesTable } from '@/components/administration/account-tables'
import { AdminTabs } from '@/components/administration/tabs'
import { Shell } from '@/components/shell/shell'
import { DoneNotice } from '@/components/ui/done-notice'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { draftsOf } from '@/lib/administration/page-drafts'
import { accountView, teamChoices } from '@/lib/administration/queries'
import { PERSON_RANKS } from '@/lib/administration/words'
import { doneWords } from '@/lib/forms/done'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { env, servedSecurely } from '@/lib/platform/env'
import { frameFor } from '@/lib/shell/frame'
import { counted } from '@/lib/wording/lists'
import { ROLE_WORDS } from '@/lib/wording/roles'
import { choicesOf } from '@/lib/wording/say'

const ACTS = ['add-membership', 'end-membership', 'rename-account', 'reset-password', 'disable-account', 'enable-account']

/** One person's account: roles by date, and what can be done. */
export default async function Account({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<{ draft?: string; done?: string; link?: string }> }) {
  const [page, { id }, asked] = [await pageActor(), await params, await searchParams]
  const account = await accountView(page.actor, id, typeof asked.link === 'string' ? asked.link : undefined, page.now)
  if (account === null) notFound()
  const [frame, teams, drafts] = await Promise.all([frameFor(page), teamChoices(page.actor, page.now), draftsOf(page.actor, asked.draft, ACTS)])
  const path = `/admin/accounts/${id}`
  const ending = drafts.of('end-membership')?.values['membershipId']
  const origin = env().HOLDFAST_ORIGIN ?? `${servedSecurely() ? 'https' : 'http'}://${(await headers()).get('host') ?? ''}`
  return (
    <Shell {...frame} title={account.name} current="/admin" problem={drafts.any !== null && drafts.any.problems.length > 0}>
      <DoneNotice says={doneWords(asked.done)} />
      {account.newLink === null ? null : <NewLink origin={origin} path={account.newLink} name={account.name} />}
      {asked.link !== undefined && account.newLink === null ? <Notice title="The link was shown already"><p>A one-time link is shown once. If it was lost, reset the password for a new one.</p></Notice> : null}
      <PageHead title={account.name} lede={account.closedOn === null ? account.email : `${account.email}. Closed ${account.closedOn}.`} />
      <AdminTabs current="/admin" />
      <SummaryList rows={[
        { term: 'Account since', value: account.since },
        { term: 'Signed in now', value: counted(account.sessions, 'session') },
        { term: 'In hand', value: account.inHand ?? 'nothing' },
        { term: 'Last one-time link', value: account.link === null ? 'none was made' : `Made ${account.link.made} by ${account.link.by}. ${account.link.state}.` },
      ]} />
      <RolesTable account={account} path={path} drafts={drafts.of} ending={typeof ending === 'string' ? ending : null} />
      {account.own ? <Notice title="This is your own account"><p>Nobody changes their own account or rights. Another administrator does it for you.</p></Notice> : (
        <><h2>Change</h2><AccountForms account={account} path={path} drafts={drafts.of} teams={teams} roles={choicesOf(ROLE_WORDS)} ranks={choicesOf(PERSON_RANKS)} /></>
      )}
    </Shell>
  )
}
