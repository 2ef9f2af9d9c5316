import { Shell } from '@/components/shell/shell'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Table, type Column } from '@/components/ui/table'
import { pageActor } from '@/lib/platform/auth/page-actor'
import { ownAccount, ownSessions, type OwnSession } from '@/lib/platform/auth/session-row'
import { env } from '@/lib/platform/env'
import { frameFor } from '@/lib/shell/frame'
import { instantWords } from '@/lib/wording/london-words'

interface AccountPage {
  searchParams: Promise<{ ended?: string }>
}

/** Where one is signed in, and ending it elsewhere. */
export default async function Account({ searchParams }: AccountPage) {
  const here = await pageActor('/account')
  const { session, now } = here
  const [frame, account, sessions, { ended }] = await Promise.all([
    frameFor(here), ownAccount(session.accountId), ownSessions(session.accountId, now), searchParams,
  ])
  const others = sessions.filter((own) => own.id !== session.sessionId)
  const columns: Column<OwnSession>[] = [
    { key: 'where', head: 'Browser', kind: 'row', cell: (own) => `${browserWords(own.userAgent)}${own.id === session.sessionId ? ' (this one)' : ''}` },
    { key: 'since', head: 'Signed in', label: 'Signed in', cell: (own) => instantWords(own.createdAt) },
    { key: 'seen', head: 'Last used', label: 'Last used', cell: (own) => instantWords(own.lastSeenAt) },
    { key: 'end', head: '', kind: 'act', cell: (own) => <EndForm session={own} own={own.id === session.sessionId} /> },
  ]
  return (
    <Shell {...frame} title="Your account" current="/account">
      <PageHead title="Your account" lede={`Signed in as ${account.email}. A session ends after ${env().HOLDFAST_IDLE_MINUTES} minutes without use.`} />
      {ended === undefined ? null : <Notice tone="green" title="The session is ended" spoken><p>That browser is asked to sign in at its next page.</p></Notice>}
      <Table caption="Where you are signed in" showCaption columns={columns} rows={sessions} rowKey={(own) => own.id} />
      {others.length === 0 ? null : (
        <form method="post" action="/account/revoke">
          <input type="hidden" name="session" value="others" />
          <Button look="second">End every session but this one</Button>
        </form>
      )}
    </Shell>
  )
}

function EndForm({ session, own }: { readonly session: OwnSession; readonly own: boolean }) {
  if (own) return <form method="post" action="/sign-out"><Button look="second" small>Sign out</Button></form>
  return (
    <form method="post" action="/account/revoke">
      <input type="hidden" name="session" value={session.id} />
      <Button look="second" small about={`of ${browserWords(session.userAgent)}, signed in ${instantWords(session.createdAt)}`}>End session</Button>
    </form>
  )
}

/** The browser and system as people name them; what it cannot name is said as unknown, not as the raw header. */
function browserWords(userAgent: string | null): string {
  const browser = /Edg\//.test(userAgent ?? '') ? 'Edge' : /Firefox\//.exec(userAgent ?? '') ? 'Firefox' : /Chrome\//.exec(userAgent ?? '') ? 'Chrome' : /Safari\//.exec(userAgent ?? '') ? 'Safari' : 'Another program'
  const system = /Windows/.test(userAgent ?? '') ? ' on Windows' : /iPhone|iPad/.test(userAgent ?? '') ? ' on iOS' : /Android/.test(userAgent ?? '') ? ' on Android' : /Mac OS/.test(userAgent ?? '') ? ' on macOS' : /Linux/.test(userAgent ?? '') ? ' on Linux' : ''
  return browser + system
}
