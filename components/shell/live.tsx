'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { somethingTyped } from './typed'

const EVERY = 20_000
/** A list that has not changed hands with the server for this long says so: a silent queue is a failure. */
const STALE = 70_000

interface LiveProps {
  /** The instant the page was made (ISO), and its London time in words. */
  readonly madeAt: string
  readonly clock: string
  /** What the list holds, in words: "17 wait, 2 are past their time". Read out when it changes, and only then. */
  readonly says: string
}

/**
 * Brings a working list up to date by itself: never while somebody types or the page is out of sight, and without moving focus.
 * With no script, the words still say when the page was made and offer to load it again.
 */
export function Live({ madeAt, clock, says }: LiveProps) {
  const router = useRouter()
  const [stale, setStale] = useState(false)
  const [news, setNews] = useState('')
  const said = useRef(says)
  const arrived = useRef(0)

  useEffect(() => {
    arrived.current = Date.now()
    setStale(false)
    if (said.current !== says) {
      said.current = says
      setNews(says)
    }
  }, [madeAt, says])

  useEffect(() => {
    const refresh = async () => {
      if (document.visibilityState !== 'visible') return
      setStale(Date.now() - arrived.current > STALE)
      // A refresh under the fingers would redraw what somebody is about to press or lose an open menu.
      if (somethingTyped() || document.querySelector('dialog[open]')) return
      // Asked of a dead network, the framework's refresh leaves the page for the browser's error page, and the list is gone.
      if (await serverAnswers()) router.refresh()
    }
    const go = () => { void refresh() }
    const tick = setInterval(go, EVERY)
    document.addEventListener('visibilitychange', go)
    return () => {
      clearInterval(tick)
      document.removeEventListener('visibilitychange', go)
    }
  }, [router])

  return (
    <span className="live">
      {stale
        ? <span className="stale" role="alert">This list has not been updated since {clock}. <a href="">Load it again</a></span>
        : <>Updates by itself; as at <time dateTime={madeAt}>{clock}</time>. <noscript>It cannot do so in this browser: <a href="">load it again</a>.</noscript></>}
      <span className="sr-only" role="status">{news}</span>
    </span>
  )
}

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(8000) })).ok
  } catch {
    return false
  }
}
