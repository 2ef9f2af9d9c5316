'use client'

import { useEffect, useRef, useState } from 'react'
import type { Suggestion } from '@/lib/people/suggestion'

/** Typing rests this long before anything is asked: each answer is in the reading log. */
const REST = 300
const LEAST = 3

/**
 * Under the box of the search: a few people whose name goes on as it was begun, as plain links after the box, reached with Tab. Says how many there
 * are without taking the focus. With no script there is the button, and the same search.
 */
export function Suggestions({ of: field }: { readonly of: string }) {
  const place = useRef<HTMLDivElement>(null)
  const [found, setFound] = useState<readonly Suggestion[] | null>(null)

  useEffect(() => {
    const box = place.current?.closest('form')?.querySelector<HTMLInputElement>(`input[name="${field}"]`)
    if (!box) return undefined
    let rest: ReturnType<typeof setTimeout> | undefined
    let asking: AbortController | undefined
    const ask = async (typed: string) => {
      asking = new AbortController()
      const mine = asking
      try {
        const answer = await fetch(`/people/suggest?q=${encodeURIComponent(typed)}`, { cache: 'no-store', signal: AbortSignal.any([mine.signal, AbortSignal.timeout(5000)]) })
        if (answer.ok && !mine.signal.aborted) setFound(await answer.json() as Suggestion[])
      } catch {
        // Offline, or somebody typed on: the button still searches.
      }
    }
    const typed = () => {
      clearTimeout(rest)
      asking?.abort()
      const text = box.value.trim()
      if (text.length < LEAST) return setFound(null)
      rest = setTimeout(() => { void ask(text) }, REST)
    }
    box.addEventListener('input', typed)
    return () => {
      clearTimeout(rest)
      asking?.abort()
      box.removeEventListener('input', typed)
    }
  }, [field])

  return (
    <div ref={place} className="suggested">
      <p className="sr-only" role="status">{found === null ? '' : found.length === 0 ? 'Nobody goes on like this so far.' : `${found.length} may be meant: Tab goes to them.`}</p>
      {found === null || found.length === 0 ? null : (
        <ul className="plain" aria-label="May be meant">
          {found.map((one) => <li key={one.id}><a href={`/people/${one.id}`}>{one.name}</a> <span className="sub">{one.sub}</span></li>)}
        </ul>
      )}
    </div>
  )
}
