import 'server-only'
import { db } from '../db'

/**
 * Tells whoever listens that some ledger has grown. One small read a second for the whole process while anybody listens, however many
 * screens are open: a lock taken by every commit (as NOTIFY takes one) would put all writers of London behind each other.
 */
const EVERY = 1000

type Heard = (grown: ReadonlyMap<string, number>) => void

interface Watch {
  readonly listeners: Set<Heard>
  heads: Map<string, number>
  timer: NodeJS.Timeout | null
}

/** On the process, not the module: Next loads modules more than once. */
const held = globalThis as { holdfastHeads?: Watch }
const watch = (): Watch => (held.holdfastHeads ??= { listeners: new Set(), heads: new Map(), timer: null })

/** Calls `heard` with the ledgers' heads each time one has moved, until the returned function is called. */
export function listenToHeads(heard: Heard): () => void {
  const own = watch()
  own.listeners.add(heard)
  own.timer ??= setInterval(() => { void look(own) }, EVERY)
  return () => {
    own.listeners.delete(heard)
    if (own.listeners.size > 0 || own.timer === null) return
    clearInterval(own.timer)
    own.timer = null
  }
}

async function look(own: Watch): Promise<void> {
  try {
    const rows = await db().ledgerHead.findMany({ select: { ledger: true, seq: true } })
    const grown = rows.filter((row) => Number(row.seq) !== (own.heads.get(row.ledger) ?? 0))
    own.heads = new Map(rows.map((row) => [row.ledger, Number(row.seq)]))
    if (grown.length > 0) for (const heard of own.listeners) heard(own.heads)
  } catch {
    // The database is away: the screens say by themselves that they are not up to date, and the next look asks again.
  }
}
