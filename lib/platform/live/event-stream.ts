import 'server-only'

interface Line {
  /** `event` and `data` hold no line break. */
  readonly send: (event: string, data: string) => void
  readonly end: () => void
}

/** Lines that stand open, on the process: a server told to stop ends them, else it would wait for browsers that never leave. */
const held = globalThis as { holdfastLines?: Set<() => void> }

function standing(): Set<() => void> {
  if (held.holdfastLines !== undefined) return held.holdfastLines
  const lines = new Set<() => void>()
  held.holdfastLines = lines
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => { for (const end of lines) end() })
  return lines
}

/**
 * An answer of server-sent events that ends with the request, after `longest` milliseconds, or with the server.
 * @param open starts the work of the line and gives what stops it.
 */
export function eventStream(signal: AbortSignal, longest: number, open: (line: Line) => () => void): Response {
  const encoder = new TextEncoder()
  let finish = (): void => undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let over = false
      // Held in an object: the line may be over before its work has started.
      const work: { stop?: () => void } = {}
      const end = (): void => {
        if (over) return
        over = true
        clearTimeout(limit)
        standing().delete(end)
        signal.removeEventListener('abort', end)
        work.stop?.()
        // The browser may have gone already: then there is nothing left to close.
        try { controller.close() } catch { /* closed by the reader */ }
      }
      const send = (event: string, data: string): void => {
        if (over) return
        try { controller.enqueue(encoder.encode(`event: ${event}\ndata: ${data}\n\n`)) } catch { end() }
      }
      const limit = setTimeout(end, longest)
      finish = end
      standing().add(end)
      signal.addEventListener('abort', end)
      controller.enqueue(encoder.encode('retry: 3000\n\n'))
      work.stop = open({ send, end })
      if (over) work.stop()
    },
    cancel() { finish() },
  })
  // No-transform: what compresses an answer would hold the events back until there are enough of them.
  return new Response(body, { headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' } })
}
