import type { ReactNode } from 'react'
import { Banner } from '../ui/notice'
import { SessionClock } from './session-clock'

export interface NavItem {
  readonly href: string
  readonly label: string
  /** How many wait there, and how many of them are past their time. Absent: no number is shown. */
  readonly count?: number
  readonly late?: number
  /** The count stops there: "99+" is said instead of counting on. */
  readonly more?: boolean
}

/** What the frame knows of who is signed in and what awaits them: the same for every page of one request. */
export interface Frame {
  /** Null when nobody is signed in. `place`: "Bromley MASH, police". */
  readonly actor: { readonly name: string; readonly place: string } | null
  readonly nav: readonly NavItem[]
  /** The data are invented: said on every page. */
  readonly demonstration?: boolean
  /** The database takes no writes just now. */
  readonly readOnly?: boolean
  /** How many drafts of theirs are kept. */
  readonly drafts?: number
  /** When the session ends whatever is done (ISO), and its idle limit. */
  readonly session?: { readonly idleMinutes: number; readonly endsAt: string }
}

interface ShellProps extends Frame {
  /** The title of the page, without the product's name. */
  readonly title: string
  /** The `href` of the nav item this page belongs to. */
  readonly current?: string
  /** The form on this page came back with problems: the title says so first, as a screen reader reads it first. */
  readonly problem?: boolean
  readonly children: ReactNode
}

/** So many places stand in one line with the name and the account at 1280 pixels. */
const BESIDE_THE_NAME = 8

/** The frame of every page: who, where, what waits, and the way past it all. */
export function Shell({ title, current, problem, children, actor, nav, demonstration, readOnly, drafts = 0, session }: ShellProps) {
  return (
    <>
      <title>{`${problem ? 'Error: ' : ''}${title} - Holdfast`}</title>
      <a className="skip" href="#main">Skip to the matter of this page</a>
      <header>
        <div className={nav.length > BESIDE_THE_NAME ? 'top many' : 'top'}>
          <a className="name" href="/">Holdfast</a>
          {nav.length > 0 ? (
            <nav aria-label="Main">
              <ul>{nav.map((item) => <li key={item.href}><NavLink item={item} current={item.href === current} /></li>)}</ul>
            </nav>
          ) : null}
          {actor ? <Who actor={actor} drafts={drafts} current={current} /> : null}
        </div>
        {demonstration ? <Banner tone="plum">Demonstration data. Nobody here is real.</Banner> : null}
        {readOnly ? <Banner tone="amber">Holdfast can be read but not written to just now. Keep what you would have entered; it will be asked for.</Banner> : null}
      </header>
      <main id="main" tabIndex={-1}>
        {children}
        {actor ? <p className="only-print">Printed from Holdfast by {actor.name}, {actor.place}. Confidential: about a child. Destroy when done with.</p> : null}
      </main>
      <footer className="bottom">
        <ul>
          {actor ? <li><a href="/drafts">Your drafts</a></li> : null}
          <li><a href="/help">Help</a></li>
          <li><a href="/help/time">How time is counted</a></li>
          <li><a href="/help/access">Who can see what</a></li>
          <li><a href="/accessibility">Accessibility</a></li>
        </ul>
      </footer>
      {actor && session ? <SessionClock idleMinutes={session.idleMinutes} endsAt={session.endsAt} /> : null}
    </>
  )
}

function NavLink({ item, current }: { readonly item: NavItem; readonly current: boolean }) {
  return (
    <a href={item.href} aria-current={current ? 'page' : undefined}>
      {item.label}
      {item.count === undefined || item.count === 0 ? null : <Count count={item.count} late={item.late ?? 0} more={item.more ?? false} />}
    </a>
  )
}

/** The number alone is read as "17 waiting"; lateness is written, never only coloured. */
function Count({ count, late, more }: { readonly count: number; readonly late: number; readonly more: boolean }) {
  const waiting = `${count}${more ? '+' : ''}`
  if (late === 0) return <span className="count">{waiting}<span className="sr-only"> waiting</span></span>
  if (late === count) return <span className="count hot">{waiting} late</span>
  return <span className="count hot">{waiting}<span className="sr-only"> waiting</span>, {late} late</span>
}

/** Drafts stand beside the name as long as there are any: one that nobody is reminded of is as good as lost. */
function Who({ actor, drafts, current }: { readonly actor: { readonly name: string; readonly place: string }; readonly drafts: number; readonly current: string | undefined }) {
  return (
    <div className="who">
      <a href="/account">{actor.name}</a>
      {drafts === 0 ? null : <> · <a href="/drafts" aria-current={current === '/drafts' ? 'page' : undefined}>{drafts === 1 ? '1 draft' : `${drafts} drafts`}</a></>}
      <form action="/sign-out" method="post"> · <button className="linkish" type="submit">Sign out</button></form>
      <br />
      <span className="place">{actor.place}</span>
    </div>
  )
}
