'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { somethingTyped } from '../shell/typed'
import { desk, type Changed } from './desk'

/** The room asks this often what has changed; a window that nobody looks at, less often. */
const EVERY = 2_000
const UNSEEN_EVERY = 15_000
/** Without an answer for this long the screen says so. */
const SILENT = 12_000

interface Changes {
  readonly state: string
  readonly mark: string
  readonly at: string
  readonly fields: readonly (Changed & { readonly version: number })[]
}

interface RoomLineProps {
  readonly room: string
  readonly mark: string
  readonly at: string
  /** A screen that only shows is made anew when anything was written. */
  readonly shows?: boolean
}

/** Brings a room up to date by itself: the minutes into their fields, all else by making the page anew, unless somebody is filling in a form. */
export function RoomLine({ room, mark, at, shows = false }: RoomLineProps) {
  const router = useRouter()
  const [waiting, setWaiting] = useState(false)
  const [silent, setSilent] = useState(false)
  const here = useRef({ mark, at, told: mark })

  useEffect(() => {
    here.current.mark = mark
    here.current.told = mark
    setWaiting(false)
  }, [mark])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let ended = false
    let answered = Date.now()
    const seen = new Map<string, number>()
    const look = async (): Promise<void> => {
      try {
        const answer = await fetch(`/meetings/${room}/room/changes?since=${encodeURIComponent(here.current.at)}`, { cache: 'no-store', credentials: 'same-origin', signal: AbortSignal.timeout(8_000) })
        if (answer.status === 401 || answer.status === 404) {
          ended = true
          return
        }
        if (!answer.ok) throw new Error(String(answer.status))
        take(await answer.json() as Changes)
        answered = Date.now()
      } catch {
        // Said below, when it has lasted.
      }
      setSilent(Date.now() - answered > SILENT)
    }
    const take = (changes: Changes): void => {
      if (ended) return
      here.current.at = changes.at
      desk.receive(changes.fields)
      const written = changes.fields.some((one) => (seen.get(`${one.item}:${one.field}`) ?? 0) < one.version)
      for (const one of changes.fields) seen.set(`${one.item}:${one.field}`, one.version)
      if (changes.mark === here.current.told && !(shows && written)) return
      // A form half filled in would lose its place under the fingers.
      if ([...document.querySelectorAll<HTMLFormElement>('form[data-act]')].some((form) => form.querySelector('[data-minute]') === null && somethingTyped(form))) return setWaiting(true)
      here.current.told = changes.mark
      // Another may have closed the item: the last words are on their way first, and where they were not taken they stay in sight.
      void desk.saveAll().then(() => {
        if (desk.holds) setWaiting(true)
        else router.refresh()
      })
    }
    const turn = (): void => {
      clearTimeout(timer)
      void look().finally(() => {
        if (!ended) timer = setTimeout(turn, document.visibilityState === 'visible' ? EVERY : UNSEEN_EVERY)
      })
    }
    const back = (): void => { if (document.visibilityState === 'visible') turn() }
    // Leaving takes along what the last second held.
    const leave = (): void => { void desk.saveAll(true) }
    let passing = false
    const submit = (event: SubmitEvent): void => {
      const form = event.target
      if (passing || !desk.unsaved || !(form instanceof HTMLFormElement)) return
      event.preventDefault()
      passing = true
      const { submitter } = event
      // What is closed or ended is closed with the last word that was typed.
      const go = (): void => {
        if (submitter instanceof HTMLElement && form.contains(submitter)) form.requestSubmit(submitter)
        else form.requestSubmit()
        passing = false
      }
      // Not within the event that was stopped: a browser that is telling of one submission takes no other.
      void Promise.race([desk.saveAll(), new Promise((resolve) => { setTimeout(resolve, 3_000) })]).then(() => { setTimeout(go) })
    }
    turn()
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', back)
    document.addEventListener('submit', submit, { capture: true })
    return () => {
      ended = true
      clearTimeout(timer)
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', back)
      document.removeEventListener('submit', submit, { capture: true })
    }
  }, [room, router, shows])

  return (
    <p className="live">
      {silent ? <span className="stale" role="alert">No connection to Holdfast. What you type is kept in this browser and saved when it is back.</span> : <>Updates by itself.<noscript> It cannot do so in this browser: <a href="">load it again</a>, and save with the button.</noscript></>}
      {waiting ? <> <button type="button" className="linkish strong" onClick={() => { router.refresh() }}>Others have changed something: show</button></> : null}
    </p>
  )
}
