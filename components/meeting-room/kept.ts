/**
 * What was typed and is not known to be on the server yet, kept by this browser: the last seconds before it dies, or all of it while the network
 * is away. Enciphered with a key that only pages of the same account are given, so that a shared computer keeps nothing that another person, or
 * nobody signed in, could read; signing out clears it besides.
 */
export interface Typed {
  /** The version it was typed upon, and its words. */
  readonly version: number
  readonly stood: string
  readonly text: string
  /** What was sent and not answered when this was kept. */
  readonly sent: string | null
}

export interface Keeper {
  keep(field: string, typed: Typed): void
  forget(field: string): void
  find(field: string): Promise<Typed | null>
}

const STORE = 'typed'
/** Left behind for longer than this, it is of no meeting that still goes on. */
const DAYS = 3 * 86_400_000

interface Row {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
  readonly at: number
}

const answer = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => { resolve(request.result) }
  request.onerror = () => { reject(request.error ?? new Error('not kept')) }
})

async function openStore(): Promise<IDBDatabase> {
  const request = indexedDB.open('holdfast-room', 1)
  request.onupgradeneeded = () => { request.result.createObjectStore(STORE) }
  return answer(request)
}

/** `vault`: 32 bytes in hexadecimal. Where the browser has no place or no cipher, nothing is kept here: the server has all but the last second. */
export async function openKeeper(account: string, vault: string): Promise<Keeper> {
  const none: Keeper = { keep: () => undefined, forget: () => undefined, find: () => Promise.resolve(null) }
  if (typeof indexedDB === 'undefined' || !isSecureContext) return none
  try {
    const raw = Uint8Array.from(vault.match(/../g) ?? [], (pair) => parseInt(pair, 16))
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
    const db = await openStore()
    const rows = (mode: IDBTransactionMode): IDBObjectStore => db.transaction(STORE, mode).objectStore(STORE)
    const place = (field: string): string => `${account}:${field}`
    // One after the other: an older text must not be kept after a newer one, nor one that is forgotten come back.
    let turn: Promise<unknown> = Promise.resolve()
    const next = (work: () => Promise<unknown>): void => { turn = turn.then(work).catch(() => undefined) }
    next(() => clearOld(rows('readwrite')))
    return {
      keep(field, typed) {
        next(async () => {
          const iv = crypto.getRandomValues(new Uint8Array(12))
          const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(JSON.stringify(typed)))
          await answer(rows('readwrite').put({ iv, data, at: Date.now() } satisfies Row, place(field)))
        })
      },
      forget(field) {
        next(() => answer(rows('readwrite').delete(place(field))))
      },
      async find(field) {
        try {
          const row = await answer<Row | undefined>(rows('readonly').get(place(field)) as IDBRequest<Row | undefined>)
          if (row === undefined) return null
          return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: row.iv }, key, row.data))) as Typed
        } catch {
          return null
        }
      },
    }
  } catch {
    return none
  }
}

async function clearOld(rows: IDBObjectStore): Promise<void> {
  const request = rows.openCursor()
  return new Promise((resolve) => {
    request.onerror = () => { resolve() }
    request.onsuccess = () => {
      const cursor = request.result
      if (cursor === null) return resolve()
      if ((cursor.value as Row).at < Date.now() - DAYS) cursor.delete()
      cursor.continue()
    }
  })
}
