'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { somethingTyped } from './typed'

/** Times on the page are words ("in 12 min"): they are said anew this often, whatever happened. */
const EVERY = 20_000
/** With a line to the server the words are renewed less often: what changes comes by itself. */
const WORDS_EVERY = 55_000
/** A list that has not changed hands with the server for this long says so: a silent queue is a failure. */
const STALE = 100_000

interface LiveProps {
  /** The instant the page was made (ISO), and its London time in words. */
  readonly madeAt: string
  readonly clock: string
  /** What the list holds, in words: "17 wait, 2 are past their time". Read out when it changes, and only then. */
  readonly says: string
  /** What had been recorded when the page was made. With it the server tells of each change at once. */
  readonly mark?: string
  /** The id of the part that is worked in: while somebody is inside it, nothing there moves. */
  readonly list?: string
  /** The address that tells of changes; the MASH queue's where none is given. */
  readonly line?: string
  /** The instant (ISO) at which the list changes with nobody's doing: an absent child becomes missing. */
  readonly turnsAt?: string
}

/**
 * Brings a working list up to date by itself, without moving the focus or what is being typed. Whoever is inside the list is told
 * how much changed and asks for it. With no script, the words still say when the page was made and offer to load it again.
 */
export function Live({ madeAt, clock, says, mark, list, line: from = '/queue/changes', turnsAt }: LiveProps) {
  const router = useRouter()
  const [stale, setStale] = useState(false)
  const [waiting, setWaiting] = useState(0)
  const [news, setNews] = useState('')
  const said = useRef(says)
  const arrived = useRef(0)
  const open = useRef(false)
  const behind = useRef(false)

  useEffect(() => {
    arrived.current = Date.now()
    setStale(false)
    setWaiting(0)
    behind.current = false
    if (said.current !== says) {
      said.current = says
      setNews(says)
    }
  }, [madeAt, says])

  useEffect(() => {
    if (mark === undefined || typeof EventSource === 'undefined') return undefined
    let line: EventSource | null = null
    const hang = () => {
      line?.close()
      line = null
      open.current = false
    }
    // A page nobody looks at holds no line: a browser has few of them for one server.
    const look = () => {
      if (document.visibilityState !== 'visible') return hang()
      if (line !== null) return
      line = new EventSource(`${from}?since=${encodeURIComponent(mark)}`)
      line.onopen = () => { open.current = true }
      line.onerror = () => { open.current = false }
      line.addEventListener('ended', hang)
      line.addEventListener('changed', (event: MessageEvent<string>) => {
        behind.current = true
        if (isInside(list)) setWaiting(Number(event.data))
        else router.refresh()
      })
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => {
      hang()
      document.removeEventListener('visibilitychange', look)
    }
  }, [mark, list, router, from])

  useEffect(() => {
    if (turnsAt === undefined) return undefined
    // From when the server made the page, not from this machine's clock, which may be wrong; a moment later, so that the answer is the new one.
    const wait = Date.parse(turnsAt) - Date.parse(madeAt) + 250
    // The page is made anew long before it is this far off.
    if (Number.isNaN(wait) || wait > 6 * 3_600_000) return undefined
    // That a child is missing from this minute is shown though somebody is inside the list; only what is being typed is left alone.
    const turn = setTimeout(() => {
      if (somethingTyped()) setWaiting((count) => Math.max(count, 1))
      else router.refresh()
    }, Math.max(0, wait))
    return () => { clearTimeout(turn) }
  }, [turnsAt, madeAt, list, router])

  useEffect(() => {
    const refresh = async () => {
      if (document.visibilityState !== 'visible') return
      const age = Date.now() - arrived.current
      setStale(age > STALE)
      // A refresh under the fingers would redraw what somebody is about to press or lose an open menu.
      if (isInside(list) || (list === undefined && somethingTyped()) || document.querySelector('dialog[open]')) return
      if (open.current && !behind.current && age < WORDS_EVERY) return
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
  }, [router, list])

  return (
    <span className="live">
      {stale
        ? <span className="stale" role="alert">This list has not been updated since {clock}. <a href="">Load it again</a></span>
        : <>Updates by itself; as at <time dateTime={madeAt}>{clock}</time>. <noscript>It cannot do so in this browser: <a href="">load it again</a>.</noscript></>}
      {waiting === 0 ? null : <> <button type="button" className="linkish strong" onClick={() => { router.refresh() }}>{waiting === 1 ? '1 change' : `${waiting} changes`}: show</button></>}
      <span className="sr-only" role="status">{waiting === 0 ? news : `${waiting === 1 ? '1 change' : `${waiting} changes`} in this list.`}</span>
    </span>
  )
}

/** Is somebody in the list: the focus stands in it, or something in it was changed. */
function isInside(id: string | undefined): boolean {
  const part = id === undefined ? null : document.getElementById(id)
  return part !== null && (part.contains(document.activeElement) || somethingTyped(part))
}

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(8000) })).ok
  } catch {
    return false
  }
}
