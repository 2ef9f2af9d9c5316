'use client'

import { useEffect, useRef } from 'react'
import { keepTyped } from './typed'

const MINUTE = 60_000
/** The server hears of activity at most this often, so that a long text typed without a request does not outlive its session. */
const TELL_EVERY = 5 * MINUTE
const WARN_BEFORE = 5 * MINUTE

/**
 * Warns before the session ends and lets it be extended (WCAG 2.2.1). Keeps the idle limit on a screen whose list refreshes
 * itself: only keys, pointer and scrolling count as someone being there. Without a script the server keeps the limit alone.
 */
export function SessionClock({ idleMinutes, endsAt }: { readonly idleMinutes: number; readonly endsAt: string }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const left = useRef<HTMLElement>(null)
  const seen = useRef(0)

  useEffect(() => {
    seen.current = Date.now()
    let told = seen.current
    const end = Date.parse(endsAt)
    // Another tab where somebody works keeps this one alive.
    const others = new BroadcastChannel('holdfast-seen')
    others.onmessage = () => { seen.current = Date.now() }
    const active = () => {
      if (!dialog.current?.open) seen.current = Date.now()
    }
    const tick = setInterval(() => {
      if (seen.current > told && Date.now() - told >= TELL_EVERY) {
        told = Date.now()
        others.postMessage(0)
        extend()
      }
      const ends = Math.min(seen.current + idleMinutes * MINUTE, end)
      const rest = ends - Date.now()
      if (rest <= 0) {
        clearInterval(tick)
        void leave()
      } else if (rest < WARN_BEFORE) {
        if (left.current) left.current.textContent = rest < MINUTE ? 'less than a minute' : `${Math.ceil(rest / MINUTE)} min`
        if (dialog.current && !dialog.current.open) dialog.current.showModal()
      } else if (dialog.current?.open) dialog.current.close()
    }, 5000)
    const events = ['keydown', 'pointerdown', 'scroll'] as const
    for (const name of events) addEventListener(name, active, { passive: true, capture: true })
    return () => {
      clearInterval(tick)
      others.close()
      for (const name of events) removeEventListener(name, active, { capture: true })
    }
  }, [idleMinutes, endsAt])

  const stay = () => {
    seen.current = Date.now()
    extend()
    dialog.current?.close()
  }
  return (
    <dialog ref={dialog} className="warn-time" aria-labelledby="warn-time" onClose={() => { seen.current = Date.now() }}>
      <h2 id="warn-time">You will soon be signed out</h2>
      <p>In <b ref={left}>5 min</b>, because nobody has used this page or the shift's limit is near. What you have typed will be kept as a draft.</p>
      <div className="buttons">
        <button type="button" className="btn" onClick={stay}>Stay signed in</button>
        <form action="/sign-out" method="post"><button type="submit" className="btn second">Sign out</button></form>
      </div>
    </dialog>
  )
}

/** Keeps what was typed, then ends the session on the server too: a list that refreshed itself may have kept it alive there. */
async function leave(): Promise<void> {
  const kept = await keepTyped()
  await fetch('/sign-out', { method: 'POST', credentials: 'same-origin', redirect: 'manual' }).catch(() => undefined)
  location.assign(`/sign-in?ended=1&next=${encodeURIComponent(kept ?? location.pathname + location.search)}`)
}

function extend(): void {
  // A failed call is not told: the next page or post is answered by the sign-in page, which keeps what was sent.
  fetch('/session/extend', { method: 'POST', credentials: 'same-origin' }).catch(() => undefined)
}
